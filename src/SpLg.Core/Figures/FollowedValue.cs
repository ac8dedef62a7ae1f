namespace SpLg.Core.Figures;

/// <summary>A figure that an objective follows, as its section has it.</summary>
/// <param name="Figure">The number, or words where it is not known or may not be told.</param>
/// <param name="Compared">The number as something to compare: of a year that is not over it is compared with the same
/// part of last year.</param>
/// <param name="Before">The same last year; null when it has none, or when the figure says how things are and not how a
/// year was.</param>
public sealed record FollowedValue(
    Entry<decimal> Figure,
    YearFigure Compared,
    Trace Trace,
    Entry<decimal>? Before = null,
    YearFigure? ComparedBefore = null,
    Trace? TraceBefore = null
)
{
    internal static FollowedValue Of(RowCount now, RowCount? before) =>
        new(now.Figure, now.OfYear, now.Trace, before?.Figure, before?.OfYear, before?.Trace);

    internal static FollowedValue Of(CountWithGaps now, CountWithGaps? before) =>
        new(now.Figure, now.OfYear, now.Trace, before?.Figure, before?.OfYear, before?.Trace);

    internal static FollowedValue Of(YearFigure now, Trace trace, YearFigure? before, Trace? traceBefore) =>
        new(Shown(now), now, trace, before is { } earlier ? Shown(earlier) : null, before, traceBefore);

    /// <summary>A share without decimals; null when the whole is zero.</summary>
    internal static decimal? Percent(decimal part, decimal whole) =>
        whole == 0 ? null : Math.Round(100 * part / whole, MidpointRounding.AwayFromZero);

    private static Entry<decimal> Shown(YearFigure figure)
    {
        if (figure.Footing.IsHidden)
            return new(null, SmallCounts.Hidden);
        return figure.Value is { } value
            ? new(value, Swedish.Number(value))
            : new(null, figure.Footing.Withheld > 0 ? SmallCounts.Hidden : Footing.NoRows);
    }
}
