namespace SpLg.Files;

/// <summary>The rows of a sheet that have anything, from above.</summary>
/// <param name="Rows">By rising number.</param>
/// <param name="Merged">Areas that are one cell: first row and column, last row and column.</param>
/// <param name="Unanswered">How many formulas have no value.</param>
internal sealed record WorkbookSheet(
    IReadOnlyList<WorkbookRow> Rows,
    IReadOnlyList<(int Top, int Left, int Bottom, int Right)> Merged,
    int Unanswered
)
{
    /// <summary>
    /// Puts the value of an area that is merged over several rows in each of them that has something of its own.
    /// </summary>
    /// <returns>How many areas there were.</returns>
    /// <exception cref="InvalidDataException">The sheet becomes larger than is read; in Swedish.</exception>
    public int FillMerged()
    {
        var places = Rows.Select((r, i) => (r.Number, i)).ToDictionary(r => r.Number, r => r.i);
        var left = WorkbookPackage.MostCells - Rows.Sum(r => r.Cells.Count);
        var areas = 0;
        foreach (var (top, column, bottom, _) in Merged.Where(m => m.Bottom > m.Top))
        {
            if (!places.TryGetValue(top, out var place) || Rows[place].At(column) is not { } value)
                continue;
            areas++;
            for (place++; place < Rows.Count && Rows[place].Number <= bottom; place++)
            {
                left -= Math.Max(1, column + 1 - Rows[place].Cells.Count);
                if (left < 0)
                    throw WorkbookPackage.TooManyCells();
                Rows[place].Set(column, value);
            }
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
