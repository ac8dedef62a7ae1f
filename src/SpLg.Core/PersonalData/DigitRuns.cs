using System.Buffers;

namespace SpLg.Core.PersonalData;

/// <summary>
/// Digits of a folded text that are one number although something stands between them. Each looks at every character
/// once, because a cell may hold a million digits.
/// </summary>
internal static class DigitRuns
{
    /// <summary>Letters that are taken for a digit among others: O and o for 0, l, I and | for 1.</summary>
    private const string DigitLetters = "OolI|\u039f\u03bf\u041e\u043e\u0406";

    public static readonly SearchValues<char> DigitSigns = SearchValues.Create("0123456789" + DigitLetters);

    private static readonly SearchValues<char> OfNumber = SearchValues.Create("-+0123456789" + DigitLetters);

    /// <summary>Signs of a word that is taken for a number.</summary>
    private const int LongestWord = 40;

    /// <summary>Letters before its first digit.</summary>
    private const int MostLettersFirst = 3;

    /// <summary>As many digits, one by one, as are a number, from eight up.</summary>
    private const int FewestSingle = 8;

    private const int MostSingle = 21;

    private const int MostGroups = 12;

    private const int LongestGroup = 12;

    /// <summary>The signs that may stand between digits written one by one, up to three of them.</summary>
    private static readonly SearchValues<char> BetweenSingle = SearchValues.Create(" .,\t_|/:;()[]*-");

    /// <summary>The signs that may stand between groups of digits.</summary>
    private const string BetweenGroups = " ./-";

    /// <summary>Without the spaces between digits and the signs of a number.</summary>
    public static string WithoutSpaces(string text)
    {
        if (text.AsSpan().IndexOfAny(' ', '\t') < 0)
            return text;
        var joined = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; )
        {
            if (text[i] is not (' ' or '\t'))
            {
                joined.Append(text[i++]);
                continue;
            }
            var start = i;
            while (i < text.Length && text[i] is ' ' or '\t')
                i++;
            if (start == 0 || i == text.Length || !IsOfNumber(text[start - 1]) || !IsOfNumber(text[i]))
                joined.Append(text, start, i - start);
        }
        return joined.ToString();
    }

    /// <summary>With digits that stand one by one put together.</summary>
    public static string WithSingleDigitsJoined(string text)
    {
        StringBuilder? joined = null;
        var done = 0;
        for (var at = NextDigit(text, 0); at >= 0; )
        {
            var (count, end) = SingleDigits(text, at);
            if (count >= FewestSingle)
            {
                joined ??= new(text.Length);
                joined.Append(text, done, at - done);
                AppendDigits(joined, text.AsSpan(at, end - at));
                done = end;
                at = NextDigit(text, end);
            }
            else
            {
                // A longer row of digits cannot begin before this place.
                at = NextDigit(text, EndOfRun(text, end));
            }
        }
        return joined is null ? text : joined.Append(text, done, text.Length - done).ToString();
    }

    /// <summary>
    /// With digits in groups put together where they are as many as an identity number has, but for "10 11 12 13 14".
    /// </summary>
    public static string WithGroupsJoined(string text)
    {
        StringBuilder? joined = null;
        var done = 0;
        Span<Range> groups = stackalloc Range[MostGroups];
        for (var at = NextDigit(text, 0); at >= 0; )
        {
            var (start, count, digits, longest) = (at, 0, 0, 0);
            int end;
            while (true)
            {
                end = EndOfRun(text, at);
                if (count < MostGroups)
                    groups[count] = at..end;
                (count, digits, longest) = (count + 1, digits + end - at, Math.Max(longest, end - at));
                if (
                    end + 1 >= text.Length
                    || !BetweenGroups.Contains(text[end], StringComparison.Ordinal)
                    || !char.IsAsciiDigit(text[end + 1])
                )
                    break;
                at = end + 1;
            }
            if (
                count is > 1 and <= MostGroups
                && longest <= LongestGroup
                && digits is 10 or 12
                && !IsSequence(text, groups[..count])
            )
            {
                joined ??= new(text.Length);
                joined.Append(text, done, start - done);
                AppendDigits(joined, text.AsSpan(start, end - start));
                done = end;
            }
            at = NextDigit(text, end);
        }
        return joined is null ? text : joined.Append(text, done, text.Length - done).ToString();
    }

    /// <summary>With the letters of a word of digits as the digits they look like.</summary>
    public static string WithLettersAsDigits(string text)
    {
        if (text.AsSpan().IndexOfAny(DigitLetters) < 0)
            return text;
        StringBuilder? read = null;
        var done = 0;
        for (var at = NextOfNumber(text, 0); at >= 0; )
        {
            var length =
                (at == 0 || !IsLetterOrNumber(text[at - 1])) && IsNumberAt(text, at) ? WordLength(text, at) : 0;
            if (length > 0)
            {
                read ??= new(text.Length);
                read.Append(text, done, at - done);
                foreach (var sign in text.AsSpan(at, length))
                    read.Append(DigitOf(sign));
                done = at + length;
            }
            at = NextOfNumber(text, at + Math.Max(1, length));
        }
        return read is null ? text : read.Append(text, done, text.Length - done).ToString();
    }

    /// <summary>The first digit from here; -1 when there is none.</summary>
    public static int NextDigit(string text, int from) =>
        text.AsSpan(from).IndexOfAnyInRange('0', '9') is var next and >= 0 ? from + next : -1;

    public static int EndOfRun(string text, int at)
    {
        while (at < text.Length && char.IsAsciiDigit(text[at]))
            at++;
        return at;
    }

    private static int NextOfNumber(string text, int from) =>
        text.AsSpan(from).IndexOfAny(OfNumber) is var next and >= 0 ? from + next : -1;

    private static bool IsNumberAt(string text, int at)
    {
        if (text[at] is '-' or '+')
            at++;
        for (
            var letters = 0;
            letters < MostLettersFirst && at < text.Length && DigitLetters.Contains(text[at], StringComparison.Ordinal);
            letters++
        )
            at++;
        return at < text.Length && char.IsAsciiDigit(text[at]);
    }

    /// <summary>The most signs from here that no letter or digit follows; 0 when they are fewer than two.</summary>
    private static int WordLength(string text, int at)
    {
        var word = text.AsSpan(at, Math.Min(LongestWord, text.Length - at));
        var length = word.IndexOfAnyExcept(OfNumber) is var end and >= 0 ? end : word.Length;
        while (length > 1 && at + length < text.Length && IsLetterOrNumber(text[at + length]))
            length--;
        return length > 1 ? length : 0;
    }

    private static char DigitOf(char sign)
    {
        if (sign is 'l' or 'I' or '|' or '\u0406')
            return '1';
        return DigitLetters.Contains(sign, StringComparison.Ordinal) ? '0' : sign;
    }

    private static bool IsLetterOrNumber(char c) => char.IsLetter(c) || char.IsNumber(c);

    /// <summary>How many digits stand one by one from here, and where the last ends.</summary>
    private static (int Count, int End) SingleDigits(string text, int at)
    {
        var (count, end) = (1, at + 1);
        while (count < MostSingle)
        {
            var next = end;
            while (next < text.Length && next - end < 4 && BetweenSingle.Contains(text[next]))
                next++;
            if (
                next - end is 0 or > 3
                || next >= text.Length
                || !char.IsAsciiDigit(text[next])
                || (next + 1 < text.Length && char.IsAsciiDigit(text[next + 1]))
            )
                break;
            (count, end) = (count + 1, next + 1);
        }
        return (count, end);
    }

    /// <summary>True for three numbers or more of which each follows the one before at the same step.</summary>
    private static bool IsSequence(string text, ReadOnlySpan<Range> groups)
    {
        if (groups.Length < 3)
            return false;
        var step = Number(groups[1]) - Number(groups[0]);
        for (var i = 2; i < groups.Length; i++)
        {
            if (Number(groups[i]) - Number(groups[i - 1]) != step)
                return false;
        }
        return true;

        long Number(Range group) => long.Parse(text.AsSpan()[group], CultureInfo.InvariantCulture);
    }

    private static void AppendDigits(StringBuilder joined, ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c))
                joined.Append(c);
        }
    }

    private static bool IsOfNumber(char c) => char.IsAsciiDigit(c) || c is '-' or '+';
}
