namespace SpLg.Core.Changes;

/// <summary>
/// Changes of the lists since the last review was approved, as far as that review was built of them.
/// </summary>
/// <param name="Year">The approved review's year.</param>
/// <param name="On">The day it was approved.</param>
public sealed record SinceApproval(int Year, DateOnly On, RowChanges Changes)
{
    /// <summary>
    /// The changes that the draft has to tell of. A draft of the same year tells of all. A later year's has rows of its
    /// own, so it tells of those that belong to the approved year or an earlier one, and of changed or removed rows
    /// that belong to no year.
    /// </summary>
    /// <param name="approved">The years of the approved review.</param>
    /// <param name="frozen">The rows that were frozen, by the list's English name, and so <paramref
    /// name="rows"/>.</param>
    /// <param name="year">The draft's year.</param>
    /// <param name="zone">The site's time zone.</param>
    /// <param name="known">The lists to compare; all that the program knows when it is not said.</param>
    public static SinceApproval Of(
        ReviewYears approved,
        DateOnly approvedOn,
        IReadOnlyDictionary<string, IReadOnlyList<ListRow>> frozen,
        IReadOnlyDictionary<string, IReadOnlyList<ListRow>> rows,
        SiteSchema schema,
        int year,
        TimeZoneInfo zone,
        IReadOnlyList<ListOf>? known = null
    )
    {
        var changes = RowChanges.Between(frozen, rows, schema, known);
        if (year <= approved.Title)
            return new(approved.Title, approvedOn, changes);
        var (before, after) = (YearsOf(frozen), YearsOf(rows));
        return new(
            approved.Title,
            approvedOn,
            changes.Where(
                (list, row) =>
                {
                    int?[] years =
                    [
                        before.GetValueOrDefault((list.Name, row.RowId)),
                        after.GetValueOrDefault((list.Name, row.RowId)),
                    ];
                    return years.Any(y => y <= LastOf(list.List) && !IsLater(list.List, row))
                        || (row.Kind != RowChangeKind.New && years.All(y => y is null));
                }
            )
        );

        // What happened after the time that the approved review followed up is for the next one to tell.
        int LastOf(ListOf list) => list.YearsTold?.Invoke(approved).Last ?? approved.Title;

        int? YearOf(ListOf list, ListRow row)
        {
            var byColumns = list.YearOf(schema.List(list.Name), row, zone);
            return RowOrigin.YearIn(new RowReader(schema.List(list.Name), row, zone, []).Number("Year")) is null
                ? approved.YearBy(list, byColumns)
                : byColumns;
        }

        bool IsLater(ListOf list, RowChange row) =>
            list.IsCutByDay
            && row.Kind == RowChangeKind.New
            && rows[list.Name].FirstOrDefault(r => r.Id == row.RowId) is { } added
            && list.DayOf(schema.List(list.Name), added, zone) > approved.FollowUpTo;

        Dictionary<(string List, string Row), int?> YearsOf(IReadOnlyDictionary<string, IReadOnlyList<ListRow>> all) =>
            changes
                .Lists.SelectMany(l => all[l.Name].Select(r => (Key: (l.Name, r.Id), Year: YearOf(l.List, r))))
                .GroupBy(r => r.Key)
                .ToDictionary(r => r.Key, r => r.Last().Year);
    }
}
