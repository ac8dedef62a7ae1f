using System.Text.RegularExpressions;

namespace SpLg.Core.Review;

/// <summary>
/// Finds Swedish phone numbers as people write them: an area code and the rest in groups, a mobile number in one piece,
/// or the country code. Dates, amounts, registry numbers, incident numbers and network addresses are left alone.
/// </summary>
internal static partial class PhoneNumber
{
    public static bool IsIn(string text)
    {
        // Every form holds a zero or the country code, and eight digits: most cells are dismissed without the expression.
        if (text.Length < 8 || text.AsSpan().IndexOfAny('0', '+') < 0)
            return false;
        foreach (Match match in Pattern().Matches(PersonalNumber.WithoutInvisible(text)))
        {
            var digits = match.Value.Count(char.IsAsciiDigit);
            if (match.Groups["country"].Success || digits is >= 8 and <= 10)
                return true;
        }
        return false;
    }

    [GeneratedRegex(
        """
        (?<![\p{L}\p{N}_%=/+])(?<![\p{N}][-.,:–\ \u00a0])(?<!\p{L}-)
        (?<!\b(dnr|diarienr|diarienummer|ärende|ärendenummer|IA|IA-nummer)[.:]?\ ?)
        (
          (?<country>(\+|00)46)[-\ \u00a0]?(\(0\)[\ \u00a0]?)?[1-9]([-–/.\ \u00a0]?[0-9]){6,8}
        | (?<country>\+(4[4-9]|3[1-9]|35[0-9]|37[0-9]))[-\ \u00a0]?[0-9]([-–/.\ \u00a0]?[0-9]){6,10}
        | 07[02369]([\ \u00a0]?[-–\u2010\u2011/.][\ \u00a0]?|[\ \u00a0])[0-9]{2,3}[-.\ \u00a0]?[0-9]{2}[-.\ \u00a0]?[0-9]{2,3}
        | (0[1-9][0-9]{0,2}[\ \u00a0]?[-–\u2010\u2011/][\ \u00a0]?|\(0[1-9][0-9]{0,2}\)[\ \u00a0]?)([1-9][0-9]{1,2}([\ \u00a0][0-9]{2,3}){1,2}|[1-9][0-9]{4,7})
        | 0[1-9][0-9]{0,2}[\ \u00a0][1-9][0-9]{1,2}([\ \u00a0][0-9]{2,3}){1,2}
        | 07[02369][0-9]{7}
        )
        (?![0-9])(?![-/.,:–][0-9])(?![\ \u00a0]?(kr|kronor|tkr|mnkr)\b)
        """,
        RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Pattern();
}
