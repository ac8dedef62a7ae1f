namespace SpLg.Core.Checklists;

/// <summary>
/// One sheet of a workbook: a title, facts above, and a table with the same columns as the Word document's.
/// </summary>
/// <param name="Name">What the tab says; made legal when written.</param>
/// <param name="Rows">The objects that the columns read; none gives a table with its header only.</param>
public sealed record Sheet(
    string Name,
    string Title,
    IReadOnlyList<SheetFact> Facts,
    IReadOnlyList<SheetColumn> Columns,
    IReadOnlyList<object> Rows
)
{
    /// <summary>Those that have a line of their own.</summary>
    public IReadOnlyList<object> Rows { get; } = ToldLines.Of(Rows);
}
