using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace SpLg.Core.Lists;

/// <summary>
/// A row's cells by internal column name, kept as the one piece of JSON they came in: a cell taken out of it costs nothing,
/// while a dictionary of cells took four times the memory of what they say.
/// </summary>
public sealed class RowCells : IReadOnlyDictionary<string, JsonElement>
{
    private readonly JsonElement fields;

    /// <param name="fields">An object of a document that is never disposed of. Its names with @, such as <c>@odata.etag</c>, annotate others and are no cells.</param>
    public RowCells(JsonElement fields)
    {
        if (fields.ValueKind != JsonValueKind.Object)
            throw new ArgumentException($"The cells of a row are an object, not {fields.ValueKind}.", nameof(fields));
        this.fields = HasSurrogateEscape(fields) ? JsonElement.Parse(LoneSurrogates.Replace(fields.GetRawText())) : fields;
    }

    public int Count => this.Count();

    public IEnumerable<string> Keys => this.Select(c => c.Key);

    public IEnumerable<JsonElement> Values => this.Select(c => c.Value);

    public JsonElement this[string key] => TryGetValue(key, out var cell) ? cell : throw new KeyNotFoundException($"The row has no cell '{key}'.");

    public bool ContainsKey(string key) => TryGetValue(key, out _);

    /// <summary>The cell; of two with the same name the later.</summary>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out JsonElement value) => fields.TryGetProperty(key, out value);

    public IEnumerator<KeyValuePair<string, JsonElement>> GetEnumerator()
    {
        foreach (var cell in fields.EnumerateObject())
        {
            if (!cell.Name.Contains('@', StringComparison.Ordinal))
                yield return new(cell.Name, cell.Value);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static bool HasSurrogateEscape(JsonElement json)
    {
        var raw = JsonMarshal.GetRawUtf8Value(json);
        return raw.IndexOf("\\ud"u8) >= 0 || raw.IndexOf("\\uD"u8) >= 0;
    }
}
