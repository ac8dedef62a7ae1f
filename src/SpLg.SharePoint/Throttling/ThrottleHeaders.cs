using System.Globalization;
using System.Net.Http.Headers;

namespace SpLg.SharePoint.Throttling;

/// <summary>How long the service asks us to wait.</summary>
internal static class ThrottleHeaders
{
    // The dearest call costs five resource units, so with fewer left the next call may be refused.
    private const double DearestCall = 5;

    // A day: longer than anyone waits, and still a time span.
    private const double LongestTold = 86_400;

    /// <summary>The larger of Retry-After (seconds, possibly with a fraction, or a date) and RateLimit-Reset; null when neither is there.</summary>
    public static TimeSpan? AskedWait(HttpResponseHeaders headers, DateTimeOffset now)
    {
        var after = RetryAfter(headers, now);
        var reset = Seconds(headers, "RateLimit-Reset");
        return after is { } a && reset is { } r ? (a > r ? a : r) : after ?? reset;
    }

    /// <summary>The wait until the quota is renewed when an answer says it is used up; else null. The headers come only from 80 % on.</summary>
    public static TimeSpan? QuotaWait(HttpResponseHeaders headers) =>
        Number(headers, "RateLimit-Remaining") is { } left && left < DearestCall ? Seconds(headers, "RateLimit-Reset") : null;

    private static TimeSpan? RetryAfter(HttpResponseHeaders headers, DateTimeOffset now)
    {
        // Not headers.RetryAfter: it drops values with a fraction such as "2.128", which Microsoft's own documentation shows.
        if (Seconds(headers, "Retry-After") is { } seconds)
            return seconds;
        return Text(headers, "Retry-After") is { } text
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? TimeSpan.FromTicks(Math.Max(0, (moment - now).Ticks))
            : null;
    }

    private static TimeSpan? Seconds(HttpResponseHeaders headers, string name) =>
        Number(headers, name) is { } seconds && seconds >= 0 ? TimeSpan.FromSeconds(Math.Min(seconds, LongestTold)) : null;

    private static double? Number(HttpResponseHeaders headers, string name) =>
        double.TryParse(Text(headers, name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? Text(HttpResponseHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
}
