namespace SpLg.Core.Sections;

/// <summary>
/// The self-assessment of the review's year (by the Year column), clause by clause, in the edition that has most rows
/// that year (the newer when they are as many), beside last year's, chosen the same way. Rows whose edition is empty or
/// unreadable are an edition of their own.
/// </summary>
/// <param name="Edition">Null when most rows do not say.</param>
/// <param name="OtherEdition">Rows of the year in another edition, which are not shown.</param>
/// <param name="Small">Which numbers are too small to be told.</param>
public sealed record SelfAssessment(
    SectionSource Source,
    ClauseEdition? Edition,
    IReadOnlyList<ClauseRow> Clauses,
    IReadOnlyList<ChapterTotals> Chapters,
    ChapterTotals Total,
    int Year,
    int OtherEdition,
    bool HasBefore,
    SmallCounts Small
)
{
    public const string GroupName = "Självskattning";

    public static FieldSet Fields { get; } =
        SectionSource
            .Fields<SelfAssessment>(s => s.Source)
            .Text("Utgåva", "Standardens utgåva: 2013, 2022 eller ej angiven.", s => s.EditionText)
            .Number("Antal", "Antal krav som har en rad i listan.", s => s.Assessed)
            .Text("Mening", "Utfallet i en mening.", s => s.Sentence)
            .Text("Obesvarade", "Numren på de krav som ingen har bedömt.", s => s.Unanswered)
            .Text(
                "Standard",
                "En mening om vilken utgåva av standarden kraven följer och vems ord de står i.",
                s => s.Footnote
            )
            .Text("År", "Året som självskattningen är gjord för.", s => YearFilter.Text(s.Year))
            .Text("Året före", "Året som den jämförs med.", s => YearFilter.Text(s.Year - 1))
            .Text("Jämförelse", "Kraven mot förra året i en mening.", s => s.Comparison)
            .Number("Antal bättre", "Antal krav som är bättre uppfyllda än förra året.", s => s.Changes("Bättre"))
            .From(s => s.Source.Trace.Described("Uppfyllt är bättre än förra året", s.Changed("Bättre")))
            .Number("Antal sämre", "Antal krav som är sämre uppfyllda än förra året.", s => s.Changes("Sämre"))
            .From(s => s.Source.Trace.Described("Uppfyllt är sämre än förra året", s.Changed("Sämre")))
            .Group("Totalt", "Alla kapitel sammantagna.", s => s.Total, ChapterTotals.Fields)
            .List("Per kapitel", "Summor per kapitel, 4–10.", s => s.Chapters, ChapterTotals.Fields)
            .List(
                "Diagram",
                "Svaren per kapitel, för ett diagram.",
                s => s.Chapters,
                new FieldSetBuilder<ChapterTotals>()
                    .Text("Kapitel", "Kapitlets nummer och rubrik.", t => $"{t.Name} {t.Heading}")
                    .Number("Ja", "Antal uppfyllda krav.", t => t.Answers(t.Now)[0].Figure)
                    .Number("Delvis", "Antal delvis uppfyllda krav.", t => t.Answers(t.Now)[1].Figure)
                    .Number("Nej", "Antal krav som inte uppfylls.", t => t.Answers(t.Now)[2].Figure)
                    .Number("Obesvarad", "Antal krav utan svar.", t => t.Answers(t.Now)[3].Figure)
                    .Build()
            )
            .List("Krav", "Alla krav i nummerordning.", s => s.Clauses, ClauseRow.Fields)
            .List("Brister", "Bara krav som uppfylls delvis eller inte alls.", s => s.Gaps, ClauseRow.Fields)
            .Build();

    public static Section<SelfAssessment> Section { get; } =
        new(GroupName, "Bilaga A: självskattning.", () => Fields, s => Build(s.Lists, s.Years))
        {
            Texts = [new("Självskattning", "självskattningen")],
            Summarises = new((a, _) => a.KeyFigures()),
            Follows = [new(FollowedFigure.Fulfilled, RequirementAssessment.AsList, (a, _, _) => Fulfilled(a.Total))],
            Compares = new(
                "Självskattning mot standardens krav.",
                a => a.Source,
                t =>
                    t("Uppfyllda")
                        .Shared(
                            "Andelen uppfyllda krav",
                            share => $"Av de besvarade kraven i självskattningen är {share} uppfyllda."
                        ),
                new("Antal", "Antal krav som har en rad i listan.", a => a.Assessed),
                new(
                    "Uppfyllda",
                    "Andelen uppfyllda krav, av dem som har svar.",
                    a =>
                        a.Total.IsHidden(a.Total.Now)
                            ? ComparedValue.Hidden
                            : ComparedValue.Share(a.Total.Yes, a.Total.Total - a.Total.Unanswered, a.Total.Unanswered)
                ),
                new("Delvis", "Antal delvis uppfyllda krav.", a => ComparedValue.Of(a.Total.Answers(a.Total.Now)[1])),
                new("Nej", "Antal krav som inte uppfylls.", a => ComparedValue.Of(a.Total.Answers(a.Total.Now)[2]))
            ),
        };

    public IReadOnlyList<ClauseRow> Gaps =>
        [.. Clauses.Where(c => c.Now.Fulfilled.Is(Fulfilment.Partly) || c.Now.Fulfilled.Is(Fulfilment.No))];

    private IReadOnlyList<ClauseRow> Changed(string how) => [.. Clauses.Where(c => c.Change == how)];

    private Entry<decimal> Changes(string how) => SmallCounts.Shown(Changed(how).Count, AreChangesHidden);

    /// <summary>
    /// A change tells of both years' rows, so it is only counted where nothing is told alone of either.
    /// </summary>
    private bool AreChangesHidden =>
        Small
            .Hide([.. Clauses.GroupBy(c => c.Change).Select(g => g.Count(c => c.IsChangeCounted))])
            .Any(i => i is not null);

    internal string? Sentence =>
        Clauses.Count == 0
            ? null
            : Answers
                + OtherEdition switch
                {
                    0 => "",
                    1 => " Ett krav till är skattat men räknas inte, eftersom det hör till en annan utgåva av "
                        + "standarden eller ingen utgåva är angiven.",
                    var n => $" {Swedish.Sentence(Swedish.InWords(n))} krav till är skattade men räknas inte, eftersom "
                        + "de hör till en annan utgåva av standarden eller ingen utgåva är angiven.",
                };

    private string Answers =>
        (Clauses.Count, Total) switch
        {
            (var all, var total) when total.IsHidden(total.Now) =>
                $"Självskattningen omfattar {Swedish.Count(all, "krav", "krav")}. Hur många som är uppfyllda {SmallCounts.NotShown}.",
            (1, { Unanswered: 1 }) => "Det enda kravet i självskattningen saknar svar.",
            (1, { Yes: 1 }) => "Det enda kravet i självskattningen är uppfyllt.",
            (1, { Partly: 1 }) => "Det enda kravet i självskattningen är delvis uppfyllt.",
            (1, _) => "Det enda kravet i självskattningen är inte uppfyllt.",
            (var all, { Unanswered: var none }) when all == none =>
                $"Inget av de {Swedish.Number(all)} kraven är besvarat än.",
            var (all, total) => $"Av {Swedish.Count(all, "krav", "krav")} i självskattningen är {Swedish.Join(Parts)}"
                + (total.Unanswered == 0 ? "." : $"; {Swedish.InWords(total.Unanswered, neuter: true)} saknar svar."),
        };

    private static FollowedValue Fulfilled(ChapterTotals total)
    {
        return FollowedValue.Of(
            Share(total.Fulfilled),
            total.Fulfilled.Trace,
            total.FulfilledBefore is { } before ? Share(before) : null,
            total.FulfilledBefore?.Trace
        );

        static YearFigure Share(CountWithGaps count) =>
            count.OfYear with
            {
                Value = FollowedValue.Percent(count.Count, count.Known),
            };
    }

    /// <summary>Clauses that have a row.</summary>
    private int Assessed => Clauses.Count(c => c.Origin.Id.Length > 0);

    internal string? Unanswered =>
        Swedish.Join([
            .. ToldLines.Of(Clauses).Where(c => c.Now.Fulfilled.IsEmpty).Select(c => c.Now.Clause).OfType<string>(),
        ])
            is { Length: > 0 } numbers
            ? numbers
            : null;

    /// <summary>Rows of the list are in its own words, which may be the standard's.</summary>
    private string? Footnote =>
        (Clauses.Count, Edition) switch
        {
            (0, _) => null,
            (_, { } edition) =>
                $"Avsnitten är numrerade som i ISO/IEC 27001:{Choice.Text(edition)}, och kraven står som de är skrivna i listan "
                    + $"{RequirementAssessment.AsList.Title}.",
            _ =>
                $"Vilken utgåva av ISO/IEC 27001 avsnitten följer är inte angivet. Kraven står som de är skrivna i listan "
                    + $"{RequirementAssessment.AsList.Title}.",
        };

    private string? EditionText
    {
        get
        {
            if (Edition is { } edition)
                return Choice.Text(edition);
            return Clauses.Count > 0 ? "ej angiven" : null;
        }
    }

    private string? Comparison
    {
        get
        {
            if (Clauses.Count == 0)
                return null;
            if (Total.Before?.Footing.Withheld + Total.Now.Footing.Withheld > 0)
                return $"Kraven {SmallCounts.NotComparable}.";
            if (!HasBefore)
                return $"Det finns ingen självskattning för {Year - 1} att jämföra med.";
            if (AreChangesHidden)
                return $"Hur kraven har ändrats sedan {Year - 1} {SmallCounts.NotShown}.";
            var changes = Clauses.Select(c => c.Change).ToList();
            var (better, worse, same) = (
                changes.Count(c => c == "Bättre"),
                changes.Count(c => c == "Sämre"),
                changes.Count(c => c == "Oförändrat")
            );
            string[] parts =
            [
                .. Swedish.Some(better, "bättre uppfyllt", "bättre uppfyllda", neuter: true),
                .. Swedish.Some(worse, "sämre uppfyllt", "sämre uppfyllda", neuter: true),
                .. Swedish.Some(same, "oförändrat", "oförändrade", neuter: true),
            ];
            var only = (better, worse) switch
            {
                (1, _) => "bättre uppfyllt",
                (_, 1) => "sämre uppfyllt",
                _ => "oförändrat",
            };
            return (better + worse + same) switch
            {
                0 => $"Inget krav går att jämföra med {Year - 1}.",
                1 => $"Det enda krav som går att jämföra med {Year - 1} är {only}.",
                var n => $"Av {Swedish.InWords(n)} krav som går att jämföra med {Year - 1} är {Swedish.Join(parts)}.",
            };
        }
    }

    /// <summary>Gaps that there are none of are left out: "inget inte uppfyllt" is hard to read.</summary>
    private IReadOnlyList<string> Parts =>
        [
            Fulfilled(Total.Yes, ""),
            .. Total.Partly == 0 ? Array.Empty<string>() : [Fulfilled(Total.Partly, "delvis ")],
            .. Total.No == 0 ? Array.Empty<string>() : [Fulfilled(Total.No, "inte ")],
        ];

    private static string Fulfilled(int count, string how) =>
        $"{Swedish.HowMany(count, neuter: true)} {how}{(count <= 1 ? "uppfyllt" : "uppfyllda")}";

    /// <summary>The assessment of the review's year, and where none is made yet that of the year followed up.</summary>
    public static SelfAssessment Build(OrganisationLists lists, ReviewYears years)
    {
        var made = lists.Of(RequirementAssessment.AsList).Select(r => RowOrder.YearOf(r.Origin)).ToHashSet();
        var year = years.Standing.LastOrDefault(y => made.Contains(y), years.FollowUp);
        var (edition, rows) = OfYear(lists.Of(RequirementAssessment.AsList), year);
        return Of(lists, year, edition, rows, rows.Count > 0 ? edition : null);
    }

    /// <param name="rows">The rows of the year that are shown, all in the edition.</param>
    /// <param name="whole">The edition whose other clauses count as unanswered; null when it is not known.</param>
    internal static SelfAssessment Of(
        OrganisationLists lists,
        int year,
        ClauseEdition? edition,
        IReadOnlyList<RequirementAssessment> rows,
        ClauseEdition? whole
    )
    {
        var now = Whole(whole, rows, year);
        var (editionBefore, rowsBefore) = OfYear(lists.Of(RequirementAssessment.AsList), year - 1);
        var before = Whole(rowsBefore.Count > 0 ? editionBefore : null, rowsBefore, year - 1);
        var beforeByClause = before.Where(r => r.Clause is not null).ToLookup(r => r.Clause!, StringComparer.Ordinal);
        var nowByClause = now.ToLookup(r => r.Clause, StringComparer.Ordinal);
        var undated = lists.Of(RequirementAssessment.AsList).Count(r => RowOrder.YearOf(r.Origin) is null);
        // A row of no year may be a second one of a clause, and decide the edition of a year.
        var isWhole = undated == 0 && FootingOf(year, 0).Withheld + FootingOf(year - 1, 0).Withheld == 0;
        var comparable = before.Count + lists.Withheld.Of(RequirementAssessment.AsList.Title, year - 1) > 0;
        var (chapters, chaptersBefore) = (
            now.ToLookup(r => Clause.Chapter(r.Clause)),
            before.ToLookup(r => Clause.Chapter(r.Clause))
        );
        var basis = SectionSource
            .Of(
                lists,
                Trace.Of(RequirementAssessment.AsList.Title, Filter(year, edition), rows),
                lists.Of(RequirementAssessment.AsList).Count,
                $"Ingen självskattning har gjorts för {year}.",
                undated
            )
            .Over(year);
        IReadOnlyList<ChapterTotals> totals =
        [
            .. Clause.Chapters.Select(c =>
                Totals(
                    c.Number.ToString(CultureInfo.InvariantCulture),
                    c.Heading,
                    Chapter(year, edition, c.Number, chapters),
                    Chapter(year - 1, editionBefore, c.Number, chaptersBefore)
                )
            ),
        ];
        if (totals.Any(t => t.IsHidden(t.Now) || t.IsHidden(t.Before)))
            totals = [.. totals.Select(t => t with { AreHidden = true })];
        return new(
            Source: basis,
            Edition: edition,
            Clauses: [.. now.Select(r => new ClauseRow(r, Before(r)))],
            Chapters: totals,
            Total: Totals(
                "Totalt",
                "Alla kapitel",
                basis.Chosen(now),
                new(RequirementAssessment.AsList.Title, Filter(year - 1, editionBefore), before)
            ),
            Year: year,
            OtherEdition: lists.Of(RequirementAssessment.AsList).Count(r => RowOrder.YearOf(r.Origin) == year)
                - rows.Count,
            HasBefore: comparable,
            Small: lists.Small
        );

        // What an open edition withholds may be an assessment of the clause.
        IReadOnlyList<RequirementAssessment> Whole(
            ClauseEdition? of,
            IReadOnlyList<RequirementAssessment> assessed,
            int ofYear
        ) =>
            InOrder(
                of is { } known && Withheld(ofYear) == 0
                    ? assessed.Concat(ClauseList.NotAssessed(known, assessed, lists.AreOpen))
                    : assessed
            );

        // A clause that a year has assessed twice counts as assessed, and so does one of which a row may be withheld.
        RequirementAssessment? Before(RequirementAssessment row) =>
            isWhole
            && NumberBefore(row) is { } number
            && beforeByClause[number].Take(2).ToList() is [var only]
            && nowByClause[row.Clause].Count() == 1
                ? only
                : null;

        string? NumberBefore(RequirementAssessment row) =>
            row.Clause is null || edition is null || editionBefore is null
                ? null
                : Clause.In(editionBefore.Value, edition.Value, row.Clause);

        ChapterTotals Totals(
            string name,
            string heading,
            ChosenRows<RequirementAssessment> of,
            ChosenRows<RequirementAssessment> ofBefore
        ) =>
            new(
                name,
                heading,
                of with
                {
                    Footing = FootingOf(year, Lacking(of, ofBefore)) with { Unknowable = basis.Unknowable },
                },
                comparable ? OfBefore(of, ofBefore) : null
            )
            {
                Small = lists.Small,
            };

        ChosenRows<RequirementAssessment> OfBefore(
            ChosenRows<RequirementAssessment> of,
            ChosenRows<RequirementAssessment> ofBefore
        ) =>
            ofBefore with
            {
                Footing = FootingOf(year - 1, Lacking(of, ofBefore)) with
                {
                    Unknowable = before.Count == 0 ? Footing.NotOpen : null,
                },
            };

        Footing FootingOf(int ofYear, int lacking) =>
            new(Unknown: lacking, Undated: undated, Withheld: Withheld(ofYear));

        int Withheld(int ofYear) =>
            lists.Withheld.Of(RequirementAssessment.AsList.Title, ofYear)
            + lists.Withheld.Of(RequirementAssessment.AsList.Title, null);

        // The clauses that cannot be compared: only one of the years has them, or has them twice.
        int Lacking(ChosenRows<RequirementAssessment> of, ChosenRows<RequirementAssessment> ofBefore)
        {
            List<string?> clauses = [.. of.Rows.Select(NumberBefore)],
                clausesBefore = [.. ofBefore.Rows.Select(r => r.Clause)];
            return clauses.Count
                + clausesBefore.Count
                - (2 * clauses.OfType<string>().Intersect(clausesBefore, StringComparer.Ordinal).Count());
        }
    }

    private static ChosenRows<RequirementAssessment> Chapter(
        int year,
        ClauseEdition? edition,
        int number,
        ILookup<int?, RequirementAssessment> rows
    ) =>
        new(
            RequirementAssessment.AsList.Title,
            $"{Filter(year, edition)} och Avsnitt börjar med {number}",
            [.. rows[number]]
        );

    private static string Filter(int year, ClauseEdition? edition) =>
        $"{YearFilter.Of(year)} och Utgåva är {(edition is { } known ? Choice.Text(known) : "inte angiven")}";

    /// <summary>The rows of a year in its edition, in clause order.</summary>
    internal static (ClauseEdition? Edition, IReadOnlyList<RequirementAssessment> Rows) OfYear(
        IReadOnlyList<RequirementAssessment> all,
        int year
    )
    {
        var editions = all.Where(r => RowOrder.YearOf(r.Origin) == year).ToLookup(r => r.Edition.Value);
        var chosen = editions.OrderByDescending(g => g.Count()).ThenByDescending(g => g.Key).FirstOrDefault();
        return chosen is null ? (null, []) : (chosen.Key, InOrder(chosen));
    }

    private static IReadOnlyList<RequirementAssessment> InOrder(IEnumerable<RequirementAssessment> rows) =>
        [.. rows.OrderBy(r => Clause.Order(r.Clause), StringComparer.Ordinal).ThenBy(r => RowOrder.ById(r.Origin))];

    /// <summary>A section without data gives no figure: a zero would be read as a result.</summary>
    private IEnumerable<KeyFigure> KeyFigures()
    {
        if (Clauses.Count > 0)
        {
            yield return new(
                "Uppfyllda krav i självskattningen",
                Total.Answers(Total.Now)[0].Instead ?? Total.Fulfilled.ToString(),
                Total.Before is { } before
                    ? Total.Answers(before)[0].Instead ?? Total.FulfilledBefore?.ToString()
                    : null,
                Total.Trend,
                Total.Fulfilled.Trace,
                Total.FulfilledBefore?.Trace
            )
            {
                Meaning = "krav i standarden för informationssäkerhet som vi själva bedömer att vi uppfyller",
            };
        }
    }
}
