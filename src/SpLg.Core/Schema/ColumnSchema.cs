namespace SpLg.Core.Schema;

/// <summary>A column as the provisioning template declares it.</summary>
/// <param name="Id">The fixed field id, so that applying the template again finds the same column.</param>
/// <param name="Name">Internal name: ASCII, at most 32 characters, never changed after creation.</param>
/// <param name="DisplayName">The Swedish name staff see; may be renamed by them, so never an identifier.</param>
/// <param name="Choices">The allowed display texts in order; empty for other kinds.</param>
/// <param name="Default">The value of a new row as CAML writes it, null when there is none.</param>
/// <param name="LookupList">Title of the list a <see cref="ColumnKind.Lookup"/> points to, else null.</param>
public sealed record ColumnSchema(
    Guid Id,
    string Name,
    string DisplayName,
    ColumnKind Kind,
    bool Required,
    bool Indexed,
    IReadOnlyList<string> Choices,
    string? Default,
    string? LookupList,
    bool EnforceUnique,
    string? Description
)
{
    /// <summary>
    /// Column formatting as JSON, or null.
    /// https://learn.microsoft.com/sharepoint/dev/declarative-customization/column-formatting
    /// </summary>
    public string? Formatter { get; init; }

    /// <summary>The least a <see cref="ColumnKind.Number"/> may be, or null.</summary>
    public decimal? Minimum { get; init; }

    /// <summary>The most a <see cref="ColumnKind.Number"/> may be, or null.</summary>
    public decimal? Maximum { get; init; }

    /// <summary>Decimals shown of a <see cref="ColumnKind.Number"/>; null shows as many as there are.</summary>
    public int? Decimals { get; init; }

    /// <summary>False when the forms people fill in leave the column out.</summary>
    public bool InForms { get; init; } = true;
}
