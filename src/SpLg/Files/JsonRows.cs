using System.Text.Encodings.Web;
using System.Text.Json;
using SpLg.Core.Lists;

namespace SpLg.Files;

/// <summary>Rows as JSON: an array of items with <c>id</c>, <c>eTag</c>, <c>webUrl</c> and <c>fields</c>, as Graph names them.</summary>
internal static class JsonRows
{
    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(IEnumerable<ListRow> rows)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartArray();
            foreach (var row in rows)
            {
                json.WriteStartObject();
                json.WriteString("id", row.Id);
                if (row.ETag is not null)
                    json.WriteString("eTag", row.ETag);
                if (row.WebUrl is not null)
                    json.WriteString("webUrl", row.WebUrl.AbsoluteUri);
                json.WriteStartObject("fields");
                foreach (var (name, value) in row.Fields)
                {
                    json.WritePropertyName(name);
                    value.WriteTo(json);
                }
                json.WriteEndObject();
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        return buffer.ToArray();
    }

    /// <summary>Reads what <see cref="Write"/> gives, and a saved Graph answer with the items under <c>value</c>.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    /// <exception cref="InvalidDataException">The text is JSON of another shape; the message says where.</exception>
    public static IReadOnlyList<ListRow> Read(string text)
    {
        using var json = JsonDocument.Parse(text);
        var items = json.RootElement;
        if (items.ValueKind == JsonValueKind.Object && items.TryGetProperty("value", out var value))
            items = value;
        if (items.ValueKind != JsonValueKind.Array)
            throw new InvalidDataException("expected an array of items, or an object with the array under 'value'");
        var rows = new List<ListRow>();
        foreach (var item in items.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.Object || !item.TryGetProperty("fields", out var fields) || fields.ValueKind != JsonValueKind.Object)
                throw new InvalidDataException($"item {rows.Count + 1} has no object 'fields'");
            rows.Add(new(
                Text(item, "id") ?? Text(fields, "id") ?? $"{rows.Count + 1}",
                Text(item, "eTag"),
                Uri.TryCreate(Text(item, "webUrl"), UriKind.Absolute, out var address) ? address : null,
                fields.EnumerateObject().ToDictionary(f => f.Name, f => f.Value.Clone(), StringComparer.Ordinal)));
        }
        return rows;
    }

    private static string? Text(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number ? value.ToString() : null;
}
