namespace SpLg.Core.Openness;

/// <summary>
/// Decides of every row how much an open edition tells of it: what its own columns allow, and never more than is told
/// of a row that it comes from or belongs to.
/// </summary>
internal sealed class ToldRows
{
    private readonly Dictionary<ISourceRow, Told> told = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<ISourceRow, ListOf> listOf = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<ISourceRow, IReadOnlyList<string>> withheld = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, LeftOutRows> leftOut = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RowLookup<ISourceRow>?> byTitle = new(StringComparer.Ordinal);
    private readonly ReadLists lists;

    private ToldRows(ReadLists lists) => this.lists = lists;

    /// <summary>How many rows are left out and why, by Swedish list title. What is counted is not left out.</summary>
    public IReadOnlyDictionary<string, LeftOutRows> LeftOut => leftOut;

    /// <summary>Rows of which less is told than their own columns allow, by Swedish list title.</summary>
    public IReadOnlySet<(string List, string Id)> ClosedWithSource { get; private set; } =
        new HashSet<(string List, string Id)>();

    public static ToldRows Of(OrganisationLists lists)
    {
        var rows = new ToldRows(lists.AsRead);
        foreach (var list in lists.AsRead.All)
        {
            foreach (var row in list.Rows)
            {
                rows.listOf[row] = list.List;
                rows.told[row] = list.List.OwnTold(row.Origin);
            }
        }
        var because = rows.CloseWithSources(lists);
        rows.ClosedWithSource = rows
            .told.Where(r => r.Value < rows.listOf[r.Key].OwnTold(r.Key.Origin))
            .Select(r => (r.Key.Origin.List, r.Key.Origin.Id))
            .ToHashSet();
        foreach (var list in lists.AsRead.All.Where(l => l.List.Rule != OpenRule.Closed))
        {
            foreach (var row in list.Rows)
            {
                var before = rows.leftOut.GetValueOrDefault(list.Schema.Title, LeftOutRows.None);
                if (rows.told[row] == Told.No)
                    rows.leftOut[list.Schema.Title] = before.With(because.GetValueOrDefault(row, row.Origin));
                else if (
                    rows.told[row] == Told.Counted
                    && list.List.Rule is (OpenRule.WhereChosen or OpenRule.UnlessClosed)
                )
                    rows.leftOut[list.Schema.Title] = before.WithCounted();
            }
        }
        return rows;
    }

    public Told Of(ISourceRow row) => told[row];

    /// <summary>Columns that are not told of the row, although its list declares them open.</summary>
    public IReadOnlyList<string> Withheld(ISourceRow row) => withheld.GetValueOrDefault(row, []);

    /// <summary>
    /// True when the row that a lookup points to is told by itself, with the title that a lookup shows.
    /// </summary>
    public bool IsTold(ColumnSchema column, Reference reference)
    {
        if (!byTitle.TryGetValue(column.LookupList!, out var lookup))
        {
            var target = lists.All.FirstOrDefault(l => l.Schema.Title == column.LookupList && l.List.IsOpen("Title"));
            lookup = target is null ? null : new(target.Rows, r => r.Origin, TitleOf);
            byTitle.Add(column.LookupList!, lookup);
        }
        return lookup?.TryFind(reference) is { } row && StandsAlone(row);
    }

    private static string? TitleOf(ISourceRow row) => row.Origin.Texts.FirstOrDefault(t => t.Name == "Title").Text;

    private bool StandsAlone(ISourceRow row) => told[row] == Told.Alone && listOf[row].StandsAlone(row);

    /// <summary>
    /// Rows may come from rows that themselves come from others, so it goes on until nothing more is closed.
    /// </summary>
    /// <returns>For rows that are not told at all: the origin that says why.</returns>
    private Dictionary<ISourceRow, RowOrigin> CloseWithSources(OrganisationLists of)
    {
        var because = new Dictionary<ISourceRow, RowOrigin>(ReferenceEqualityComparer.Instance);
        var sources = new List<(ISourceRow Row, Told AtMost, SourceRows From)>();
        foreach (var list in lists.All)
        {
            if (list.List.SourcesIn(of) is not { } find)
                continue;
            foreach (var row in list.Rows.Where(r => told[r] > list.List.AtMostWhereSourceIsClosed))
            {
                var from = find(row);
                sources.Add((row, list.List.AtMostWhereSourceIsClosed, from));
                if (from.Withheld.Count > 0)
                    withheld[row] = from.Withheld;
            }
        }
        bool isChanged;
        do
        {
            isChanged = false;
            foreach (var (row, atMost, from) in sources.Where(s => told[s.Row] > s.AtMost))
            {
                var closing = from.Rows.FirstOrDefault(r => !StandsAlone(r));
                if (!from.IsMissing && closing is null)
                    continue;
                told[row] = atMost;
                isChanged = true;
                if (closing is not null)
                    because[row] = closing.Origin;
            }
        } while (isChanged);
        return because;
    }
}
