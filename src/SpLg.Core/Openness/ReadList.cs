namespace SpLg.Core.Openness;

/// <summary>A list as it was read.</summary>
/// <param name="Rows">In the order of their ids.</param>
/// <param name="Cells">What each of <paramref name="Rows"/> was read from, in the same order.</param>
internal sealed record ReadList(
    ListOf List,
    ListSchema Schema,
    IReadOnlyList<ISourceRow> Rows,
    IReadOnlyList<ListRow> Cells
);
