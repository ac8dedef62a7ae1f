using System.Text.RegularExpressions;

namespace SpLg.Tracing;

/// <summary>
/// Row ids as one text: <c>1-49 52 60-61</c>. A figure may stand for thousands of rows, and the ids of a list mostly
/// follow each other. An id that is no plain number is written with its odd signs escaped as in an address.
/// </summary>
internal static partial class RowIds
{
    public static string Write(IEnumerable<string> ids)
    {
        var text = new StringBuilder();
        int? first = null;
        var last = 0;
        foreach (var id in ids)
        {
            var number = Plain().IsMatch(id) ? int.Parse(id, CultureInfo.InvariantCulture) : (int?)null;
            if (number is not null && first is not null && number == last + 1)
            {
                last = number.Value;
                continue;
            }
            End();
            if (number is null)
                text.Append(' ').Append(Uri.EscapeDataString(id).Replace("-", "%2D", StringComparison.Ordinal));
            else
                text.Append(' ').Append(number);
            (first, last) = (number, number ?? 0);
        }
        End();
        return text.Length == 0 ? "" : text.ToString(1, text.Length - 1);

        void End()
        {
            if (first is not null && last > first)
                text.Append('-').Append(last);
        }
    }

    /// <summary>What <see cref="Write"/> was given.</summary>
    public static IReadOnlyList<string> Read(string text)
    {
        var ids = new List<string>();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (Range().Match(word) is { Success: true } range)
            {
                var last = int.Parse(range.Groups["last"].ValueSpan, CultureInfo.InvariantCulture);
                for (
                    var id = int.Parse(range.Groups["first"].ValueSpan, CultureInfo.InvariantCulture);
                    id <= last;
                    id++
                )
                    ids.Add(id.ToString(CultureInfo.InvariantCulture));
            }
            else
            {
                ids.Add(Uri.UnescapeDataString(word));
            }
        }
        return ids;
    }

    [GeneratedRegex("^(0|[1-9][0-9]{0,8})$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Plain();

    [GeneratedRegex(
        "^(?<first>[0-9]{1,9})-(?<last>[0-9]{1,9})$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Range();
}
