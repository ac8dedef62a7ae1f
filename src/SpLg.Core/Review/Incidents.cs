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
/// <param name="WithoutYear">Incidents in the list that belong to no year that can be read.</param>
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
    IReadOnlyList<Incident> Summaries,
    int WithoutYear)
{
    public const string GroupName = "Incidenter";

    public static FieldSet Fields { get; } = Basis.Fields<Incidents>(i => i.Basis)
        .Number("Antal", "Antal incidenter i år.", i => i.Now.Count)
        .Number("Antal förra året", "Antal förra året; tomt när uppgifter saknas.", i => i.Before?.Count)
        .Text("Trend", "Antalet mot förra året i ord.", i => Language.Trend.OfCount(i.Now.Count, i.Before?.Count))
        .Text("Mening", "Antalet i år mot förra året i en mening.", i => i.Sentence)
        .Number("Personuppgiftsincidenter", "Antal som rörde personuppgifter.", i => i.Now.DataBreaches.Figure)
        .Number("Personuppgiftsincidenter förra året", "Samma uppgift förra året.", i => i.Before?.DataBreaches.Figure ?? default)
        .Text("Personuppgiftsincidenter trend", "Jämförelsen i ord.", i => i.Now.DataBreaches.Trend(i.Before?.DataBreaches))
        .Number("Anmälda till IMY", "Antal som anmälts till Integritetsskyddsmyndigheten.", i => i.Now.ReportedToImy.Figure)
        .Number("Anmälda till IMY förra året", "Samma uppgift förra året.", i => i.Before?.ReportedToImy.Figure ?? default)
        .Text("Anmälda till IMY trend", "Jämförelsen i ord.", i => i.Now.ReportedToImy.Trend(i.Before?.ReportedToImy))
        .Number("Betydande", "Antal betydande incidenter enligt cybersäkerhetslagen.", i => i.Now.Significant.Figure)
        .Number("Betydande förra året", "Samma uppgift förra året.", i => i.Before?.Significant.Figure ?? default)
        .Number("Betydande anmälda", "Antal betydande incidenter som har anmälts.", i => i.Now.SignificantReported.Figure)
        .Number("Konfidentialitet", "Antal som påverkade konfidentialiteten.", i => i.Now.Confidentiality.Figure)
        .Number("Riktighet", "Antal som påverkade riktigheten.", i => i.Now.Integrity.Figure)
        .Number("Tillgänglighet", "Antal som påverkade tillgängligheten.", i => i.Now.Availability.Figure)
        .Number("Riskbedömda", "Antal som har riskbedömts.", i => i.Now.RiskAssessed.Figure)
        .Number("Avslutade", "Antal som är avslutade.", i => i.Now.Closed.Figure)
        .Number("Öppna", "Antal som inte är avslutade.", i => i.Now.Open.Figure)
        .Number("Öppna länge", "Antal som har varit öppna i mer än 90 dagar.", i => i.Now.OpenLong.Figure)
        .YesNo("Visa öppna länge", "Ja när någon har varit öppen i mer än 90 dagar eller när det inte går att bedöma.", i => i.Now.OpenLong is not { Count: 0, Unknown: 0 })
        .Text("Statusmening", "Hur många av årets som är avslutade och pågående, i en mening.", i => i.StatusSentence)
        .Number("Median dagar", "Mediantid i dagar från upptäckt till avslut.", i => i.Now.MedianDays)
        .Number("Median dagar förra året", "Samma uppgift förra året.", i => i.Before?.MedianDays)
        .Number("Medel dagar", "Medeltid i dagar från upptäckt till avslut.", i => i.Now.MeanDays)
        .Number("Medel dagar förra året", "Samma uppgift förra året.", i => i.Before?.MeanDays)
        .Text("Tid trend", "Mediantiden mot förra året i ord.", i => Language.Trend.OfDuration(i.Now.MedianDays, i.Before?.MedianDays))
        .List("Per typ", "Antal per typ av incident.", i => i.ByKind, Tally.Fields("Typ", "Incidentens typ."))
        .List("Per allvarlighetsgrad", "Antal per allvarlighetsgrad.", i => i.BySeverity, Tally.Fields("Allvarlighetsgrad", "Låg, Medel, Hög eller Kritisk."))
        .List("Per orsak", "Antal per orsak, den vanligaste först.", i => i.ByCause, Tally.Fields("Orsak", "Orsaken som den har angivits."))
        .List("Per enhet", "Antal per enhet, den med flest först.", i => i.ByUnit, Tally.Fields("Enhet", "Enheten som den har angivits."))
        .List("Per månad", "Antal per månad, januari till december.", i => i.ByMonth, Tally.Fields("Månad", "Månadens namn.", "I år"))
        .Text("Månadsmening", "Hur många incidenter som inte är med per månad, i en mening; tomt när alla är med.", i => i.MonthSentence)
        .List("Typ mot allvar", "Tabell med en rad per typ och en kolumn per allvarlighetsgrad.", i => i.KindBySeverity, IncidentMatrixRow.Fields)
        .List("Sammanfattningar", "Sammanfattningar skrivna för publicering, bara rader som är öppna.", i => i.Summaries, new FieldSetBuilder<Incident>()
            .Date("Inträffade", "Dagen då det hände.", i => i.OccurredOn)
            .Choice("Typ", "Incidentens typ.", i => i.Kind)
            .Choice("Allvarlighetsgrad", "Låg, Medel, Hög eller Kritisk.", i => i.Severity)
            .Text("Sammanfattning", "Sammanfattningen för publicering; utelämnad när den ser ut att innehålla ett personnummer som ingen har granskat.", Published)
            .Build())
        .Build();

    private static string? Published(Incident incident) =>
        incident.ReportSummary is { } summary && !PersonalDataChecks.IsDecided(incident.Origin) && PersonalNumber.IsIn(summary)
            ? "Sammanfattningen visas inte: den ser ut att innehålla ett personnummer."
            : incident.ReportSummary;

    private string? Sentence => Now.Count == 0 ? Basis.Sentence
        : $"Under {Year} rapporterades {Swedish.Count(Now.Count, "incident", "incidenter")}{Comparison}.{Undated}";

    /// <summary>Rows that belong to no year would otherwise be lost without a word.</summary>
    private string Undated => WithoutYear switch
    {
        0 => "",
        1 => " En incident till i listan har inget år som går att läsa och räknas inte.",
        var n => $" {Swedish.Sentence(Swedish.InWords(n))} incidenter till i listan har inget år som går att läsa och räknas inte.",
    };

    private string? StatusSentence => (Now.Count, Now.Closed) switch
    {
        (0, _) => null,
        (1, { Unknown: 1 }) => "Det går inte att bedöma om incidenten är avslutad.",
        (1, { Count: 1 }) => "Incidenten är avslutad.",
        (1, _) => "Incidenten är pågående.",
        (_, { Known: 0 }) => "Det går inte att bedöma hur många av årets incidenter som är avslutade.",
        var (_, closed) => $"Av årets incidenter är {Swedish.HowMany(closed.Count)} {(closed.Count <= 1 ? "avslutad" : "avslutade")} och {Swedish.HowMany(Now.Open.Count)} pågående"
            + (closed.Unknown == 0 ? "." : $"; för {Swedish.InWords(closed.Unknown)} går status inte att bedöma."),
    };

    private string? MonthSentence
    {
        get
        {
            var missing = Now.Count - ByMonth.Sum(m => m.Now);
            var before = (Before?.Count ?? 0) - ByMonth.Sum(m => m.Before ?? 0);
            return missing + before == 0 ? null
                : $"Incidenter som inte är med i diagrammet, eftersom de inte har något datum under året: {Swedish.Number(missing)} från {Year} och {Swedish.Number(before)} från {Year - 1}.";
        }
    }

    /// <summary>Continues the sentence; the number of this year has just been said.</summary>
    private string Comparison => Before is null ? $"; uppgifter från {Year - 1} saknas"
        : Now.Count == Before.Count ? $", lika många som {Year - 1}"
        : $", {(Now.Count > Before.Count ? "fler" : "färre")} än {(Before.Count == 1 ? "den enda" : $"de {Swedish.InWords(Before.Count)}")} som rapporterades {Year - 1}";

    public static Incidents Build(OrganisationLists lists, int year, DateOnly today)
    {
        var byYear = lists.Incidents.ToLookup(i => YearOf(i));
        IReadOnlyList<Incident> now = [.. byYear[year]], before = [.. byYear[year - 1]];
        var withoutYear = byYear[null].Count();
        return new(
            Basis.Of(lists, "Incidenter", lists.Incidents.Count, now.Count, $"Inga incidenter har rapporterats under {year}.", withoutYear),
            year,
            IncidentFigures.Of(now, lists.Incidents, today),
            before.Count == 0 ? null : IncidentFigures.Of(before, lists.Incidents, today),
            Tally.ByChoice(now, before, i => i.Kind),
            Tally.ByChoice(now, before, i => i.Severity),
            Tally.ByText(now, before, i => i.Cause),
            Tally.ByText(now, before, i => i.Unit),
            Months(now, before, year),
            IncidentMatrixRow.Build(now, before),
            [.. now.Where(i => i.ReportSummary is not null && i.Origin.Publication.Is(Publication.Open))
                .OrderBy(i => RowOrder.ByDate(i.OccurredOn)).ThenBy(i => RowOrder.ById(i.Origin))],
            withoutYear);
    }

    internal static int? YearOf(Incident incident) => RowOrder.YearOf(incident.Origin, incident.OccurredOn, incident.DiscoveredOn);

    private static IReadOnlyList<Tally> Months(IReadOnlyList<Incident> now, IReadOnlyList<Incident> before, int year)
    {
        var (counts, earlier) = (CountByMonth(now, year), CountByMonth(before, year - 1));
        return [.. Enumerable.Range(1, 12).Select(m => new Tally(Swedish.Month(m), counts[m], before.Count == 0 ? null : earlier[m]))];
    }

    /// <summary>By the day it occurred, else was discovered; what has neither, or a day of another year, is in no month.</summary>
    private static int[] CountByMonth(IReadOnlyList<Incident> incidents, int year)
    {
        var counts = new int[13];
        foreach (var incident in incidents)
            counts[(incident.OccurredOn.Value ?? incident.DiscoveredOn.Value) is { } day && day.Year == year ? day.Month : 0]++;
        return counts;
    }
}
