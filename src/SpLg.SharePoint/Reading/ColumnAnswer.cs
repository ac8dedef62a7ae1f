using System.Text.Json;
using System.Text.Json.Serialization;
using SpLg.Core.Schema;
using SpLg.SharePoint.Answers;

namespace SpLg.SharePoint.Reading;

/// <summary>
/// A column with the one facet that tells its kind. On lists the service leaves hyperlink and managed-metadata columns
/// without any. https://learn.microsoft.com/graph/api/resources/columndefinition
/// </summary>
internal sealed record ColumnAnswer(
    string? Id,
    string? Name,
    string? DisplayName,
    bool? Required,
    bool? Indexed,
    bool? EnforceUniqueValues,
    bool? ReadOnly,
    bool? Hidden,
    ColumnAnswer.TextFacet? Text,
    ColumnAnswer.ChoiceFacet? Choice,
    ColumnAnswer.DateFacet? DateTime,
    ColumnAnswer.LookupFacet? Lookup,
    [property: JsonPropertyName("number")] JsonElement? Number,
    [property: JsonPropertyName("boolean")] JsonElement? Boolean,
    ColumnAnswer.PersonFacet? PersonOrGroup,
    ColumnAnswer.DefaultFacet? DefaultValue,
    JsonElement? Error) : IAnswer
{
    public sealed record TextFacet(bool? AllowMultipleLines, string? TextType);

    public sealed record ChoiceFacet(IReadOnlyList<string>? Choices, string? DisplayAs);

    public sealed record DateFacet(string? Format);

    public sealed record LookupFacet(string? ListId, bool? AllowMultipleValues);

    public sealed record PersonFacet(bool? AllowMultipleSelection);

    public sealed record DefaultFacet(string? Value, string? Formula);

    public ColumnHeader ToHeader() => new(
        Expected.Id(Id, "the column"),
        Expected.Text(Name, $"the name of the column '{Id}'"),
        DisplayName ?? Name!,
        Kind(),
        Required is true,
        Indexed is true,
        EnforceUniqueValues is true,
        ReadOnly is true,
        Hidden is true,
        Expected.Each(Choice?.Choices, "choice.choices"),
        Lookup?.ListId is { Length: > 0 } target ? target : null)
    {
        Default = DefaultValue?.Value is { Length: > 0 } value ? value : DefaultValue?.Formula,
    };

    private ColumnKind? Kind() => this switch
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
