namespace SpLg.Core.Figures;

/// <summary>
/// How many rows of each year an open edition leaves out of the lists whose years are compared. Found by looking at
/// what is gone, whatever the reason, and never what the rows say.
/// </summary>
public sealed class WithheldRows
{
    /// <summary>The full edition, and every list that nothing is left out of.</summary>
    public static readonly WithheldRows None = new([]);

    private readonly Dictionary<(string List, int? Year), int> counts;

    private WithheldRows(Dictionary<(string List, int? Year), int> counts) => this.counts = counts;

    internal static WithheldRows Of(OrganisationLists all, OrganisationLists shown)
    {
        var found = new Dictionary<(string List, int? Year), int>(all.Withheld.counts);
        foreach (var list in all.AsRead.All)
        {
            var kept = shown.AsRead.TryFind(list.List)?.Rows.Select(r => r.Origin.Id).ToHashSet(StringComparer.Ordinal);
            foreach (var row in list.Cells.Where(r => kept?.Contains(r.Id) != true))
            {
                var key = (list.Schema.Title, list.List.YearOf(list.Schema, row, all.AsRead.Zone));
                found[key] = found.GetValueOrDefault(key) + 1;
            }
        }
        return new(found);
    }

    /// <summary>True when something of the list is left out, of whatever year.</summary>
    public bool HasAny(string list) => counts.Any(c => c.Key.List == list && c.Value > 0);

    /// <param name="list">Swedish title.</param>
    /// <param name="year">Null for the rows whose year cannot be read.</param>
    public int Of(string list, int? year) => counts.GetValueOrDefault((list, year));

    /// <summary>For a list that is told of whatever the year of its rows.</summary>
    public int OfAll(string list) => counts.Where(c => c.Key.List == list).Sum(c => c.Value);
}
