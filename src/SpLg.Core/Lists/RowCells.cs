using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace SpLg.Core.Lists;

/// <summary>
/// A row's cells by internal column name, kept as the one piece of JSON they came in: a cell taken out of it costs
/// nothing, while a dictionary of cells took four times the memory of what they say.
/// </summary>
public sealed class RowCells : IReadOnlyDictionary<string, JsonElement>
{
    // Bytes, or the JsonElement they are cut into when the first cell is asked for, because many rows are only counted
    // or passed over. Two threads that ask at once both cut, with the same result.
    private object cells;

    /// <param name="fields">An object of a document that is never disposed of. Its names with @, such as
    /// <c>@odata.etag</c>, annotate others and are no cells.</param>
    public RowCells(JsonElement fields)
    {
        if (fields.ValueKind != JsonValueKind.Object)
            throw new ArgumentException($"The cells of a row are an object, not {fields.ValueKind}.", nameof(fields));
        cells = HasSurrogateEscape(JsonMarshal.GetRawUtf8Value(fields))
            ? JsonElement.Parse(LoneSurrogates.Replace(fields.GetRawText()))
            : fields;
    }

    /// <param name="fields">As above, as JSON that is known to be well formed; kept, and not to be changed.</param>
    public RowCells(byte[] fields) => cells = fields;

    /// <summary>The cells as JSON.</summary>
    public static ReadOnlySpan<byte> Json(IReadOnlyDictionary<string, JsonElement> fields) =>
        fields switch
        {
            RowCells { cells: byte[] text } => text,
            RowCells { cells: JsonElement cut } => JsonMarshal.GetRawUtf8Value(cut),
            _ => JsonSerializer.SerializeToUtf8Bytes(fields),
        };

    public int Count => this.Count();

    public IEnumerable<string> Keys => this.Select(c => c.Key);

    public IEnumerable<JsonElement> Values => this.Select(c => c.Value);

    public JsonElement this[string key] =>
        TryGetValue(key, out var cell) ? cell : throw new KeyNotFoundException($"The row has no cell '{key}'.");

    public bool ContainsKey(string key) => TryGetValue(key, out _);

    /// <summary>The cell; of two with the same name the later.</summary>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out JsonElement value) =>
        Cells().TryGetProperty(key, out value);

    public IEnumerator<KeyValuePair<string, JsonElement>> GetEnumerator()
    {
        foreach (var cell in Cells().EnumerateObject())
        {
            if (!cell.Name.Contains('@', StringComparison.Ordinal))
                yield return new(cell.Name, cell.Value);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private JsonElement Cells()
    {
        if (cells is not byte[] text)
            return (JsonElement)cells;
        var cut = HasSurrogateEscape(text)
            ? JsonElement.Parse(LoneSurrogates.Replace(Encoding.UTF8.GetString(text)))
            : JsonElement.Parse(text);
        cells = cut;
        return cut;
    }

    private static bool HasSurrogateEscape(ReadOnlySpan<byte> json) =>
        json.IndexOf("\\ud"u8) >= 0 || json.IndexOf("\\uD"u8) >= 0;
}
