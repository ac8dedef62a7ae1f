using System.Globalization;
using System.Text.RegularExpressions;

namespace SpLg.Core.Lists;

/// <summary>A date as Graph sends it, or as a Swede or a Swedish site writes it. The machine's language plays no part.</summary>
internal static partial class DayText
{
    private static readonly string[] Days = ["yyyy-M-d", "yyyy/M/d", "yyyyMMdd", "d/M yyyy", "d.M.yyyy"];

    // Without offset: already the site's own time, as an export writes it.
    private static readonly string[] Moments = ["yyyy-M-d H:mm", "yyyy-M-d H:mm:ss", "yyyy-M-d H.mm", "yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss"];

    private static readonly string[] Months =
        ["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"];

    /// <summary>
    /// The day in the site's time zone, or null when this is no date. A date-only column arrives as midnight of that
    /// zone in UTC, so its UTC date is the day before in Sweden.
    /// </summary>
    public static DateOnly? TryRead(string text, TimeZoneInfo siteZone)
    {
        var plain = Spaces().Replace(text.Trim(), " ");
        if (DateOnly.TryParseExact(plain, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        if (DateTime.TryParseExact(plain, Moments, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            return DateOnly.FromDateTime(local);
        if (WireForm().IsMatch(plain) && DateTimeOffset.TryParse(plain, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
            return DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, siteZone).DateTime);
        return TryInWords(plain);
    }

    // 3 mars 2026, den 3 mars 2026, 3 sept. 2026
    private static DateOnly? TryInWords(string text)
    {
        var match = InWords().Match(text);
        if (!match.Success)
            return null;
        var month = Array.FindIndex(Months, m => m.StartsWith(match.Groups["month"].Value, StringComparison.OrdinalIgnoreCase)) + 1;
        return month > 0 && DateOnly.TryParseExact($"{match.Groups["year"].Value}-{month}-{match.Groups["day"].Value}", "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;
    }

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+(Z|[+-][0-9]{2}:[0-9]{2})?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WireForm();

    [GeneratedRegex(@"^(den )?(?<day>[0-9]{1,2}) (?<month>\p{L}{3,9})\.? (?<year>[0-9]{4})$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex InWords();
}
