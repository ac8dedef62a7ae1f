namespace SpLg.Files;

/// <summary>The rows of a sheet that have anything, from above.</summary>
/// <param name="Merged">Areas that are one cell: first row and column, last row and column.</param>
/// <param name="Unanswered">How many formulas have no value.</param>
internal sealed record WorkbookSheet(
    IReadOnlyList<WorkbookRow> Rows,
    IReadOnlyList<(int Top, int Left, int Bottom, int Right)> Merged,
    int Unanswered
)
{
    /// <summary>Puts the value of an area that is merged over several rows in each of them.</summary>
    /// <returns>How many areas there were.</returns>
    public int FillMerged()
    {
        var byNumber = Rows.ToDictionary(r => r.Number);
        var areas = 0;
        foreach (var (top, left, bottom, _) in Merged.Where(m => m.Bottom > m.Top))
        {
            if (!byNumber.TryGetValue(top, out var first) || first.At(left) is not { } value)
                continue;
            areas++;
            foreach (var row in Rows.Where(r => r.Number > top && r.Number <= bottom))
                row.Set(left, value);
        }
        return areas;
    }
}

/// <summary>A row of a sheet.</summary>
/// <param name="Number">From 1, as Excel counts.</param>
internal sealed record WorkbookRow(int Number, bool IsHidden, List<WorkbookCell?> Cells)
{
    public WorkbookCell? At(int column) => column < Cells.Count ? Cells[column] : null;

    public void Set(int column, WorkbookCell cell)
    {
        while (Cells.Count <= column)
            Cells.Add(null);
        Cells[column] = cell;
    }
}
