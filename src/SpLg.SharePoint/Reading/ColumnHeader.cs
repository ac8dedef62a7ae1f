using Microsoft.Graph.Models;

namespace SpLg.SharePoint.Reading;

/// <summary>A column as Graph tells it.</summary>
/// <param name="Name">Internal name.</param>
/// <param name="Kind">Null for what Graph does not describe (hyperlink, managed metadata, computed columns) and for
/// kinds we do not use.</param>
/// <param name="Choices">Display texts in order; empty for other kinds.</param>
/// <param name="LookupListId">The list a lookup points to, else null.</param>
public sealed record ColumnHeader(
    string Id,
    string Name,
    string DisplayName,
    ColumnKind? Kind,
    bool Required,
    bool Indexed,
    bool EnforceUnique,
    bool ReadOnly,
    bool Hidden,
    IReadOnlyList<string> Choices,
    string? LookupListId
)
{
    /// <summary>The value that the list puts into a new row; null for none.</summary>
    public string? Default { get; init; }

    internal static ColumnHeader Of(ColumnDefinition column)
    {
        var id = Expected.Id(column.Id, "the column");
        var name = Expected.Text(column.Name, $"the name of the column '{id}'");
        return new(
            id,
            name,
            DisplayName: column.DisplayName ?? name,
            Kind: KindOf(column),
            Required: column.Required is true,
            Indexed: column.Indexed is true,
            EnforceUnique: column.EnforceUniqueValues is true,
            ReadOnly: column.ReadOnly is true,
            Hidden: column.Hidden is true,
            Choices: Expected.Each(column.Choice?.Choices, "choice.choices"),
            LookupListId: column.Lookup?.ListId is { Length: > 0 } target ? target : null
        )
        {
            Default = column.DefaultValue?.Value is { Length: > 0 } value ? value : column.DefaultValue?.Formula,
        };
    }

    /// <summary>
    /// The one facet tells the kind. On lists the service leaves hyperlink and managed-metadata columns without any.
    /// https://learn.microsoft.com/graph/api/resources/columndefinition
    /// </summary>
    private static ColumnKind? KindOf(ColumnDefinition column) =>
        column switch
        {
            { Text: { AllowMultipleLines: true, TextType: "richText" } } => ColumnKind.RichText,
            { Text.AllowMultipleLines: true } => ColumnKind.Note,
            { Text: not null } => ColumnKind.Text,
            // The only trace of a multi-choice column: the facet has no flag for it.
            { Choice.DisplayAs: "checkBoxes" } => ColumnKind.MultiChoice,
            { Choice: not null } => ColumnKind.Choice,
            { DateTime.Format: "dateOnly" } => ColumnKind.Date,
            { DateTime: not null } => ColumnKind.DateTime,
            { Number: not null } => ColumnKind.Number,
            { Boolean: not null } => ColumnKind.YesNo,
            // Several persons or rows in a cell come in a shape of their own, which none of our kinds is.
            { PersonOrGroup: { AllowMultipleSelection: not true } } => ColumnKind.Person,
            { Lookup: { AllowMultipleValues: not true } } => ColumnKind.Lookup,
            _ => null,
        };
}
