namespace SpLg.Core.Rows;

/// <summary>
/// What the law gives a number of hours for, held against what the row of an incident says: the notification to IMY
/// (article 33 of the General Data Protection Regulation), and upplysning, incidentanmälan and slutrapport of chapter 2
/// of cybersäkerhetslagen (2025:1506).
/// </summary>
/// <param name="Column">Where it is mended.</param>
/// <param name="What">Swedish, with small letter: <c>anmälan till IMY</c>.</param>
/// <param name="Limit">Swedish: <c>72 timmar</c>.</param>
/// <param name="Hours">How late it is, in Swedish: <c>96 timmar efter vetskapen</c>; null where that is not known.</param>
public sealed record IncidentClock(
    Incident Incident,
    string Column,
    string What,
    string Limit,
    ClockState State,
    string? Hours = null
) : ISourceRow
{
    /// <inheritdoc/>
    public RowOrigin Origin => Incident.Origin;

    /// <summary>The number in the incident system, else the row: a title may point at a person.</summary>
    private string Name => Incident.IaId ?? $"Rad {Incident.Origin.Id}";

    private string Reason => Incident.LateReason is { } reason ? $" Skäl: {Swedish.WithStop(reason)}" : "";

    /// <summary>A sentence for the document.</summary>
    public string InWords =>
        State switch
        {
            ClockState.Late when Hours is { } hours => $"{Name}: {What} {hours}; gränsen är {Limit}.{Reason}",
            ClockState.Late => $"{Name}: {What} efter gränsen, som är {Limit}.{Reason}",
            ClockState.Missing => $"{Name}: uppgift om {What} saknas; gränsen är {Limit}.{Reason}",
            _ => $"{Name}: om {What} kom inom {Limit} går inte att visa, eftersom klockslag saknas.",
        };

    /// <summary>All that the law gives a time for and that has to be done by the day, or has been done.</summary>
    /// <param name="zone">The site's time zone, in which days begin and end.</param>
    internal static IEnumerable<IncidentClock> Of(
        Incident incident,
        ClockLimits limits,
        DateOnly today,
        TimeZoneInfo zone
    )
    {
        var aware = Awareness(incident, zone);
        if (TimeSpanOf(zone, incident.ReportedToImyAt, incident.ReportedToImyOn) is { } imy)
            yield return Done("Anmäld till IMY, tidpunkt", "anmälan till IMY", limits.ImyHours, imy);
        if (!incident.SignificantUnderCybersecurityAct.Is(true) || !limits.CybersecurityActApplies)
            yield break;
        var reported = TimeSpanOf(zone, incident.ReportedAt, incident.ReportedOn);
        IncidentClock?[] clocks =
        [
            limits.IsNotifiedThroughCity
                ? Due(
                    "Överlämnad till kommunen, tidpunkt",
                    "överlämnandet till kommunen",
                    limits.EarlyWarningHours,
                    TimeSpanOf(zone, incident.HandedToCityAt)
                )
                // A notification within the time of the early warning is one.
                : Due(
                    "Upplysning, tidpunkt",
                    $"upplysning till {limits.Receiver}",
                    limits.EarlyWarningHours,
                    TimeSpanOf(zone, incident.EarlyWarningAt) ?? (IsWithin(limits.EarlyWarningHours) ? reported : null)
                ),
            limits.IsNotifiedThroughCity && reported is null
                ? null
                : Due(
                    NotificationColumn,
                    $"incidentanmälan till {limits.Receiver}",
                    limits.NotificationHours,
                    reported
                ),
            .. reported is { } from
                ? Reports(DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(from.Last, zone)))
                : Array.Empty<IncidentClock?>(),
        ];
        foreach (var clock in clocks.OfType<IncidentClock>())
            yield return clock;

        bool IsWithin(int hours) =>
            aware is { } since && reported is { } at && (at.Last - since.First).TotalHours <= hours;

        IncidentClock? Due(string column, string what, int hours, Time? at)
        {
            if (at is { } done)
                return Done(column, what, hours, done);
            // It is not missing before its time has passed.
            return aware is { } since && since.Last.AddHours(hours) >= today.ToDateTime(TimeOnly.MinValue)
                ? null
                : new(incident, column, what, InHours(hours), ClockState.Missing);
        }

        IncidentClock Done(string column, string what, int hours, Time done)
        {
            var limit = InHours(hours);
            if (aware is not { } since)
                return new(incident, column, what, limit, ClockState.NotShown);
            var (fewest, most) = ((done.First - since.Last).TotalHours, (done.Last - since.First).TotalHours);
            if (fewest <= hours)
                return new(
                    incident,
                    column,
                    what,
                    limit,
                    most >= 0 && most <= hours ? ClockState.InTime : ClockState.NotShown
                );
            var isExact = done.IsMoment && since.IsMoment;
            var late = InHours((int)(isExact ? Math.Ceiling(fewest) : Math.Floor(fewest)));
            var beginning = incident.AwareAt.IsEmpty ? "upptäckten" : "vetskapen";
            return new(
                incident,
                column,
                what,
                limit,
                ClockState.Late,
                $"{(isExact ? "" : "minst ")}{late} efter {beginning}"
            );
        }

        // By chapter 2: the final report a month after the notification, or where the incident is still handled then a
        // status report, and the final one a month after it has been handled.
        IncidentClock?[] Reports(DateOnly notified)
        {
            var months = Swedish.Count(limits.FinalReportMonths, "månad", "månader");
            var (first, fromNotified) = (
                notified.AddMonths(limits.FinalReportMonths),
                $"{months} från incidentanmälan"
            );
            var closed = incident.ClosedOn.Value is { Year: < FarAhead } day ? day : (DateOnly?)null;
            var isReportedAtOnce = incident.Status.Is(IncidentStatus.Closed) || !incident.FinalReportOn.IsEmpty;
            if (incident.StatusReportOn.IsEmpty && isReportedAtOnce && !(closed > first))
                return [Report(FinalColumn, "slutrapporten", incident.FinalReportOn, first, fromNotified)];
            return
            [
                Report(StatusColumn, "lägesrapporten", incident.StatusReportOn, first, fromNotified),
                closed is { } handled
                    ? Report(
                        FinalColumn,
                        "slutrapporten",
                        incident.FinalReportOn,
                        handled.AddMonths(limits.FinalReportMonths),
                        $"{months} från att incidenten var hanterad"
                    )
                    : null,
            ];
        }

        IncidentClock? Report(string column, string what, Entry<DateOnly> on, DateOnly last, string limit)
        {
            if (on.Value is { } day)
                return new(incident, column, what, limit, day > last ? ClockState.Late : ClockState.InTime);
            return today > last ? new(incident, column, what, limit, ClockState.Missing) : null;
        }
    }

    private const string StatusColumn = "Lägesrapport lämnad";
    private const string FinalColumn = "Slutrapport lämnad";

    /// <summary>The column of the notification, whose absence has a rule of its own.</summary>
    internal const string NotificationColumn = "Incidentanmälan, tidpunkt";

    private const int FarAhead = 3000;

    private static string InHours(int hours) => Swedish.Count(hours, "timme", "timmar");

    /// <summary>
    /// When somebody knew. The day it was found stands for that where nothing else is said; the day it occurred only
    /// tells that nobody knew before.
    /// </summary>
    private static Time? Awareness(Incident incident, TimeZoneInfo zone) =>
        TimeSpanOf(zone, incident.AwareAt, incident.DiscoveredOn)
        ?? (
            TimeSpanOf(zone, default, incident.OccurredOn) is { } occurred
                ? occurred with
                {
                    Last = DateTime.MaxValue.AddYears(-1),
                }
                : null
        );

    private static Time? TimeSpanOf(TimeZoneInfo zone, Entry<DateTimeOffset> at, Entry<DateOnly> on = default)
    {
        // A year far ahead is a slip of the pen, and nothing can be added to the last one there is.
        if (at.Value is { Year: < FarAhead } moment)
            return new(moment.UtcDateTime, moment.UtcDateTime, IsMoment: true);
        return on.Value is { Year: > 1 and < FarAhead } day
            ? new(Utc(day), Utc(day.AddDays(1)), IsMoment: false)
            : null;

        DateTime Utc(DateOnly of)
        {
            var midnight = of.ToDateTime(TimeOnly.MinValue);
            return midnight - zone.GetUtcOffset(midnight);
        }
    }

    /// <summary>When something happened, in UTC: a moment, or a whole day where no time of day is known.</summary>
    private readonly record struct Time(DateTime First, DateTime Last, bool IsMoment);
}

/// <summary>How something stands that the law gives a time for.</summary>
public enum ClockState
{
    InTime,
    Late,
    Missing,

    /// <summary>Dates without time of day cannot show it.</summary>
    NotShown,
}

/// <summary>The times of the law, which an organisation may set otherwise.</summary>
internal sealed record ClockLimits(
    int ImyHours,
    int EarlyWarningHours,
    int NotificationHours,
    int FinalReportMonths,
    bool CybersecurityActApplies,
    bool IsNotifiedThroughCity,
    string Receiver
)
{
    public static ClockLimits Of(Setting? setting) =>
        new(
            ImyHours: Whole(setting?.ImyHours, 72),
            EarlyWarningHours: Whole(setting?.EarlyWarningHours, 24),
            NotificationHours: Whole(setting?.NotificationHours, 72),
            FinalReportMonths: Math.Min(Whole(setting?.FinalReportMonths, 1), 120),
            CybersecurityActApplies: setting?.CybersecurityActApplies.Value ?? true,
            IsNotifiedThroughCity: setting?.NotifiedThroughCity.Value ?? false,
            Receiver: setting?.IncidentReceiver ?? "CSIRT-enheten"
        );

    private static int Whole(Entry<decimal>? number, int otherwise) =>
        number?.Value is >= 1 and <= 10_000 and var value ? (int)value : otherwise;
}
