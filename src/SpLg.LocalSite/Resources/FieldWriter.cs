using System.Security.Cryptography;

namespace SpLg.LocalSite.Resources;

/// <summary>
/// Takes the <c>fields</c> a client sends into an item's values: null clears, an unknown column is refused, and every
/// kind is checked. Whether Graph enforces required columns was not found; SharePoint's other interfaces for programs
/// do not, so neither does this. Where the answer to a wrong value is not recorded it is 400 invalidRequest.
/// </summary>
internal sealed class FieldWriter(GraphCall call, ListRecord list, ItemRecord? item)
{
    private const string WithoutType =
        "A value without a type name was found and no expected type is available. When the model is specified, "
        + "each value in the payload must have a type which can be either specified in the payload, explicitly by "
        + "the caller or implicitly inferred from the parent value.";

    private readonly Dictionary<string, JsonElement> values = new(
        item?.Fields ?? new Dictionary<string, JsonElement>(),
        StringComparer.Ordinal
    );

    /// <summary>The item's values with what the body sets.</summary>
    public IReadOnlyDictionary<string, JsonElement> Write(JsonObject fields)
    {
        if (item is null)
            SetDefaults();
        foreach (var (name, value) in fields.Where(f => !f.Key.Contains('@')))
        {
            var column = Find(name, value, out var isId);
            if (column is null)
                continue;
            if (value is null)
                values.Remove(column.Name);
            else
                Set(column, Convert(column, value, isId, GraphCall.Text(fields, name + "@odata.type")));
        }
        return values;
    }

    private void Set(ColumnRecord column, JsonNode value)
    {
        // An empty text is an empty column.
        if (
            value is JsonValue text
                && text.GetValueKind() == JsonValueKind.String
                && text.GetValue<string>().Length == 0
            || value is JsonArray { Count: 0 }
        )
        {
            values.Remove(column.Name);
            return;
        }
        var element = JsonSerializer.SerializeToElement(value);
        if (column.Unique && call.State.Holder(list.Id, column.Name, element, item?.Id) is not null)
            throw GraphError.Invalid(
                "The list item could not be added or updated because duplicate values were found in the "
                    + $"following field(s) in the list: [{column.DisplayName}]."
            );
        values[column.Name] = element;
    }

    /// <summary>
    /// The column a name stands for; null for the content type, which is taken but changes nothing here.
    /// </summary>
    private ColumnRecord? Find(string name, JsonNode? value, out bool isId)
    {
        isId = false;
        if (list.TryColumn(name) is { } column)
        {
            if (column.Name == "ContentType")
            {
                return ContentTypes.Of(list).Any(t => t.Name == (value as JsonValue)?.ToString())
                    ? null
                    : throw GraphError.Invalid($"The content type '{value}' does not exist in the list.");
            }
            return column.ReadOnly || column.Name == "FileLeafRef"
                ? throw GraphError.Invalid($"Field '{name}' is read-only")
                : column;
        }
        if (
            name.EndsWith("LookupId", StringComparison.Ordinal)
            && list.TryColumn(name[..^8]) is { IsLookup: true } lookup
        )
        {
            if (lookup.ReadOnly)
                throw GraphError.Invalid($"Field '{name}' is read-only");
            // A column named like this one with Id at the end takes the value: a text, or for a number the error below.
            if (list.TryColumn(name[..^8] + "Id") is { } namesake)
                return value is JsonValue v && v.GetValueKind() == JsonValueKind.Number
                    ? throw GraphError.General()
                    : namesake;
            isId = true;
            return lookup;
        }
        throw GraphError.Invalid($"Field '{name}' is not recognized");
    }

    private JsonNode Convert(ColumnRecord column, JsonNode value, bool isId, string? type) =>
        column.Facet switch
        {
            // Any text fails with 500 and any object with 400: there is no way to write a hyperlink.
            "hyperlinkOrPicture" => throw (
                value is JsonValue ? GraphError.General() : GraphError.Invalid("Invalid request")
            ),
            "term" => throw GraphError.General(),
            "choice" when column.IsMultiChoice => Texts(column, value, type),
            "choice" => Chosen(column, Text(column, value)),
            "text" => Written(column, Text(column, value)),
            "number" or "currency" => Number(column, value),
            "boolean" => value.GetValueKind() is JsonValueKind.True or JsonValueKind.False
                ? value.DeepClone()
                : throw Wrong(column),
            "dateTime" => Date(column, Text(column, value)),
            "lookup" or "personOrGroup" when isId && column.IsMultiLookup => Rows(column, value, type),
            "lookup" or "personOrGroup" when isId => Row(column, value),
            "lookup" or "personOrGroup" when value is JsonArray && type is null => throw GraphError.Invalid(
                WithoutType
            ),
            _ => throw Wrong(column),
        };

    private static string Text(ColumnRecord column, JsonNode value) =>
        value.GetValueKind() switch
        {
            JsonValueKind.String => value.GetValue<string>(),
            JsonValueKind.Array => throw GraphError.Invalid(WithoutType),
            _ => throw Wrong(column),
        };

    private static JsonNode Written(ColumnRecord column, string text)
    {
        if (!column.Flag("allowMultipleLines"))
        {
            var most = column.Settings?["maxLength"]?.GetValue<int>() ?? 255;
            return text.Length <= most
                ? text
                : throw GraphError.Invalid($"The text of the field '{column.Name}' is longer than {most} characters.");
        }
        if (
            !column.IsRichText
            || text.Length == 0
            || text.StartsWith("<div class=\"ExternalClass", StringComparison.Ordinal)
        )
            return text;
        // SharePoint wraps what it keeps; a client must read past it.
        var mark = System.Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];
        return $"<div class=\"ExternalClass{mark}\">{text}</div>";
    }

    /// <summary>A closed choice column takes its own texts only. The answer to another is not recorded.</summary>
    private static string Chosen(ColumnRecord column, string text) =>
        text.Length == 0 || column.Flag("allowTextEntry") || column.Choices.Contains(text)
            ? text
            : throw GraphError.Invalid($"The value '{text}' is not one of the choices of the field '{column.Name}'.");

    private static JsonArray Texts(ColumnRecord column, JsonNode value, string? type)
    {
        // Recorded: a plain text in a multi-choice column is a general exception.
        if (value is not JsonArray array)
            throw GraphError.General("An unspecified error has occurred.");
        if (type != "Collection(Edm.String)")
            throw GraphError.Invalid(WithoutType);
        return [.. array.Select(t => (JsonNode)Chosen(column, Text(column, t ?? throw Wrong(column))))];
    }

    private static JsonNode Number(ColumnRecord column, JsonNode value)
    {
        // A number as text is taken: recorded for a page count sent as "250".
        var number = value.GetValueKind() switch
        {
            JsonValueKind.Number => value.AsValue().TryGetValue<decimal>(out var exact) ? exact : throw Wrong(column),
            JsonValueKind.String
                when decimal.TryParse(
                    value.GetValue<string>(),
                    NumberStyles.Float,
                    CultureInfo.InvariantCulture,
                    out var read
                ) => read,
            _ => throw Wrong(column),
        };
        var (least, most) = (
            column.Settings?["minimum"]?.GetValue<decimal>(),
            column.Settings?["maximum"]?.GetValue<decimal>()
        );
        return number < least || number > most ? throw Wrong(column) : number;
    }

    /// <summary>
    /// ISO 8601 with a zone, or a bare day as UTC midnight. A date-only column keeps midnight of the site's time zone,
    /// so its UTC text can name the day before.
    /// </summary>
    private JsonNode Date(ColumnRecord column, string text)
    {
        if (text.Length == 0)
            return text;
        string[] forms =
        [
            "yyyy-MM-dd'T'HH:mm:ssK",
            "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
            "yyyy-MM-dd'T'HH:mmK",
            "yyyy-MM-dd",
        ];
        var hasZone = text.Length == 10 || text.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > 9;
        if (
            !hasZone
            || !DateTimeOffset.TryParseExact(
                text,
                forms,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var time
            )
        )
            throw Wrong(column);
        // The days SharePoint knows.
        // https://support.microsoft.com/office/list-and-library-column-types-and-options-0d8ddb7b-7dc7-414d-a283-ee9dca891df7
        if (time.Year is < 1900 or > 8900)
            throw Wrong(column);
        if (column.IsDateOnly)
        {
            var zone = call.Site.Options.TimeZone;
            var midnight = TimeZoneInfo.ConvertTime(time, zone).Date;
            time = new(midnight, zone.GetUtcOffset(midnight));
        }
        return Shape.Time(time);
    }

    private JsonNode Row(ColumnRecord column, JsonNode value)
    {
        var id = value.GetValueKind() switch
        {
            JsonValueKind.Number when value.AsValue().TryGetValue<int>(out var number) => number,
            JsonValueKind.String
                when int.TryParse(
                    value.GetValue<string>(),
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out var number
                ) => number,
            JsonValueKind.String when value.GetValue<string>().Length == 0 => 0,
            _ => throw Wrong(column),
        };
        if (id == 0)
            return "";
        return FieldJson.LookupText(call, list, column, id) is not null || Exists(column, id)
            ? id
            : throw GraphError.Invalid($"The field '{column.Name}' points to the row {id}, which does not exist.");
    }

    private bool Exists(ColumnRecord column, int id) =>
        column.Facet == "lookup" && FieldJson.LookupRow(call.State, call.Access, column, id) is not null;

    private JsonArray Rows(ColumnRecord column, JsonNode value, string? type)
    {
        if (value is not JsonArray array)
            throw Wrong(column);
        if (type is not ("Collection(Edm.Int32)" or "Collection(Edm.String)"))
            throw GraphError.Invalid(WithoutType);
        return [.. array.Select(v => Row(column, v ?? throw Wrong(column)))];
    }

    /// <summary>A new row gets the defaults of its columns; CAML writes today as [today] and yes as 1.</summary>
    private void SetDefaults()
    {
        foreach (var column in list.Columns.Where(c => c.Default is not null))
        {
            JsonNode value = column.Facet switch
            {
                "boolean" => column.Default is "1" or "true" or "TRUE",
                "number" or "currency" => decimal.Parse(column.Default!, CultureInfo.InvariantCulture),
                "dateTime" => Date(
                    column,
                    column.Default!.Equals("[today]", StringComparison.OrdinalIgnoreCase)
                        ? Shape.Time(call.Now)
                        : column.Default
                ),
                "choice" when column.IsMultiChoice => new JsonArray([
                    .. column.Default!.Split(";#", StringSplitOptions.RemoveEmptyEntries).Select(c => (JsonNode)c),
                ]),
                _ => column.Default!,
            };
            Set(column, value);
        }
    }

    private static GraphError Wrong(ColumnRecord column) =>
        GraphError.Invalid($"The value of the field '{column.Name}' is not of the column's type.");
}
