using Microsoft.Graph.Models;
using Microsoft.Kiota.Abstractions.Serialization;

namespace SpLg.SharePoint.Publishing;

/// <summary>
/// Writes values the way Graph wants each kind of column. https://learn.microsoft.com/graph/api/listitem-update
/// </summary>
internal sealed class CellWriter(ListSchema schema, TimeZoneInfo zone)
{
    /// <exception cref="KeyNotFoundException">The template has no such column.</exception>
    /// <exception cref="ArgumentException">The value's type does not fit the column.</exception>
    public FieldValueSet Fields(IReadOnlyDictionary<string, object?> values)
    {
        var cells = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var (name, value) in values)
            Write(cells, schema.Column(name), value);
        return new() { AdditionalData = cells };
    }

    /// <summary>
    /// Whether these are the values a row has: what is written and what is read are the same, but that an empty cell is
    /// not in the row.
    /// </summary>
    public bool IsWritten(IReadOnlyDictionary<string, JsonElement> cells, IReadOnlyDictionary<string, object?> values)
    {
        using var content = KiotaJsonSerializer.SerializeAsStream(Fields(values), serializeOnlyChangedValues: false);
        using var written = JsonDocument.Parse(content);
        return new RowCells(written.RootElement.Clone()).All(cell =>
            cells.TryGetValue(cell.Key, out var there) ? Same(cell.Value, there) : IsEmpty(cell.Value)
        );
    }

    private static bool Same(JsonElement written, JsonElement there) =>
        JsonElement.DeepEquals(written, there) || (IsEmpty(written) && IsEmpty(there));

    private static bool IsEmpty(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Null => true,
            JsonValueKind.String => value.ValueEquals(""),
            JsonValueKind.Array => value.GetArrayLength() == 0,
            _ => false,
        };

    private void Write(Dictionary<string, object> cells, ColumnSchema column, object? value)
    {
        switch (column.Kind, value)
        {
            case (ColumnKind.MultiChoice, null or IReadOnlyList<string>):
                // An array must say its type, and so must an empty one: without it the service answers 400.
                cells[column.Name + "@odata.type"] = "Collection(Edm.String)";
                cells[column.Name] = value as IReadOnlyList<string> ?? [];
                break;
            case (ColumnKind.Person or ColumnKind.Lookup, null):
                cells[column.Name + "LookupId"] = null!;
                break;
            case (ColumnKind.Person or ColumnKind.Lookup, Reference { Id: { } id }):
                cells[column.Name + "LookupId"] = id.ToString(CultureInfo.InvariantCulture);
                break;
            case (_, null):
                cells[column.Name] = null!;
                break;
            case (ColumnKind.Text or ColumnKind.Note or ColumnKind.RichText or ColumnKind.Choice, string):
            case (ColumnKind.Number, decimal or int):
            case (ColumnKind.YesNo, bool):
                cells[column.Name] = value;
                break;
            case (ColumnKind.Date or ColumnKind.DateTime, DateOnly day):
                cells[column.Name] = Utc(Midnight(day));
                break;
            case (ColumnKind.Date, DateTimeOffset moment):
                cells[column.Name] = Utc(
                    Midnight(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime))
                );
                break;
            case (ColumnKind.DateTime, DateTimeOffset moment):
                cells[column.Name] = Utc(moment.UtcDateTime);
                break;
            default:
                throw new ArgumentException(
                    $"List '{schema.Title}', column '{column.Name}' ({column.Kind}) cannot be given a value of type "
                        + $"{value.GetType().Name}{(value is Reference ? " without id" : "")}.",
                    nameof(value)
                );
        }
    }

    /// <summary>
    /// A date without time is kept as midnight of the site's time zone; where that midnight is skipped, the first
    /// moment of the day.
    /// </summary>
    private DateTime Midnight(DateOnly day)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(local))
            local = local.AddMinutes(30);
        return TimeZoneInfo.ConvertTimeToUtc(local, zone);
    }

    private static string Utc(DateTime moment) =>
        moment.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
