namespace SpLg.Word.Expressions;

/// <summary>
/// Splits <c>Grupp.Fält:format</c>; a colon may also belong to the name (<c>ISAM:s rekommendation</c>).
/// </summary>
internal static class NameReader
{
    // A name has one, a format none or one.
    private const int MostColons = 4;

    private const int LongestTold = 100;

    /// <summary>The reading that is known, or the likeliest one when none is.</summary>
    /// <returns>What the name stands for, and the format as typed or null.</returns>
    public static (Resolution Meaning, string? Format) Read(Scope scope, string text)
    {
        if (!scope.Read.TryGetValue(text, out var read))
            scope.Read.Add(text, read = ReadAnew(scope, text));
        return read;
    }

    private static (Resolution Meaning, string? Format) ReadAnew(Scope scope, string text)
    {
        if (text.Length > Expression.Longest)
            return (new Resolution.Unknown(text[..LongestTold] + "…", scope, null, ""), null);
        var whole = scope.Resolve(Parts(text));
        if (IsKnown(whole))
            return (whole, null);
        var tries = 0;
        for (
            var colon = text.LastIndexOf(':');
            colon > 0 && tries < MostColons;
            colon = text.LastIndexOf(':', colon - 1), tries++
        )
        {
            var meaning = scope.Resolve(Parts(text[..colon]));
            if (IsKnown(meaning))
                return (meaning, text[(colon + 1)..].Trim());
        }
        var last = text.LastIndexOf(':');
        if (last <= 0)
            return (whole, null);
        return (scope.Resolve(Parts(text[..last])), text[(last + 1)..].Trim());
    }

    private static bool IsKnown(Resolution meaning) =>
        meaning is Resolution.Found or Resolution.NeedsList { Fault: null };

    private static string[] Parts(string text) => text.Split('.', StringSplitOptions.TrimEntries);
}
