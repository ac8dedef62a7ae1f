using System.Buffers;

namespace SpLg.Core.PersonalData;

/// <summary>
/// A text as the eye takes it, whatever letters it is written with: digits and signs of every script and width as the
/// plain ones, every space and dash as one, nothing invisible, and addresses and entities decoded however often they
/// were encoded. A form feed parts texts that have nothing to do with each other.
/// </summary>
public sealed partial class FoldedText
{
    // Each time takes as long as the text.
    private const int MostEncoded = 10;

    private const string Han = "〇一二三四五六七八九";

    /// <summary>No dashes by their category, but taken for one.</summary>
    private const string Dashes =
        "\u02d7\u1173\u2043\u2053\u207b\u208b\u2212\u223c\u23af\u23e4\u2500\u2501\u2504\u2508\u254c\u254d\u2796\u30fc\u3161\ua7f7";

    /// <summary>
    /// Letters that nothing is drawn for. https://www.unicode.org/reports/tr44/#Default_Ignorable_Code_Point
    /// </summary>
    private const string Fillers = "\u115f\u1160\u17b4\u17b5\u3164\uffa0\ufffc\ufffd";

    /// <summary>Letters that are taken for a digit among others: O and o for 0, l, I and | for 1.</summary>
    private const string DigitLetters = "OolI|\u039f\u03bf\u041e\u043e\u0406";

    private const char RightToLeft = '\u202e';

    private const string Dots = "\u00b7\u2022\u2024\u2027\u2219\u22c5\u30fb\u3002\uff61";

    // Most cells hold nothing else, and are as they are.
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        " \t\f!\"#$'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ]^_`abcdefghijklmnopqrstuvwxyz{|}~åäöéüÅÄÖÉÜ§”"
    );

    private readonly Lazy<IReadOnlyList<string>> readings;

    /// <param name="others">Other ways to take the same text.</param>
    private FoldedText(string folded, params string[] others)
    {
        Text = folded.Replace('\n', ' ');
        var isDigit = false;
        foreach (var c in folded)
        {
            isDigit = char.IsAsciiDigit(c) || (isDigit && DigitLetters.Contains(c, StringComparison.Ordinal));
            Digits += isDigit ? 1 : 0;
        }
        // Most texts are read in one way only.
        readings =
            others.Length == 0 && Digits < 8 && folded.AsSpan().IndexOfAny('\n', '\f', '<') < 0
                ? new([Text])
                : new(() => [.. others.Prepend(folded).SelectMany(Read).Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>Line breaks as spaces; a tab stands between cells.</summary>
    public string Text { get; }

    /// <summary>
    /// Digits, and letters after one that look like it. A number has at least eight, and most texts have not.
    /// </summary>
    internal int Digits { get; }

    /// <summary>
    /// The text in each way that it may be read: as <see cref="Text"/>, with what a line break, a border between cells
    /// or a new paragraph has parted put together, without what stands between angle brackets, with letters among
    /// digits as the digits they look like, and with digits that stand in groups or one by one in a row.
    /// </summary>
    internal IReadOnlyList<string> Readings => readings.Value;

    /// <summary>
    /// Digits with the signs between them, all spaces taken away: for numbers that a sign marks as one.
    /// </summary>
    internal string Compact => Spaces().Replace(Text, "");

    public static FoldedText Of(string text)
    {
        if (text.AsSpan().IndexOfAnyExcept(Plain) < 0 && !text.Contains("  ", StringComparison.Ordinal))
            return new(text);
        var decoded = Decoded(text);
        var others = new List<string>();
        if (decoded.Length != text.Length)
            others.Add(Folded(text));
        if (decoded.Contains(RightToLeft, StringComparison.Ordinal))
            others.Add(Folded(Turned(decoded)));
        return new(Folded(decoded), [.. others]);
    }

    private IEnumerable<string> Read(string folded)
    {
        var seen = new List<string> { folded.Replace('\n', ' ') };
        if (folded.Contains('\n', StringComparison.Ordinal))
            seen.Add(folded.Replace("\n", "", StringComparison.Ordinal));
        if (folded.Contains('<', StringComparison.Ordinal))
        {
            var bare = Bracketed().Replace(Comment().Replace(seen[0], ""), "");
            seen.Add(bare);
            seen.Add(Bracketed().Replace(Element().Replace(Comment().Replace(seen[0], ""), ""), ""));
        }
        if (folded.Contains('\f', StringComparison.Ordinal))
            seen.Add(Seam().Replace(seen[0], ""));
        return Digits < 8 ? seen : seen.Concat(seen.SelectMany(WithDigits));
    }

    /// <summary>
    /// With letters for the digits they look like, and what digits in groups or one by one are together.
    /// </summary>
    private static IEnumerable<string> WithDigits(string text)
    {
        foreach (var plain in new[] { text, DigitWord().Replace(text, m => string.Concat(m.Value.Select(DigitOf))) })
        {
            yield return plain;
            yield return SingleDigits().Replace(plain, m => string.Concat(m.Value.Where(char.IsAsciiDigit)));
            yield return Groups()
                .Replace(
                    plain,
                    m =>
                        IsOneNumber(m.Groups["group"].Captures)
                            ? string.Concat(m.Value.Where(char.IsAsciiDigit))
                            : m.Value
                );
        }
    }

    /// <summary>True for as many digits as an identity number has, but for "10 11 12 13 14".</summary>
    private static bool IsOneNumber(CaptureCollection groups)
    {
        if (groups.Sum(g => g.Length) is not (10 or 12))
            return false;
        var numbers = groups.Select(g => long.Parse(g.ValueSpan, CultureInfo.InvariantCulture)).ToList();
        var steps = numbers.Zip(numbers.Skip(1), (one, next) => next - one);
        return groups.Count < 3 || steps.Distinct().Skip(1).Any();
    }

    private static char DigitOf(char sign) =>
        sign is 'l' or 'I' or '|' or '\u0406' ? '1'
        : DigitLetters.Contains(sign, StringComparison.Ordinal) ? '0'
        : sign;

    /// <summary>What stands after a sign for writing from the right is seen from its end.</summary>
    // https://www.unicode.org/reports/tr9/#Explicit_Directional_Overrides
    private static string Turned(string text) =>
        FromRight()
            .Replace(
                text,
                m =>
                {
                    var signs = m.Groups["text"].Value.EnumerateRunes().Reverse();
                    return string.Concat(signs.Select(r => r.ToString()));
                }
            );

    private static string Decoded(string text)
    {
        for (var i = 0; i < MostEncoded; i++)
        {
            var decoded = text;
            if (decoded.AsSpan().IndexOfAny('%', '\\') >= 0)
                decoded = Uri.UnescapeDataString(OldEscape().Replace(decoded, Letter));
            decoded = HtmlText.Decoded(decoded);
            if (decoded == text)
                break;
            text = decoded;
        }
        return text;
    }

    private static string Letter(Match escape) =>
        ((char)int.Parse(escape.Groups["code"].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString();

    private static string Folded(string text)
    {
        var folded = new StringBuilder(text.Length);
        // One by itself among other digits is a dash that is a little long.
        var isDash = text.AsSpan().Count('一') == 1 && text.AsSpan().IndexOfAny("〇二三四五六七八九") < 0;
        // Before its letter becomes one like others.
        text = text.Replace('ⓐ', '@').Replace('Ⓐ', '@');
        foreach (var rune in Letters.Composed(text, NormalizationForm.FormKC).EnumerateRunes())
        {
            if (rune.IsAscii)
                Ascii((char)rune.Value);
            else if (CharUnicodeInfo.GetDigitValue(rune.ToString(), 0) is var digit and >= 0)
                folded.Append((char)('0' + digit));
            else
                Other(rune);
        }
        return folded.ToString();

        void Ascii(char c)
        {
            if (c is '\n' or '\r' or '\v')
                Break();
            else if (c == ' ')
                Space();
            else if (c >= ' ' || c is '\t' or '\f')
                folded.Append(c);
        }

        void Other(Rune rune)
        {
            var c = rune.IsBmp ? (char)rune.Value : '\uffff';
            var category = Rune.GetUnicodeCategory(rune);
            if (c is '\u0085' || category is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
                Break();
            else if (category == UnicodeCategory.SpaceSeparator || c == '\u2800')
                Space();
            else if (Han.IndexOf(c, StringComparison.Ordinal) is var number and >= 0)
                folded.Append(isDash ? '-' : (char)('0' + number));
            // A letter of a font of signs, as Word numbers them.
            else if (c is > '\uf020' and < '\uf07f')
                Ascii((char)(c - '\uf000'));
            else if (category == UnicodeCategory.DashPunctuation || Dashes.Contains(c, StringComparison.Ordinal))
                folded.Append('-');
            else if (c == '\u2795')
                folded.Append('+');
            else if (Dots.Contains(c, StringComparison.Ordinal))
                folded.Append('.');
            else if (
                category
                    is not (
                        UnicodeCategory.Format
                        or UnicodeCategory.Control
                        or UnicodeCategory.NonSpacingMark
                        or UnicodeCategory.EnclosingMark
                        or UnicodeCategory.SpacingCombiningMark
                        or UnicodeCategory.PrivateUse
                        or UnicodeCategory.OtherNotAssigned
                    )
                && !Fillers.Contains(c, StringComparison.Ordinal)
            )
                folded.Append(rune);
        }

        void Space()
        {
            if (folded.Length > 0 && folded[^1] is not (' ' or '\n'))
                folded.Append(' ');
        }

        void Break()
        {
            if (folded.Length > 0 && folded[^1] == ' ')
                folded.Length--;
            if (folded.Length > 0 && folded[^1] != '\n')
                folded.Append('\n');
        }
    }

    [GeneratedRegex(@"[%\\]u(?<code>[0-9a-fA-F]{4})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex OldEscape();

    [GeneratedRegex("<!--.{0,2000}?-->", RegexOptions.Singleline, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Comment();

    /// <summary>A tag, of whatever name; a bracket within quotation marks does not end it.</summary>
    [GeneratedRegex(
        """<([^<>"']|"[^"<]{0,200}"|'[^'<]{0,200}'){0,1000}>|<[^<>]{0,1000}>""",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Bracketed();

    /// <summary>What stands between two tags of one name, with them.</summary>
    [GeneratedRegex(
        """<(?<name>[\p{L}][\p{L}\p{N}:-]{0,40})([ /]([^<>"']|"[^"<]{0,200}"|'[^'<]{0,200}'){0,500})?>[^<>]{0,500}</\k<name>[ ]?>""",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        10_000
    )]
    private static partial Regex Element();

    /// <summary>
    /// Where a paragraph ends amid a number or an address: a sign goes on, or nothing else stands in either.
    /// </summary>
    [GeneratedRegex(
        @"(?<=[0-9])[ \t]?\f[ \t]?(?=[-+][ \t]?[0-9])|(?<=[0-9][ \t]?[-+])[ \t]?\f[ \t]?(?=[0-9])"
            + @"|(?<=[\p{L}\p{N}]@)\f(?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}])\f(?=@[\p{L}\p{N}])"
            + @"|(?<=(^|\f)[0-9][-+0-9 \t]{0,12})\f(?=[0-9][-+0-9 \t]{0,12}(\f|$))",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Seam();

    /// <summary>A word of digits, of which some are letters that look like them.</summary>
    [GeneratedRegex(
        "(?<![\\p{L}\\p{N}])(?=[-+]?[OolI|\u039f\u03bf\u041e\u043e\u0406]{0,3}[0-9])"
            + "[-+0-9OolI|\u039f\u03bf\u041e\u043e\u0406]{2,40}(?![\\p{L}\\p{N}])",
        RegexOptions.None,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex DigitWord();

    [GeneratedRegex(
        @"(?<![0-9])[0-9]([ .,\t_|/:;()\[\]*-]{1,3}[0-9](?![0-9])){7,20}(?![0-9])",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex SingleDigits();

    [GeneratedRegex(
        @"(?<![0-9]|[0-9][ ./-])(?<group>[0-9]{1,12})([ ./-](?<group>[0-9]{1,12})){1,11}(?![ ./-]?[0-9])",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Groups();

    [GeneratedRegex(
        "\u202e(?<text>[^\u202c\u202d\u202e\u2069\n\r\f]{0,2000})",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex FromRight();

    [GeneratedRegex("(?<=[-+0-9])[ \t]+(?=[-+0-9])", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Spaces();
}
