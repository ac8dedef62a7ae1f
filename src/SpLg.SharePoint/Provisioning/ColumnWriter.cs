using Microsoft.Graph.Models;

namespace SpLg.SharePoint.Provisioning;

/// <summary>
/// Writes a column of the template as Graph's column definition.
/// https://learn.microsoft.com/graph/api/resources/columndefinition
/// </summary>
internal static class ColumnWriter
{
    /// <param name="lookupListId">The id of the list a lookup points to; null for other kinds.</param>
    public static ColumnDefinition Definition(ColumnSchema column, string? lookupListId)
    {
        var definition = new ColumnDefinition
        {
            Name = column.Name,
            DisplayName = column.DisplayName,
            Required = column.Required,
            // Unique values need an index.
            Indexed = column.Indexed || column.EnforceUnique,
            EnforceUniqueValues = column.EnforceUnique,
        };
        if (column.Description is not null)
            definition.Description = column.Description;
        if (column.Default is not null)
        {
            // CAML's way to write "today" is a formula here.
            definition.DefaultValue =
                column.Default == "[today]" ? new() { Formula = "=TODAY()" } : new() { Value = column.Default };
        }
        SetFacet(definition, column, lookupListId);
        return definition;
    }

    private static void SetFacet(ColumnDefinition definition, ColumnSchema column, string? lookupListId)
    {
        switch (column.Kind)
        {
            case ColumnKind.Text:
                definition.Text = new() { AllowMultipleLines = false, MaxLength = 255 };
                break;
            case ColumnKind.Note or ColumnKind.RichText:
                definition.Text = new()
                {
                    AllowMultipleLines = true,
                    AppendChangesToExistingText = false,
                    LinesForEditing = 6,
                    TextType = column.Kind == ColumnKind.RichText ? "richText" : "plain",
                };
                break;
            case ColumnKind.Choice or ColumnKind.MultiChoice:
                definition.Choice = new()
                {
                    AllowTextEntry = false,
                    Choices = [.. column.Choices],
                    DisplayAs = column.Kind == ColumnKind.MultiChoice ? "checkBoxes" : "dropDownMenu",
                };
                break;
            case ColumnKind.Number:
                definition.Number = new() { DecimalPlaces = "automatic", DisplayAs = "number" };
                break;
            case ColumnKind.Date or ColumnKind.DateTime:
                definition.DateTime = new()
                {
                    DisplayAs = "standard",
                    Format = column.Kind == ColumnKind.Date ? "dateOnly" : "dateTime",
                };
                break;
            case ColumnKind.Person:
                definition.PersonOrGroup = new() { AllowMultipleSelection = false, ChooseFromType = "peopleOnly" };
                break;
            case ColumnKind.Lookup:
                definition.Lookup = new()
                {
                    AllowMultipleValues = false,
                    ColumnName = "Title",
                    ListId = lookupListId,
                };
                break;
            case ColumnKind.YesNo:
                definition.Boolean = new();
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(column), column.Kind, null);
        }
    }
}
