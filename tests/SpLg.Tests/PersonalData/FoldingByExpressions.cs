using System.Text.RegularExpressions;

namespace SpLg.Tests.PersonalData;

/// <summary>
/// How texts were folded and numbers looked for before: the whole text in Unicode's own form, and an expression for
/// each. It says the same in several times the time.
/// </summary>
internal static partial class FoldingByExpressions
{
    private const string Han = "〇一二三四五六七八九";

    /// <summary>No dashes by their category, but taken for one.</summary>
    private const string Dashes =
        "\u02d7\u1173\u2043\u2053\u207b\u208b\u2212\u223c\u23af\u23e4\u2500\u2501\u2504\u2508\u254c\u254d\u2796\u30fc\u3161\ua7f7";

    /// <summary>
    /// Letters that nothing is drawn for. https://www.unicode.org/reports/tr44/#Default_Ignorable_Code_Point
    /// </summary>
    private const string Fillers = "\u115f\u1160\u17b4\u17b5\u3164\uffa0\ufffc\ufffd";

    private const string Dots = "\u00b7\u2022\u2024\u2027\u2219\u22c5\u30fb\u3002\uff61";

    private const string DigitLetters = "OolI|\u039f\u03bf\u041e\u043e\u0406";

    public static string WithLettersAsDigits(string text) =>
        DigitWord().Replace(text, m => string.Concat(m.Value.Select(DigitOf)));

    public static string WithSingleDigitsJoined(string text) =>
        SingleDigits().Replace(text, m => string.Concat(m.Value.Where(char.IsAsciiDigit)));

    public static string WithGroupsJoined(string text) =>
        Groups()
            .Replace(
                text,
                m => IsOneNumber(m.Groups["group"].Captures) ? string.Concat(m.Value.Where(char.IsAsciiDigit)) : m.Value
            );

    public static string WithoutSeams(string text) => Seam().Replace(text, "");

    public static string WithoutSpaces(string text) => Spaces().Replace(text, "");

    public static bool HoldsNumber(string text) => Pattern().Matches(text).Any(IsNumber);

    public static bool HoldsSigned(string text) => Signed().Matches(text).Any(IsNumber);

    public static bool HoldsInterim(string text) =>
        Interim().Matches(text).Any(m => IsDay(m.Groups["month"].Value, m.Groups["day"].Value));

    private static char DigitOf(char sign)
    {
        if (sign is 'l' or 'I' or '|' or '\u0406')
            return '1';
        return DigitLetters.Contains(sign, StringComparison.Ordinal) ? '0' : sign;
    }

    [GeneratedRegex(
        "(?<![\\p{L}\\p{N}])(?=[-+]?[OolI|\u039f\u03bf\u041e\u043e\u0406]{0,3}[0-9])"
            + "[-+0-9OolI|\u039f\u03bf\u041e\u043e\u0406]{2,40}(?![\\p{L}\\p{N}])",
        RegexOptions.None,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex DigitWord();

    public static string Folded(string text)
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

    /// <summary>True for as many digits as an identity number has, but for "10 11 12 13 14".</summary>
    private static bool IsOneNumber(CaptureCollection groups)
    {
        if (groups.Sum(g => g.Length) is not (10 or 12))
            return false;
        var numbers = groups.Select(g => long.Parse(g.ValueSpan, CultureInfo.InvariantCulture)).ToList();
        var steps = numbers.Zip(numbers.Skip(1), (one, next) => next - one);
        return groups.Count < 3 || steps.Distinct().Skip(1).Any();
    }

    private static bool IsNumber(Match match)
    {
        var (month, day) = (match.Groups["month"].Value, match.Groups["day"].Value);
        return IsDay(month, day)
            && HasRightCheckDigit(match.Groups["year"].Value + month + day + match.Groups["last"].Value);
    }

    private static bool IsDay(string month, string day)
    {
        var (ofYear, ofMonth) = (int.Parse(month), int.Parse(day));
        // A co-ordination number has 60 added to the day. Any leap year will do: the century is often not written.
        return ofYear is >= 1 and <= 12
            && (ofMonth > 60 ? ofMonth - 60 : ofMonth) is >= 1 and var number
            && number <= DateTime.DaysInMonth(2000, ofYear);
    }

    /// <summary>The Luhn sum of all ten digits is a multiple of ten.</summary>
    private static bool HasRightCheckDigit(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var product = (digits[i] - '0') * (i % 2 == 0 ? 2 : 1);
            sum += product > 9 ? product - 9 : product;
        }
        return sum % 10 == 0;
    }

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

    [GeneratedRegex("(?<=[-+0-9])[ \t]+(?=[-+0-9])", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Spaces();

    [GeneratedRegex(
        """
            (?<![0-9])((18|19|20)[ \t]?-?)?(?<year>[0-9]{2})
            (
              (?<month>[0-9]{2})(?<day>[0-9]{2})([^\p{L}\p{N}\n\f,;]{0,4}|[,;])(?<last>[0-9]{4})
            | (-(?<month>[0-9]{2})-(?<day>[0-9]{2})
            | [ ](?<month>[0-9]{2})[ ](?<day>[0-9]{2})
            | [./](?<month>[0-9]{2})[./](?<day>[0-9]{2}))[ ]?[-+ /_.*~(][ ]?
              # A time of day or another date may follow a date.
              (?<last>[0-9]{4})(?![-./:][0-9]{2})
            )
            (?![0-9])
            """,
        RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant,
        10_000
    )]
    private static partial Regex Pattern();

    [GeneratedRegex(
        "(?<![0-9])((18|19|20)?[0-9]{2}(?<month>[0-9]{2})(?<day>[0-9]{2})[ \t]?([TPR][0-9]{3}|TF[0-9]{2}|Tf[0-9]{2})"
            + "|((18|19|20)?[0-9]{2}(?<month>[0-9]{2})(?<day>[0-9]{2})"
            + "|(18|19|20)?[0-9]{2}(-(?<month>[0-9]{2})-(?<day>[0-9]{2})| (?<month>[0-9]{2}) (?<day>[0-9]{2})"
            + "|[./](?<month>[0-9]{2})[./](?<day>[0-9]{2})))"
            + "[ ]?[-+./][ ]?([TPRtpr][0-9]{3}|[Tt][Ff][0-9]{2}))(?![\\p{L}\\p{N}])",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        10_000
    )]
    private static partial Regex Interim();

    [GeneratedRegex(
        @"(?=[ \t]?\f)((?<=[0-9])[ \t]?\f[ \t]?(?=[-+][ \t]?[0-9])|(?<=[0-9][ \t]?[-+])[ \t]?\f[ \t]?(?=[0-9])"
            + @"|(?<=[\p{L}\p{N}]@)\f(?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}])\f(?=@[\p{L}\p{N}])"
            + @"|(?<=(^|\f)[0-9][-+0-9 \t]{0,12})\f(?=[0-9][-+0-9 \t]{0,12}(\f|$)))",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Seam();

    [GeneratedRegex(
        "(?<![0-9])(18|19|20)?(?<year>[0-9]{2})(?<month>[0-9]{2})(?<day>[0-9]{2})[-+](?<last>[0-9]{4})(?![0-9])",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        10_000
    )]
    private static partial Regex Signed();
}
