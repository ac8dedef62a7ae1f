namespace SpLg.Core.Figures;

/// <summary>
/// The figures of one year's incidents. A cell that is empty or cannot be read counts as not known, never as no.
/// </summary>
/// <param name="OpenLong">Not closed and found more than <see cref="LongDays"/> days ago.</param>
/// <param name="MedianDays">From discovery (else occurrence) to closing, in days with at most one decimal; null when
/// none is closed or they are too few to be shown.</param>
/// <param name="Timed">The closed incidents whose days are known.</param>
/// <param name="MedianOfYear">
/// The median as something to compare: a closed incident whose days are not known is in no median, nor one that may be
/// closed.
/// </param>
public sealed record IncidentFigures(
    ChosenRows<Incident> Rows,
    CountWithGaps DataBreaches,
    CountWithGaps ReportedToImy,
    CountWithGaps Significant,
    CountWithGaps SignificantReported,
    CountWithGaps Confidentiality,
    CountWithGaps Integrity,
    CountWithGaps Availability,
    CountWithGaps RiskAssessed,
    CountWithGaps Closed,
    CountWithGaps Open,
    CountWithGaps OpenLong,
    decimal? MedianDays,
    decimal? MeanDays,
    RowCount Timed,
    YearFigure MedianOfYear
)
{
    public const int LongDays = 90;

    public int Count => Rows.Rows.Count;

    /// <param name="all">The whole list: a column for dates of reporting that is empty on every row may never have
    /// been in the data, so an empty cell of it says nothing.
    /// </param>
    /// <param name="until">The last day that is compared, when not all of the year is.</param>
    internal static IncidentFigures Of(
        ChosenRows<Incident> incidents,
        IReadOnlyList<Incident> all,
        DateOnly today,
        DateOnly? until,
        SmallCounts small
    )
    {
        var timed = incidents.Described(
            "Status är Avslutad och dagarna till Avslutad den går att räkna",
            incidents.Rows.Where(i => DaysToClose(i) >= 0)
        );
        var closed = Count("Status är Avslutad", IsClosed);
        // A median or mean with decimals tells which numbers of incidents it can be of, so it is hidden with the
        // number.
        var isHidden = small.IsSmall(timed.Rows.Count) || (closed.IsHidden && timed.Rows.Count > 0);
        int[] days = isHidden ? [] : [.. timed.Rows.Select(DaysToClose).OfType<int>().Order()];
        // An incident closed after the compared part of the year was open at the end of that part.
        var compared = incidents.Part is { } part
            ? (part.Holds, part.Words)
            : (Holds: _ => true, incidents.Footing.Part);
        var comparedRows = incidents
            .Rows.Where(i => compared.Holds(i) != false && !(i.ClosedOn.Value > until))
            .ToList();
        var comparedTimed = comparedRows.Where(i => compared.Holds(i) == true && DaysToClose(i) >= 0).ToList();
        var hasImyDays = all.Any(i => !i.ReportedToImyOn.IsEmpty);
        var hasReportDays = all.Any(i => !i.ReportedOn.IsEmpty);
        var breaches = Count("Personuppgiftsincident är ja", i => i.PersonalDataBreach.Value);
        var significant = Count(
            "Betydande enligt cybersäkerhetslagen är ja",
            i => i.SignificantUnderCybersecurityAct.Value
        );
        var open = Count("Status är inte Avslutad", i => !IsClosed(i));
        return new(
            Rows: incidents,
            DataBreaches: breaches,
            ReportedToImy: Within(breaches, "Anmäld till IMY är ifylld", i => IsReportedToImy(i, hasImyDays)),
            Significant: significant,
            SignificantReported: Within(
                significant,
                "Betydande enligt cybersäkerhetslagen är ja och Anmäld enligt cybersäkerhetslagen är ifylld",
                i => IsSignificantReported(i, hasReportDays)
            ),
            Confidentiality: Count("Påverkar konfidentialitet är ja", i => i.AffectsConfidentiality.Value),
            Integrity: Count("Påverkar riktighet är ja", i => i.AffectsIntegrity.Value),
            Availability: Count("Påverkar tillgänglighet är ja", i => i.AffectsAvailability.Value),
            RiskAssessed: Count("Riskbedömd är ja", i => i.RiskAssessed.Value),
            Closed: closed,
            Open: open,
            OpenLong: Within(
                open,
                $"Status är inte Avslutad och Upptäcktes (annars Inträffade) är mer än {LongDays} dagar tidigare",
                i => IsOpenLong(i, today)
            ),
            MedianDays: Median(days),
            MeanDays: days.Length == 0 ? null : Math.Round((decimal)days.Average(), 1),
            Timed: timed.Count with
            {
                Instead = isHidden ? SmallCounts.Hidden : null,
            },
            MedianOfYear: new(
                isHidden ? null : Median([.. comparedTimed.Select(DaysToClose).OfType<int>().Order()]),
                incidents.Footing with
                {
                    Unknown =
                        incidents.Footing.Unknown + comparedRows.Count(i => IsClosed(i) != false) - comparedTimed.Count,
                    IsHidden = isHidden,
                    Part = compared.Words,
                }
            )
        );

        CountWithGaps Count(string condition, Func<Incident, bool?> has) =>
            CountWithGaps.Of(incidents, condition, has, small);

        CountWithGaps Within(CountWithGaps outer, string condition, Func<Incident, bool?> has) =>
            CountWithGaps.Of(incidents, condition, has, small).Guarded(small, outer);
    }

    private static decimal? Median(int[] days) =>
        days.Length == 0 ? null : (days[(days.Length - 1) / 2] + days[days.Length / 2]) / 2m;

    private static bool? IsReportedToImy(Incident incident, bool hasDays)
    {
        if (incident.ReportedToImyOn.Value is not null)
            return true;
        // People who have no day at hand write Ja in the column: it is then known that the incident was reported.
        if (incident.ReportedToImyOn.IsUnreadable)
            return CellText.TryYesNo(incident.ReportedToImyOn.Text!.Trim());
        return incident.PersonalDataBreach.Is(false) || hasDays ? false : null;
    }

    private static bool? IsSignificantReported(Incident incident, bool hasDays) =>
        incident.SignificantUnderCybersecurityAct.Value switch
        {
            null => null,
            false => false,
            true when incident.ReportedOn.Value is not null => true,
            true => incident.ReportedOn.IsEmpty && hasDays ? false : null,
        };

    private static bool? IsClosed(Incident incident) =>
        incident.Status.Value is { } status ? status == IncidentStatus.Closed : null;

    private static bool? IsOpenLong(Incident incident, DateOnly today)
    {
        bool? longAgo = Found(incident) is { } found ? found < today.AddDays(-LongDays) : null;
        if (IsClosed(incident) == true || longAgo == false)
            return false;
        return IsClosed(incident) is null ? null : longAgo;
    }

    private static DateOnly? Found(Incident incident) => incident.DiscoveredOn.Value ?? incident.OccurredOn.Value;

    private static int? DaysToClose(Incident incident) =>
        IsClosed(incident) == true && incident.ClosedOn.Value is { } closed && Found(incident) is { } found
            ? closed.DayNumber - found.DayNumber
            : null;
}
