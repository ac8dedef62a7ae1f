namespace SpLg.Tests.LocalSite;

/// <summary>Short ways into an answer.</summary>
internal static class JsonAccess
{
    public static string Text(this JsonElement json, string name) => json.GetProperty(name).GetString()!;

    public static bool Has(this JsonElement json, string name) => json.TryGetProperty(name, out _);

    public static IReadOnlyList<JsonElement> Values(this JsonElement json) =>
        [.. json.GetProperty("value").EnumerateArray()];
}
