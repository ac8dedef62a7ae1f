namespace SpLg.Tracing;

/// <summary>
/// Changes since the last approved review, as they stand in the evidence of the next draft. The changes are
/// kept, not the rows they were found by: the draft can then be made again when the older evidence is gone.
/// </summary>
internal static class SinceApprovalJson
{
    private const string Property = "sinceApproval";

    /// <summary>Writes the property; nothing when no review was approved.</summary>
    public static void Write(Utf8JsonWriter json, SinceApproval? since)
    {
        if (since is null)
            return;
        json.WriteStartObject(Property);
        json.WriteNumber("year", since.Year);
        json.WriteString("approvedOn", since.On.ToString("O", CultureInfo.InvariantCulture));
        json.WriteStartArray("lists");
        foreach (var list in since.Changes.Lists)
        {
            json.WriteStartObject();
            json.WriteString("name", list.Name);
            json.WriteStartArray("rows");
            foreach (var row in list.Rows)
                Write(json, row);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <param name="evidence">The whole evidence.</param>
    /// <returns>Null when it has none.</returns>
    /// <exception cref="InvalidDataException">A change is of an unknown kind.</exception>
    public static SinceApproval? TryRead(JsonElement evidence) =>
        evidence.TryGetProperty(Property, out var since)
            ? new(
                since.GetProperty("year").GetInt32(),
                DateOnly.Parse(since.GetProperty("approvedOn").GetString()!, CultureInfo.InvariantCulture),
                new([.. since.GetProperty("lists").EnumerateArray().Select(ReadList)])
            )
            : null;

    private static void Write(Utf8JsonWriter json, RowChange row)
    {
        json.WriteStartObject();
        json.WriteString("change", Choice.Text(row.Kind));
        json.WriteString("id", row.RowId);
        json.WriteString("title", row.Title);
        json.WriteString("webUrl", row.Link?.AbsoluteUri);
        json.WriteBoolean("open", row.IsOpen);
        json.WriteStartArray("columns");
        foreach (var column in row.Columns)
            json.WriteStringValue(column);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static ChangedList ReadList(JsonElement list)
    {
        var name = list.GetProperty("name").GetString()!;
        return new(
            KnownLists.TryFind(name) ?? throw new KeyNotFoundException($"The program knows no list '{name}'."),
            [.. list.GetProperty("rows").EnumerateArray().Select(ReadRow)]
        );
    }

    private static RowChange ReadRow(JsonElement row) =>
        new(
            Choice.TryValue<RowChangeKind>(row.GetProperty("change").GetString()!)
                ?? throw new InvalidDataException(
                    $"The evidence tells of an unknown change, '{row.GetProperty("change")}'."
                ),
            row.GetProperty("id").GetString()!,
            row.GetProperty("title").GetString(),
            row.GetProperty("webUrl").GetString() is { } link ? new(link) : null,
            row.GetProperty("open").GetBoolean(),
            [.. row.GetProperty("columns").EnumerateArray().Select(c => c.GetString()!)]
        );
}
