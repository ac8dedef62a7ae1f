namespace SpLg.Core.PersonalData;

/// <summary>
/// What a form feed parts (a paragraph, a cell) put together where a number or an address goes on over it: a sign
/// stands at the seam, or nothing else than digits stands on either side. Read at the form feeds alone, because a draft
/// holds twenty megabytes.
/// </summary>
internal static class ParagraphSeams
{
    private const char Seam = '\f';

    /// <summary>A date and a number in groups have at most as many signs after their first digit.</summary>
    private const int MostAfterFirst = 12;

    public static string Joined(string text)
    {
        var joined = new StringBuilder(text.Length);
        var from = 0;
        for (var at = text.IndexOf(Seam); at >= 0; at = text.IndexOf(Seam, at + 1))
            if (Reach(text, at) is var (before, after))
            {
                joined.Append(text, from, at - before - from);
                from = at + 1 + after;
            }
        return joined.Append(text, from, text.Length - from).ToString();
    }

    /// <summary>How many spaces before and after the form feed fall away with it; null where the text does not go on.</summary>
    private static (int Before, int After)? Reach(string text, int at)
    {
        var left = text.AsSpan(0, at);
        var right = text.AsSpan(at + 1);
        var before = left is [.., ' ' or '\t'] ? 1 : 0;
        var after = right is [' ' or '\t', ..] ? 1 : 0;
        var near = left[..^before];
        var next = right[after..];
        if (EndsWithDigit(near) && StartsWithSign(next) || EndsWithSign(near) && StartsWithDigit(next))
            return (before, after);
        var goesOn =
            left is [.., var l, '@'] && IsWord(l) && right is [var r, ..] && IsWord(r)
            || left is [.., var m] && IsWord(m) && right is ['@', var s, ..] && IsWord(s)
            || IsDigits(left[(left.LastIndexOf(Seam) + 1)..]) && IsDigits(UntilSeam(right));
        return goesOn ? (0, 0) : null;
    }

    private static ReadOnlySpan<char> UntilSeam(ReadOnlySpan<char> text) =>
        text.IndexOf(Seam) is var end and >= 0 ? text[..end] : text;

    private static bool EndsWithDigit(ReadOnlySpan<char> text) => text is [.., >= '0' and <= '9'];

    private static bool StartsWithDigit(ReadOnlySpan<char> text) => text is [>= '0' and <= '9', ..];

    private static bool EndsWithSign(ReadOnlySpan<char> text) =>
        text is [.., >= '0' and <= '9', '-' or '+'] or [.., >= '0' and <= '9', ' ' or '\t', '-' or '+'];

    private static bool StartsWithSign(ReadOnlySpan<char> text) =>
        text is ['-' or '+', >= '0' and <= '9', ..] or ['-' or '+', ' ' or '\t', >= '0' and <= '9', ..];

    private static bool IsWord(char c) => char.IsLetter(c) || char.IsNumber(c);

    private static bool IsDigits(ReadOnlySpan<char> text) =>
        StartsWithDigit(text) && text.Length <= MostAfterFirst + 1 && text.IndexOfAnyExcept("-+0123456789 \t") < 0;
}
