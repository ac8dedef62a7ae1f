using SpLg.Core.Choices;
using SpLg.Core.Rows;

namespace SpLg.Core.Review;

/// <summary>The figures of one year's incidents. A cell that is empty or cannot be read counts as not known, never as no.</summary>
/// <param name="OpenLong">Not closed and found more than <see cref="LongDays"/> days ago.</param>
/// <param name="MedianDays">From discovery (else occurrence) to closing, in days with at most one decimal; null when none is closed.</param>
public sealed record IncidentFigures(
    int Count,
    KnownCount DataBreaches,
    KnownCount ReportedToImy,
    KnownCount Significant,
    KnownCount SignificantReported,
    KnownCount Confidentiality,
    KnownCount Integrity,
    KnownCount Availability,
    KnownCount RiskAssessed,
    KnownCount Closed,
    KnownCount Open,
    KnownCount OpenLong,
    decimal? MedianDays,
    decimal? MeanDays)
{
    public const int LongDays = 90;

    /// <param name="all">
    /// The whole list: a column for dates of reporting that is empty on every row may never have been in the data, so an
    /// empty cell of it says nothing.
    /// </param>
    public static IncidentFigures Of(IReadOnlyList<Incident> incidents, IReadOnlyList<Incident> all, DateOnly today)
    {
        int[] days = [.. incidents.Select(DaysToClose).OfType<int>().Where(d => d >= 0).Order()];
        var hasImyDays = all.Any(i => !i.ReportedToImyOn.IsEmpty);
        var hasReportDays = all.Any(i => !i.ReportedOn.IsEmpty);
        return new(
            incidents.Count,
            KnownCount.Of(incidents, i => i.PersonalDataBreach.Value),
            KnownCount.Of(incidents, i => IsReportedToImy(i, hasImyDays)),
            KnownCount.Of(incidents, i => i.SignificantUnderCybersecurityAct.Value),
            KnownCount.Of(incidents, i => IsSignificantReported(i, hasReportDays)),
            KnownCount.Of(incidents, i => i.AffectsConfidentiality.Value),
            KnownCount.Of(incidents, i => i.AffectsIntegrity.Value),
            KnownCount.Of(incidents, i => i.AffectsAvailability.Value),
            KnownCount.Of(incidents, i => i.RiskAssessed.Value),
            KnownCount.Of(incidents, IsClosed),
            KnownCount.Of(incidents, i => !IsClosed(i)),
            KnownCount.Of(incidents, i => IsOpenLong(i, today)),
            days.Length == 0 ? null : (days[(days.Length - 1) / 2] + days[days.Length / 2]) / 2m,
            days.Length == 0 ? null : Math.Round((decimal)days.Average(), 1));
    }

    private static bool? IsReportedToImy(Incident incident, bool hasDays) =>
        incident.ReportedToImyOn.Value is not null ? true
            : incident.ReportedToImyOn.IsUnreadable ? null
            : incident.PersonalDataBreach.Is(false) || hasDays ? false : null;

    private static bool? IsSignificantReported(Incident incident, bool hasDays) => incident.SignificantUnderCybersecurityAct.Value switch
    {
        null => null,
        false => false,
        true => incident.ReportedOn.Value is not null ? true : incident.ReportedOn.IsEmpty && hasDays ? false : null,
    };

    private static bool? IsClosed(Incident incident) => incident.Status.Value is { } status ? status == IncidentStatus.Closed : null;

    private static bool? IsOpenLong(Incident incident, DateOnly today)
    {
        bool? longAgo = Found(incident) is { } found ? found < today.AddDays(-LongDays) : null;
        return IsClosed(incident) == true || longAgo == false ? false : IsClosed(incident) is null ? null : longAgo;
    }

    private static DateOnly? Found(Incident incident) => incident.DiscoveredOn.Value ?? incident.OccurredOn.Value;

    private static int? DaysToClose(Incident incident) =>
        IsClosed(incident) == true && incident.ClosedOn.Value is { } closed && Found(incident) is { } found ? closed.DayNumber - found.DayNumber : null;
}
