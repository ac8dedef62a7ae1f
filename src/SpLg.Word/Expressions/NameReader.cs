namespace SpLg.Word.Expressions;

/// <summary>Splits <c>Grupp.Fält:format</c>; a colon may also belong to the name (<c>ISAM:s rekommendation</c>).</summary>
internal static class NameReader
{
    /// <summary>The reading that is known, or the likeliest one when none is.</summary>
    /// <returns>What the name stands for, and the format as typed or null.</returns>
    public static (Resolution Meaning, string? Format) Read(Scope scope, string text)
    {
        var whole = scope.Resolve(Parts(text));
        if (IsKnown(whole))
            return (whole, null);
        for (var colon = text.LastIndexOf(':'); colon > 0; colon = text.LastIndexOf(':', colon - 1))
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

    private static bool IsKnown(Resolution meaning) => meaning is Resolution.Found or Resolution.NeedsList { Fault: null };

    private static string[] Parts(string text) => text.Split('.', StringSplitOptions.TrimEntries);
}
