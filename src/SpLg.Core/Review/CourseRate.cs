using SpLg.Core.Fields;
using SpLg.Core.Language;
using SpLg.Core.Rows;

namespace SpLg.Core.Review;

/// <summary>How many of those expected have completed a course, over all its rows. More is always better.</summary>
public sealed record CourseRate(string Course, string? Audience, decimal Expected, decimal Completed, decimal ExpectedBefore, decimal CompletedBefore)
{
    public static FieldSet Fields { get; } = new FieldSetBuilder<CourseRate>()
        .Text("Utbildning", "Utbildningens namn.", c => c.Course)
        .Text("Målgrupp", "Målgrupperna, uppräknade.", c => c.Audience)
        .Number("Ska gå", "Antal som ska gå.", c => c.Expected)
        .Number("Har gått", "Antal som har gått.", c => c.Completed)
        .Text("Andel", "Andelen som har gått, till exempel 92 %.", c => Swedish.Share(c.Completed, c.Expected))
        .Text("Andel förra året", "Samma uppgift förra året; tomt när uppgifter saknas.", c => Swedish.Share(c.CompletedBefore, c.ExpectedBefore))
        .Text("Trend", "Andelen mot förra året i ord.", c => c.Trend)
        .Build();

    /// <summary>Whole per cent; null when nobody was expected.</summary>
    public decimal? Percent => Rate(Completed, Expected);

    public decimal? PercentBefore => Rate(CompletedBefore, ExpectedBefore);

    public string Trend => Language.Trend.OfMeasure(Percent, PercentBefore, "procent", Polarity.HigherIsBetter);

    public static CourseRate Of(string course, IEnumerable<TrainingResult> now, IEnumerable<TrainingResult> before)
    {
        var rows = now.ToList();
        // Only rows with both numbers count: one of them alone would make the share wrong.
        var (expected, completed) = Sum(rows);
        var (expectedBefore, completedBefore) = Sum(before);
        var audiences = rows.Select(r => r.Audience).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return new(course, audiences.Count == 0 ? null : Swedish.Join(audiences), expected, completed, expectedBefore, completedBefore);
    }

    private static (decimal Expected, decimal Completed) Sum(IEnumerable<TrainingResult> rows)
    {
        var (expected, completed) = (0m, 0m);
        foreach (var row in rows)
        {
            if (row is not { Expected.Value: { } ofThem, Completed.Value: { } done })
                continue;
            expected += ofThem;
            completed += done;
        }
        return (expected, completed);
    }

    private static decimal? Rate(decimal part, decimal whole) =>
        whole == 0 ? null : Math.Round(100 * part / whole, MidpointRounding.AwayFromZero);
}
