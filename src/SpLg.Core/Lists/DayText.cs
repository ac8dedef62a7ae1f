namespace SpLg.Core.Lists;

/// <summary>
/// A date as Graph sends it, or as a Swede or a Swedish site writes it. The machine's language plays no part.
/// </summary>
internal static partial class DayText
{
    private static readonly string[] Days = ["yyyy-M-d", "yyyy/M/d", "yyyyMMdd", "d/M yyyy", "d.M.yyyy"];

    // Without offset: already the site's own time, as an export writes it.
    private static readonly string[] Moments =
    [
        "yyyy-M-d H:mm",
        "yyyy-M-d H:mm:ss",
        "yyyy-M-d H.mm",
        "yyyy-MM-ddTHH:mm",
        "yyyy-MM-ddTHH:mm:ss",
        "yyyy-M-d H:mm:ss.FFFFFFF",
        "yyyy/M/d H:mm",
        "yyyy/M/d H:mm:ss",
    ];

    // Monday first, as the days of the ISO week.
    private static readonly string[] Weekdays = ["måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"];

    /// <summary>
    /// The day in the site's time zone, or null when this is no date. A date-only column arrives as midnight of that
    /// zone in UTC, so its UTC date is the day before in Sweden.
    /// </summary>
    public static DateOnly? TryRead(string text, TimeZoneInfo siteZone)
    {
        var plain = text.Trim();
        // Most cells are in the form that an export writes.
        if (
            DateOnly.TryParseExact(
                plain,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var exported
            )
        )
            return exported;
        plain = Spaces().Replace(plain, " ");
        if (DateOnly.TryParseExact(plain, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        if (DateTime.TryParseExact(plain, Moments, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            return DateOnly.FromDateTime(local);
        if (
            WireForm().IsMatch(plain)
            && DateTimeOffset.TryParse(
                plain,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var moment
            )
        )
            return DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, siteZone).DateTime);
        return TryInWords(plain) ?? TrySerial(plain);
    }

    /// <summary>
    /// The moment, told by the site's wall clock; null when this is none. A text that names no zone is by that clock,
    /// as an export writes it.
    /// </summary>
    public static DateTimeOffset? TryReadMoment(string text, TimeZoneInfo siteZone)
    {
        var plain = Spaces().Replace(text.Trim(), " ").Replace(" kl. ", " ", StringComparison.OrdinalIgnoreCase);
        if (DateTime.TryParseExact(plain, Moments, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            return new DateTimeOffset(local, siteZone.GetUtcOffset(local));
        return
            WireForm().IsMatch(plain)
            && DateTimeOffset.TryParse(plain, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            ? TimeZoneInfo.ConvertTime(moment, siteZone)
            : null;
    }

    // The number a spreadsheet keeps a day as: days since 30 December 1899. Five digits are the years 1927 to 2173.
    // https://support.microsoft.com/office/date-function-e36c0c8c-4104-49da-ab83-82328b832349
    private static DateOnly? TrySerial(string text) =>
        text.Length == 5
        && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days)
        && days >= 10000
            ? new DateOnly(1899, 12, 30).AddDays(days)
            : null;

    // 3 mars 2026, den 3 mars 2026, 3 sept. 2026, tisdag 3 mars 2026; a weekday that is another day's makes it no date.
    private static DateOnly? TryInWords(string text)
    {
        var match = InWords().Match(text);
        if (!match.Success)
            return null;
        var month = Swedish.MonthOf(match.Groups["month"].Value);
        var weekday = match.Groups["weekday"].Value;
        return
            month > 0
            && DateOnly.TryParseExact(
                $"{match.Groups["year"].Value}-{month}-{match.Groups["day"].Value}",
                "yyyy-M-d",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var day
            )
            && (
                weekday.Length == 0
                || weekday.Equals(Weekdays[((int)day.DayOfWeek + 6) % 7], StringComparison.OrdinalIgnoreCase)
            )
            ? day
            : null;
    }

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex(
        @"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+(Z|[+-][0-9]{2}:[0-9]{2})?$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex WireForm();

    [GeneratedRegex(
        @"^((?<weekday>(mån|tis|ons|tors|fre|lör|sön)dag)(en)?,? )?(den )?(?<day>[0-9]{1,2}) (?<month>\p{L}{3,9})\.? (?<year>[0-9]{4})$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex InWords();
}
