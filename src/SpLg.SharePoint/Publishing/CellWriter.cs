using System.Globalization;
using System.Text.Json;
using SpLg.Core.Lists;
using SpLg.Core.Schema;

namespace SpLg.SharePoint.Publishing;

/// <summary>Writes values the way Graph wants each kind of column. https://learn.microsoft.com/graph/api/listitem-update</summary>
internal sealed class CellWriter(ListSchema schema, TimeZoneInfo zone)
{
    /// <exception cref="KeyNotFoundException">The template has no such column.</exception>
    /// <exception cref="ArgumentException">The value's type does not fit the column.</exception>
    public void Write(Utf8JsonWriter json, IReadOnlyDictionary<string, object?> values)
    {
        foreach (var (name, value) in values)
            Write(json, schema.Column(name), value);
    }

    /// <summary>Whether these are the values a row has: what is written and what is read are the same, but that an empty cell is not in the row.</summary>
    public bool IsWritten(IReadOnlyDictionary<string, JsonElement> cells, IReadOnlyDictionary<string, object?> values)
    {
        using var written = JsonDocument.Parse(JsonBody.Object(json => Write(json, values)));
        return new RowCells(written.RootElement.Clone()).All(cell => cells.TryGetValue(cell.Key, out var there) ? Same(cell.Value, there) : IsEmpty(cell.Value));
    }

    private static bool Same(JsonElement written, JsonElement there) => JsonElement.DeepEquals(written, there) || (IsEmpty(written) && IsEmpty(there));

    private static bool IsEmpty(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => true,
        JsonValueKind.String => value.ValueEquals(""),
        JsonValueKind.Array => value.GetArrayLength() == 0,
        _ => false,
    };

    private void Write(Utf8JsonWriter json, ColumnSchema column, object? value)
    {
        switch (column.Kind, value)
        {
            case (ColumnKind.MultiChoice, null or IReadOnlyList<string>):
                WriteMany(json, column, value as IReadOnlyList<string> ?? []);
                break;
            case (ColumnKind.Person or ColumnKind.Lookup, null):
                json.WriteNull(column.Name + "LookupId");
                break;
            case (ColumnKind.Person or ColumnKind.Lookup, Reference { Id: { } id }):
                json.WriteString(column.Name + "LookupId", id.ToString(CultureInfo.InvariantCulture));
                break;
            case (_, null):
                json.WriteNull(column.Name);
                break;
            case (ColumnKind.Text or ColumnKind.Note or ColumnKind.RichText or ColumnKind.Choice, string text):
                json.WriteString(column.Name, text);
                break;
            case (ColumnKind.Number, decimal number):
                json.WriteNumber(column.Name, number);
                break;
            case (ColumnKind.Number, int number):
                json.WriteNumber(column.Name, number);
                break;
            case (ColumnKind.YesNo, bool yes):
                json.WriteBoolean(column.Name, yes);
                break;
            case (ColumnKind.Date or ColumnKind.DateTime, DateOnly day):
                json.WriteString(column.Name, Utc(Midnight(day)));
                break;
            case (ColumnKind.Date, DateTimeOffset moment):
                json.WriteString(column.Name, Utc(Midnight(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime))));
                break;
            case (ColumnKind.DateTime, DateTimeOffset moment):
                json.WriteString(column.Name, Utc(moment.UtcDateTime));
                break;
            default:
                throw new ArgumentException(
                    $"List '{schema.Title}', column '{column.Name}' ({column.Kind}) cannot be given a value of type {value.GetType().Name}{(value is Reference ? " without id" : "")}.",
                    nameof(value));
        }
    }

    // An array must say its type, and so must an empty one: without it the service answers 400.
    private static void WriteMany(Utf8JsonWriter json, ColumnSchema column, IReadOnlyList<string> texts)
    {
        json.WriteString(column.Name + "@odata.type", "Collection(Edm.String)");
        json.WriteStartArray(column.Name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    /// <summary>A date without time is kept as midnight of the site's time zone; where that midnight is skipped, the first moment of the day.</summary>
    private DateTime Midnight(DateOnly day)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(local))
            local = local.AddMinutes(30);
        return TimeZoneInfo.ConvertTimeToUtc(local, zone);
    }

    private static string Utc(DateTime moment) => moment.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
