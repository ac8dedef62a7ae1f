using SpLg.Core.Choices;
using SpLg.Core.Rows;

namespace SpLg.Core.Review;

/// <summary>The figures of one year's incidents.</summary>
/// <param name="OpenLong">Not closed and found more than <see cref="LongDays"/> days ago.</param>
/// <param name="MedianDays">From discovery (else occurrence) to closing, in days with at most one decimal; null when none is closed.</param>
public sealed record IncidentFigures(
    int Count,
    int DataBreaches,
    int ReportedToImy,
    int Significant,
    int SignificantReported,
    int Confidentiality,
    int Integrity,
    int Availability,
    int RiskAssessed,
    int Closed,
    int OpenLong,
    decimal? MedianDays,
    decimal? MeanDays)
{
    public const int LongDays = 90;

    public int Open => Count - Closed;

    public static IncidentFigures Of(IReadOnlyList<Incident> incidents, DateOnly today)
    {
        int[] days = [.. incidents.Select(DaysToClose).OfType<int>().Where(d => d >= 0).Order()];
        return new(
            incidents.Count,
            incidents.Count(i => i.PersonalDataBreach.Is(true)),
            incidents.Count(i => !i.ReportedToImyOn.IsEmpty),
            incidents.Count(i => i.SignificantUnderCybersecurityAct.Is(true)),
            incidents.Count(i => i.SignificantUnderCybersecurityAct.Is(true) && !i.ReportedOn.IsEmpty),
            incidents.Count(i => i.AffectsConfidentiality.Is(true)),
            incidents.Count(i => i.AffectsIntegrity.Is(true)),
            incidents.Count(i => i.AffectsAvailability.Is(true)),
            incidents.Count(i => i.RiskAssessed.Is(true)),
            incidents.Count(IsClosed),
            incidents.Count(i => !IsClosed(i) && Found(i) < today.AddDays(-LongDays)),
            days.Length == 0 ? null : (days[(days.Length - 1) / 2] + days[days.Length / 2]) / 2m,
            days.Length == 0 ? null : Math.Round((decimal)days.Average(), 1));
    }

    private static bool IsClosed(Incident incident) => incident.Status.Is(IncidentStatus.Closed);

    private static DateOnly? Found(Incident incident) => incident.DiscoveredOn.Value ?? incident.OccurredOn.Value;

    private static int? DaysToClose(Incident incident) =>
        IsClosed(incident) && incident.ClosedOn.Value is { } closed && Found(incident) is { } found ? closed.DayNumber - found.DayNumber : null;
}
