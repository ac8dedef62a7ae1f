namespace SpLg.Core.Figures;

/// <summary>A figure of one year, with what it stands on: what <see cref="Language.Trend"/> compares.</summary>
/// <param name="Value">Null when it cannot be computed.</param>
public readonly record struct YearFigure(decimal? Value, Footing Footing);
