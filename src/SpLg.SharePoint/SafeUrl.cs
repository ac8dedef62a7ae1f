namespace SpLg.SharePoint;

/// <summary>Addresses as they may be shown and logged: pre-authenticated ones carry a key in their query.</summary>
internal static class SafeUrl
{
    private const int Longest = 1000;

    private static readonly HashSet<string> Shown = new(StringComparer.OrdinalIgnoreCase)
    {
        "$expand",
        "$select",
        "$filter",
        "$top",
        "$skiptoken",
        "@microsoft.graph.conflictBehavior",
    };

    /// <summary>The address with the value of every query option replaced that is not known to be harmless.</summary>
    public static string Of(Uri address)
    {
        // The SDK escapes more than it has to, which makes addresses unreadable.
        var bare = address
            .GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)
            .Replace("%2C", ",", StringComparison.OrdinalIgnoreCase);
        if (address.Query.Length <= 1)
            return Expected.Short(bare, Longest);
        var options = address
            .Query[1..]
            .Split('&')
            .Select(option =>
            {
                var name = Uri.UnescapeDataString(option.Split('=', 2)[0]);
                return Shown.Contains(name) ? Uri.UnescapeDataString(option) : $"{name}=…";
            });
        return Expected.Short($"{bare}?{string.Join('&', options)}", Longest);
    }
}
