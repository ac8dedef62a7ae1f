using System.Text.RegularExpressions;

namespace SpLg.Core.Review;

/// <summary>
/// Finds Swedish personal identity and co-ordination numbers: a possible day and a right check digit, so that diary
/// and phone numbers are seldom taken for one. https://www.skatteverket.se (personnummer, samordningsnummer)
/// </summary>
internal static partial class PersonalNumber
{
    public static bool IsIn(string text)
    {
        // A number has ten digits at least: most cells are dismissed without the expression.
        if (text.Length < 10 || text.AsSpan().IndexOfAnyInRange('0', '9') < 0)
            return false;
        foreach (Match match in Pattern().Matches(text))
        {
            if (IsDay(match.Groups["month"].Value, match.Groups["day"].Value) && HasRightCheckDigit(match.Groups["short"].Value + match.Groups["day"].Value + match.Groups["last"].Value))
                return true;
        }
        return false;
    }

    private static bool IsDay(string month, string day)
    {
        var number = int.Parse(day);
        // A co-ordination number has 60 added to the day.
        return int.Parse(month) is >= 1 and <= 12 && (number is >= 1 and <= 31 || number is >= 61 and <= 91);
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

    [GeneratedRegex(@"(?<![0-9])(?:18|19|20)?(?<short>[0-9]{2}(?<month>[0-9]{2}))(?<day>[0-9]{2})[-+ \u2010-\u2013]?(?<last>[0-9]{4})(?![0-9])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Pattern();
}
