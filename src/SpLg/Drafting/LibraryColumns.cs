namespace SpLg.Drafting;

/// <summary>What the library for drafts says about its files beside their content.</summary>
internal sealed class LibraryColumns
{
    /// <summary>English name of the library for drafts and full editions.</summary>
    public const string Library = "WorkDocuments";

    private const string Title = "Title";
    private const string Run = "RunId";
    private const string Hash = "ContentHash";
    private const string ApprovedOn = "ApprovedOn";

    private readonly OpenSite site;
    private Dictionary<string, (string Run, string Hash, bool IsApproved)> described = [];
    private HashSet<string> names = [];

    private LibraryColumns(OpenSite site) => this.site = site;

    /// <summary>The files as earlier runs have described them.</summary>
    public static async Task<LibraryColumns> ReadAsync(OpenSite site, CancellationToken cancellationToken)
    {
        var columns = new LibraryColumns(site);
        await columns.ReadAsync(cancellationToken);
        return columns;
    }

    /// <summary>True when the library has described a file of this title.</summary>
    public bool Has(string title) => described.ContainsKey(title);

    /// <summary>True when the file of this title carries a date of approval, which a draft never does.</summary>
    public bool IsApproved(string title) => described.TryGetValue(title, out var columns) && columns.IsApproved;

    /// <summary>True when the library lists a file of this name, not in a folder.</summary>
    public bool HasFile(string fileName) => names.Contains(fileName);

    /// <summary>Again, for what another worker may have written meanwhile.</summary>
    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        var schema = site.Schema.List(Library);
        var files = new Dictionary<string, (string, string, bool)>(StringComparer.OrdinalIgnoreCase);
        var narrow = schema with
        {
            Columns = [schema.Column(Title), schema.Column(Run), schema.Column(Hash), schema.Column(ApprovedOn)],
        };
        var listed = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        await foreach (var row in site.Reader.RowsAsync(site.List(Library), narrow, cancellationToken))
        {
            files[Text(row, Title)] = (Text(row, Run), Text(row, Hash), Text(row, ApprovedOn).Length > 0);
            if (row.WebUrl is { } address && address.Segments.Length == Address.Segments.Length + 1)
                listed.Add(Uri.UnescapeDataString(address.Segments[^1]));
        }
        (described, names) = (files, listed);
    }

    /// <summary>
    /// True when this run has written the document and all that goes with it. A document's columns are the last thing a
    /// run writes; one that was killed before that is seen as not done, and done again.
    /// </summary>
    /// <param name="run">The mark in the document; the column may hold the worker's name before it.</param>
    public bool IsDone(string title, string? run) =>
        run is not null
        && described.TryGetValue(title, out var columns)
        && columns.Run.EndsWith(run, StringComparison.Ordinal);

    /// <summary>
    /// True when the file was made with exactly this content. SharePoint itself changes Office files, so the file's own
    /// bytes do not tell.
    /// </summary>
    public bool WasMadeWith(string title, byte[] content) =>
        described.TryGetValue(title, out var columns) && columns.Hash == Fingerprint.HashOf(content);

    /// <summary>Where a person opens the library.</summary>
    public Uri Address => site.List(Library).WebUrl;

    /// <summary>The columns of a file, for <see cref="DocumentLibrary.WriteAsync"/>.</summary>
    /// <param name="title">Its own for each file.</param>
    /// <param name="set">What the file belongs to.</param>
    public static Dictionary<string, object?> Of(string title, byte[] content, DocumentSet set, string runId) =>
        new(StringComparer.Ordinal)
        {
            [Title] = title,
            ["Year"] = set.Order.Year,
            ["OrganisationName"] = set.Organisation,
            ["DocumentType"] = Choice.Text(set.Order.Type),
            ["Edition"] = Choice.Text(set.Order.Edition),
            ["RegistryNumber"] = set.RegistryNumber,
            [ApprovedOn] = null,
            ["ApprovedBy"] = null,
            [Run] = runId,
            [Hash] = Fingerprint.HashOf(content),
        };

    private static string Text(ListRow row, string column) =>
        row.Fields.TryGetValue(column, out var cell) ? cell.ToString() : "";
}
