using SpLg.SharePoint.Publishing;

namespace SpLg.Running;

/// <summary>Where the Word template comes from: the library Mallar, which the coordinator edits, or what was shipped.</summary>
internal static class TemplateSource
{
    /// <summary>English name of the library for templates.</summary>
    public const string Library = "Templates";

    /// <param name="wanted">File name with or without extension; null or the shipped name may be absent from the library.</param>
    /// <returns>The file's bytes and the name to use in messages about it.</returns>
    /// <exception cref="SiteFaultException">A template was asked for by name and is not there.</exception>
    public static async Task<(byte[] Content, string Name)> FindAsync(OpenSite site, string? wanted, CancellationToken cancellationToken)
    {
        var name = FileName(wanted ?? ShippedFiles.DefaultTemplate);
        return await TryLocateAsync(site, name, cancellationToken) is var (library, file)
            ? (await library.DownloadAsync(file, cancellationToken), name)
            : (ShippedFiles.Template(), name);
    }

    /// <summary>Looks whether <see cref="FindAsync"/> would find the template, without fetching it.</summary>
    /// <exception cref="SiteFaultException">It is not there.</exception>
    public static Task CheckAsync(OpenSite site, string wanted, CancellationToken cancellationToken) => TryLocateAsync(site, FileName(wanted), cancellationToken);

    /// <returns>Null when the library lacks it and the shipped one of that name is to be used.</returns>
    private static async Task<(DocumentLibrary Library, LibraryFile File)?> TryLocateAsync(OpenSite site, string name, CancellationToken cancellationToken)
    {
        if (site.TryList(site.Schema.List(Library)) is { } header)
        {
            var library = await DocumentLibrary.OpenAsync(site.Graph, site.Site, header.Title, cancellationToken);
            if (await library.FindAsync(name, cancellationToken) is { } file)
                return (library, file);
        }
        if (name.Equals(FileName(ShippedFiles.DefaultTemplate), StringComparison.OrdinalIgnoreCase))
            return null;
        throw new SiteFaultException(
            $"Mallen ”{name}” finns inte i biblioteket {site.Schema.List(Library).Title}. Ladda upp den dit, eller töm kolumnen Mall för att använda standardmallen.");
    }

    private static string FileName(string wanted) => Path.GetFileNameWithoutExtension(wanted) + ".docx";
}
