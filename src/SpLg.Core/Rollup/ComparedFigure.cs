namespace SpLg.Core.Rollup;

/// <summary>A column of a comparison: read from each review, or said of the row's other figures.</summary>
/// <param name="Read">Null for a column of words.</param>
/// <param name="Say">Words made of the figures of the same row, by column name; null for a column of numbers.</param>
internal sealed record ComparedFigure(
    string Name,
    string Description,
    Func<ManagementReview, Measure>? Read,
    Func<Func<string, Measure>, string>? Say = null
);
