using System.Text.Json;

namespace SpLg.Tests.Infra;

/// <summary>A request as the scripted Graph server received it.</summary>
/// <param name="Target">Path and query as sent, e.g. <c>/v1.0/sites/x/lists</c>.</param>
internal sealed record GraphCall(string Method, string Target, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public JsonElement Json()
    {
        using var json = JsonDocument.Parse(Body);
        return json.RootElement.Clone();
    }

    public string? Header(string name) => Headers.GetValueOrDefault(name);

    public override string ToString() => $"{Method} {Target}";
}
