using System.Text.RegularExpressions;

namespace SpLg.Core.Review;

/// <summary>
/// Finds Swedish personal identity and co-ordination numbers: a possible day and a right check digit, so that diary
/// and phone numbers are seldom taken for one. https://www.skatteverket.se (personnummer, samordningsnummer)
/// </summary>
public static partial class PersonalNumber
{
    /// <summary>True when somewhere in the text there is what looks like one.</summary>
    public static bool IsIn(string text)
    {
        // A number has ten digits at least: most cells are dismissed without the expression.
        if (text.Length < 10 || text.AsSpan().IndexOfAnyInRange('0', '9') < 0)
            return false;
        foreach (Match match in Pattern().Matches(WithoutInvisible(text)))
        {
            if (IsDay(match.Groups["month"].Value, match.Groups["day"].Value) && HasRightCheckDigit(match.Groups["year"].Value + match.Groups["month"].Value + match.Groups["day"].Value + match.Groups["last"].Value))
                return true;
        }
        return false;
    }

    private static bool IsDay(string month, string day)
    {
        var (ofYear, ofMonth) = (int.Parse(month), int.Parse(day));
        // A co-ordination number has 60 added to the day. Any leap year will do: the century is often not written.
        return ofYear is >= 1 and <= 12 && (ofMonth > 60 ? ofMonth - 60 : ofMonth) is >= 1 and var number && number <= DateTime.DaysInMonth(2000, ofYear);
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

    /// <summary>Signs without width that come along when text is copied; they part the digits for a program alone.</summary>
    internal static string WithoutInvisible(string text) =>
        text.AsSpan().IndexOfAny(Invisible) < 0 ? text : string.Concat(text.Where(c => !Invisible.Contains(c)));

    private const string Invisible = "\u00ad\u200b\u200c\u200d\u2060\ufeff";

    [GeneratedRegex(
        """
        (?<![0-9])((18|19|20)[ \u00a0\t]?)?(?<year>[0-9]{2})
        (
          (?<month>[0-9]{2})(?<day>[0-9]{2})[ \u00a0\u202f\t]?[-+\u2010-\u2015\u2212]?[ \u00a0\u202f\t]?(?<last>[0-9]{4})
        | (-(?<month>[0-9]{2})-(?<day>[0-9]{2})[-+ \u00a0\u202f]
        | [ \u00a0\u202f](?<month>[0-9]{2})[ \u00a0\u202f](?<day>[0-9]{2})[-+ \u00a0\u202f]
        | [./](?<month>[0-9]{2})[./](?<day>[0-9]{2})[-+ \u00a0\u202f])
          # A time of day or another date may follow a date.
          (?<last>[0-9]{4})(?![-./:][0-9]{2})
        )
        (?![0-9])
        """,
        RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Pattern();
}
