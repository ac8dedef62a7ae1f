using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SpLg.Core.Language;
using SpLg.Core.RichText;

namespace SpLg.Core.PersonalData;

/// <summary>
/// A text as the eye takes it, whatever letters it is written with: digits and signs of every script and width as the plain ones, every
/// space and dash as one, nothing invisible, and addresses and entities decoded however often they were encoded. A form feed parts
/// texts that have nothing to do with each other.
/// </summary>
public sealed partial class FoldedText
{
    // Nobody encodes a text more often by mistake.
    private const int MostEncoded = 4;

    private const string Han = "〇一二三四五六七八九";

    /// <summary>No dashes by their category, but taken for one.</summary>
    private const string Dashes = "\u02d7\u2043\u207b\u208b\u2212\u23af\u2500\u2501\u2796\u30fc";

    /// <summary>Letters that nothing is drawn for. https://www.unicode.org/reports/tr44/#Default_Ignorable_Code_Point</summary>
    private const string Fillers = "\u115f\u1160\u17b4\u17b5\u3164\uffa0\ufffd";

    private const string Dots = "\u00b7\u2022\u2024\u2027\u2219\u22c5\u30fb\u3002\uff61";

    // Most cells hold nothing else, and are as they are.
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        " \t\f!\"#$'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~åäöéüÅÄÖÉÜ§”");

    private readonly Lazy<IReadOnlyList<string>> readings;

    private FoldedText(string folded)
    {
        Text = folded.Replace('\n', ' ');
        foreach (var c in folded)
            Digits += char.IsAsciiDigit(c) ? 1 : 0;
        readings = new(() => [.. Read(folded)]);
    }

    /// <summary>Line breaks as spaces; a tab stands between cells.</summary>
    public string Text { get; }

    /// <summary>How many digits there are: a number has at least eight, and most texts have not.</summary>
    internal int Digits { get; }

    /// <summary>
    /// The text in each way that it may be read: as <see cref="Text"/>, with what a line break or a border between cells has parted put
    /// together, without what stands between angle brackets, and with digits that stand one by one in a row.
    /// </summary>
    internal IReadOnlyList<string> Readings => readings.Value;

    /// <summary>Digits with the signs between them, all spaces taken away: for numbers that a sign marks as one.</summary>
    internal string Compact => Spaces().Replace(Text, "");

    public static FoldedText Of(string text) => new(
        text.AsSpan().IndexOfAnyExcept(Plain) < 0 && !text.Contains("  ", StringComparison.Ordinal) ? text : Folded(Decoded(text)));

    private IEnumerable<string> Read(string folded)
    {
        var text = Text;
        yield return text;
        if (folded.Contains('\n', StringComparison.Ordinal))
            yield return folded.Replace("\n", "", StringComparison.Ordinal);
        if (text.Contains('<', StringComparison.Ordinal))
            yield return Bracketed().Replace(text, "");
        if (Digits < 8)
            yield break;
        var joined = SingleDigits().Replace(text, m => string.Concat(m.Value.Where(char.IsAsciiDigit)));
        if (joined.Length < text.Length)
            yield return joined;
    }

    private static string Decoded(string text)
    {
        for (var i = 0; i < MostEncoded; i++)
        {
            var decoded = text;
            if (decoded.Contains('%', StringComparison.Ordinal))
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
                folded.Append((char)('0' + number));
            else if (category == UnicodeCategory.DashPunctuation || Dashes.Contains(c, StringComparison.Ordinal))
                folded.Append('-');
            else if (c == '\u2795')
                folded.Append('+');
            else if (Dots.Contains(c, StringComparison.Ordinal))
                folded.Append('.');
            else if (category is not (UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark)
                && !Fillers.Contains(c, StringComparison.Ordinal))
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

    [GeneratedRegex("%u(?<code>[0-9a-fA-F]{4})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex OldEscape();

    [GeneratedRegex("<[^<>]{0,1000}>", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Bracketed();

    [GeneratedRegex("(?<![0-9])[0-9]([ .\t_][0-9]){7,20}(?![0-9])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex SingleDigits();

    [GeneratedRegex("(?<=[-+0-9])[ \t]+(?=[-+0-9])", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Spaces();
}
