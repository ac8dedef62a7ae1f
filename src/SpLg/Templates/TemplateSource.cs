namespace SpLg.Templates;

/// <summary>
/// Where a Word template comes from: the library Mallar, which the coordinator edits, or what was shipped.
/// </summary>
internal static class TemplateSource
{
    /// <summary>English name of the library for templates.</summary>
    public const string Library = "Templates";

    /// <param name="wanted">Name with or without extension. A shipped one need not be in the library.</param>
    /// <returns>The file's bytes and the name to use in messages about it.</returns>
    /// <exception cref="SiteFaultException">It is in neither place.</exception>
    public static async Task<(byte[] Content, string Name)> FindAsync(
        OpenSite site,
        string wanted,
        CancellationToken cancellationToken
    )
    {
        if (await TryLocateAsync(site, FileName(wanted), cancellationToken) is var (library, file))
            return (await library.OpenAsync(file, cancellationToken), file.Name);
        return (ShippedFiles.Template(Shipped(wanted) ?? throw NotThere(site, wanted)), FileName(wanted));
    }

    /// <summary>Looks whether <see cref="FindAsync"/> would find the template, without fetching it.</summary>
    /// <exception cref="SiteFaultException">It is in neither place.</exception>
    public static async Task CheckAsync(OpenSite site, string wanted, CancellationToken cancellationToken)
    {
        if (Shipped(wanted) is null && await TryLocateAsync(site, FileName(wanted), cancellationToken) is null)
            throw NotThere(site, wanted);
    }

    /// <summary>
    /// The shipped template of this name, however it is written, with or without extension; null when there is none.
    /// </summary>
    public static string? Shipped(string wanted)
    {
        var name = FieldName.Fold(Path.GetFileNameWithoutExtension(FileName(wanted)));
        return ShippedFiles.Templates.FirstOrDefault(t => FieldName.Fold(t) == name);
    }

    private static async Task<(DocumentLibrary Library, LibraryFile File)?> TryLocateAsync(
        OpenSite site,
        string name,
        CancellationToken cancellationToken
    )
    {
        // Anybody may type the name: it must not lead out of the library.
        if (
            name.Split('/', '\\').Contains("..", StringComparer.Ordinal)
            || site.TryList(site.Schema.List(Library)) is null
        )
            return null;
        var library = await site.LibraryAsync(Library, cancellationToken);
        return await library.FindAsync(name, cancellationToken) is { } file ? (library, file) : null;
    }

    private static MissingFileException NotThere(OpenSite site, string wanted) =>
        new(
            $"Mallen ”{FileName(wanted)}” finns inte i biblioteket {site.Schema.List(Library).Title}. Ladda upp "
                + "den dit, eller töm kolumnen Mall för att använda standardmallen. "
                + $"Utan uppladdning finns {string.Join(", ", ShippedFiles.Templates)}."
        );

    /// <summary>Only its own extension is taken off: "Mall v1.2" has none.</summary>
    private static string FileName(string wanted) =>
        wanted.Trim().EndsWith(".docx", StringComparison.OrdinalIgnoreCase) ? wanted.Trim() : wanted.Trim() + ".docx";
}
