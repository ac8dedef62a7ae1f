using SpLg.Core.Fields;
using SpLg.Core.Language;
using SpLg.Core.Lists;
using SpLg.Core.Rows;

namespace SpLg.Core.Review;

/// <summary>
/// The incidents of the review's year against those of the year before, by their Year column, else by the day they
/// occurred, else by the day they were discovered. Titles, investigators and descriptions may point at people and are
/// never fields; a cause or unit is shown only as a count.
/// </summary>
public sealed record Incidents(
    Basis Basis,
    int Year,
    IncidentFigures Now,
    IncidentFigures? Before,
    IReadOnlyList<Tally> ByKind,
    IReadOnlyList<Tally> BySeverity,
    IReadOnlyList<Tally> ByCause,
    IReadOnlyList<Tally> ByUnit,
    IReadOnlyList<Tally> ByMonth,
    IReadOnlyList<IncidentMatrixRow> KindBySeverity,
    IReadOnlyList<Incident> Summaries)
{
    public const string GroupName = "Incidenter";

    public static FieldSet Fields { get; } = Basis.Fields<Incidents>(i => i.Basis)
        .Number("Antal", "Antal incidenter i år.", i => i.Now.Count)
        .Number("Antal förra året", "Antal förra året; tomt när uppgifter saknas.", i => i.Before?.Count)
        .Text("Trend", "Antalet mot förra året i ord.", i => i.Trend(f => f.Count))
        .Text("Mening", "Antalet i år mot förra året i en mening.", i => i.Sentence)
        .Number("Personuppgiftsincidenter", "Antal som rörde personuppgifter.", i => i.Now.DataBreaches)
        .Number("Personuppgiftsincidenter förra året", "Samma uppgift förra året.", i => i.Before?.DataBreaches)
        .Text("Personuppgiftsincidenter trend", "Jämförelsen i ord.", i => i.Trend(f => f.DataBreaches))
        .Number("Anmälda till IMY", "Antal som anmälts till Integritetsskyddsmyndigheten.", i => i.Now.ReportedToImy)
        .Number("Anmälda till IMY förra året", "Samma uppgift förra året.", i => i.Before?.ReportedToImy)
        .Text("Anmälda till IMY trend", "Jämförelsen i ord.", i => i.Trend(f => f.ReportedToImy))
        .Number("Betydande", "Antal betydande incidenter enligt cybersäkerhetslagen.", i => i.Now.Significant)
        .Number("Betydande förra året", "Samma uppgift förra året.", i => i.Before?.Significant)
        .Number("Betydande anmälda", "Antal betydande incidenter som har anmälts.", i => i.Now.SignificantReported)
        .Number("Konfidentialitet", "Antal som påverkade konfidentialiteten.", i => i.Now.Confidentiality)
        .Number("Riktighet", "Antal som påverkade riktigheten.", i => i.Now.Integrity)
        .Number("Tillgänglighet", "Antal som påverkade tillgängligheten.", i => i.Now.Availability)
        .Number("Riskbedömda", "Antal som har riskbedömts.", i => i.Now.RiskAssessed)
        .Number("Avslutade", "Antal som är avslutade.", i => i.Now.Closed)
        .Number("Öppna", "Antal som inte är avslutade.", i => i.Now.Open)
        .Number("Öppna länge", "Antal som har varit öppna i mer än 90 dagar.", i => i.Now.OpenLong)
        .Number("Median dagar", "Mediantid i dagar från upptäckt till avslut.", i => i.Now.MedianDays)
        .Number("Median dagar förra året", "Samma uppgift förra året.", i => i.Before?.MedianDays)
        .Number("Medel dagar", "Medeltid i dagar från upptäckt till avslut.", i => i.Now.MeanDays)
        .Number("Medel dagar förra året", "Samma uppgift förra året.", i => i.Before?.MeanDays)
        .Text("Tid trend", "Mediantiden mot förra året i ord.", i => Language.Trend.OfDuration(i.Now.MedianDays, i.Before?.MedianDays))
        .List("Per typ", "Antal per typ av incident.", i => i.ByKind, Tally.Fields("Typ", "Incidentens typ."))
        .List("Per allvarlighetsgrad", "Antal per allvarlighetsgrad.", i => i.BySeverity, Tally.Fields("Allvarlighetsgrad", "Låg, Medel, Hög eller Kritisk."))
        .List("Per orsak", "Antal per orsak, den vanligaste först.", i => i.ByCause, Tally.Fields("Orsak", "Orsaken som den har angivits."))
        .List("Per enhet", "Antal per enhet, den med flest först.", i => i.ByUnit, Tally.Fields("Enhet", "Enheten som den har angivits."))
        .List("Per månad", "Antal per månad, januari till december.", i => i.ByMonth, Tally.Fields("Månad", "Månadens namn."))
        .List("Typ mot allvar", "Tabell med en rad per typ och en kolumn per allvarlighetsgrad.", i => i.KindBySeverity, IncidentMatrixRow.Fields)
        .List("Sammanfattningar", "Sammanfattningar skrivna för publicering, bara rader som är öppna.", i => i.Summaries, new FieldSetBuilder<Incident>()
            .Date("Inträffade", "Dagen då det hände.", i => i.OccurredOn)
            .Choice("Typ", "Incidentens typ.", i => i.Kind)
            .Choice("Allvarlighetsgrad", "Låg, Medel, Hög eller Kritisk.", i => i.Severity)
            .Text("Sammanfattning", "Sammanfattningen för publicering.", i => i.ReportSummary)
            .Build())
        .Build();

    private string? Sentence => Now.Count == 0 ? Basis.Sentence
        : $"Under {Year} rapporterades {Swedish.Count(Now.Count, "incident", "incidenter")}{Comparison}.";

    /// <summary>Continues the sentence; the number of this year has just been said.</summary>
    private string Comparison => Before is null ? $"; uppgifter från {Year - 1} saknas"
        : Now.Count == Before.Count ? $", lika många som {Year - 1}"
        : $", {(Now.Count > Before.Count ? "fler" : "färre")} än {(Before.Count == 1 ? "den enda" : $"de {Swedish.InWords(Before.Count)}")} som rapporterades {Year - 1}";

    public static Incidents Build(OrganisationLists lists, int year, DateOnly today)
    {
        var byYear = lists.Incidents.ToLookup(i => YearOf(i));
        IReadOnlyList<Incident> now = [.. byYear[year]], before = [.. byYear[year - 1]];
        return new(
            Basis.Of("Incidenter", lists.Incidents.Count, now.Count, $"Inga incidenter har rapporterats under {year}."),
            year,
            IncidentFigures.Of(now, today),
            before.Count == 0 ? null : IncidentFigures.Of(before, today),
            Tally.ByChoice(now, before, i => i.Kind),
            Tally.ByChoice(now, before, i => i.Severity),
            Tally.ByText(now, before, i => i.Cause),
            Tally.ByText(now, before, i => i.Unit),
            Months(now, before),
            IncidentMatrixRow.Build(now, before),
            [.. now.Where(i => i.ReportSummary is not null && i.Origin.Publication.Is(Publication.Open))
                .OrderBy(i => RowOrder.ByDate(i.OccurredOn)).ThenBy(i => RowOrder.ById(i.Origin))]);
    }

    internal static int? YearOf(Incident incident) => RowOrder.YearOf(incident.Origin, incident.OccurredOn, incident.DiscoveredOn);

    private static IReadOnlyList<Tally> Months(IReadOnlyList<Incident> now, IReadOnlyList<Incident> before)
    {
        var (counts, earlier) = (CountByMonth(now), CountByMonth(before));
        return [.. Enumerable.Range(1, 12).Select(m => new Tally(Swedish.Month(m), counts[m], before.Count == 0 ? null : earlier[m]))];
    }

    /// <summary>By the day it occurred, else was discovered; what has neither is in no month.</summary>
    private static int[] CountByMonth(IReadOnlyList<Incident> incidents)
    {
        var counts = new int[13];
        foreach (var incident in incidents)
            counts[(incident.OccurredOn.Value ?? incident.DiscoveredOn.Value)?.Month ?? 0]++;
        return counts;
    }

    private string Trend(Func<IncidentFigures, int> figure) =>
        Language.Trend.OfCount(figure(Now), Before is null ? null : figure(Before));
}
