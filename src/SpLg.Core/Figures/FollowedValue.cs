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
);
