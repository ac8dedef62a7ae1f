namespace SpLg.Core.Rows;

/// <summary>
/// What the law gives a number of hours for, held against what the row of an incident says: the notification to IMY
/// (article 33 of the General Data Protection Regulation), and upplysning, incidentanmälan and slutrapport of chapter 2
/// of cybersäkerhetslagen (2025:1506).
/// </summary>
/// <param name="Column">Where it is mended.</param>
/// <param name="What">Swedish, with small letter: <c>anmälan till IMY</c>.</param>
/// <param name="Limit">Swedish: <c>72 timmar</c>.</param>
/// <param name="Hours">From awareness, the fewest that it can have been; null where it is not known.</param>
public sealed record IncidentClock(
    Incident Incident,
    string Column,
    string What,
    string Limit,
    ClockState State,
    int? Hours = null
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
            ClockState.Late when Hours is { } hours =>
                $"{Name}: {What} {Swedish.Count(hours, "timme", "timmar")} efter vetskapen; gränsen är {Limit}.{Reason}",
            ClockState.Late => $"{Name}: {What} efter gränsen, som är {Limit}.{Reason}",
            ClockState.Missing => $"{Name}: {What} är inte antecknad; gränsen är {Limit}.{Reason}",
            _ => $"{Name}: om {What} kom inom {Limit} går inte att visa, eftersom klockslag saknas.",
        };

    /// <summary>All that the law gives a time for and the row tells of.</summary>
    public static IEnumerable<IncidentClock> Of(Incident incident, ClockLimits limits, DateOnly today)
    {
        var aware = Span.Of(incident.AwareAt, incident.DiscoveredOn, incident.OccurredOn);
        if (Span.Of(incident.ReportedToImyAt, incident.ReportedToImyOn) is { } imy)
            yield return Timed("Anmäld till IMY, tidpunkt", "anmälan till IMY", limits.ImyHours, imy);
        if (!incident.SignificantUnderCybersecurityAct.Is(true) || !limits.CybersecurityActApplies)
            yield break;
        var reported = Span.Of(incident.ReportedAt, incident.ReportedOn);
        // A notification within the time of the early warning is one.
        var warned = Span.Of(incident.EarlyWarningAt) ?? (IsWithin(limits.EarlyWarningHours) ? reported : null);
        yield return Timed(
            "Upplysning, tidpunkt",
            $"upplysning till {limits.Receiver}",
            limits.EarlyWarningHours,
            warned
        );
        if (reported is not null)
            yield return Timed(
                "Incidentanmälan, tidpunkt",
                $"incidentanmälan till {limits.Receiver}",
                limits.NotificationHours,
                reported
            );
        if (limits.IsNotifiedThroughCity)
            yield return Timed(
                "Överlämnad till kommunen, tidpunkt",
                "överlämnande till kommunen",
                limits.EarlyWarningHours,
                Span.Of(incident.HandedToCityAt)
            );
        if (reported is { } from && FinalReport(DateOnly.FromDateTime(from.Last)) is { } final)
            yield return final;

        bool IsWithin(int hours) =>
            aware is { } since && reported is { } at && (at.Last - since.First).TotalHours <= hours;

        IncidentClock Timed(string column, string what, int hours, Span? at)
        {
            var limit = Swedish.Count(hours, "timme", "timmar");
            if (at is not { } done)
                return new(incident, column, what, limit, ClockState.Missing);
            if (aware is not { } since)
                return new(incident, column, what, limit, ClockState.NotShown);
            var (fewest, most) = ((done.First - since.Last).TotalHours, (done.Last - since.First).TotalHours);
            if (fewest > hours)
                return new(incident, column, what, limit, ClockState.Late, (int)Math.Ceiling(fewest));
            return new(incident, column, what, limit, most <= hours ? ClockState.InTime : ClockState.NotShown);
        }

        IncidentClock? FinalReport(DateOnly notified)
        {
            const string Column = "Slutrapport lämnad";
            var last = notified.AddMonths(limits.FinalReportMonths);
            var limit = $"{Swedish.Count(limits.FinalReportMonths, "månad", "månader")} från incidentanmälan";
            if (incident.FinalReportOn.Value is { } day)
                return new(incident, Column, "slutrapport", limit, day > last ? ClockState.Late : ClockState.InTime);
            // One that is still handled gets a status report instead, and the final one a month after it is handled.
            return today > last && incident.Status.Is(IncidentStatus.Closed)
                ? new(incident, Column, "slutrapport", limit, ClockState.Missing)
                : null;
        }
    }

    /// <summary>The time within which something happened: a moment, or a whole day where no time of day is known.</summary>
    private readonly record struct Span(DateTime First, DateTime Last)
    {
        public static Span? Of(Entry<DateTimeOffset> at, params ReadOnlySpan<Entry<DateOnly>> days)
        {
            if (at.Value is { } moment)
                return new(moment.DateTime, moment.DateTime);
            foreach (var entry in days)
            {
                if (entry.Value is { } day)
                    return new(day.ToDateTime(TimeOnly.MinValue), day.ToDateTime(TimeOnly.MaxValue));
            }
            return null;
        }
    }
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
public sealed record ClockLimits(
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
            FinalReportMonths: Whole(setting?.FinalReportMonths, 1),
            CybersecurityActApplies: setting?.CybersecurityActApplies.Value ?? true,
            IsNotifiedThroughCity: setting?.NotifiedThroughCity.Value ?? false,
            Receiver: setting?.IncidentReceiver ?? "CSIRT-enheten"
        );

    private static int Whole(Entry<decimal>? number, int otherwise) =>
        number?.Value is >= 1 and <= 10_000 and var value ? (int)value : otherwise;
}
