using System.Collections.ObjectModel;

namespace SpLg.Files;

/// <summary>
/// Findings about rows from files. That a file lacks a whole column is told once for the file, so warnings about that
/// column on each of its rows are left out. Errors are never left out.
/// </summary>
internal sealed class FileFindings : Collection<Finding>
{
    private readonly HashSet<(string List, string Column)> absent = [];

    /// <summary>True when there is a file for a list and it could not be read, so that a document lacks the list.</summary>
    public bool LackAList { get; set; }

    /// <summary>
    /// From now on the column, by the Swedish names of list and column, needs no more warnings about rows.
    /// </summary>
    public void LeaveOut(string list, string column) => absent.Add((list, column));

    protected override void InsertItem(int index, Finding item)
    {
        var isToldForTheFile =
            item is { Level: not FindingLevel.Error, RowId: not null, Column: { } column }
            && absent.Contains((item.List, column));
        if (!isToldForTheFile)
            base.InsertItem(index, item);
    }
}
