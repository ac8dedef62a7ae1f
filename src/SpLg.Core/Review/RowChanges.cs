namespace SpLg.Core.Review;

/// <summary>
/// What differs between two readings of the lists. The requests are left out, since making documents is what changes
/// them;
/// and so is a list that was not there at one of the readings, of which nothing is known.
/// </summary>
/// <param name="Lists">Those with a change, in the schema's order.</param>
public sealed record RowChanges(IReadOnlyList<ChangedList> Lists)
{
    public static readonly RowChanges None = new([]);

    public bool IsEmpty => Lists.Count == 0;

    /// <summary>
    /// All of it counted: <c>3 nya incidenter, 1 ändrad åtgärd och 2 borttagna beslut</c>; null when nothing differs.
    /// </summary>
    public string? Sentence => IsEmpty ? null : Swedish.Join([.. Lists.SelectMany(l => l.Phrases)]);

    /// <param name="before">Rows by the list's English name, and so <paramref name="after"/>.</param>
    public static RowChanges Between(
        IReadOnlyDictionary<string, IReadOnlyList<ListRow>> before,
        IReadOnlyDictionary<string, IReadOnlyList<ListRow>> after,
        SiteSchema schema
    )
    {
        var lists = new List<ChangedList>();
        foreach (var list in schema.Lists)
        {
            if (
                list.IsLibrary
                || list.Name == ReviewRequest.List
                || !before.TryGetValue(list.Name, out var old)
                || !after.TryGetValue(list.Name, out var now)
            )
                continue;
            if (RowComparison.Between(list, old, now) is { Count: > 0 } rows)
                lists.Add(new(list.Name, list.Title, rows));
        }
        return new(lists);
    }

    /// <summary>The changes for which the condition holds.</summary>
    public RowChanges Where(Func<ChangedList, RowChange, bool> isKept) =>
        new([
            .. Lists.Select(l => l with { Rows = [.. l.Rows.Where(r => isKept(l, r))] }).Where(l => l.Rows.Count > 0),
        ]);
}
