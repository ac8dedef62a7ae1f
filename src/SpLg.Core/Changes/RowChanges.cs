namespace SpLg.Core.Changes;

/// <summary>
/// Differences between two readings of the lists. One that was not there at one of the readings is left out, because
/// nothing is known of it.
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
    /// <param name="known">The lists to compare; all that the program knows when it is not said.</param>
    public static RowChanges Between(
        IReadOnlyDictionary<string, IReadOnlyList<ListRow>> before,
        IReadOnlyDictionary<string, IReadOnlyList<ListRow>> after,
        SiteSchema schema,
        IReadOnlyList<ListOf>? known = null
    )
    {
        var lists = new List<ChangedList>();
        foreach (var list in schema.Lists)
        {
            if (
                (known ?? KnownLists.All).FirstOrDefault(l => l.Name == list.Name) is not { IsCompared: true } of
                || !before.TryGetValue(list.Name, out var old)
                || !after.TryGetValue(list.Name, out var now)
            )
                continue;
            if (RowComparison.Between(of, list, old, now) is { Count: > 0 } rows)
                lists.Add(new(of, rows));
        }
        return new(lists);
    }

    /// <summary>The changes for which the condition holds.</summary>
    public RowChanges Where(Func<ChangedList, RowChange, bool> isKept) =>
        new([
            .. Lists.Select(l => l with { Rows = [.. l.Rows.Where(r => isKept(l, r))] }).Where(l => l.Rows.Count > 0),
        ]);
}
