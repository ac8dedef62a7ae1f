namespace SpLg.Core.Figures;

/// <summary>How many rows have one value, this year and last.</summary>
/// <param name="CountedBefore">Null when last year has no rows at all.</param>
public sealed record CountPerValue(string Name, RowCount Counted, RowCount? CountedBefore)
{
    /// <summary>The name under which rows with an empty cell are counted.</summary>
    public const string NotStated = "Ej angivet";

    /// <summary>
    /// The name under which rows with an empty cell and rows with none of the choices are counted together.
    /// </summary>
    internal const string OtherOrNotStated = "Annat eller ej angivet";

    public int Now => Counted.Count;

    public int? Before => CountedBefore?.Count;

    public string Trend => Counted.Trend(CountedBefore);

    /// <summary>
    /// One tally per choice in declared order (also zeros), then values outside the choices, then empty cells. Where
    /// small numbers are hidden the last two are one tally: a value outside the choices is a text of somebody's own.
    /// </summary>
    /// <param name="before">Null when last year has no rows at all.</param>
    /// <param name="column">The name of the choice's column.</param>
    internal static IReadOnlyList<CountPerValue> ByChoice<TRow, TChoice>(
        ChosenRows<TRow> now,
        ChosenRows<TRow>? before,
        string column,
        Func<TRow, Entry<TChoice>> choice,
        SmallCounts small
    )
        where TRow : class, ISourceRow
        where TChoice : struct, Enum
    {
        var (rows, earlier) = (By(now, Name), By(before, Name));
        (now, before) = (WithCovered(now, IsCovered), before is null ? null : WithCovered(before, IsCovered));
        var known = Choice.Texts<TChoice>();
        var others = rows.Concat(earlier)
            .Select(g => g.Key)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Except(known, StringComparer.OrdinalIgnoreCase)
            .OrderBy(n => n == NotStated)
            .ThenBy(n => n, StringComparer.Ordinal);
        return Guarded(
            [
                .. known
                    .Concat(others)
                    .Select(n =>
                        Of(
                            name: n,
                            column: column,
                            now: now,
                            rows: rows,
                            before: before,
                            earlier: earlier,
                            isLoose: IsLoose
                        )
                    ),
            ],
            small
        );

        bool IsLoose(TRow row) => choice(row).Value is null;

        bool IsCovered(TRow row) => choice(row) is { Value: null, Text: OpenCells.NotShown };

        string Name(TRow row)
        {
            if (choice(row) is var entry && entry.Value is { } value)
                return Choice.Text(value);
            return small.IsOn ? OtherOrNotStated : entry.Text ?? NotStated;
        }
    }

    /// <summary>
    /// One tally per text that occurs, the most frequent first; case does not count. Where small numbers are hidden the
    /// texts that are rare are one tally, so that neither the text nor its number is told.
    /// </summary>
    /// <inheritdoc cref="ByChoice"/>
    internal static IReadOnlyList<CountPerValue> ByText<TRow>(
        ChosenRows<TRow> now,
        ChosenRows<TRow>? before,
        string column,
        Func<TRow, string?> text,
        SmallCounts small
    )
        where TRow : class, ISourceRow
    {
        var (rows, earlier) = (By(now, Name), By(before, Name));
        (now, before) = (WithCovered(now, IsCovered), before is null ? null : WithCovered(before, IsCovered));
        List<CountPerValue> tallies =
        [
            .. rows.Concat(earlier)
                .Select(g => g.Key)
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Select(n =>
                    Of(
                        name: n,
                        column: column,
                        now: now,
                        rows: rows,
                        before: before,
                        earlier: earlier,
                        isLoose: IsLoose
                    )
                )
                .OrderBy(t => t.Name is NotStated or OpenCells.NotShown)
                .ThenByDescending(t => t.Now)
                .ThenByDescending(t => t.Before)
                .ThenBy(t => t.Name, StringComparer.Ordinal),
        ];
        var rare = tallies.Where(t => IsSmall(t, small)).ToList();
        if (rare.Count == 0)
            return tallies;
        var merged = Merged(rare);
        foreach (
            var next in tallies
                .Except(rare)
                .OrderBy(t => t.Now + (t.Before ?? 0))
                .ThenBy(t => t.Name, StringComparer.Ordinal)
                .ToList()
        )
        {
            if (!IsSmall(merged, small))
                break;
            rare.Add(next);
            merged = Merged(rare);
        }
        return [.. tallies.Except(rare), Guarded([merged], small)[0]];

        string Name(TRow row) => text(row) ?? NotStated;

        bool IsLoose(TRow row) => text(row) is null;

        bool IsCovered(TRow row) => text(row) == OpenCells.NotShown;

        CountPerValue Merged(IReadOnlyList<CountPerValue> of) =>
            new(
                of.All(t => t.Now < small.Limit && !(t.Before >= small.Limit))
                    ? $"Övriga ({small.Words} var)"
                    : "Övriga",
                Among(now, now.Described($"{column} är något annat", Rows(of, t => rows[t.Name])), IsLoose),
                before is null
                    ? null
                    : Among(
                        before,
                        before.Described($"{column} är något annat", Rows(of, t => earlier[t.Name])),
                        IsLoose
                    )
            );

        static IEnumerable<TRow> Rows(IEnumerable<CountPerValue> of, Func<CountPerValue, IEnumerable<TRow>> rows) =>
            of.SelectMany(rows);
    }

    /// <summary>
    /// The tallies, which together are the whole of each year, without the numbers that may not be shown.
    /// </summary>
    internal static IReadOnlyList<CountPerValue> Guarded(IReadOnlyList<CountPerValue> tallies, SmallCounts small)
    {
        var now = small.Hide([.. tallies.Select(t => t.Counted)]);
        var before = tallies.All(t => t.CountedBefore is not null)
            ? small.Hide([.. tallies.Select(t => t.CountedBefore!)])
            : null;
        return [.. tallies.Select((t, i) => t with { Counted = now[i], CountedBefore = before?[i] })];
    }

    /// <summary>The fields of a list of tallies whose first column has this name.</summary>
    /// <param name="now">The name of this year's column, which is what a chart's legend says.</param>
    public static FieldSet Fields(string name, string description, string now = "Antal") =>
        new FieldSetBuilder<CountPerValue>()
            .Text(name, description, t => t.Name)
            .Number(now, "Antal i år.", t => t.Counted.Figure)
            .From(t => t.Counted.Trace)
            .Count("Förra året", "Antal förra året; saknas när året inte har några rader.", t => t.CountedBefore)
            .Text("Trend", "Jämförelsen med förra året i ord.", t => t.Trend)
            .From(t => t.Counted.Trace.Against(t.CountedBefore?.Trace))
            .Text(
                "Riktning",
                "Jämförelsen i ord utan talen, för en tabell som har dem i egna kolumner.",
                t => Language.Trend.WithoutNumbers(t.Trend)
            )
            .From(t => t.Counted.Trace.Against(t.CountedBefore?.Trace))
            .Build();

    private static bool IsSmall(CountPerValue tally, SmallCounts small) =>
        small.IsSmall(tally.Now) || small.IsSmall(tally.Before ?? 0);

    private static CountPerValue Of<TRow>(
        string name,
        string column,
        ChosenRows<TRow> now,
        ILookup<string, TRow> rows,
        ChosenRows<TRow>? before,
        ILookup<string, TRow> earlier,
        Func<TRow, bool> isLoose
    )
        where TRow : class, ISourceRow
    {
        var condition = name switch
        {
            NotStated => $"{column} är tom",
            OtherOrNotStated => $"{column} är tom eller inget av valen",
            _ => $"{column} är {name}",
        };
        return name is NotStated or OtherOrNotStated
            ? new(name, now.Described(condition, rows[name]).Count, before?.Described(condition, earlier[name]).Count)
            : new(
                name,
                Among(now, now.Described(condition, rows[name]), isLoose),
                before is null ? null : Among(before, before.Described(condition, earlier[name]), isLoose)
            );
    }

    /// <summary>
    /// Where some rows may not tell their value, the number of a value may lack some that have it.
    /// </summary>
    private static ChosenRows<TRow> WithCovered<TRow>(ChosenRows<TRow> all, Func<TRow, bool> isCovered)
        where TRow : class, ISourceRow =>
        all with
        {
            Footing = all.Footing with { Withheld = all.Footing.Withheld + all.Rows.Count(isCovered) },
        };

    /// <summary>The count of one value: rows that do not tell theirs, or may not, could have it too.</summary>
    private static RowCount Among<TRow>(ChosenRows<TRow> all, ChosenRows<TRow> chosen, Func<TRow, bool> isLoose)
        where TRow : class, ISourceRow =>
        chosen.Count with
        {
            Footing = all.Footing with { NotStated = all.Rows.Count(isLoose) },
        };

    private static ILookup<string, TRow> By<TRow>(ChosenRows<TRow>? rows, Func<TRow, string> name)
        where TRow : class, ISourceRow => (rows?.Rows ?? []).ToLookup(name, StringComparer.OrdinalIgnoreCase);
}
