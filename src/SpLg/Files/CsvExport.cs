using CsvHelper;

namespace SpLg.Files;

/// <summary>
/// Writes rows in the shape SharePoint's own export gives: UTF-8 with byte order mark (Excel needs it for å, ä, ö),
/// comma, Swedish headers, days in the site's zone, several values as a JSON array; no cell is a formula.
/// <see cref="CsvRows"/> reads it back.
/// </summary>
internal static class CsvExport
{
    public static void Write(Stream target, ListSchema list, IEnumerable<ListRow> rows, TimeZoneInfo zone)
    {
        using var text = new StreamWriter(
            target,
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: true),
            leaveOpen: true
        );
        using var csv = CsvWriter.Create(text, CsvWriterOptions.Default, leaveOpen: true);
        csv.WriteField(CsvCells.Mark);
        foreach (var column in list.Columns)
            csv.WriteField(column.DisplayName);
        csv.EndRecord();
        foreach (var row in rows)
        {
            csv.WriteField(CsvCells.Protect(row.Id));
            foreach (var column in list.Columns)
                csv.WriteField(
                    IsNumber(row, column) ? Cell(row, column, zone) : CsvCells.Protect(Cell(row, column, zone))
                );
            csv.EndRecord();
        }
    }

    /// <summary>A number below zero is to stay one.</summary>
    private static bool IsNumber(ListRow row, ColumnSchema column) =>
        column.Kind == ColumnKind.Number
        && row.Fields.TryGetValue(column.Name, out var cell)
        && (
            cell.ValueKind == JsonValueKind.Number
            || (
                cell.ValueKind == JsonValueKind.String
                && decimal.TryParse(cell.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out _)
            )
        );

    private static string Cell(ListRow row, ColumnSchema column, TimeZoneInfo zone)
    {
        if (!row.Fields.TryGetValue(column.Name, out var cell))
            return "";
        return cell.ValueKind switch
        {
            JsonValueKind.Null or JsonValueKind.Undefined => "",
            JsonValueKind.True => "True",
            JsonValueKind.False => "False",
            JsonValueKind.Array => Several(cell),
            JsonValueKind.Object when cell.TryGetProperty("LookupValue", out var value) => value.ToString(),
            JsonValueKind.String when column.Kind is ColumnKind.Date or ColumnKind.DateTime => Day(
                cell.GetString()!,
                column.Kind,
                zone
            ),
            JsonValueKind.String => cell.GetString()!,
            JsonValueKind.Number => CellNumber.Text(cell),
            _ => cell.GetRawText(),
        };
    }

    private static string Several(JsonElement cell)
    {
        using var buffer = new MemoryStream();
        using (
            var writer = new Utf8JsonWriter(
                buffer,
                new JsonWriterOptions
                {
                    Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
                }
            )
        )
        {
            writer.WriteStartArray();
            foreach (var value in cell.EnumerateArray())
                writer.WriteStringValue(One(value));
            writer.WriteEndArray();
        }
        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static string One(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object when value.TryGetProperty("LookupValue", out var text) => text.ToString(),
            JsonValueKind.Number => CellNumber.Text(value),
            _ => value.ToString(),
        };

    /// <summary>UTC as Graph sends it, told as the site's own day or minute; other text stays as it is.</summary>
    private static string Day(string text, ColumnKind kind, TimeZoneInfo zone)
    {
        if (
            !text.EndsWith('Z')
            || !DateTimeOffset.TryParse(
                text,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var moment
            )
        )
            return text;
        var local = TimeZoneInfo.ConvertTime(moment, zone);
        return local.ToString(
            kind == ColumnKind.Date ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss",
            CultureInfo.InvariantCulture
        );
    }
}
