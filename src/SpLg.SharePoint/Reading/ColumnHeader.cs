using SpLg.Core.Schema;

namespace SpLg.SharePoint.Reading;

/// <summary>A column as Graph tells it.</summary>
/// <param name="Name">Internal name.</param>
/// <param name="Kind">Null for what Graph does not describe (hyperlink, managed metadata, computed columns) and for kinds we do not use.</param>
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
    string? LookupListId)
{
    /// <summary>What the list puts into a new row; null for nothing.</summary>
    public string? Default { get; init; }
}
