namespace SpLg.Core.Sections;

/// <summary>The internal-control results of the review's year, by their Year column.</summary>
public sealed record InternalControls(
    SectionSource Source,
    IReadOnlyList<InternalControlResult> Rows,
    IReadOnlyList<CountPerValue> ByResult
)
{
    public const string GroupName = "Internkontroll";

    public static FieldSet Fields { get; } =
        SectionSource
            .Fields<InternalControls>(c => c.Source)
            .Number("Antal", "Antal kontroller i år.", c => c.Rows.Count)
            .List(
                "Kontroller",
                "Årets kontroller per period.",
                c => c.Rows,
                new FieldSetBuilder<InternalControlResult>()
                    .Text("Kontroll", "Kontrollens namn.", r => r.Title)
                    .Choice("Period", "T1, T2 eller Helår.", r => r.Period)
                    .Choice("Resultat", "Inga väsentliga avvikelser, Avvikelser eller Ej genomförd.", r => r.Result)
                    .Text("Avvikelser", "Avvikelserna.", r => r.Deviations)
                    .Text("Kommentar", "Kommentaren.", r => r.Comment)
                    .Build()
            )
            .List(
                "Per resultat",
                "Antal per resultat.",
                c => c.ByResult,
                CountPerValue.Fields("Resultat", "Kontrollens resultat.")
            )
            .Build();

    public static Section<InternalControls> Section { get; } =
        new(GroupName, "Intern kontroll.", () => Fields, s => Build(s.Lists, s.Years, s.Today))
        {
            Texts = [new("Internkontroll", "den interna kontrollen")],
            Covers = [new("d1", "intern kontroll", c => c.Source)],
            Compares = new(
                "Intern kontroll.",
                c => c.Source,
                t =>
                    t("Utan väsentliga avvikelser")
                        .Shared(
                            "Andelen kontroller utan väsentliga avvikelser",
                            share => $"Av kontrollerna i den interna kontrollen är {share} utan väsentliga avvikelser."
                        ),
                new("Antal", "Antal kontroller i år.", c => c.Rows.Count),
                new(
                    "Utan väsentliga avvikelser",
                    "Andelen utan väsentliga avvikelser, av dem som har ett resultat.",
                    c =>
                        ComparedValue.Share(
                            c.Rows.Count(r => r.Result.Is(ControlResult.NoDeviations)),
                            c.Rows.Count(r => r.Result.Value is not null),
                            c.Rows.Count(r => r.Result.Value is null)
                        )
                ),
                new(
                    "Med avvikelser",
                    "Antal med avvikelser.",
                    c => ComparedValue.Having(c.Rows, r => r.Result, ControlResult.Deviations)
                ),
                new(
                    "Ej genomförda",
                    "Antal som inte har genomförts.",
                    c => ComparedValue.Having(c.Rows, r => r.Result, ControlResult.NotPerformed)
                )
            ),
        };

    private static IReadOnlyList<string> Told(IEnumerable<InternalControlResult> rows) =>
        [
            .. rows.OrderBy(r => RowOrder.ByChoice(r.Period))
                .ThenBy(r => RowOrder.ById(r.Origin))
                .Where(r => r.Title is not null || !r.Result.IsEmpty)
                .Select(InWords),
        ];

    /// <summary>The tertials that are over and have no result, where there are results at all.</summary>
    private static string? MissingPeriods(IReadOnlyList<InternalControlResult> rows, ReviewYears years, DateOnly until)
    {
        if (rows.Count == 0 || rows.Any(r => r.Period.Is(ControlPeriod.WholeYear) || r.Period.Value is null))
            return null;
        (ControlPeriod Period, DateOnly Ends)[] periods =
        [
            (ControlPeriod.FirstTertial, new(years.FollowUp, 4, 30)),
            (ControlPeriod.SecondTertial, new(years.FollowUp, 8, 31)),
        ];
        var missing = periods
            .Where(p => p.Ends <= until && !rows.Any(r => r.Period.Is(p.Period)))
            .Select(p => Choice.Text(p.Period))
            .ToList();
        return missing.Count == 0 ? null : $"Resultat saknas för {Swedish.Join(missing)}.";
    }

    private static string InWords(InternalControlResult row)
    {
        var head = $"{row.Title ?? "Kontroll utan rubrik"}{(row.Period.Text is { } period ? $" ({period})" : "")}";
        return string.Join(
            ' ',
            new[] { $"{head}: {row.Result.Text ?? CountWithGaps.NoData}", row.Deviations, row.Comment }
                .OfType<string>()
                .Select(text => Swedish.WithStop(Swedish.Sentence(text)))
        );
    }

    public static InternalControls Build(OrganisationLists lists, ReviewYears years, DateOnly today)
    {
        var (year, until) = (years.FollowUp, years.KnownUntil(today));
        var byYear = lists.Of(InternalControlResult.AsList).ToLookup(r => RowOrder.YearOf(r.Origin));
        IReadOnlyList<InternalControlResult> rows =
        [
            .. byYear[year].OrderBy(r => RowOrder.ByChoice(r.Period)).ThenBy(r => RowOrder.ById(r.Origin)),
        ];
        var basis = SectionSource.Of(
            lists,
            Trace.Of(InternalControlResult.AsList.Title, YearFilter.Of(year), rows),
            lists.Of(InternalControlResult.AsList).Count,
            $"Inga resultat från intern kontroll har antecknats för {year}.",
            byYear[null].Count()
        );
        basis = basis
            .Over(year)
            .WithEarlier($"Från {year - 1}", Told(byYear[year - 1]))
            .WithEarlier("Utan år", Told(byYear[null])) with
        {
            // In the open edition a result may be there and not be told.
            Missing =
                lists.Withheld.OfAll(InternalControlResult.AsList.Title) > 0
                    ? null
                    : MissingPeriods(rows, years, until),
        };
        var before = new ChosenRows<InternalControlResult>(
            InternalControlResult.AsList.Title,
            YearFilter.Of(year - 1),
            [.. byYear[year - 1]]
        )
        {
            Footing = FootingOf(year - 1),
        };
        return new(
            basis,
            rows,
            CountPerValue.ByChoice(
                basis.Chosen(rows) with
                {
                    Footing = FootingOf(year) with { Unknowable = basis.Unknowable },
                },
                before.Rows.Count + before.Footing.Withheld == 0 ? null : before,
                "Resultat",
                r => r.Result,
                SmallCounts.None
            )
        );

        // Last year is told when the list has rows of it: when the open edition has none of them, all are withheld.
        Footing FootingOf(int of) =>
            new(
                Undated: byYear[null].Count(),
                Withheld: lists.Withheld.Of(InternalControlResult.AsList.Title, of)
                    + lists.Withheld.Of(InternalControlResult.AsList.Title, null),
                Unknowable: byYear[of].Any() ? null : Footing.NotOpen,
                // The controls of a whole year are among those of last year, and cannot be among those of a year that
                // is not over.
                Part: ComparedPart.KnownOf(of, years.FollowUpFrom, until)
            );
    }
}
