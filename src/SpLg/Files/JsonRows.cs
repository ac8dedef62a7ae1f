using System.Runtime.InteropServices;
using System.Text.Encodings.Web;

namespace SpLg.Files;

/// <summary>
/// Rows as JSON: an array of items with <c>id</c>, <c>eTag</c>, <c>webUrl</c> and <c>fields</c>, as Graph names them.
/// </summary>
internal static class JsonRows
{
    private const string LookupId = "LookupId";

    // Bytes that are written at a time.
    private const int Flushed = 64 * 1024;

    // Told by name.
    private const int MostUnknown = 100;

    private static readonly JsonWriterOptions Readable = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static byte[] Write(IEnumerable<ListRow> rows)
    {
        using var buffer = new MemoryStream();
        Write(buffer, rows);
        return buffer.ToArray();
    }

    public static void Write(Stream target, IEnumerable<ListRow> rows)
    {
        using var json = new Utf8JsonWriter(target, Readable);
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
            if (json.BytesPending > Flushed)
                json.Flush();
        }
        json.WriteEndArray();
    }

    /// <summary>
    /// Reads what <see cref="Write(IEnumerable{ListRow})"/> gives, and a saved Graph answer with the items under
    /// <c>value</c>. A field may also have the column's Swedish name; one that is no column of the list is kept and
    /// told.
    /// </summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    /// <exception cref="InvalidDataException">The text is JSON of another shape; the message says where.</exception>
    public static IReadOnlyList<ListRow> Read(string text, ListSchema list, ICollection<Finding> findings)
    {
        using var json = JsonDocument.Parse(LoneSurrogates.Replace(text));
        return Read(json.RootElement, list, findings);
    }

    /// <inheritdoc cref="Read(string, ListSchema, ICollection{Finding})"/>
    public static IReadOnlyList<ListRow> Read(JsonElement items, ListSchema list, ICollection<Finding> findings)
    {
        var names = new ColumnNames(list);
        var unknown = new SortedSet<string>(StringComparer.Ordinal);
        if (items.ValueKind == JsonValueKind.Object && items.TryGetProperty("value", out var value))
            items = value;
        if (items.ValueKind != JsonValueKind.Array)
            throw new InvalidDataException("expected an array of items, or an object with the array under 'value'");
        var rows = new OrderedDictionary<string, (ListRow Row, int Place)>(StringComparer.Ordinal);
        var withoutId = 0;
        var place = 0;
        using var buffer = new CellBuffer();
        if (items.GetArrayLength() > RowFolder.MostRows)
            throw new InvalidDataException($"fler än {RowFolder.MostRows} rader: dela upp filen");
        foreach (var item in items.EnumerateArray())
        {
            place++;
            if (
                item.ValueKind != JsonValueKind.Object
                || !item.TryGetProperty("fields", out var fields)
                || fields.ValueKind != JsonValueKind.Object
            )
                throw new InvalidDataException($"item {place} has no object 'fields'");
            if (fields.GetPropertyCount() > RowFolder.MostColumns)
                throw new InvalidDataException($"post {place} har fler än {RowFolder.MostColumns} fält");
            if (fields.EnumerateObject().Any(f => JsonMarshal.GetRawUtf8Value(f.Value).Length > RowFolder.LongestCell))
                throw new InvalidDataException(
                    $"post {place} har ett fält med mer än {Swedish.Number(RowFolder.LongestCell)} tecken"
                );
            var written = CellNumber.RowId(Text(item, "id") ?? Text(fields, "id") ?? "");
            var id = written.Length == 0 ? $"filens post {place}" : written;
            withoutId += written.Length == 0 ? 1 : 0;
            var row = new ListRow(
                id,
                Text(item, "eTag"),
                Uri.TryCreate(Text(item, "webUrl"), UriKind.Absolute, out var address) ? address : null,
                Named(fields, list, names, unknown, buffer)
            );
            if (rows.TryAdd(id, (row, place)))
                continue;
            var twice =
                $"Post {rows[id].Place} och post {place} i filen har samma id, {id}. De räknas som en rad, och den senare gäller. "
                + "Är de två rader behöver de var sitt id.";
            findings.Add(new(FindingLevel.Warning, list.Title, id, null, twice, row.WebUrl));
            rows[id] = (row, place);
        }
        foreach (var name in unknown.Take(MostUnknown))
        {
            var message =
                $"Filens fält ”{name}” finns inte i listan {list.Title} och läses inte. Kontrollera stavningen eller ta bort fältet.";
            findings.Add(new(FindingLevel.Warning, list.Title, null, name, message, null));
        }
        // Their place is name enough where no row has an id; else it could be the id of another.
        return [.. rows.Values.Select(r => withoutId == place ? r.Row with { Id = $"{r.Place}" } : r.Row)];
    }

    /// <summary>The cells by internal name. Where a column stands under both its names, its own name wins.</summary>
    private static RowCells Named(
        JsonElement fields,
        ListSchema list,
        ColumnNames names,
        SortedSet<string> unknown,
        CellBuffer buffer
    )
    {
        foreach (var field in fields.EnumerateObject())
        {
            var isOwn =
                list.TryColumn(field.Name) is not null
                || (
                    field.Name.EndsWith(LookupId, StringComparison.Ordinal)
                    && list.TryColumn(field.Name[..^LookupId.Length]) is not null
                );
            // Other registers are read from tables alone: JSON is what programs write.
            var name =
                isOwn || names.IsSynonym(field.Name) ? field.Name : names.TryFind(field.Name)?.Name ?? field.Name;
            if (
                !isOwn
                && name == field.Name
                && !ColumnNames.IsBuiltIn(name)
                && !name.Contains('@', StringComparison.Ordinal)
            )
                unknown.Add(name);
            buffer.Add(name, fields.TryGetProperty(name, out var own) ? own : field.Value);
        }
        return buffer.Take();
    }

    private static string? Text(JsonElement item, string name) =>
        (item.TryGetProperty(name, out var value) ? value.ValueKind : default) switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => CellNumber.Text(value),
            _ => null,
        };
}
