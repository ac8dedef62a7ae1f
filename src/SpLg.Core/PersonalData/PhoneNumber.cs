namespace SpLg.Core.PersonalData;

/// <summary>
/// Finds Swedish phone numbers as people write them: an area code and the rest in groups, a mobile number in one piece,
/// or the country code. Dates, amounts, registry numbers, incident numbers and network addresses are left alone.
/// </summary>
public static partial class PhoneNumber
{
    public static bool IsIn(string text) => IsIn(FoldedText.Of(text));

    public static bool IsIn(FoldedText text)
    {
        // Every form holds a zero or the country code, and eight digits: most cells are dismissed without the
        // expression.
        if (text.Digits < 8 || text.Text.AsSpan().IndexOfAny("0+4Oo\u039f\u03bf\u041e\u043e") < 0)
            return false;
        return text.Readings.Any(r =>
            HasDigits(r)
            && Pattern()
                .Matches(Scheme().Replace(r, " tel "))
                .Any(m => m.Groups["country"].Success || m.Value.Count(char.IsAsciiDigit) is >= 8 and <= 10)
        );
    }

    /// <summary>Whether as many digits as a number has stand together but for what may part them.</summary>
    private static bool HasDigits(string text)
    {
        var count = 0;
        for (var at = DigitRuns.NextDigit(text, 0); at >= 0; )
        {
            var end = DigitRuns.EndOfRun(text, at);
            count += end - at;
            if (count >= 7)
                return true;
            at = DigitRuns.NextDigit(text, end);
            if (at > end + 5 || (at >= 0 && text.AsSpan(end, at - end).IndexOfAnyExcept("-/.,_* ()") >= 0))
                count = 0;
        }
        return false;
    }

    /// <summary>The text before the number in the address of a link.</summary>
    [GeneratedRegex(
        @"\b(tel|sms|callto|fax|whatsapp):/*(?=[-+(0-9])|\bwa\.me/|[?&](phone|tel|tfn|mobil)=",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        10_000
    )]
    private static partial Regex Scheme();

    [GeneratedRegex(
        """
            (?<![\p{L}\p{N}_%+])(?<![=/](?!\+))(?<![\p{N}][-.,:\ ])(?<!\p{L}-)
            (?<!\b(dnr|diarienr|diarienummer|ärende|ärendenummer|IA|IA-nummer)[.:]?\ ?)
            (
              (?<country>[(\[]?(\+|00)[\ ]?[(\[]?46[)\]]?)[-\ ]?(\(0\)[\ ]?)?[1-9]([-/.\ ]?[0-9]){6,8}
            | (?<country>46[-\ ]?7)[02369]([-\ ]?[0-9]){7}
            | (?<country>(\+|00)[1-9][0-9]{0,2})[-\ ]?(\([0-9]{1,3}\)[\ ]?[0-9]([-/.\ ]?[0-9]){5,11}|[0-9]([-/.\ ]?[0-9]){7,11})
            | (?<country>tel\ )[0-9]([-/.\ ]?[0-9]){6,14}
            | 07[\ ]?[02369]([\ ]?[-/.,_*][-\ ]?|[\ ])[0-9]{1,3}[-.,_*\ ]?[0-9]{2}[-.,_*\ ]?[0-9]{2,3}([-.,_*\ ]?[0-9]{2})?
            | (0[1-9][0-9]{0,2}[\ ]?[-/.][\ ]?|\(0[1-9][0-9]{0,2}\)[\ ]?)([1-9][0-9]{1,2}([.\ ][0-9]{2,3}){1,2}|[1-9][0-9]{4,7})
            | 0[1-9][0-9]{0,2}[\ ]([1-9][0-9]{1,2}([\ ][0-9]{2,3}){1,2}|[1-9][0-9]{4,7})
            | 07[\ ]?[02369][0-9]{1,2}[\ ][0-9]{2}[\ ][0-9]{2}[\ ][0-9]{2}
            | 07[02369][0-9]{7} | 08[0-9]{7,8}
            )
            (?![0-9])(?![-/.,:][0-9])(?![\ ]?(kr|kronor|tkr|mnkr)\b)
            """,
        RegexOptions.ExplicitCapture
            | RegexOptions.IgnorePatternWhitespace
            | RegexOptions.IgnoreCase
            | RegexOptions.CultureInvariant,
        10_000
    )]
    private static partial Regex Pattern();
}
