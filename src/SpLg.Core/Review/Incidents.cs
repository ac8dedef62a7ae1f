using SpLg.Core.PersonalData;

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
    IReadOnlyList<Tally> ByTertial,
    IReadOnlyList<IncidentMonth> ByMonthAndKind,
    IReadOnlyList<IncidentMatrixRow> KindBySeverity,
    IReadOnlyList<Incident> Summaries,
    int WithoutYear,
    SmallCounts Small
)
{
    public const string GroupName = "Incidenter";

    public static FieldSet Fields { get; } =
        Basis
            .Fields<Incidents>(i => i.Basis)
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
            .Number("Personuppgiftsincidenter", "Antal som rörde personuppgifter.", i => i.Now.DataBreaches.Figure)
            .From(i => i.Now.DataBreaches.Trace)
            .Number(
                "Personuppgiftsincidenter förra året",
                "Samma uppgift förra året.",
                i => RowCount.FigureOf(i.Before?.DataBreaches)
            )
            .From(i => i.Before?.DataBreaches.Trace)
            .Text(
                "Personuppgiftsincidenter trend",
                "Jämförelsen i ord.",
                i => i.Now.DataBreaches.Trend(i.Before?.DataBreaches)
            )
            .From(i => i.Now.DataBreaches.Trace.Against(i.Before?.DataBreaches.Trace))
            .Text(
                "Personuppgiftsincidenter mot förra året",
                "Jämförelsen i ord efter en text som redan har årets tal, till exempel färre än förra årets 8.",
                i => Language.Trend.AfterNumber(i.Now.DataBreaches.Trend(i.Before?.DataBreaches))
            )
            .From(i => i.Now.DataBreaches.Trace.Against(i.Before?.DataBreaches.Trace))
            .Number(
                "Anmälda till IMY",
                "Antal som anmälts till Integritetsskyddsmyndigheten.",
                i => i.Now.ReportedToImy.Figure
            )
            .From(i => i.Now.ReportedToImy.Trace)
            .Number(
                "Anmälda till IMY förra året",
                "Samma uppgift förra året.",
                i => RowCount.FigureOf(i.Before?.ReportedToImy)
            )
            .From(i => i.Before?.ReportedToImy.Trace)
            .Text(
                "Anmälda till IMY trend",
                "Jämförelsen i ord.",
                i => i.Now.ReportedToImy.Trend(i.Before?.ReportedToImy)
            )
            .From(i => i.Now.ReportedToImy.Trace.Against(i.Before?.ReportedToImy.Trace))
            .Text(
                "Anmälda till IMY mot förra året",
                "Jämförelsen i ord efter en text som redan har årets tal, till exempel färre än förra årets 8.",
                i => Language.Trend.AfterNumber(i.Now.ReportedToImy.Trend(i.Before?.ReportedToImy))
            )
            .From(i => i.Now.ReportedToImy.Trace.Against(i.Before?.ReportedToImy.Trace))
            .Number(
                "Betydande",
                "Antal betydande incidenter enligt cybersäkerhetslagen.",
                i => i.Now.Significant.Figure
            )
            .From(i => i.Now.Significant.Trace)
            .Number("Betydande förra året", "Samma uppgift förra året.", i => RowCount.FigureOf(i.Before?.Significant))
            .From(i => i.Before?.Significant.Trace)
            .Number(
                "Betydande anmälda",
                "Antal betydande incidenter som har anmälts.",
                i => i.Now.SignificantReported.Figure
            )
            .From(i => i.Now.SignificantReported.Trace)
            .Number("Konfidentialitet", "Antal som påverkade konfidentialiteten.", i => i.Now.Confidentiality.Figure)
            .From(i => i.Now.Confidentiality.Trace)
            .Number("Riktighet", "Antal som påverkade riktigheten.", i => i.Now.Integrity.Figure)
            .From(i => i.Now.Integrity.Trace)
            .Number("Tillgänglighet", "Antal som påverkade tillgängligheten.", i => i.Now.Availability.Figure)
            .From(i => i.Now.Availability.Trace)
            .Number("Riskbedömda", "Antal som har riskbedömts.", i => i.Now.RiskAssessed.Figure)
            .From(i => i.Now.RiskAssessed.Trace)
            .Number("Avslutade", "Antal som är avslutade.", i => i.Now.Closed.Figure)
            .From(i => i.Now.Closed.Trace)
            .Number("Öppna", "Antal som inte är avslutade.", i => i.Now.Open.Figure)
            .From(i => i.Now.Open.Trace)
            .Number("Öppna länge", "Antal som har varit öppna i mer än 90 dagar.", i => i.Now.OpenLong.Figure)
            .From(i => i.Now.OpenLong.Trace)
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
                "Jämförelsen i ord efter en text som redan har årets tal, till exempel färre än förra årets 8.",
                i => Language.Trend.AfterNumber(i.DaysTrend)
            )
            .From(i => i.Now.Timed.Trace.Against(i.Before?.Timed.Trace))
            .List("Per typ", "Antal per typ av incident.", i => i.ByKind, Tally.Fields("Typ", "Incidentens typ."))
            .List(
                "Per allvarlighetsgrad",
                "Antal per allvarlighetsgrad.",
                i => i.BySeverity,
                Tally.Fields("Allvarlighetsgrad", "Låg, Medel, Hög eller Kritisk.")
            )
            .List(
                "Per orsak",
                "Antal per orsak, den vanligaste först.",
                i => i.ByCause,
                Tally.Fields("Orsak", "Orsaken som den har angivits.")
            )
            .List(
                "Per enhet",
                "Antal per enhet, den med flest först.",
                i => i.ByUnit,
                Tally.Fields("Enhet", "Enheten som den har angivits.")
            )
            .List(
                "Per månad",
                "Antal per månad, januari till december.",
                i => i.ByMonth,
                Tally.Fields("Månad", "Månadens namn.", "I år")
            )
            .List(
                "Per tertial",
                "Antal per tertial, T1 till T3, och de som inte har något datum under året.",
                i => i.ByTertial,
                Tally.Fields("Tertial", "T1, T2, T3 eller Utan datum.", "I år")
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
        new(GroupName, "Incidenter.", () => Fields, s => Build(s.Lists, s.Year, s.Today))
        {
            Texts = [new(11, "Incidenter", "incidenterna")],
            Covers = [new("d1", 1, "incidenter", i => i.Basis)],
            Summarises = new(1, (i, _) => i.KeyFigures()),
            Compares = new(
                2,
                "Incidenter.",
                i => i.Basis,
                t =>
                    $"Sammanlagt har {t("Antal").Counted("incident", "incidenter")} rapporterats{t("Antal").Against(t("Förra året"))}.",
                new("Antal", "Antal incidenter i år.", i => Measure.Of(i.Now.Rows.Count)),
                new(
                    "Förra året",
                    "Antal förra året.",
                    i => i.Before is { } before ? Measure.Of(before.Rows.Count) : Measure.Missing
                ),
                new("Utveckling", "Antalet mot förra året i ord.")
                {
                    Say = f => f("Antal").Trend(f("Förra året"), Polarity.Neutral),
                },
                new(
                    "Allvarliga",
                    "Antal med allvarlighetsgraden Hög eller Kritisk.",
                    i =>
                        Measure.Total([
                            .. i
                                .BySeverity.Where(s =>
                                    s.Name == Choice.Text(Severity.High) || s.Name == Choice.Text(Severity.Critical)
                                )
                                .Select(s => Measure.Of(s.Counted)),
                        ])
                ),
                new(
                    "Personuppgiftsincidenter",
                    "Antal som rörde personuppgifter.",
                    i => Measure.Of(i.Now.DataBreaches)
                ),
                new(
                    "Anmälda till IMY",
                    "Antal som anmälts till Integritetsskyddsmyndigheten.",
                    i => Measure.Of(i.Now.ReportedToImy)
                ),
                new(
                    "Betydande",
                    "Antal betydande incidenter enligt cybersäkerhetslagen.",
                    i => Measure.Of(i.Now.Significant)
                )
            ),
        };

    /// <summary>This year's incidents and last year's.</summary>
    private Trace Both => Now.Rows.Trace.Against(Before?.Rows.Trace);

    private string Trend => Now.Rows.Count.Trend(Before?.Rows.Count);

    internal string DaysTrend => Language.Trend.OfDuration(Now.MedianOfYear, Before?.MedianOfYear);

    private static string? Published(Incident incident) =>
        incident.ReportSummary is { } summary
        && !PersonalDataChecks.IsDecided(incident.Origin)
        && PersonalNumber.IsIn(summary)
            ? "Sammanfattningen visas inte: den ser ut att innehålla ett personnummer."
            : incident.ReportSummary;

    internal string? Sentence =>
        Now.Count == 0
            ? Basis.Sentence
            : $"Under {Year} rapporterades {Swedish.Count(Now.Count, "incident", "incidenter")}{Comparison}.{Undated}";

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
                "Hur många av årets incidenter som är avslutade och pågående visas inte i den öppna utgåvan, "
                    + "eftersom något av antalen är litet.",
            (1, { Unknown: 1 }) => "Det går inte att bedöma om incidenten är avslutad.",
            (1, { Count: 1 }) => "Incidenten är avslutad.",
            (1, _) => "Incidenten är pågående.",
            (_, { Known: 0 }) => "Det går inte att bedöma hur många av årets incidenter som är avslutade.",
            var (_, closed) => $"Av årets incidenter är {Swedish.HowMany(closed.Count)} "
                + $"{(closed.Count <= 1 ? "avslutad" : "avslutade")} och {Swedish.HowMany(Now.Open.Count)} pågående"
                + (closed.Unknown == 0 ? "." : $"; för {Swedish.InWords(closed.Unknown)} går status inte att bedöma."),
        };

    private string? MonthSentence
    {
        get
        {
            var missing = Now.Count - ByMonth.Sum(m => m.Now);
            var before = (Before?.Count ?? 0) - ByMonth.Sum(m => m.Before ?? 0);
            return missing + before == 0 || Small.IsOn
                ? null
                : "Incidenter som inte är med i diagrammet, eftersom de inte har något datum under året: "
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
            return now == before ? $", lika många som {Year - 1}{part}"
                : part.Length > 0
                    ? $", {(now > before ? "fler" : "färre")} än {Year - 1}{part}, {Swedish.Number(now)} mot {Swedish.Number(before)}"
                : $", {(now > before ? "fler" : "färre")} än "
                    + $"{(before == 1 ? "den enda" : $"de {Swedish.InWords(before)}")} som rapporterades {Year - 1}";
        }
    }

    private static Incidents Build(OrganisationLists lists, int year, DateOnly today)
    {
        var small = lists.Small;
        var byYear = lists.Incidents.ToLookup(i => YearOf(i));
        var withoutYear = byYear[null].Count();
        var begun = lists.Withheld.HasAny(Incident.AsList.Title) ? null : IncidentMonth.Begun(lists.Incidents);
        var part = ComparedPart.Of(year, today, begun);
        var now = Of(year, byYear[year]);
        var before = byYear[year - 1].Any() ? Of(year - 1, byYear[year - 1]) : null;
        var beforeFigures = before is null ? null : FiguresOf(before, year - 1);
        var basis = Basis.Of(
            lists,
            now.Trace,
            lists.Incidents.Count,
            $"Inga incidenter har rapporterats under {year}.",
            withoutYear
        );
        if (beforeFigures is not null && !small.IsOn)
            basis = basis.WithEarlier($"Från {year - 1}", [InWords(beforeFigures)]);
        return new(
            small.IsOn ? WithoutNumbers(basis, withoutYear) : basis,
            year,
            FiguresOf(now, year),
            beforeFigures,
            Tally.ByChoice(now, before, "Typ", i => i.Kind, small),
            Tally.ByChoice(now, before, "Allvarlighetsgrad", i => i.Severity, small),
            Tally.ByText(now, before, "Orsak", i => i.Cause, small),
            Tally.ByText(now, before, "Enhet", i => i.Unit, small),
            Months(now, before, year, part, new(today, begun), small),
            Tertials(now, before, year, part, new(today, begun), small),
            IncidentMonth.Build(now, before, year, new(today, begun), small),
            IncidentMatrixRow.Build(now, before, small),
            [
                .. now
                    .Rows.Where(i => i.ReportSummary is not null && i.Origin.Publication.Is(Publication.Open))
                    .OrderBy(i => RowOrder.ByDate(i.OccurredOn))
                    .ThenBy(i => RowOrder.ById(i.Origin))
                    // The summary was written to be read by itself.
                    .Select(i => i with { Origin = i.Origin with { IsCounted = false } })
                    .Select(i => small.IsOn ? i with { OccurredOn = default, Kind = default, Severity = default } : i),
            ],
            withoutYear,
            small
        );

        // In the open edition how far the two years are apart could tell how few rows have no year.
        ChosenRows<Incident> Of(int of, IEnumerable<Incident> rows) =>
            new(Incident.AsList.Title, YearFilter.Of(of, "Inträffade", "Upptäcktes"), [.. rows])
            {
                Footing = new(
                    Unknown: small.IsOn ? withoutYear : 0,
                    Undated: withoutYear,
                    Withheld: lists.Withheld.Of(Incident.AsList.Title, of),
                    Unknowable: lists.Incidents.Count == 0 || withoutYear > 0 ? Footing.NoRows
                        : new DateOnly(of, 1, 1) > today ? Footing.NotYet
                        : null,
                    Part: small.IsOn ? null : ComparedPart.KnownOf(of, today, begun),
                    IsPartClosed: small.IsOn && part is not null
                ),
                Part = small.IsOn ? null : PartOf(of),
            };

        // Beside the number of a whole year that of a part tells how many the rest has, which may be few: then nothing
        // is compared in the open edition, and never what the number is made of, from which it could be found.
        IncidentFigures FiguresOf(ChosenRows<Incident> of, int ofYear)
        {
            var figures = IncidentFigures.Of(of, lists.Incidents, today, part?.LastIn(ofYear), small);
            return !small.IsOn || AreRestsFew()
                ? figures
                : figures with
                {
                    Rows = of with { Part = PartOf(ofYear), Footing = of.Footing with { IsPartClosed = false } },
                };
        }

        (Func<Incident, bool?> Holds, string Words)? PartOf(int of) =>
            part is null ? null : (incident => part.Holds(IncidentMonth.DayOf(incident), of), part.Words);

        bool AreRestsFew() =>
            new[] { year, year - 1 }.Any(of =>
                PartOf(of) is { } compared
                && byYear[of].Where(i => compared.Holds(i) != true).ToList() is var rest
                && (small.IsFew(rest) || rest.Any(i => compared.Holds(i) is null))
            );
    }

    private static string InWords(IncidentFigures figures)
    {
        IReadOnlyList<string> parts =
        [
            .. figures.DataBreaches.Known == 0
                ? (string[])[]
                : [$"{Swedish.HowMany(figures.DataBreaches.Count)} rörde personuppgifter"],
            .. figures.ReportedToImy.Known == 0
                ? (string[])[]
                : [$"{Swedish.HowMany(figures.ReportedToImy.Count)} anmäldes till Integritetsskyddsmyndigheten (IMY)"],
        ];
        return $"{Swedish.Count(figures.Count, "incident", "incidenter")}{(parts.Count == 0 ? "" : $", varav {Swedish.Join(parts)}")}.";
    }

    /// <summary>How many rows the list has besides the year's could tell how many lack a year.</summary>
    private static Basis WithoutNumbers(Basis basis, int withoutYear) =>
        basis with
        {
            Sources = [basis.Sources[0] with { InList = null }],
            Sentence =
                withoutYear == 0 || basis.Sentence is null
                    ? basis.Sentence
                    : "Underlag saknas: det finns rader i listan Incidenter som inte har något år som går att "
                        + $"läsa, så det går inte att säga om de hör hit. {Basis.Responsible(basis.Owner)}",
        };

    internal static int? YearOf(Incident incident) =>
        RowOrder.YearOf(incident.Origin, incident.OccurredOn, incident.DiscoveredOn);

    private static IReadOnlyList<Tally> Months(
        ChosenRows<Incident> now,
        ChosenRows<Incident>? before,
        int year,
        ComparedPart? part,
        KnownMonths known,
        SmallCounts small
    )
    {
        var tallies = Periods(
            now,
            before,
            year,
            part,
            known,
            1,
            i => i,
            Enumerable.Range(1, 12).Select(m => ((int?)m, m, Swedish.Month(m), $"i {Swedish.Month(m)}"))
        );
        return !small.IsOn
            ? tallies
            :
            [
                .. tallies.Select(t =>
                    t with
                    {
                        Counted = Covered(t.Counted)!,
                        CountedBefore = Covered(t.CountedBefore),
                    }
                ),
            ];

        static RowCount? Covered(RowCount? count) => count is null ? null : count with { Instead = SmallCounts.Hidden };
    }

    private static IReadOnlyList<Tally> Tertials(
        ChosenRows<Incident> now,
        ChosenRows<Incident>? before,
        int year,
        ComparedPart? part,
        KnownMonths known,
        SmallCounts small
    )
    {
        var tallies = Periods(
            now,
            before,
            year,
            part,
            known,
            4,
            month => (month + 3) / 4,
            [
                (1, 1, "T1", "i januari till april"),
                (2, 5, "T2", "i maj till augusti"),
                (3, 9, "T3", "i september till december"),
                (null, 1, "Utan datum", "inte ett datum under året"),
            ]
        );
        return Tally.Guarded([.. tallies.Where(t => t.Name != "Utan datum" || t.Now + (t.Before ?? 0) > 0)], small);
    }

    private static IReadOnlyList<Tally> Periods(
        ChosenRows<Incident> now,
        ChosenRows<Incident>? before,
        int year,
        ComparedPart? part,
        KnownMonths known,
        int months,
        Func<int?, int?> period,
        IEnumerable<(int? Period, int FirstMonth, string Name, string Words)> periods
    )
    {
        return [.. periods.Select(p => new Tally(p.Name, Count(now, year, p)!, Count(before, year - 1, p)))];

        RowCount? Count(ChosenRows<Incident>? all, int of, (int? Period, int FirstMonth, string Name, string Words) p)
        {
            if (all is null)
                return null;
            var byPeriod = all.Rows.ToLookup(i => period(IncidentMonth.MonthOf(i, of)));
            var rows = all.Where($"Inträffade (annars Upptäcktes) är {p.Words}", byPeriod[p.Period]);
            // What has no day is of no part of the year; months that are known in full are compared in full.
            return p.Period is null
                ? (rows with { Part = null }).Count
                : (rows with { Part = part?.Cuts(p.FirstMonth, months) == true ? rows.Part : null }).Count with
                {
                    Footing = known.Of(all.Footing, of, p.FirstMonth, months) with
                    {
                        NotStated = byPeriod[null].Count(),
                    },
                };
        }
    }

    /// <summary>A section without data gives no figure: a zero would be read as a result.</summary>
    private IEnumerable<KeyFigure> KeyFigures()
    {
        if (Basis.Coverage != Coverage.NoData)
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

    private static string Days(decimal days) => $"{Swedish.Number(days)}\u00a0{(days == 1 ? "dag" : "dagar")}";
}
