namespace SpLg.Core.Schema;

/// <summary>A list or library as the provisioning template declares it.</summary>
/// <param name="Title">Swedish display title, e.g. <c>Incidenter</c>.</param>
/// <param name="Url">Site-relative address, e.g. <c>Lists/Incidents</c>; its last segment is Graph's
/// <c>name</c>.</param>
/// <param name="IsLibrary">True for a document library (template type 101), false for a generic list (100).</param>
/// <param name="MinorVersions">True when drafts get minor versions (0.1, 0.2 …) until published.</param>
/// <param name="Columns">Our columns, <c>Title</c> first where the template renames it; SharePoint's built-in ones are
/// not here.</param>
public sealed record ListSchema(
    string Title,
    string Url,
    bool IsLibrary,
    bool Versioning,
    bool MinorVersions,
    IReadOnlyList<ColumnSchema> Columns,
    IReadOnlyList<ViewSchema> Views
)
{
    private readonly Dictionary<string, ColumnSchema> byName = Columns.ToDictionary(
        c => c.Name,
        StringComparer.Ordinal
    );

    /// <summary>The purpose of the list, in Swedish, or null.</summary>
    public string? Description { get; init; }

    /// <summary>
    /// True when the list has rights of its own, narrower or wider than the site's. Graph cannot set them for groups.
    /// </summary>
    public bool OwnRights { get; init; }

    /// <summary>Who may do what when the list has rights of its own; empty otherwise.</summary>
    public IReadOnlyList<RightSchema> Rights { get; init; } = [];

    /// <summary>
    /// True when a row is read by those who wrote it and by those whose role overrides list behaviours (ReadSecurity
    /// 2), and changed by no others either (WriteSecurity 2). SharePoint has this for lists, not for libraries.
    /// </summary>
    public bool OwnRowsOnly { get; init; }

    /// <summary>
    /// True when whoever reads the library sees drafts too; false when only those see them who can edit.
    /// </summary>
    public bool DraftsForReaders { get; init; }

    /// <summary>
    /// How many versions of a row or file are kept (major ones, where there are minor); null for no limit.
    /// </summary>
    public int? VersionLimit { get; init; }

    /// <summary>For how many of the latest major versions the minor ones are kept; null for no limit.</summary>
    public int? MinorVersionLimit { get; init; }

    /// <summary>
    /// The rule a row must meet to be saved, as a SharePoint formula, or null. Graph can neither set nor show it.
    /// </summary>
    public string? ValidationFormula { get; init; }

    /// <summary>The message to a person when a row breaks <see cref="ValidationFormula"/>, in Swedish.</summary>
    public string? ValidationMessage { get; init; }

    /// <summary>Rows the list is born with: text by internal column name.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Rows { get; init; } = [];

    /// <summary>The last segment of <see cref="Url"/>: English, ASCII, the same in every site.</summary>
    public string Name => Url[(Url.LastIndexOf('/') + 1)..];

    /// <summary>The column with this internal name, or null.</summary>
    public ColumnSchema? TryColumn(string name) => byName.GetValueOrDefault(name);

    /// <summary>
    /// The text column beside a person column that says who it is where no person can be chosen; null for one that
    /// has none.
    /// </summary>
    public ColumnSchema? WordsBeside(ColumnSchema column) =>
        column.Kind == ColumnKind.Person ? TryColumn(column.Name + "InWords") : null;

    /// <summary>
    /// The column with this internal name; a name the template does not declare is a programming error.
    /// </summary>
    public ColumnSchema Column(string name) =>
        TryColumn(name)
        ?? throw new KeyNotFoundException($"List '{Title}' has no column '{name}' in the provisioning template.");
}
