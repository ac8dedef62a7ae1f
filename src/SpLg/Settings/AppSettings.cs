namespace SpLg.Settings;

/// <summary>All settings, bound once at start from <c>splg.json</c> &lt; environment &lt; command line.</summary>
/// <param name="Zone">The site's time zone (site settings, regional settings): a date column is midnight there.</param>
/// <param name="Site">Null when no site is named; a command that needs one has had it checked.</param>
internal sealed record AppSettings(TimeZoneInfo Zone, SiteSettings? Site, WorkerSettings Worker);
