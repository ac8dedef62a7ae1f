namespace SpLg.Core.Figures;

/// <summary>
/// The figures that objectives may follow, taken from the sections that print them, so that one thing has one figure.
/// </summary>
internal sealed class FollowedFigures(ReviewSource source)
{
    private OrganisationLists Lists => source.Lists;

    private Incidents Incidents => source.Of(Incidents.Section);

    private EarlierActions Earlier => source.Of(EarlierActions.Section);

    /// <summary>Known by the name of a course, too.</summary>
    public Trainings Trainings => source.Of(Trainings.Section);

    private ControlPoints ControlPoints => source.Of(ControlPoints.Section);

    private Procurements Procurements => source.Of(Procurements.Section);

    private SelfAssessment Assessment => source.Of(SelfAssessment.Section);

    /// <summary>What the objective follows; null when it follows nothing that can be read.</summary>
    public FollowedValue? Of(Objective objective) =>
        objective.Follows.Value switch
        {
            FollowedFigure.Trained => Rate(
                objective.FollowsCourse is { } course ? Trainings.CourseNamed(course) : Trainings.Total
            ),
            FollowedFigure.Classified => Share(ControlPoints.Points[0]),
            FollowedFigure.RiskAnalysed => Share(ControlPoints.Points[1]),
            FollowedFigure.AccessReviewed => Share(ControlPoints.Points[2]),
            FollowedFigure.YellowPoints => Sum(ControlPoints.Points[8]),
            FollowedFigure.RedPoints => Sum(ControlPoints.Points[9]),
            FollowedFigure.Cleared => Value(
                Procurements.ClearedShare,
                Procurements.ShareTrace,
                Procurements.ClearedShareBefore,
                Procurements.Before
            ),
            FollowedFigure.Fulfilled => Fulfilled(Assessment.Total),
            FollowedFigure.Incidents => Count(Incidents.Now.Rows.Count, Incidents.Before?.Rows.Count),
            FollowedFigure.DataBreaches => Count(Incidents.Now.DataBreaches, Incidents.Before?.DataBreaches),
            FollowedFigure.MedianDays => Value(
                MedianOf(Incidents.Now),
                Incidents.Now.Timed.Trace,
                Incidents.Before is { } before ? MedianOf(before) : null,
                Incidents.Before?.Timed.Trace
            ) with
            {
                Compared = Incidents.Now.MedianOfYear,
                ComparedBefore = Incidents.Before?.MedianOfYear,
            },
            FollowedFigure.ActionsDone => Value(
                new(
                    Percent(Earlier.Done, Earlier.Actions.Count),
                    new(
                        Unknown: Earlier.Actions.Count(a => a.Status.Value is null),
                        Withheld: Lists.Withheld.OfAll(ActionItem.AsList.Title)
                    )
                ),
                Earlier.Source.Trace,
                null,
                null
            ),
            _ => null,
        };

    /// <summary>The list that the figure is counted in, by its Swedish title.</summary>
    public static string ListOf(FollowedFigure figure) =>
        figure switch
        {
            FollowedFigure.Trained => TrainingResult.AsList.Title,
            FollowedFigure.Cleared => Procurement.AsList.Title,
            FollowedFigure.Fulfilled => RequirementAssessment.AsList.Title,
            FollowedFigure.Incidents or FollowedFigure.DataBreaches or FollowedFigure.MedianDays => Incident
                .AsList
                .Title,
            FollowedFigure.ActionsDone => ActionItem.AsList.Title,
            _ => ProcessingActivity.AsList.Title,
        };

    private FollowedValue? Rate(CourseRate? rate) =>
        rate is null
            ? new(new(null, Footing.NoRows), default(YearFigure), Trainings.Source.Trace)
            : Value(rate.Rate, rate.Counted, rate.RateBefore, rate.Before);

    private FollowedValue Share(ControlPoint point) =>
        Value(
            new(Percent(point.InOrder, point.InOrder + point.Gaps), FootingOf(point)),
            point.Judged.InOrder.Trace.Against(point.Judged.Gaps.Trace),
            null,
            null
        );

    private FollowedValue Sum(ControlPoint point)
    {
        var sum = ControlPoints.Rows.Count == 0 ? new(null, Footing.NoRows) : point.Sum;
        return new(sum, new(sum.Value, FootingOf(point)), point.Summed);
    }

    private Footing FootingOf(ControlPoint point) =>
        new(Unknown: point.Unknown, Withheld: Lists.Withheld.OfAll(ProcessingActivity.AsList.Title));

    private static FollowedValue Fulfilled(ChapterTotals total) =>
        Value(
            Share(total.Fulfilled),
            total.Fulfilled.Trace,
            total.FulfilledBefore is { } before ? Share(before) : null,
            total.FulfilledBefore?.Trace
        );

    private static YearFigure Share(CountWithGaps count) =>
        count.OfYear with
        {
            Value = Percent(count.Count, count.Known),
        };

    private static FollowedValue Count(RowCount now, RowCount? before) =>
        new(now.Figure, now.OfYear, now.Trace, before?.Figure, before?.OfYear, before?.Trace);

    private static FollowedValue Count(CountWithGaps now, CountWithGaps? before) =>
        new(now.Figure, now.OfYear, now.Trace, before?.Figure, before?.OfYear, before?.Trace);

    private static FollowedValue Value(YearFigure now, Trace trace, YearFigure? before, Trace? traceBefore) =>
        new(Shown(now), now, trace, before is { } earlier ? Shown(earlier) : null, before, traceBefore);

    private static YearFigure MedianOf(IncidentFigures figures) =>
        figures.MedianOfYear with
        {
            Value = figures.MedianDays,
        };

    private static Entry<decimal> Shown(YearFigure figure)
    {
        if (figure.Footing.IsHidden)
            return new(null, SmallCounts.Hidden);
        return figure.Value is { } value
            ? new(value, Swedish.Number(value))
            : new(null, figure.Footing.Withheld > 0 ? SmallCounts.Hidden : Footing.NoRows);
    }

    private static decimal? Percent(decimal part, decimal whole) =>
        whole == 0 ? null : Math.Round(100 * part / whole, MidpointRounding.AwayFromZero);
}
