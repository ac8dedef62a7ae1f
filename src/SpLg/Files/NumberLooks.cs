using System.Text.RegularExpressions;

namespace SpLg.Files;

/// <summary>What a number format makes of a number: a day, a share or a number.</summary>
internal static partial class NumberLooks
{
    /// <summary>Excel takes no longer one.</summary>
    private const int LongestFormat = 255;

    /// <summary>Of the formats that have a number and no text in the file.</summary>
    // https://learn.microsoft.com/dotnet/api/documentformat.openxml.spreadsheet.numberingformat
    public static NumberLook Of(int builtIn) =>
        builtIn switch
        {
            9 or 10 => NumberLook.Percent,
            (>= 14 and <= 17) or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58 => NumberLook.Day,
            _ => NumberLook.Plain,
        };

    /// <summary>Of a format's text, in which days are written with y, m and d, or in Swedish with å.</summary>
    public static NumberLook Of(string format)
    {
        if (format.Length > LongestFormat)
            return NumberLook.Plain;
        // What stands in quotation marks, after a backslash or in brackets (a colour, a language) is no part of it.
        var bare = Words().Replace(format.Split(';')[0], "").ToLowerInvariant();
        if (bare.Contains('%', StringComparison.Ordinal))
            return NumberLook.Percent;
        return bare.AsSpan().ContainsAny('y', 'd', 'å') ? NumberLook.Day : NumberLook.Plain;
    }

    [GeneratedRegex(
        "\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]|general|standard|_.",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Words();
}
