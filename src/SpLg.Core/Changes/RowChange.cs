namespace SpLg.Core.Changes;

/// <summary>One row that is new, changed or removed.</summary>
/// <param name="Title">The row's name as it was last read; null when it has none.</param>
/// <param name="Link">Opens the row; null when it is removed or comes from a file.</param>
/// <param name="IsOpen">True when an open edition may tell of the row, both as it was and as it is.</param>
/// <param name="Columns">Swedish names of the columns that differ, in the list's order; empty when the row is new or
/// removed.</param>
public sealed record RowChange(
    RowChangeKind Kind,
    string RowId,
    string? Title,
    Uri? Link,
    bool IsOpen,
    IReadOnlyList<string> Columns
);

/// <summary>Change of a row between two readings.</summary>
public enum RowChangeKind
{
    [ChoiceText("Ny")]
    New,

    [ChoiceText("Ändrad")]
    Changed,

    [ChoiceText("Borttagen")]
    Removed,
}
