namespace SpLg.Publishing;

/// <summary>The library whose files every employee reads.</summary>
internal sealed class PublishedLibrary
{
    /// <summary>Its English name.</summary>
    public const string Name = "PublishedReviews";

    private readonly OpenSite site;
    private readonly IReadOnlyDictionary<string, PublishedColumns> described;

    private PublishedLibrary(
        OpenSite site,
        DocumentLibrary library,
        IReadOnlyDictionary<string, PublishedColumns> described
    )
    {
        this.site = site;
        this.described = described;
        Library = library;
    }

    public DocumentLibrary Library { get; }

    public static async Task<PublishedLibrary> OpenAsync(OpenSite site, CancellationToken cancellationToken)
    {
        var header = site.List(Name);
        var schema = site.Schema.List(Name);
        var library = await site.LibraryAsync(Name, cancellationToken);
        var files = new Dictionary<string, PublishedColumns>(StringComparer.OrdinalIgnoreCase);
        await foreach (var row in site.Reader.RowsAsync(header, schema, cancellationToken))
        {
            var reader = new RowReader(schema, row, site.Zone, []);
            if (
                row.WebUrl is { } address
                && reader.Choice<DocumentType>("DocumentType").Is(DocumentType.ManagementReview)
            )
                files[Uri.UnescapeDataString(address.Segments[^1])] = PublishedColumns.Read(reader);
        }
        return new(site, library, files);
    }

    /// <summary>
    /// Why employees may not be able to read it, in Swedish; null when everyone in the organisation can.
    /// </summary>
    public static async Task<string?> ReadersFaultAsync(DocumentLibrary library, CancellationToken cancellationToken)
    {
        if (await RestrictedLibrary.TryGrantsAsync(library, cancellationToken) is not { } grants)
            return $"SpLg får inte se vilka som kan läsa biblioteket {library.List.Title}.";
        if (grants.Any(g => g.IsEveryone))
            return null;
        return $"Alla medarbetare kan kanske inte läsa biblioteket {library.List.Title}: "
            + (
                grants.Any(g => g.IsInherited)
                    ? "det ärver webbplatsens rättigheter, och vilka som är med i webbplatsens grupper syns inte. "
                        + "Ge det egna rättigheter med "
                    : "det har egna rättigheter som inte gäller alla. Lägg till "
            )
            + "läsrätt för Alla utom externa användare.";
    }

    /// <summary>The review's file name without extension.</summary>
    public static string NameOf(int year) =>
        string.Create(CultureInfo.InvariantCulture, $"Ledningens genomgång {year}");

    /// <summary>The years whose review lies here as a Word document, as published or not.</summary>
    public IEnumerable<int> Years =>
        described
            .Values.Select(d => d.Year)
            .OfType<int>()
            .Where(y => described.ContainsKey(NameOf(y) + ".docx"))
            .Distinct();

    /// <summary>
    /// True when readers have the file with exactly these columns, and nobody has saved it since the program did.
    /// </summary>
    public async Task<bool> HasAsync(
        LibraryFile? file,
        PublishedColumns columns,
        CancellationToken cancellationToken
    ) =>
        file is not null
        && described.GetValueOrDefault(file.Name) == columns
        && (file.ModifiedBy is null || site.IsOwn(file.ModifiedBy))
        && await Library.IsPublishedAsync(file, cancellationToken);

    /// <summary>True when readers have a file of this name.</summary>
    public async Task<bool> HasAsync(string fileName, CancellationToken cancellationToken) =>
        await Library.FindAsync(fileName, cancellationToken) is { } file
        && await Library.IsPublishedAsync(file, cancellationToken);

    /// <summary>Writes file and columns as one published version.</summary>
    /// <param name="existing">The file as it was found; null when there was none.</param>
    public Task<LibraryFile> WriteAsync(
        string fileName,
        byte[] content,
        LibraryFile? existing,
        PublishedColumns columns,
        string comment,
        string runId,
        CancellationToken cancellationToken
    ) =>
        Library.WriteAsync(
            name: fileName,
            content: content,
            existing: existing,
            schema: site.Schema.List(Name),
            columns: columns.Values(runId),
            comment: comment,
            publish: true,
            cancellationToken: cancellationToken
        );
}
