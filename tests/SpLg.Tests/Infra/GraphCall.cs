using WireMock;

namespace SpLg.Tests.Infra;

/// <summary>A request as the scripted Graph server received it.</summary>
/// <param name="Target">Path and query as sent, e.g. <c>/v1.0/sites/x/lists</c>.</param>
internal sealed record GraphCall(string Method, string Target, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public static GraphCall Of(IRequestMessage request) =>
        new(
            request.Method,
            new Uri(request.Url).PathAndQuery,
            (request.Headers ?? new Dictionary<string, WireMock.Types.WireMockList<string>>()).ToDictionary(
                h => h.Key,
                h => string.Join(", ", h.Value),
                StringComparer.OrdinalIgnoreCase
            ),
            request.BodyAsBytes ?? []
        );

    public JsonElement Json() => JsonElement.Parse(Body);

    public string? Header(string name) => Headers.GetValueOrDefault(name);

    /// <summary>Without the escapes, of which the SDK writes more than it must.</summary>
    public override string ToString() => Uri.UnescapeDataString($"{Method} {Target}");
}
