using SpLg.Core.Fields;
using SpLg.Core.Language;
using SpLg.Core.Lists;
using SpLg.Core.Rows;

namespace SpLg.Core.Review;

/// <summary>How many of those expected have completed a course, over its rows that say both. More is always better.</summary>
/// <param name="Expected">The sum; of a single row what it says, also where that is no number.</param>
/// <param name="Percent">Whole per cent; null when nothing is known or nobody was expected.</param>
/// <param name="Unknown">Rows that lack one of the numbers, or where it cannot be read: they are in no sum.</param>
public sealed record CourseRate(string Course, string? Audience, Entry<decimal> Expected, Entry<decimal> Completed, decimal? Percent, decimal? PercentBefore, Trace Counted, Trace Before, int Unknown)
{
    public static FieldSet Fields { get; } = new FieldSetBuilder<CourseRate>()
        .Text("Utbildning", "Utbildningens namn.", c => c.Course)
        .Text("Målgrupp", "Målgrupperna, uppräknade.", c => c.Audience)
        .Number("Ska gå", "Antal som ska gå.", c => c.Expected)
        .Number("Har gått", "Antal som har gått.", c => c.Completed)
        .Text("Andel", "Andelen som har gått, till exempel 92 %.", c => c.Share)
        .Text("Andel förra året", "Samma uppgift förra året; tomt när uppgifter saknas.", c => c.PercentBefore is { } before ? Text(before) : null).From(c => c.Before)
        .Text("Trend", "Andelen mot förra året i ord.", c => c.Trend).From(c => c.Compared)
        .AllFrom(c => c.Counted)
        .Build();

    public int Rows => Counted.Rows.Count;

    /// <summary>This year's rows and last year's.</summary>
    internal Trace Compared => Counted.Against(Before);

    /// <summary>Null only when nobody was expected.</summary>
    public string? Share => Percent is { } percent ? Text(percent) : Unknown == Rows && Rows > 0 ? KnownCount.NotJudged : null;

    public string Trend => Language.Trend.OfMeasure(Percent, PercentBefore, "%", Polarity.HigherIsBetter);

    /// <summary>The share of one row alone.</summary>
    internal static string? ShareOf(TrainingResult row) => Of("", new("", "", [row]), new("", "", [])).Share;

    internal static CourseRate Of(string course, ChosenRows<TrainingResult> now, ChosenRows<TrainingResult> before)
    {
        var rows = now.Rows;
        // Only rows with both numbers count: one of them alone would make the share wrong.
        var (expected, completed, known) = Sum(rows);
        var (expectedBefore, completedBefore, _) = Sum(before.Rows);
        var audiences = rows.Select(r => r.Audience).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var unknown = rows.Count - known;
        return new(
            course,
            audiences.Count == 0 ? null : Swedish.Join(audiences),
            Shown(expected, rows, unknown, r => r.Expected),
            Shown(completed, rows, unknown, r => r.Completed),
            Rate(completed, expected),
            Rate(completedBefore, expectedBefore),
            now.Trace,
            before.Trace,
            unknown);
    }

    private static Entry<decimal> Shown(decimal sum, IReadOnlyList<TrainingResult> rows, int unknown, Func<TrainingResult, Entry<decimal>> cell) =>
        rows.Count == 1 && unknown == 1 ? new(null, cell(rows[0]).Text ?? KnownCount.NoData)
            : unknown == 0 ? new(sum, Swedish.Number(sum))
            : new(null, unknown == rows.Count ? KnownCount.NotJudged : $"{Swedish.Number(sum)} (uppgift saknas på {Swedish.Count(unknown, "rad", "rader")})");

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

    private static decimal? Rate(decimal part, decimal whole) =>
        whole == 0 ? null : Math.Round(100 * part / whole, MidpointRounding.AwayFromZero);

    private static string Text(decimal percent) => $"{Swedish.Number(percent)}\u00a0%";
}
