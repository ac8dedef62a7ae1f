namespace SpLg.Core.PersonalData;

/// <summary>
/// The plain letters, digits and signs that a text is taken for. Each character is folded by itself and what it becomes
/// is kept, but for those that a mark follows; Unicode's own form of a whole text takes several times as long.
/// </summary>
internal sealed class TextFolder
{
    private const string Han = "〇一二三四五六七八九";

    /// <summary>A digit, or a dash that is a little long; which, the text as a whole says.</summary>
    private const char One = '一';

    /// <summary>No dashes by their category, but taken for one.</summary>
    private const string Dashes =
        "\u02d7\u1173\u2043\u2053\u207b\u208b\u2212\u223c\u23af\u23e4\u2500\u2501\u2504\u2508\u254c\u254d\u2796\u30fc\u3161\ua7f7";

    /// <summary>
    /// Letters that nothing is drawn for. https://www.unicode.org/reports/tr44/#Default_Ignorable_Code_Point
    /// </summary>
    private const string Fillers = "\u115f\u1160\u17b4\u17b5\u3164\uffa0\ufffc\ufffd";

    private const string Dots = "\u00b7\u2022\u2024\u2027\u2219\u22c5\u30fb\u3002\uff61";

    /// <summary>
    /// A letter with more marks than any language writes is folded in pieces, because putting marks in order takes time
    /// that grows with the square of their number. https://www.unicode.org/reports/tr15/#Stream_Safe_Text_Format
    /// </summary>
    private const int MostMarks = 30;

    /// <summary>A sign that stands for a whole sentence, of which the ends tell what stands beside it.</summary>
    private const int LongestSign = 7;

    private static readonly string?[] Known = new string?[char.MaxValue + 1];

    private readonly string text;
    private readonly bool isDash;
    private char[] folded;
    private int length;

    public TextFolder(string text)
    {
        // Asked before the letter is folded to a plain one.
        this.text = text.Replace('ⓐ', '@').Replace('Ⓐ', '@');
        // A single one among other digits is a long dash.
        isDash = text.AsSpan().Count(One) == 1 && text.AsSpan().IndexOfAny("〇二三四五六七八九") < 0;
        folded = new char[text.Length + 16];
    }

    public string Run()
    {
        for (var i = 0; i < text.Length; )
        {
            var end = i + SignLength(i);
            for (var marks = 0; end < text.Length && marks < MostMarks && IsMark(end); marks++)
                end += SignLength(end);
            if (end > i + 1)
                Append(Fold(text[i..end]));
            else if (text[i] is > ' ' and < '\x7f')
                Append(text[i]);
            else
                Append(Known[text[i]] ??= Fold(text[i..end]));
            i = end;
        }
        return new(folded, 0, length);
    }

    private int SignLength(int at) =>
        char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? 2 : 1;

    /// <summary>Whether it may become one letter with what stands before it.</summary>
    private bool IsMark(int at) =>
        text[at] >= '\u0300'
        && (
            // Syllables of Korean are written as two or three letters, or as marks of half width those of Japanese.
            text[at]
                is (>= '\u1160' and <= '\u11ff')
                    or (>= '\u3131' and <= '\u318e')
                    or (>= '\ud7b0' and <= '\ud7ff')
                    or (>= '\uff9e' and <= '\uffdc')
            || CharUnicodeInfo.GetUnicodeCategory(text, at)
                is UnicodeCategory.NonSpacingMark
                    or UnicodeCategory.SpacingCombiningMark
                    or UnicodeCategory.EnclosingMark
        );

    private void Append(string signs)
    {
        foreach (var c in signs)
            Append(c);
    }

    private void Append(char c)
    {
        if (c == ' ' && (length == 0 || folded[length - 1] is ' ' or '\n'))
            return;
        if (c == '\n')
        {
            if (length > 0 && folded[length - 1] == ' ')
                length--;
            if (length == 0 || folded[length - 1] == '\n')
                return;
        }
        if (length == folded.Length)
            Array.Resize(ref folded, 2 * length);
        folded[length++] = c == One ? OneAs : c;
    }

    private char OneAs => isDash ? '-' : '1';

    /// <summary>
    /// The folded signs, with a line feed for whatever ends a line; letters and marks are not joined yet.
    /// </summary>
    private static string Fold(string signs)
    {
        var plain = new StringBuilder(signs.Length);
        foreach (var rune in Letters.Composed(signs, NormalizationForm.FormKC).EnumerateRunes())
        {
            if (rune.IsAscii)
                plain.Append(Ascii((char)rune.Value));
            else if (CharUnicodeInfo.GetDigitValue(rune.ToString(), 0) is var digit and >= 0)
                plain.Append((char)('0' + digit));
            else
                plain.Append(Other(rune));
        }
        return signs.Length == 1 && plain.Length > LongestSign ? $"{plain[0]} {plain[^1]}" : plain.ToString();
    }

    private static string Ascii(char c)
    {
        if (c is '\n' or '\r' or '\v')
            return "\n";
        return c >= ' ' || c is '\t' or '\f' ? c.ToString() : "";
    }

    private static string Other(Rune rune)
    {
        var c = rune.IsBmp ? (char)rune.Value : '\uffff';
        var category = Rune.GetUnicodeCategory(rune);
        if (c is '\u0085' || category is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
            return "\n";
        if (category == UnicodeCategory.SpaceSeparator || c == '\u2800')
            return " ";
        if (c == One)
            return "一";
        if (Han.IndexOf(c, StringComparison.Ordinal) is var number and >= 0)
            return ((char)('0' + number)).ToString();
        // A letter of a font of signs, as Word numbers them.
        if (c is > '\uf020' and < '\uf07f')
            return Ascii((char)(c - '\uf000'));
        if (category == UnicodeCategory.DashPunctuation || Dashes.Contains(c, StringComparison.Ordinal))
            return "-";
        if (c == '\u2795')
            return "+";
        if (Dots.Contains(c, StringComparison.Ordinal))
            return ".";
        return
            category
                is UnicodeCategory.Format
                    or UnicodeCategory.Control
                    or UnicodeCategory.NonSpacingMark
                    or UnicodeCategory.EnclosingMark
                    or UnicodeCategory.SpacingCombiningMark
                    or UnicodeCategory.PrivateUse
                    or UnicodeCategory.OtherNotAssigned
            || Fillers.Contains(c, StringComparison.Ordinal)
            ? ""
            : rune.ToString();
    }
}
