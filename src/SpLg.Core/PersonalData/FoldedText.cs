using System.Buffers;

namespace SpLg.Core.PersonalData;

/// <summary>
/// A text as the eye takes it, whatever letters it is written with: digits and signs of every script and width as the
/// plain ones, every space and dash as one, nothing invisible, and addresses and entities decoded however often they
/// were encoded. A form feed parts texts that have nothing to do with each other.
/// </summary>
public sealed partial class FoldedText
{
    // Each pass takes as long as the text.
    private const int MostEncoded = 10;

    private const char RightToLeft = '\u202e';

    // Most cells hold only such signs and need no folding.
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        " \t\f!\"#$'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ]^_`abcdefghijklmnopqrstuvwxyz{|}~åäöéüÅÄÖÉÜ§”"
    );

    private readonly Lazy<IReadOnlyList<string>> readings;

    /// <param name="others">Other ways to take the same text.</param>
    private FoldedText(string folded, params string[] others)
    {
        Text = folded.Replace('\n', ' ');
        Digits = CountDigits(folded);
        // Most texts have only one reading.
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
    internal string Compact => DigitRuns.WithoutSpaces(Text);

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

    private static int CountDigits(ReadOnlySpan<char> text)
    {
        var count = 0;
        while (text.IndexOfAnyInRange('0', '9') is var first and >= 0)
        {
            text = text[first..];
            var length = text.IndexOfAnyExcept(DigitRuns.DigitSigns);
            length = length < 0 ? text.Length : length;
            count += length;
            text = text[length..];
        }
        return count;
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
            seen.Add(ParagraphSeams.Joined(seen[0]));
        return Digits < 8 ? seen : seen.Concat(seen.SelectMany(WithDigits));
    }

    /// <summary>
    /// With letters for the digits they look like, and what digits in groups or one by one are together.
    /// </summary>
    private static IEnumerable<string> WithDigits(string text)
    {
        var words = DigitRuns.WithLettersAsDigits(text);
        foreach (var plain in words == text ? [text] : new[] { text, words })
        {
            yield return plain;
            yield return DigitRuns.WithSingleDigitsJoined(plain);
            yield return DigitRuns.WithGroupsJoined(plain);
        }
    }

    /// <summary>Text after a sign for writing from the right is seen from its end.</summary>
    // https://www.unicode.org/reports/tr9/#Explicit_Directional_Overrides
    private static string Turned(string text) =>
        FromRight()
            .Replace(
                text,
                m => m.Length > 2 ? string.Concat(m.Groups["text"].Value.EnumerateRunes().Reverse()) : m.Value[1..]
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

    private static string Folded(string text) => new TextFolder(text).Run();

    [GeneratedRegex(
        @"[%\\]u(?<code>[0-9a-fA-F]{4})|\\x(?<code>[0-9a-fA-F]{2})",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000
    )]
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

    /// <summary>The text between two tags of one name, with the tags.</summary>
    [GeneratedRegex(
        """<(?<name>[\p{L}][\p{L}\p{N}:-]{0,40})([ /]([^<>"']|"[^"<]{0,200}"|'[^'<]{0,200}'){0,500})?>[^<>]{0,500}</\k<name>[ ]?>""",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        10_000
    )]
    private static partial Regex Element();

    [GeneratedRegex(
        "\u202e(?<text>[^\u202c\u202d\u202e\u2069\n\r\f]{0,2000})",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex FromRight();
}
