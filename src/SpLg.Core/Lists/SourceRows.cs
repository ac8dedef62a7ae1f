namespace SpLg.Core.Lists;

/// <summary>The rows that another row comes from or belongs to.</summary>
/// <param name="IsMissing">True when it should come from one and that one cannot be found: nobody then knows how closed
/// it is.</param>
public sealed record SourceRows(IReadOnlyList<ISourceRow> Rows, bool IsMissing = false)
{
    /// <summary>Columns of the row that would tell more of its source than the source itself does.</summary>
    public IReadOnlyList<string> Withheld { get; init; } = [];

    public static readonly SourceRows None = new([]);

    public static readonly SourceRows Missing = new([], IsMissing: true);
}
