namespace SpLg.Core.PersonalData;

/// <summary>
/// Finds Swedish personal identity and co-ordination numbers: a possible day and a right check digit, so that diary
/// and phone numbers are seldom taken for one. https://www.skatteverket.se (personnummer, samordningsnummer)
/// Every number is looked at from its end, and no expression is used, because a cell may hold a million digits.
/// </summary>
public static partial class PersonalNumber
{
    /// <summary>The letters that a number given for a time has in place of a digit.</summary>
    private const string InterimSigns = "TPRtpr";

    /// <summary>Of the signs between the day and the last four digits, how many there may be.</summary>
    private const int MostBetween = 4;

    /// <summary>True when somewhere in the text there is what looks like one, in disguise or not.</summary>
    public static bool IsIn(string text) => IsIn(FoldedText.Of(text));

    public static bool IsIn(FoldedText text)
    {
        // A number has ten digits at least, but for one with letters: most cells are dismissed without a look.
        if (text.Digits < 8)
            return false;
        if (text.Text.AsSpan().IndexOfAny(InterimSigns) >= 0 && text.Readings.Any(HoldsInterim))
            return true;
        if (text.Digits < 10)
            return false;
        return text.Readings.Any(HoldsNumber) || HoldsSigned(text.Compact);
    }

    /// <summary>A message with what it quotes covered where that holds a number.</summary>
    public static string Covered(string message) =>
        message.AsSpan().IndexOf('”') >= 0 && IsIn(message)
            ? Quoted().Replace(message, m => IsIn(m.Value) ? "”(ser ut som ett personnummer och visas inte)”" : m.Value)
            : message;

    internal static bool HoldsNumber(string text)
    {
        for (var at = DigitRuns.NextDigit(text, 0); at >= 0; )
        {
            var end = DigitRuns.EndOfRun(text, at);
            if (
                end - at is 10 or 12
                    ? IsDate(text.AsSpan(at, end - at - 4), text.AsSpan(end - 4, 4))
                    : end - at == 4 && (EndsDate(text, at) || (EndsParted(text, at) && !GoesOn(text, end)))
            )
                return true;
            at = DigitRuns.NextDigit(text, end);
        }
        return false;
    }

    /// <summary>A number whose spaces are taken away has its sign left.</summary>
    internal static bool HoldsSigned(string text)
    {
        for (var at = DigitRuns.NextDigit(text, 0); at >= 0; )
        {
            var end = DigitRuns.EndOfRun(text, at);
            if (
                end - at == 4
                && at > 0
                && text[at - 1] is '-' or '+'
                && IsDate(RunBefore(text, at - 1), text.AsSpan(at, 4))
            )
                return true;
            at = DigitRuns.NextDigit(text, end);
        }
        return false;
    }

    /// <summary>One given for a time has letters and no check digit: <c>811228-T123</c>, <c>811228-TF12</c>.</summary>
    internal static bool HoldsInterim(string text)
    {
        for (var at = 0; (at = Next(text, at)) >= 0; at++)
        {
            var digits = text.AsSpan(at) is ['T' or 't', 'F' or 'f', ..] ? at + 2 : at + 1;
            var end = DigitRuns.EndOfRun(text, digits);
            if (end - at != 4 || (end < text.Length && (char.IsLetter(text[end]) || char.IsNumber(text[end]))))
                continue;
            if (
                IsWholeDate(RunBefore(text, at > 0 && text[at - 1] is ' ' or '\t' ? at - 1 : at))
                && char.IsUpper(text[at])
            )
                return true;
            // A sign makes one of a small letter and of a date in parts, which else are a date and something else.
            var sign = at > 0 && text[at - 1] == ' ' ? at - 1 : at;
            if (sign == 0 || text[sign - 1] is not ('-' or '+' or '.' or '/'))
                continue;
            var date = sign > 1 && text[sign - 2] == ' ' ? sign - 2 : sign - 1;
            if (IsWholeDate(RunBefore(text, date)) || IsWholeDate(Parted(text, date)))
                return true;
        }
        return false;

        static int Next(string text, int at) =>
            text.AsSpan(at).IndexOfAny(InterimSigns) is var next and >= 0 ? at + next : -1;
    }

    /// <summary>Whether the last four digits, which begin here, follow a date in one piece: <c>811228 - 9874</c>.</summary>
    private static bool EndsDate(string text, int last)
    {
        var between = last;
        while (between > 0 && last - between < MostBetween && IsBetween(text[between - 1]))
            between--;
        if (between == last && between > 0 && text[between - 1] is ',' or ';')
            between--;
        return IsDate(RunBefore(text, between), text.AsSpan(last, 4));

        static bool IsBetween(char c) => !(char.IsLetter(c) || char.IsNumber(c) || c is '\n' or '\f' or ',' or ';');
    }

    /// <summary>Whether they follow a date in parts: <c>1981-12-28 9874</c>, <c>81.12.28/9874</c>.</summary>
    private static bool EndsParted(string text, int last)
    {
        var end = last;
        if (end > 0 && text[end - 1] == ' ')
            end--;
        if (end > 0 && "-+/_.*~(".Contains(text[end - 1], StringComparison.Ordinal))
            end -= end > 1 && text[end - 2] == ' ' ? 2 : 1;
        else if (end == last)
            return false;
        // The space may be the separator itself, with another space beside it.
        else if (last - end == 1 && end > 0 && text[end - 1] == ' ')
            end -= end > 1 && text[end - 2] == ' ' ? 2 : 1;
        return IsDate(Parted(text, end), text.AsSpan(last, 4));
    }

    /// <summary>The digits of a date in parts that ends here; empty when none does.</summary>
    private static ReadOnlySpan<char> Parted(string text, int end)
    {
        if (RunBefore(text, end) is not { Length: 2 } day)
            return [];
        var second = end - 3;
        if (second < 0 || RunBefore(text, second) is not { Length: 2 } month)
            return [];
        var first = second - 3;
        if (first < 0 || RunBefore(text, first) is not { Length: 2 or 4 } year)
            return [];
        var isParted = (text[first], text[second]) is ('-', '-') or (' ', ' ') or ('.' or '/', '.' or '/');
        return isParted ? (char[])[.. year, .. month, .. day] : [];
    }

    /// <summary>A time of day or another date may follow a date.</summary>
    private static bool GoesOn(string text, int end) =>
        end + 2 < text.Length
        && text[end] is '-' or '.' or '/' or ':'
        && char.IsAsciiDigit(text[end + 1])
        && char.IsAsciiDigit(text[end + 2]);

    /// <summary>The digits that end here; empty when they are more than any date has.</summary>
    private static ReadOnlySpan<char> RunBefore(string text, int end)
    {
        var start = end;
        while (start > 0 && end - start < 9 && char.IsAsciiDigit(text[start - 1]))
            start--;
        return end - start < 9 ? text.AsSpan(start, end - start) : [];
    }

    private static bool IsDate(ReadOnlySpan<char> date, ReadOnlySpan<char> last) =>
        IsWholeDate(date) && HasRightCheckDigit([.. date[^6..], .. last]);

    /// <summary>Six digits, or eight of a century that people live in or have left their records of.</summary>
    private static bool IsWholeDate(ReadOnlySpan<char> date) =>
        (date.Length == 6 || (date.Length == 8 && date[..2] is "18" or "19" or "20")) && IsDay(date[^4..]);

    private static bool IsDay(ReadOnlySpan<char> digits)
    {
        var (ofYear, ofMonth) = (Number(digits), Number(digits[2..]));
        // A co-ordination number has 60 added to the day. Any leap year will do: the century is often not written.
        return ofYear is >= 1 and <= 12
            && (ofMonth > 60 ? ofMonth - 60 : ofMonth) is >= 1 and var number
            && number <= DateTime.DaysInMonth(2000, ofYear);

        static int Number(ReadOnlySpan<char> two) => ((two[0] - '0') * 10) + two[1] - '0';
    }

    /// <summary>The Luhn sum of all ten digits is a multiple of ten.</summary>
    private static bool HasRightCheckDigit(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var product = (digits[i] - '0') * (i % 2 == 0 ? 2 : 1);
            sum += product > 9 ? product - 9 : product;
        }
        return sum % 10 == 0;
    }

    [GeneratedRegex("”[^”]*”", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quoted();
}
