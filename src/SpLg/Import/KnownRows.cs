namespace SpLg.Import;

/// <summary>The rows that a list has, by what they are known again by.</summary>
internal sealed class KnownRows
{
    private readonly Dictionary<string, ListRow> byKey = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<(ListRow Row, bool HasKey)>> byNature = new(
        StringComparer.OrdinalIgnoreCase
    );

    /// <param name="key">Its external key; null when it has none.</param>
    /// <param name="natural">By the most telling columns that it has, so that a row with a number is not known by its
    /// title.</param>
    public void Add(ListRow row, string? key, NaturalKey? natural)
    {
        if (key is not null)
            byKey.TryAdd(key, row);
        if (natural is null)
            return;
        if (!byNature.TryGetValue(natural.Key, out var rows))
            byNature[natural.Key] = rows = [];
        rows.Add((row, key is not null));
    }

    /// <summary>
    /// The row of the key, else those that the most telling columns are the same of; a row of another key is not one of
    /// them. Empty when there is none.
    /// </summary>
    public IReadOnlyList<ListRow> Find(string? key, IEnumerable<NaturalKey> natural)
    {
        if (key is not null && byKey.TryGetValue(key, out var keyed))
            return [keyed];
        return natural
                .Select(n =>
                    byNature
                        .GetValueOrDefault(n.Key, [])
                        .Where(r => key is null || !r.HasKey)
                        .Select(r => r.Row)
                        .ToList()
                )
                .FirstOrDefault(rows => rows.Count > 0)
            ?? [];
    }
}
