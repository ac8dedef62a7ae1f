namespace SpLg.LocalSite.Store;

/// <summary>
/// Which item of a list holds a value in a column, for columns whose values must be unique. Made when first asked for,
/// kept up as items are added, and made again after a value was changed or taken away.
/// </summary>
internal sealed class UniqueValues
{
    private readonly Dictionary<(Guid List, string Column), Dictionary<string, int>> indexes = [];

    /// <summary>Another item than <paramref name="except"/> that holds the value, case ignored; null when none does.</summary>
    public int? Holder(IEnumerable<ItemRecord> items, Guid list, string column, JsonElement value, int? except)
    {
        if (!indexes.TryGetValue((list, column), out var index))
        {
            indexes[(list, column)] = index = new(StringComparer.OrdinalIgnoreCase);
            foreach (var item in items)
                Add(index, column, item);
        }
        return index.TryGetValue(Key(value), out var holder) && holder != except ? holder : null;
    }

    public void Changed(ItemRecord? before, ItemRecord? after)
    {
        var list = (before ?? after)!.ListId;
        foreach (var (key, index) in indexes.Where(i => i.Key.List == list).ToList())
        {
            if (before is null)
                Add(index, key.Column, after!);
            else if (Key(before, key.Column) != Key(after, key.Column))
                indexes.Remove(key);
        }
    }

    private static void Add(Dictionary<string, int> index, string column, ItemRecord item)
    {
        if (Key(item, column) is { } text)
            index.TryAdd(text, item.Id);
    }

    private static string? Key(ItemRecord? item, string column) =>
        item?.Fields.TryGetValue(column, out var value) == true ? Key(value) : null;

    /// <summary>The value itself, not its raw JSON: the same letters can be escaped in different ways.</summary>
    private static string Key(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
}
