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
}
