namespace SpLg.Core.Lists;

/// <summary>
/// Half a character, which is left when a program has cut a text in the middle of an emoji. JSON can hold one as an
/// escape (<c>\ud83d</c>), but a string read from it cannot.
/// </summary>
public static partial class LoneSurrogates
{
    /// <summary>The JSON text with U+FFFD, the mark of a damaged character, for each half.</summary>
    public static string Replace(string json) =>
        json.Contains("\\ud", StringComparison.OrdinalIgnoreCase)
            ? Escape().Replace(json, escape => escape.Groups["half"].Success ? "\\ufffd" : escape.Value)
            : json;

    // Pairs first and every other escape last, so that neither a whole character nor the second of two backslashes is
    // taken for a half.
    [GeneratedRegex(
        @"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(?<half>\\u[dD][89a-fA-F][0-9a-fA-F]{2})|\\.",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Escape();
}
