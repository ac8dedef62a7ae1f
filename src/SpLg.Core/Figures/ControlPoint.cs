namespace SpLg.Core.Figures;

/// <summary>One of the ten control points over all processing activities.</summary>
/// <param name="Judged">The activities: in order, with a gap, and those whose cell is empty or unreadable.</param>
/// <param name="Ages">How old the dates are, for the three that are dates; null when there is none.</param>
/// <param name="Sum">Number of open points, for the two that count them; else empty.</param>
public sealed record ControlPoint(
    int Number,
    string Name,
    (RowCount InOrder, RowCount Gaps, RowCount Unknown) Judged,
    Entry<decimal> Sum,
    string? Ages
)
{
    /// <summary>The ten, in the order the city follows them up.</summary>
    public static readonly IReadOnlyList<string> Names =
    [
        "Informationsklassning (KLASSA) är aktuell",
        "Risk- och sårbarhetsanalys (RSA) är aktuell",
        "Behörighetskontroll är aktuell",
        "Finns i registerförteckningen",
        "Konsekvensbedömning är genomförd eller behövs inte",
        "Klassningsprotokoll finns",
        "Systembeskrivning finns",
        "Objektägare och objektledare är namnsatta",
        "Inga öppna punkter som uppfylls delvis (gula)",
        "Inga öppna punkter som inte uppfylls (röda)",
    ];

    public static FieldSet Fields { get; } =
        new FieldSetBuilder<ControlPoint>()
            .Number("Nr", "Kontrollpunktens nummer, 1–10.", p => p.Number)
            .Text("Kontrollpunkt", "Vad som kontrolleras.", p => p.Name)
            .Count("Uppfyllda", "Antal behandlingar där punkten är i ordning.", p => p.Judged.InOrder)
            .Count("Brister", "Antal behandlingar med en brist.", p => p.Judged.Gaps)
            .Count("Utan uppgift", "Antal behandlingar där uppgiften saknas.", p => p.Judged.Unknown)
            .Text("Andel", "Andelen i ordning av de behandlingar som har uppgift, till exempel 67 %.", p => p.Share)
            .From(p => p.Judged.InOrder.Trace.Against(p.Judged.Gaps.Trace))
            .Text(
                "Åldrar",
                "Medianen av datumens ålder och den högsta, i månader, till exempel median 9, högst 56 mån; bara för de tre första.",
                p => p.Ages
            )
            .Number("Öppna punkter", "Summan av öppna punkter; bara för gula och röda.", p => p.Sum)
            .From(p => p.Summed)
            .Build();

    public int InOrder => Judged.InOrder.Count;

    public int Gaps => Judged.Gaps.Count;

    /// <summary>Activities whose cell is empty or unreadable.</summary>
    public int Unknown => Judged.Unknown.Count;

    /// <summary>True when a number of it may not be shown.</summary>
    public bool IsHidden =>
        Judged.InOrder.Instead is not null || Judged.Gaps.Instead is not null || Judged.Unknown.Instead is not null;

    /// <summary>The activities with open points, for the two that count them.</summary>
    internal Trace Summed => Judged.Gaps.Trace;

    /// <summary>Of those that are known; those without data are told beside it.</summary>
    public string Share =>
        IsHidden ? SmallCounts.Hidden : Swedish.Share(InOrder, InOrder + Gaps) ?? CountWithGaps.NotJudged;

    internal static IReadOnlyList<ControlPoint> Build(ChosenRows<ControlPointRow> rows, SmallCounts small) =>
        [
            .. Names.Select(
                (name, i) =>
                    new ControlPoint(
                        i + 1,
                        name,
                        small.Hide(
                            rows.Described(
                                $"kontrollpunkt {i + 1} är i ordning",
                                rows.Rows.Where(r => r.Points[i] == true)
                            ).Count,
                            rows.Described(
                                $"kontrollpunkt {i + 1} har en brist",
                                rows.Rows.Where(r => r.Points[i] == false)
                            ).Count,
                            rows.Described(
                                $"uppgift saknas för kontrollpunkt {i + 1}",
                                rows.Rows.Where(r => r.Points[i] is null)
                            ).Count
                        )
                            is [var inOrder, var gaps, var unknown]
                            ? (inOrder, gaps, unknown)
                            : throw new InvalidOperationException("A control point has three parts."),
                        i switch
                        {
                            8 => CountWithGaps.Sum(rows.Rows, r => r.Activity.OpenPartly.Value, small),
                            9 => CountWithGaps.Sum(rows.Rows, r => r.Activity.OpenNot.Value, small),
                            _ => default,
                        },
                        i switch
                        {
                            0 => AgesOf(rows.Rows, r => r.Activity.LastClassifiedOn, small),
                            1 => AgesOf(rows.Rows, r => r.Activity.LastRiskAnalysedOn, small),
                            2 => AgesOf(rows.Rows, r => r.Activity.LastAccessReviewedOn, small),
                            _ => null,
                        }
                    )
            ),
        ];

    private static string? AgesOf(
        IReadOnlyList<ControlPointRow> rows,
        Func<ControlPointRow, Entry<DateOnly>> date,
        SmallCounts small
    )
    {
        if (small.IsFew(rows.Where(r => date(r).Value is not null)))
            return SmallCounts.Hidden;
        IReadOnlyList<int> ages =
        [
            .. rows.Where(r => date(r).Value is not null)
                .Select(r => StalenessLimits.AgeInMonths(date(r).Value!.Value, r.Today))
                .Order(),
        ];
        var median =
            ages.Count == 0 ? "" : $"median {Swedish.Number((ages[(ages.Count - 1) / 2] + ages[ages.Count / 2]) / 2m)}";
        // The highest is that of one activity.
        if (ages.Count == 0)
            return null;
        return rows.Any(r => r.Origin.IsCounted)
            ? $"{median}\u00a0mån"
            : $"{median}, högst {Swedish.Number(ages[^1])}\u00a0mån";
    }
}
