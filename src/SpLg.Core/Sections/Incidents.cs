using SpLg.Core.PersonalData;

namespace SpLg.Core.Sections;

/// <summary>
/// The incidents of the review's year against those of the year before, by their Year column, else by the day they
/// occurred, else by the day they were discovered. Titles, investigators and descriptions may point at people and are
/// never fields; a cause or unit is shown only as a count.
/// </summary>
/// <param name="Period">The time they are counted in, in Swedish: the year, or what of it is followed up.</param>
/// <param name="WithoutYear">Incidents in the list that belong to no year that can be read.</param>
public sealed partial record Incidents(
    SectionSource Source,
    int Year,
    string Period,
    IncidentFigures Now,
    IncidentFigures? Before,
    IReadOnlyList<CountPerValue> ByKind,
    IReadOnlyList<CountPerValue> BySeverity,
    IReadOnlyList<CountPerValue> ByCause,
    IReadOnlyList<CountPerValue> ByUnit,
    IReadOnlyList<CountPerValue> ByMonth,
    IReadOnlyList<CountPerValue> ByTertial,
    IReadOnlyList<IncidentMonth> ByMonthAndKind,
    IReadOnlyList<IncidentMatrixRow> KindBySeverity,
    IReadOnlyList<Incident> Summaries,
    IReadOnlyList<IncidentClock> Clocks,
    int WithoutYear,
    SmallCounts Small
)
{
    public const string GroupName = "Incidenter";

    public static FieldSet Fields { get; } =
        SectionSource
            .Fields<Incidents>(i => i.Source)
            .Number("Antal", "Antal incidenter i år.", i => i.Now.Rows.Count.Figure)
            .Number(
                "Antal förra året",
                "Antal förra året; saknas när året inte har några rader.",
                i => RowCount.FigureOf(i.Before?.Rows.Count)
            )
            .From(i => i.Before?.Rows.Trace)
            .Text("Trend", "Antalet mot förra året i ord.", i => i.Trend)
            .From(i => i.Both)
            .Text("Mening", "Antalet i år mot förra året i en mening.", i => i.Sentence)
            .From(i => i.Both)
            .With(f =>
                AgainstLastYear(f, "Personuppgiftsincidenter", "Antal som rörde personuppgifter.", n => n.DataBreaches)
            )
            .With(f =>
                AgainstLastYear(
                    f,
                    "Anmälda till IMY",
                    "Antal som anmälts till Integritetsskyddsmyndigheten.",
                    n => n.ReportedToImy
                )
            )
            .Count("Betydande", "Antal betydande incidenter enligt cybersäkerhetslagen.", i => i.Now.Significant)
            .Count("Betydande förra året", "Samma uppgift förra året.", i => i.Before?.Significant)
            .Count("Betydande anmälda", "Antal betydande incidenter som har anmälts.", i => i.Now.SignificantReported)
            .Count("Konfidentialitet", "Antal som påverkade konfidentialiteten.", i => i.Now.Confidentiality)
            .Count("Riktighet", "Antal som påverkade riktigheten.", i => i.Now.Integrity)
            .Count("Tillgänglighet", "Antal som påverkade tillgängligheten.", i => i.Now.Availability)
            .Count("Riskbedömda", "Antal som har riskbedömts.", i => i.Now.RiskAssessed)
            .Count("Avslutade", "Antal som är avslutade.", i => i.Now.Closed)
            .Count("Öppna", "Antal som inte är avslutade.", i => i.Now.Open)
            .Count("Öppna länge", "Antal som har varit öppna i mer än 90 dagar.", i => i.Now.OpenLong)
            .YesNo(
                "Visa öppna länge",
                "Ja när någon har varit öppen i mer än 90 dagar eller när det inte går att bedöma.",
                i => i.Now.OpenLong is not { Count: 0, Unknown: 0 }
            )
            .Text(
                "Statusmening",
                "Hur många av årets som är avslutade och pågående, i en mening.",
                i => i.StatusSentence
            )
            .Text(
                "Tidsfrister",
                "Hur många av lagens tidsfrister som hölls, i en mening; tomt i den öppna utgåvan och när ingen löpte.",
                i => i.ClockSentence
            )
            .List(
                "Missade tidsfrister",
                "Det som gjordes för sent, saknas eller inte går att visa; inget i den öppna utgåvan.",
                i => i.Clocks.Where(c => c.State != ClockState.InTime).ToList(),
                new FieldSetBuilder<IncidentClock>()
                    .Text("Tidsfrist", "Vad det gäller, antal timmar, gränsen och skälet, i en mening.", c => c.InWords)
                    .Build()
            )
            .Number("Median dagar", "Mediantid i dagar från upptäckt till avslut.", i => i.Now.MedianDays)
            .From(i => i.Now.Timed.Trace)
            .Number("Median dagar förra året", "Samma uppgift förra året.", i => i.Before?.MedianDays)
            .From(i => i.Before?.Timed.Trace)
            .Number("Medel dagar", "Medeltid i dagar från upptäckt till avslut.", i => i.Now.MeanDays)
            .From(i => i.Now.Timed.Trace)
            .Number("Medel dagar förra året", "Samma uppgift förra året.", i => i.Before?.MeanDays)
            .From(i => i.Before?.Timed.Trace)
            .Text("Tid trend", "Mediantiden mot förra året i ord.", i => i.DaysTrend)
            .From(i => i.Now.Timed.Trace.Against(i.Before?.Timed.Trace))
            .Text(
                "Tid mot förra året",
                "Jämförelsen i ord efter en text som redan har årets tal, till exempel färre än 8 året före.",
                i => Language.Trend.AfterNumber(i.DaysTrend)
            )
            .From(i => i.Now.Timed.Trace.Against(i.Before?.Timed.Trace))
            .List(
                "Per typ",
                "Antal per typ av incident.",
                i => i.ByKind,
                CountPerValue.Fields("Typ", "Incidentens typ.")
            )
            .List(
                "Per allvarlighetsgrad",
                "Antal per allvarlighetsgrad.",
                i => i.BySeverity,
                CountPerValue.Fields("Allvarlighetsgrad", "Låg, Medel, Hög eller Kritisk.")
            )
            .List(
                "Per orsak",
                "Antal per orsak, den vanligaste först.",
                i => i.ByCause,
                CountPerValue.Fields("Orsak", "Orsaken som den har angivits.")
            )
            .List(
                "Per enhet",
                "Antal per enhet, den med flest först.",
                i => i.ByUnit,
                CountPerValue.Fields("Enhet", "Enheten som den har angivits.")
            )
            .List(
                "Per månad",
                "Antal per månad, januari till december.",
                i => i.ByMonth,
                CountPerValue.Fields("Månad", "Månadens namn.", "I år")
            )
            .List(
                "Per tertial",
                "Antal per tertial, T1 till T3, och de som inte har något datum under året.",
                i => i.ByTertial,
                CountPerValue.Fields("Tertial", "T1, T2, T3 eller Utan datum.", "I år")
            )
            .List(
                "Månad mot typ",
                "Antal per typ och månad, från januari förra året till december i år; utan antal i den öppna utgåvan.",
                i => i.ByMonthAndKind,
                IncidentMonth.Fields
            )
            .Text(
                "Månadsmening",
                "Hur många incidenter som inte är med per månad, i en mening; tomt när alla är med.",
                i => i.MonthSentence
            )
            .From(i => i.Both)
            .List(
                "Typ mot allvar",
                "Tabell med en rad per typ och en kolumn per allvarlighetsgrad.",
                i => i.KindBySeverity,
                IncidentMatrixRow.Fields
            )
            .List(
                "Sammanfattningar",
                "Sammanfattningar skrivna för publicering, bara rader som är öppna.",
                i => i.Summaries,
                new FieldSetBuilder<Incident>()
                    .Date("Inträffade", "Dagen då det hände; tomt i den öppna utgåvan.", i => i.OccurredOn)
                    .Choice("Typ", "Incidentens typ; tom i den öppna utgåvan.", i => i.Kind)
                    .Choice(
                        "Allvarlighetsgrad",
                        "Låg, Medel, Hög eller Kritisk; tom i den öppna utgåvan.",
                        i => i.Severity
                    )
                    .Text(
                        "Sammanfattning",
                        "Sammanfattningen för publicering; utelämnad när den ser ut att innehålla ett personnummer som ingen har granskat.",
                        Published
                    )
                    .Build()
            )
            .Build();

    public static Section<Incidents> Section { get; } =
        new(GroupName, "Incidenter.", () => Fields, s => Build(s.Lists, s.Years, s.Today))
        {
            Texts = [new("Incidenter", "incidenterna")],
            Covers = [new("d1", "incidenter", i => i.Source)],
            Summarises = new((i, _) => i.KeyFigures()),
            Follows =
            [
                new(
                    FollowedFigure.Incidents,
                    Incident.AsList,
                    (i, _, _) => FollowedValue.Of(i.Now.Rows.Count, i.Before?.Rows.Count)
                ),
                new(
                    FollowedFigure.DataBreaches,
                    Incident.AsList,
                    (i, _, _) => FollowedValue.Of(i.Now.DataBreaches, i.Before?.DataBreaches)
                ),
                new(FollowedFigure.MedianDays, Incident.AsList, (i, _, _) => i.FollowedMedian),
            ],
            Compares = new(
                "Incidenter.",
                i => i.Source,
                t =>
                    $"Sammanlagt har {t("Antal").Counted("incident", "incidenter")} rapporterats{t("Antal").Against(t("Förra året"))}.",
                new("Antal", "Antal incidenter i år.", i => ComparedValue.Of(i.Now.Rows.Count)),
                new(
                    "Förra året",
                    "Antal förra året.",
                    i => i.Before is { } before ? ComparedValue.Of(before.Rows.Count) : ComparedValue.Missing
                ),
                new("Utveckling", "Antalet mot förra året i ord.")
                {
                    Say = f => f("Antal").Trend(f("Förra året"), Polarity.Neutral),
                },
                new(
                    "Allvarliga",
                    "Antal med allvarlighetsgraden Hög eller Kritisk.",
                    i =>
                        ComparedValue.Total([
                            .. i
                                .BySeverity.Where(s =>
                                    s.Name == Choice.Text(Severity.High) || s.Name == Choice.Text(Severity.Critical)
                                )
                                .Select(s => ComparedValue.Of(s.Counted)),
                        ])
                ),
                new(
                    "Personuppgiftsincidenter",
                    "Antal som rörde personuppgifter.",
                    i => ComparedValue.Of(i.Now.DataBreaches)
                ),
                new(
                    "Anmälda till IMY",
                    "Antal som anmälts till Integritetsskyddsmyndigheten.",
                    i => ComparedValue.Of(i.Now.ReportedToImy)
                ),
                new(
                    "Betydande",
                    "Antal betydande incidenter enligt cybersäkerhetslagen.",
                    i => ComparedValue.Of(i.Now.Significant)
                )
            ),
        };

    /// <summary>This year's incidents and last year's.</summary>
    private Trace Both => Now.Rows.Trace.Against(Before?.Rows.Trace);

    private string Trend => Now.Rows.Count.Trend(Before?.Rows.Count);

    internal string DaysTrend => Language.Trend.OfDuration(Now.MedianOfYear, Before?.MedianOfYear);

    /// <summary>A number of this year and of last year, and the two compared in words.</summary>
    private static void AgainstLastYear(
        FieldSetBuilder<Incidents> fields,
        string name,
        string description,
        Func<IncidentFigures, CountWithGaps> count
    )
    {
        fields
            .Count(name, description, i => count(i.Now))
            .Count($"{name} förra året", "Samma uppgift förra året.", Before)
            .Text($"{name} trend", "Jämförelsen i ord.", Compared)
            .From(Both)
            .Text(
                $"{name} mot förra året",
                "Jämförelsen i ord efter en text som redan har årets tal, till exempel färre än 8 året före.",
                i => Language.Trend.AfterNumber(Compared(i))
            )
            .From(Both);

        CountWithGaps? Before(Incidents incidents) => incidents.Before is { } before ? count(before) : null;

        string Compared(Incidents incidents) => count(incidents.Now).Trend(Before(incidents));

        Trace Both(Incidents incidents) => count(incidents.Now).Trace.Against(Before(incidents)?.Trace);
    }

    private FollowedValue FollowedMedian =>
        FollowedValue.Of(
            MedianOf(Now),
            Now.Timed.Trace,
            Before is { } before ? MedianOf(before) : null,
            Before?.Timed.Trace
        ) with
        {
            Compared = Now.MedianOfYear,
            ComparedBefore = Before?.MedianOfYear,
        };

    private static YearFigure MedianOf(IncidentFigures figures) =>
        figures.MedianOfYear with
        {
            Value = figures.MedianDays,
        };

    private static string? Published(Incident incident) =>
        incident.ReportSummary is { } summary
        && !PersonalDataChecks.IsDecided(incident.Origin)
        && PersonalNumber.IsIn(summary)
            ? "Sammanfattningen visas inte: den ser ut att innehålla ett personnummer."
            : incident.ReportSummary;

    internal string? Sentence =>
        Now.Count == 0
            ? Source.Sentence
            : $"Under {Period} rapporterades {Swedish.Count(Now.Count, "incident", "incidenter")}{Comparison}.{Undated}";

    /// <summary>Rows that belong to no year would otherwise be lost without a word.</summary>
    private string Undated =>
        WithoutYear switch
        {
            0 => "",
            var n when Small.IsSmall(n) =>
                $" {Swedish.Sentence(Small.Words)} incidenter till i listan har inget år som går att läsa och räknas inte.",
            1 => " En incident till i listan har inget år som går att läsa och räknas inte.",
            var n =>
                $" {Swedish.Sentence(Swedish.InWords(n))} incidenter till i listan har inget år som går att läsa och räknas inte.",
        };

    private string? StatusSentence =>
        (Now.Count, Now.Closed) switch
        {
            (0, _) => null,
            (_, { IsHidden: true }) =>
                "Hur många av incidenterna som är avslutade och pågående visas inte i den öppna utgåvan, "
                    + "eftersom något av antalen är litet.",
            (1, { Unknown: 1 }) => "Det går inte att bedöma om incidenten är avslutad.",
            (1, { Count: 1 }) => "Incidenten är avslutad.",
            (1, _) => "Incidenten är pågående.",
            (_, { Known: 0 }) => "Det går inte att bedöma hur många av incidenterna som är avslutade.",
            var (_, closed) => $"Av incidenterna är {Swedish.HowMany(closed.Count)} "
                + $"{(closed.Count <= 1 ? "avslutad" : "avslutade")} och {Swedish.HowMany(Now.Open.Count)} pågående"
                + (closed.Unknown == 0 ? "." : $"; för {Swedish.InWords(closed.Unknown)} går status inte att bedöma."),
        };

    private string? ClockSentence
    {
        get
        {
            if (Clocks.Count == 0)
                return null;
            (int Count, string Words)[] parts =
            [
                (Clocks.Count(c => c.State == ClockState.InTime), "hölls"),
                (Clocks.Count(c => c.State is ClockState.Late or ClockState.Missing), "hölls inte"),
                (Clocks.Count(c => c.State == ClockState.NotShown), "går inte att visa"),
            ];
            var told = parts.Where(p => p.Count > 0).Select(p => $"{Swedish.InWords(p.Count)} {p.Words}").ToList();
            return $"Lagens tidsfrister: {Swedish.Join(told)}.";
        }
    }

    private string? MonthSentence
    {
        get
        {
            var missing = Now.Count - ByMonth.Sum(m => m.Now);
            var before = (Before?.Count ?? 0) - ByMonth.Sum(m => m.Before ?? 0);
            if (missing + before == 0 || Small.IsOn)
                return null;
            return "Incidenter som inte är med i diagrammet, eftersom de inte har något datum under året: "
                + $"{Swedish.Number(missing)} från {Year}{(Before is null ? "" : $" och {Swedish.Number(before)} från {Year - 1}")}.";
        }
    }

    /// <summary>Continues the sentence; the number of this year has just been said.</summary>
    private string Comparison
    {
        get
        {
            if (Before is null)
                return $"; uppgifter från {Year - 1} saknas";
            if (Now.Rows.Count.ObjectionTo(Before.Rows.Count) is { } objection)
                return $"; antalet {objection}";
            var (now, before) = ((int)Now.Rows.Count.OfYear.Value!, (int)Before.Rows.Count.OfYear.Value!);
            var part = Now.Rows.Count.OfYear.Footing.Part is { } words ? $" räknat {words}" : "";
            if (now == before)
                return $", lika många som {Year - 1}{part}";
            if (part.Length > 0)
                return $", {(now > before ? "fler" : "färre")} än {Year - 1}{part}, {Swedish.Number(now)} mot {Swedish.Number(before)}";
            return $", {(now > before ? "fler" : "färre")} än "
                + $"{(before == 1 ? "den enda" : $"de {Swedish.InWords(before)}")} som rapporterades {Year - 1}";
        }
    }

    /// <summary>A section without data gives no figure: a zero would be read as a result.</summary>
    private IEnumerable<KeyFigure> KeyFigures()
    {
        if (Source.Coverage != Coverage.NoData)
        {
            yield return KeyFigure.OfCount("Rapporterade incidenter", Now.Rows.Count, Before?.Rows.Count) with
            {
                Meaning =
                    "händelser där information har förlorats, blivit fel eller kommit i orätta händer, eller där "
                    + "det var nära. Fler rapporter behöver inte vara en försämring: det kan betyda att fler "
                    + "rapporterar",
            };
            yield return new(
                "Personuppgiftsincidenter",
                Now.DataBreaches.ToString(),
                Before?.DataBreaches.ToString(),
                Now.DataBreaches.Trend(Before?.DataBreaches),
                Now.DataBreaches.Trace,
                Before?.DataBreaches.Trace
            )
            {
                Meaning = "de av incidenterna som rörde uppgifter om människor",
            };
            if (Now.MedianDays is { } days)
            {
                yield return new(
                    "Tid från upptäckt till avslut (median)",
                    Days(days),
                    Before?.MedianDays is { } before ? Days(before) : null,
                    DaysTrend,
                    Now.Timed.Trace,
                    Before?.Timed.Trace
                )
                {
                    Meaning = "hälften av incidenterna avslutades snabbare än så, hälften tog längre tid",
                };
            }
        }
    }

    private static string Days(decimal days) => $"{Swedish.Number(days)}\u00a0{Swedish.Form(days, "dag", "dagar")}";
}
