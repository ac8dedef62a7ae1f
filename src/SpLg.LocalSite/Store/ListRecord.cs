namespace SpLg.LocalSite.Store;

/// <summary>A list or library.</summary>
/// <param name="Url">Site-relative address; the last segment is Graph's <c>name</c>.</param>
/// <param name="Template">Graph's <c>list.template</c>: genericList, documentLibrary, webPageLibrary or
/// userInformation.</param>
/// <param name="IsSystem">Carries the <c>system</c> facet and is left out of a listing that does not select it.</param>
/// <param name="Columns">Built-in and own columns in the order the service lists them.</param>
/// <param name="ETag">Grows with every change of the list's own settings and columns.</param>
internal sealed record ListRecord(
    Guid Id,
    Guid SiteId,
    string Title,
    string Url,
    string Template,
    string Description,
    bool Hidden,
    bool IsSystem,
    bool Versioning,
    bool MinorVersions,
    IReadOnlyList<ColumnRecord> Columns,
    IReadOnlyList<ViewRecord> Views,
    int ETag,
    Actor CreatedBy,
    DateTimeOffset Created,
    Actor? ModifiedBy,
    DateTimeOffset Modified
) : StateRecord
{
    /// <summary>Rights of its own; null when it inherits the site's.</summary>
    public IReadOnlyList<Grant>? Grants { get; init; }

    /// <summary>True when a row is read and changed by its author only, and by those who see all rows.</summary>
    public bool OwnRowsOnly { get; init; }

    /// <summary>True when whoever reads the library sees drafts, and not only who edits.</summary>
    public bool DraftsForReaders { get; init; }

    /// <summary>How many (major) versions of an item are kept; null for all.</summary>
    public int? VersionLimit { get; init; }

    /// <summary>For how many of the latest major versions the minor ones are kept; null for all.</summary>
    public int? MinorVersionLimit { get; init; }

    public string Name => Url[(Url.LastIndexOf('/') + 1)..];

    public bool IsLibrary => Template is ListTemplate.DocumentLibrary or ListTemplate.WebPageLibrary;

    public ColumnRecord? TryColumn(string name) =>
        Columns.FirstOrDefault(c => string.Equals(c.Name, name, StringComparison.OrdinalIgnoreCase));
}

/// <summary>Graph's names of the list templates served here.</summary>
internal static class ListTemplate
{
    public const string GenericList = "genericList";
    public const string DocumentLibrary = "documentLibrary";
    public const string WebPageLibrary = "webPageLibrary";
    public const string UserInformation = "userInformation";
}

/// <summary>A view for people; Graph v1.0 does not know views.</summary>
internal sealed record ViewRecord(string Title, bool IsDefault, IReadOnlyList<string> Columns, string Caml)
{
    /// <summary>The file name of its address; empty for one that has none of its own.</summary>
    public string Page { get; init; } = "";
}

/// <summary>A column as Graph describes it.</summary>
/// <param name="Facet">
/// Graph's facet name (text, choice, number, currency, boolean, dateTime, lookup, personOrGroup, hyperlinkOrPicture,
/// term, calculated); null for the built-in columns that carry none.
/// </param>
/// <param name="Settings">The facet's properties as answered.</param>
internal sealed record ColumnRecord(Guid Id, string Name, string DisplayName, string? Facet, JsonObject? Settings)
{
    public string Group { get; init; } = "Custom Columns";

    public string Description { get; init; } = "";

    public bool BuiltIn { get; init; }

    public bool Hidden { get; init; }

    public bool ReadOnly { get; init; }

    /// <summary>False when the forms people fill in leave it out.</summary>
    public bool InForms { get; init; } = true;

    /// <summary>Column formatting as JSON, with the buttons that set another value; null when there is none.</summary>
    public string? Formatter { get; init; }

    public bool Required { get; init; }

    public bool Indexed { get; init; }

    public bool Unique { get; init; }

    /// <summary>The value of a new row, as CAML writes it.</summary>
    public string? Default { get; init; }

    public bool Flag(string setting) => Settings?[setting]?.GetValue<bool>() == true;

    public string? Setting(string setting) => Settings?[setting]?.GetValue<string>();

    public bool IsLookup => Facet is "lookup" or "personOrGroup";

    public bool IsMultiLookup => Flag("allowMultipleValues") || Flag("allowMultipleSelection");

    public bool IsMultiChoice => Facet == "choice" && Setting("displayAs") == "checkBoxes";

    public bool IsDateOnly => Facet == "dateTime" && Setting("format") == "dateOnly";

    public bool IsRichText => Facet == "text" && Setting("textType") == "richText";

    public IReadOnlyList<string> Choices =>
        [.. (Settings?["choices"] as JsonArray ?? []).Select(c => c!.GetValue<string>())];
}
