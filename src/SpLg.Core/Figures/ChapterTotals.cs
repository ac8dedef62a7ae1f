namespace SpLg.Core.Figures;

/// <summary>
/// How many clauses of a chapter, or of all, are fulfilled. The figures of last year are null when it was not assessed.
/// </summary>
/// <param name="Now">The rows of the chapter.</param>
/// <param name="Before">Null when last year was not assessed.</param>
public sealed record ChapterTotals(
    string Name,
    string Heading,
    ChosenRows<RequirementAssessment> Now,
    ChosenRows<RequirementAssessment>? Before
)
{
    /// <summary>Which numbers are too small to be told.</summary>
    internal SmallCounts Small { get; init; } = SmallCounts.None;

    /// <summary>
    /// True when no number of a chapter is shown. Hiding only some would seldom hide the small one, because the sums of
    /// all chapters and of each answer can be subtracted from.
    /// </summary>
    internal bool AreHidden { get; init; }

    public static FieldSet Fields { get; } =
        new FieldSetBuilder<ChapterTotals>()
            .Text("Kapitel", "Kapitlets nummer, 4–10.", t => t.Name)
            .Text("Rubrik", "Kapitlets rubrik i egna ord.", t => t.Heading)
            .Number("Ja", "Antal uppfyllda krav.", t => t.Answers(t.Now)[0].Figure)
            .From(t => With(t.Now, Fulfilment.Yes).Trace)
            .Number("Delvis", "Antal delvis uppfyllda krav.", t => t.Answers(t.Now)[1].Figure)
            .From(t => With(t.Now, Fulfilment.Partly).Trace)
            .Number("Nej", "Antal krav som inte uppfylls.", t => t.Answers(t.Now)[2].Figure)
            .From(t => With(t.Now, Fulfilment.No).Trace)
            .Number("Obesvarade", "Antal krav utan svar.", t => t.Answers(t.Now)[3].Figure)
            .From(t => Without(t.Now).Trace)
            .Number("Summa", "Antal krav.", t => t.Now.Count.Figure)
            .Number(
                "Ja förra året",
                "Antal uppfyllda krav förra året; saknas när året inte har skattats.",
                t => RowCount.FigureOf(t.Before is null ? null : t.Answers(t.Before)[0])
            )
            .From(t => t.Before is { } before ? With(before, Fulfilment.Yes).Trace : null)
            .Number(
                "Delvis förra året",
                "Antal delvis uppfyllda krav förra året.",
                t => RowCount.FigureOf(t.Before is null ? null : t.Answers(t.Before)[1])
            )
            .From(t => t.Before is { } before ? With(before, Fulfilment.Partly).Trace : null)
            .Number(
                "Nej förra året",
                "Antal krav som inte uppfylldes förra året.",
                t => RowCount.FigureOf(t.Before is null ? null : t.Answers(t.Before)[2])
            )
            .From(t => t.Before is { } before ? With(before, Fulfilment.No).Trace : null)
            .Text(
                "Andel",
                "Andelen uppfyllda av de krav som har svar, till exempel 67 %.",
                t => t.IsHidden(t.Now) ? SmallCounts.Hidden : Swedish.Share(t.Yes, t.Total - t.Unanswered)
            )
            .Text("Trend", "Antalet uppfyllda krav mot förra året i ord.", t => t.Trend)
            .From(t =>
                With(t.Now, Fulfilment.Yes)
                    .Trace.Against(t.Before is { } before ? With(before, Fulfilment.Yes).Trace : null)
            )
            .AllFrom(t => t.Now.Trace)
            .Build();

    public int Yes => With(Now, Fulfilment.Yes).Rows.Count;

    public int Partly => With(Now, Fulfilment.Partly).Rows.Count;

    public int No => With(Now, Fulfilment.No).Rows.Count;

    public int Unanswered => Without(Now).Rows.Count;

    public int Total => Now.Rows.Count;

    public string Trend =>
        Before is not null && (IsHidden(Now) || IsHidden(Before))
            ? SmallCounts.NotComparable
            : Fulfilled.Trend(FulfilledBefore, Polarity.HigherIsBetter);

    /// <summary>Fulfilled, where some may be unanswered.</summary>
    public CountWithGaps Fulfilled => FulfilledOf(Now);

    internal CountWithGaps? FulfilledBefore => Before is null ? null : FulfilledOf(Before);

    private CountWithGaps FulfilledOf(ChosenRows<RequirementAssessment> rows) =>
        CountWithGaps.Of(
            rows,
            "Uppfyllt är Ja",
            r => r.Fulfilled.Value is { } answer ? answer == Fulfilment.Yes : null,
            Small
        );

    /// <summary>Yes, partly, no and not answered, as they may be shown.</summary>
    internal IReadOnlyList<RowCount> Answers(ChosenRows<RequirementAssessment> rows)
    {
        var answers = Small.Hide(
            With(rows, Fulfilment.Yes).Count,
            With(rows, Fulfilment.Partly).Count,
            With(rows, Fulfilment.No).Count,
            Without(rows).Count
        );
        return AreHidden ? [.. answers.Select(a => a with { Instead = SmallCounts.Hidden })] : answers;
    }

    internal bool IsHidden(ChosenRows<RequirementAssessment>? rows) =>
        rows is not null && Answers(rows).Any(a => a.Instead is not null);

    private static ChosenRows<RequirementAssessment> With(ChosenRows<RequirementAssessment> rows, Fulfilment answer) =>
        rows.Described($"Uppfyllt är {Choice.Text(answer)}", rows.Rows.Where(r => r.Fulfilled.Is(answer)));

    private static ChosenRows<RequirementAssessment> Without(ChosenRows<RequirementAssessment> rows) =>
        rows.Described("Uppfyllt är tom eller går inte att läsa", rows.Rows.Where(r => r.Fulfilled.Value is null));
}
