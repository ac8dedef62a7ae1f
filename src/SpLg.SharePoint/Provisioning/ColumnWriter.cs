using System.Text.Json;
using SpLg.Core.Schema;

namespace SpLg.SharePoint.Provisioning;

/// <summary>Writes a column of the template as Graph's column definition. https://learn.microsoft.com/graph/api/resources/columndefinition</summary>
internal static class ColumnWriter
{
    /// <summary>Writes the properties into the object that is open.</summary>
    /// <param name="lookupListId">The id of the list a lookup points to; null for other kinds.</param>
    public static void Write(Utf8JsonWriter json, ColumnSchema column, string? lookupListId)
    {
        json.WriteString("name", column.Name);
        json.WriteString("displayName", column.DisplayName);
        if (column.Description is not null)
            json.WriteString("description", column.Description);
        json.WriteBoolean("required", column.Required);
        // Unique values need an index.
        json.WriteBoolean("indexed", column.Indexed || column.EnforceUnique);
        json.WriteBoolean("enforceUniqueValues", column.EnforceUnique);
        if (column.Default is not null)
        {
            json.WriteStartObject("defaultValue");
            // CAML's way to write "today" is a formula here.
            if (column.Default == "[today]")
                json.WriteString("formula", "=TODAY()");
            else
                json.WriteString("value", column.Default);
            json.WriteEndObject();
        }

        WriteFacet(json, column, lookupListId);
    }

    private static void WriteFacet(Utf8JsonWriter json, ColumnSchema column, string? lookupListId)
    {
        json.WriteStartObject(FacetName(column.Kind));
        switch (column.Kind)
        {
            case ColumnKind.Text:
                json.WriteBoolean("allowMultipleLines", false);
                json.WriteNumber("maxLength", 255);
                break;
            case ColumnKind.Note or ColumnKind.RichText:
                json.WriteBoolean("allowMultipleLines", true);
                json.WriteBoolean("appendChangesToExistingText", false);
                json.WriteNumber("linesForEditing", 6);
                json.WriteString("textType", column.Kind == ColumnKind.RichText ? "richText" : "plain");
                break;
            case ColumnKind.Choice or ColumnKind.MultiChoice:
                json.WriteBoolean("allowTextEntry", false);
                json.WriteStartArray("choices");
                foreach (var choice in column.Choices)
                    json.WriteStringValue(choice);
                json.WriteEndArray();
                json.WriteString("displayAs", column.Kind == ColumnKind.MultiChoice ? "checkBoxes" : "dropDownMenu");
                break;
            case ColumnKind.Number:
                json.WriteString("decimalPlaces", "automatic");
                json.WriteString("displayAs", "number");
                break;
            case ColumnKind.Date or ColumnKind.DateTime:
                json.WriteString("displayAs", "standard");
                json.WriteString("format", column.Kind == ColumnKind.Date ? "dateOnly" : "dateTime");
                break;
            case ColumnKind.Person:
                json.WriteBoolean("allowMultipleSelection", false);
                json.WriteString("chooseFromType", "peopleOnly");
                break;
            case ColumnKind.Lookup:
                json.WriteBoolean("allowMultipleValues", false);
                json.WriteString("columnName", "Title");
                json.WriteString("listId", lookupListId);
                break;
            case ColumnKind.YesNo:
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(column), column.Kind, null);
        }

        json.WriteEndObject();
    }

    private static string FacetName(ColumnKind kind) => kind switch
    {
        ColumnKind.Choice or ColumnKind.MultiChoice => "choice",
        ColumnKind.Number => "number",
        ColumnKind.YesNo => "boolean",
        ColumnKind.Date or ColumnKind.DateTime => "dateTime",
        ColumnKind.Person => "personOrGroup",
        ColumnKind.Lookup => "lookup",
        _ => "text",
    };
}
