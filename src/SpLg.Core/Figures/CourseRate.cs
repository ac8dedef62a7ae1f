namespace SpLg.Core.Figures;

/// <summary>
/// How many of those expected have completed a course, over its rows that say both. More is always better.
/// </summary>
/// <param name="Expected">The sum; of a single row what it says, also where that is no number.</param>
/// <param name="Rate">Whole per cent; without a value when nothing is known or nobody was expected.</param>
/// <param name="RateBefore">The same last year; null when it has no rows.</param>
/// <param name="Unknown">Rows that lack one of the numbers, or where it cannot be read: they are in no sum.</param>
public sealed record CourseRate(
    string Course,
    string? Audience,
    Entry<decimal> Expected,
    Entry<decimal> Completed,
    YearFigure Rate,
    YearFigure? RateBefore,
    Trace Counted,
    Trace Before,
    int Unknown
)
{
    public static FieldSet Fields { get; } =
        new FieldSetBuilder<CourseRate>()
            .Text("Utbildning", "Utbildningens namn.", c => c.Course)
            .Text("Målgrupp", "Målgrupperna, uppräknade.", c => c.Audience)
            .Number("Ska gå", "Antal som ska gå.", c => c.Expected)
            .Number("Har gått", "Antal som har gått.", c => c.Completed)
            .Text("Andel", "Andelen som har gått, till exempel 92 %.", c => c.Share)
            .Text(
                "Andel förra året",
                "Samma uppgift förra året; saknas när det inte går att räkna.",
                c => c.PercentBefore is { } before ? Text(before) : Footing.NoRows
            )
            .From(c => c.Before)
            .Text("Trend", "Andelen mot förra året i ord.", c => c.Trend)
            .From(c => c.Compared)
            .AllFrom(c => c.Counted)
            .Build();

    public int Rows => Counted.Rows.Count;

    /// <summary>This year's rows and last year's.</summary>
    internal Trace Compared => Counted.Against(Before);

    /// <summary>Null only when nobody was expected.</summary>
    public string? Share
    {
        get
        {
            if (Percent is { } percent)
                return Text(percent);
            return Unknown == Rows && Rows > 0 ? CountWithGaps.NotJudged : null;
        }
    }

    public decimal? Percent => Rate.Value;

    public decimal? PercentBefore => RateBefore?.Value;

    public string Trend => Language.Trend.OfMeasure(Rate, RateBefore, "%", Polarity.HigherIsBetter);

    internal int UnknownBefore => RateBefore?.Footing.Unknown ?? 0;

    /// <summary>False where the two years may not stand side by side.</summary>
    internal bool IsCompared =>
        RateBefore is { } before && Footing.ObjectionToMeasures(Rate.Footing, before.Footing) is null;

    /// <summary>The share of one row alone.</summary>
    internal static string? ShareOf(TrainingResult row) => Of("", new("", "", [row]), new("", "", [])).Share;

    internal static CourseRate Of(string course, ChosenRows<TrainingResult> now, ChosenRows<TrainingResult> before)
    {
        var rows = now.Rows;
        // Only rows with both numbers count, because one of them alone would make the share wrong.
        var (expected, completed, known) = Sum(rows);
        var (expectedBefore, completedBefore, knownBefore) = Sum(before.Rows);
        var audiences = rows.Select(r => r.Audience)
            .OfType<string>()
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToList();
        var unknown = rows.Count - known;
        return new(
            course,
            Audience: audiences.Count == 0 ? null : Swedish.Join(audiences),
            Expected: Shown(expected, rows, unknown, r => r.Expected),
            Completed: Shown(completed, rows, unknown, r => r.Completed),
            Rate: new(PercentOf(completed, expected), now.Footing with { Unknown = unknown }),
            RateBefore: before.Rows.Count == 0 && before.Footing.Withheld == 0
                ? null
                : new(
                    PercentOf(completedBefore, expectedBefore),
                    before.Footing with
                    {
                        Unknown = before.Rows.Count - knownBefore,
                    }
                ),
            Counted: now.Trace,
            Before: before.Trace,
            Unknown: unknown
        );
    }

    private static Entry<decimal> Shown(
        decimal sum,
        IReadOnlyList<TrainingResult> rows,
        int unknown,
        Func<TrainingResult, Entry<decimal>> cell
    )
    {
        if (rows.Count == 0)
            return new(null, Footing.NoRows);
        if (rows.Count == 1 && unknown == 1)
            return new(null, cell(rows[0]).Text ?? CountWithGaps.NoData);
        return unknown == 0
            ? new(sum, Swedish.Number(sum))
            : new(
                null,
                unknown == rows.Count
                    ? CountWithGaps.NotJudged
                    : $"{Swedish.Number(sum)} (uppgift saknas på {Swedish.Count(unknown, "rad", "rader")})"
            );
    }

    private static (decimal Expected, decimal Completed, int Known) Sum(IEnumerable<TrainingResult> rows)
    {
        var (expected, completed, known) = (0m, 0m, 0);
        foreach (var row in rows)
        {
            if (row is not { Expected.Value: { } ofThem, Completed.Value: { } done })
                continue;
            expected += ofThem;
            completed += done;
            known++;
        }
        return (expected, completed, known);
    }

    private static decimal? PercentOf(decimal part, decimal whole) =>
        whole == 0 ? null : Math.Round(100 * part / whole, MidpointRounding.AwayFromZero);

    private static string Text(decimal percent) => $"{Swedish.Number(percent)}\u00a0%";
}
