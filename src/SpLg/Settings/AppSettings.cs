using SpLg.Mail;
using SpLg.Schedule;

namespace SpLg.Settings;

/// <summary>
/// All settings for the work on one site, bound once at start from <c>splg.json</c> &lt; environment &lt; command line.
/// </summary>
/// <param name="Zone">The site's time zone (site settings, regional settings): a date column is midnight there.</param>
/// <param name="Site">Null when no site is named; a command that needs one has had it checked.</param>
internal sealed record AppSettings(TimeZoneInfo Zone, SiteSettings? Site, WorkerSettings Worker)
{
    /// <summary>The organisation's name under <c>Sites</c>; null when the settings name one site only.</summary>
    public string? Organisation { get; init; }

    public ScheduleSettings Schedule { get; init; } = ScheduleSettings.None;

    public ServiceSettings Service { get; init; } = ServiceSettings.Usual;

    public MailSettings Mail { get; init; } = MailSettings.None;
}
