namespace SpLg.Core.RichText;

/// <summary>
/// Gathers the cells of a table, and brings rows of unlike length and cells that span others into one grid.
/// </summary>
internal sealed class HtmlTableBuilder
{
    // Word takes 63 columns.
    // https://support.microsoft.com/office/operating-parameter-limitations-and-specifications-in-word-41bf98ef-3e95-4a7b-b3f0-3d8a9a4d6c3e
    private const int MostColumns = 63;

    private readonly List<List<List<HtmlParagraph>>> rows = [];

    // For each column how many rows below are still covered by a cell above.
    private readonly List<int> covered = [];
    private List<HtmlParagraph>? cell;

    /// <summary>
    /// The rows of a table that was one for the layout only, a tab between what a reader sees side by side.
    /// </summary>
    public IReadOnlyList<string> LayoutRows { get; private set; } = [];

    public void BeginRow()
    {
        cell = null;
        rows.Add([]);
    }

    public void BeginCell(int columns, int rowsSpanned)
    {
        if (rows.Count == 0)
            BeginRow();
        var row = rows[^1];
        while (row.Count < covered.Count && covered[row.Count] > 0)
            Skip(row);
        cell = [];
        for (var i = 0; i < Math.Min(columns, MostColumns); i++)
        {
            row.Add(i == 0 ? cell : []);
            if (covered.Count < row.Count)
                covered.Add(0);
            covered[row.Count - 1] = rowsSpanned - 1;
        }
    }

    public void EndCell() => cell = null;

    /// <summary>False when no cell is open.</summary>
    public bool TryAdd(HtmlParagraph paragraph)
    {
        cell?.Add(paragraph);
        return cell is not null;
    }

    /// <summary>
    /// The table; its paragraphs in order when it is one only for the layout, with one row or one column, or is too
    /// wide for Word.
    /// </summary>
    public IEnumerable<HtmlBlock> Finish()
    {
        var filled = rows.FindAll(r => r.Exists(c => c.Count > 0));
        var columns = filled.Select(r => r.Count).DefaultIfEmpty().Max();
        if (filled.Count < 2 || columns is < 2 or > MostColumns)
        {
            var side = filled
                .Where(r => r.Count > 1)
                .Select(r => r.Select(c => string.Join(' ', c.Select(p => p.Text))));
            LayoutRows = [.. side.Select(r => string.Join('\t', r))];
            return filled.SelectMany(r => r).SelectMany(c => c);
        }
        foreach (var row in filled)
        {
            while (row.Count < columns)
                row.Add([]);
        }
        return [new HtmlTable(filled)];
    }

    private void Skip(List<List<HtmlParagraph>> row)
    {
        covered[row.Count]--;
        row.Add([]);
    }
}
