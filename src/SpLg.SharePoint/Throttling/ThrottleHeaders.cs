using System.Net.Http.Headers;

namespace SpLg.SharePoint.Throttling;

/// <summary>How long the service asks us to wait.</summary>
internal static class ThrottleHeaders
{
    // The dearest call costs five resource units, so with fewer left the next call may be refused.
    private const double DearestCall = 5;

    /// <summary>Whatever a header says: after it the service is asked, and can ask for more.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    /// <summary>
    /// For a quota that is nearly used up. It is one of a minute or of five; nobody has refused anything yet, and calls
    /// for other organisations must not rest because of one odd answer.
    /// </summary>
    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(5);

    /// <summary>
    /// The larger of Retry-After (seconds, possibly with a fraction, or a date) and RateLimit-Reset; null when neither
    /// is there.
    /// </summary>
    public static TimeSpan? AskedWait(HttpResponseHeaders headers, DateTimeOffset now) =>
        Larger(Waits(headers, "Retry-After", now).Concat(Waits(headers, "RateLimit-Reset", null)), LongestWait);

    /// <summary>
    /// The wait until the quota is renewed when an answer says it is used up; else null. The headers come only from 80
    /// % on.
    /// </summary>
    public static TimeSpan? QuotaWait(HttpResponseHeaders headers) =>
        Texts(headers, "RateLimit-Remaining").Select(Number).Any(left => left < DearestCall)
            ? Larger(Waits(headers, "RateLimit-Reset", null), LongestRest)
            : null;

    private static TimeSpan? Larger(IEnumerable<double> seconds, TimeSpan most)
    {
        var largest = seconds.DefaultIfEmpty(-1).Max();
        return largest < 0 ? null : TimeSpan.FromSeconds(Math.Min(largest, most.TotalSeconds));
    }

    /// <param name="now">Null where a date has no meaning.</param>
    private static IEnumerable<double> Waits(HttpResponseHeaders headers, string name, DateTimeOffset? now)
    {
        // Not headers.RetryAfter: it drops values with a fraction such as "2.128", which Microsoft's own documentation
        // shows.
        foreach (var text in Texts(headers, name))
        {
            if (Number(text) is { } seconds)
                yield return seconds;
            else if (
                now is { } from
                && RetryConditionHeaderValue.TryParse(text, out var condition)
                && condition.Date is { } moment
            )
                yield return Math.Max(0, (moment - from).TotalSeconds);
        }
    }

    /// <summary>A number from 0; null for anything else.</summary>
    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= 0
            ? number
            : null;

    /// <summary>
    /// All values, also several in one line, as a proxy may join them; a date holds a comma of its own.
    /// </summary>
    private static IEnumerable<string> Texts(HttpResponseHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) ? values.SelectMany(Parts) : [];

    private static IReadOnlyList<string> Parts(string value) =>
        Number(value) is null && !RetryConditionHeaderValue.TryParse(value, out _)
            ? value.Split(',', StringSplitOptions.TrimEntries)
            : [value];
}
