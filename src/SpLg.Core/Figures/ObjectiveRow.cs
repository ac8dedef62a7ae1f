namespace SpLg.Core.Figures;

/// <summary>An objective with the outcome it is judged by: the figure that it follows, else what is written.</summary>
public sealed record ObjectiveRow(Objective Objective, FollowedValue? Followed) : ISourceRow
{
    public RowOrigin Origin => Objective.Origin;

    public Entry<decimal> Outcome => Followed?.Figure ?? Objective.Outcome;

    /// <summary>
    /// What is written where the figure has none: how things were a year ago can no longer be counted.
    /// </summary>
    public Entry<decimal> Previous => Followed?.Before ?? Objective.Previous;

    /// <summary>Null when target, outcome or direction is not known.</summary>
    public bool? IsReached =>
        (Objective.Target.Value, Outcome.Value, Objective.HigherIsBetter.Value) is ({ } target, { } outcome, { } higher)
            ? higher
                ? outcome >= target
                : outcome <= target
            : null;

    public string Trend =>
        Language.Trend.OfMeasure(
            Followed?.Compared ?? new(Outcome.Value, default),
            Followed?.ComparedBefore ?? (Previous.IsEmpty ? null : new YearFigure(Previous.Value, default)),
            string.Equals(Objective.Unit, "antal", StringComparison.OrdinalIgnoreCase) ? "" : Objective.Unit ?? "",
            Objective.HigherIsBetter.Value switch
            {
                true => Polarity.HigherIsBetter,
                false => Polarity.LowerIsBetter,
                null => Polarity.Neutral,
            }
        );

    /// <summary>The rows the outcome is counted in; null when it is written.</summary>
    public Trace? Counted => Followed?.Trace;

    public Trace? CountedBefore => Followed?.TraceBefore;
}
