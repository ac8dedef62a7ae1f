namespace SpLg.Core.Lists;

/// <summary>How many rows of a list nobody has decided who may read: their <i>Publicering</i> is empty.</summary>
/// <param name="List">Swedish title.</param>
/// <param name="View">Where many are decided at once; null for rows from files.</param>
public sealed record UndecidedRows(string List, int Count, Uri? View)
{
    /// <summary>The view of such rows that every list has whose rows may be published.</summary>
    public const string ViewPage = "Undecided.aspx";

    /// <summary>The lists that have any, in the order of the template.</summary>
    /// <param name="rows">By the list's English name.</param>
    /// <param name="links">Where each list is opened, by Swedish title.</param>
    public static IReadOnlyList<UndecidedRows> Of(
        IReadOnlyDictionary<string, IReadOnlyList<ListRow>> rows,
        SiteSchema schema,
        IReadOnlyDictionary<string, Uri> links
    ) =>
        [
            .. schema
                .Lists.Where(l => l.Views.Any(v => v.Page == ViewPage) && rows.ContainsKey(l.Name))
                .Select(l => new UndecidedRows(
                    l.Title,
                    rows[l.Name].Count(r => IsUndecided(l, r)),
                    ViewOf(links.GetValueOrDefault(l.Title))
                ))
                .Where(u => u.Count > 0),
        ];

    // The time zone does not matter, because the column holds no date.
    private static bool IsUndecided(ListSchema list, ListRow row) =>
        new RowReader(list, row, TimeZoneInfo.Utc, []).Origin().Publication.IsEmpty;

    private static Uri? ViewOf(Uri? list) => list is null ? null : new($"{list.AbsoluteUri.TrimEnd('/')}/{ViewPage}");
}
