namespace SpLg.Core.PersonalData;

/// <summary>
/// Finds Swedish personal identity and co-ordination numbers: a possible day and a right check digit, so that diary
/// and phone numbers are seldom taken for one. https://www.skatteverket.se (personnummer, samordningsnummer)
/// </summary>
public static partial class PersonalNumber
{
    /// <summary>True when somewhere in the text there is what looks like one, in disguise or not.</summary>
    public static bool IsIn(string text) => IsIn(FoldedText.Of(text));

    public static bool IsIn(FoldedText text)
    {
        // A number has ten digits at least, but for one with letters: most cells are dismissed without the expressions.
        if (text.Digits < 8)
            return false;
        if (text.Text.AsSpan().IndexOfAny("TPR") >= 0 && IsInterim(text))
            return true;
        if (text.Digits < 10)
            return false;
        return text.Readings.Any(r => Pattern().Matches(r).Any(IsNumber))
            || Signed().Matches(text.Compact).Any(IsNumber);
    }

    /// <summary>One given for a time has letters and no check digit: <c>811228-T123</c>, <c>811228-TF12</c>.</summary>
    private static bool IsInterim(FoldedText text) =>
        text.Readings.Any(r => Interim().Matches(r).Any(m => IsDay(m.Groups["month"].Value, m.Groups["day"].Value)));

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
        "(?<![0-9])(18|19|20)?[0-9]{2}(?<month>[0-9]{2})(?<day>[0-9]{2})[-+ ]?([TPR][0-9]{3}|TF[0-9]{2})(?![\\p{L}\\p{N}])",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        10_000
    )]
    private static partial Regex Interim();

    [GeneratedRegex(
        "(?<![0-9])(18|19|20)?(?<year>[0-9]{2})(?<month>[0-9]{2})(?<day>[0-9]{2})[-+](?<last>[0-9]{4})(?![0-9])",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        10_000
    )]
    private static partial Regex Signed();
}
