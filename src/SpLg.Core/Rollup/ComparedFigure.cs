namespace SpLg.Core.Rollup;

/// <summary>A column of a comparison: read from each review, or said of the row's other figures.</summary>
/// <param name="Read">Null for a column of words.</param>
/// <param name="Say">Words made of the figures of the same row, by column name; null for a column of numbers.</param>
internal sealed record ComparedFigure(
    string Name,
    string Description,
    Func<BuiltReview, ComparedValue>? Read,
    Func<Func<string, ComparedValue>, string>? Say = null
);

/// <inheritdoc cref="ComparedFigure"/>
internal sealed class ComparedFigure<T>(string name, string description)
    where T : class
{
    private readonly Func<T, ComparedValue>? read;

    public ComparedFigure(string name, string description, Func<T, ComparedValue> read)
        : this(name, description) => this.read = read;

    public ComparedFigure(string name, string description, Func<T, decimal?> read)
        : this(name, description, part => ComparedValue.Of(read(part))) { }

    /// <inheritdoc cref="ComparedFigure.Say"/>
    public Func<Func<string, ComparedValue>, string>? Say { get; init; }

    public ComparedFigure Of(Section<T> section) =>
        new(name, description, read is null ? null : review => read(review.Of(section)), Say);
}
