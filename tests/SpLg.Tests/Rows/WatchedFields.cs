using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace SpLg.Tests.RowRecords;

/// <summary>The fields of a row, remembering which were asked for.</summary>
internal sealed class WatchedFields(Dictionary<string, JsonElement> fields) : IReadOnlyDictionary<string, JsonElement>
{
    private readonly HashSet<string> touched = new(StringComparer.Ordinal);

    public IReadOnlySet<string> Touched => touched;

    public IEnumerable<string> Keys => fields.Keys;

    public IEnumerable<JsonElement> Values => fields.Values;

    public int Count => fields.Count;

    public JsonElement this[string key] =>
        TryGetValue(key, out var value) ? value : throw new KeyNotFoundException(key);

    public bool ContainsKey(string key) => TryGetValue(key, out _);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out JsonElement value)
    {
        touched.Add(key);
        return fields.TryGetValue(key, out value);
    }

    public IEnumerator<KeyValuePair<string, JsonElement>> GetEnumerator() => fields.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
