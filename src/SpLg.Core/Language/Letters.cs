namespace SpLg.Core.Language;

/// <summary>Letters with rings and dots, which two programs may write as one character or as two.</summary>
public static class Letters
{
    /// <summary>
    /// The text with each letter as one character (or in another form of Unicode). What is no character is U+FFFD:
    /// cells do hold U+FFFE and halves of emoji, and <see cref="string.Normalize()"/> fails on them.
    /// </summary>
    public static string Composed(string text, NormalizationForm form = NormalizationForm.FormC)
    {
        if (Ascii.IsValid(text))
            return text;
        var legal = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            legal.Append(rune.Value == 0xfffe ? Rune.ReplacementChar : rune);
        return legal.ToString().Normalize(form);
    }

    /// <summary>
    /// The text as it looks: without characters that nobody sees, with ordinary spaces and hyphens in the place of those
    /// that do not break a line. For values that are compared; in a text of words they may be meant.
    /// </summary>
    public static string Seen(string text)
    {
        if (Ascii.IsValid(text))
            return text;
        var seen = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (IsUnseen(c))
                continue;
            if (c is '\u2010' or '\u2011')
                seen.Append('-');
            else
                seen.Append(char.GetUnicodeCategory(c) == UnicodeCategory.SpaceSeparator ? ' ' : c);
        }
        return seen.ToString().Trim();
    }

    /// <summary>True for what takes no place: marks of direction and of where a line may break, and fillers.</summary>
    public static bool IsUnseen(char c) =>
        c > '\u007f'
        && (
            char.GetUnicodeCategory(c) == UnicodeCategory.Format
            || c is '\u034f' or '\u115f' or '\u1160' or '\u17b4' or '\u17b5' or '\u3164' or '\uffa0' or '\u2800'
            || c is (>= '\u180b' and <= '\u180f') or (>= '\ufe00' and <= '\ufe0f')
        );
}
