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
        var name = Path.GetFileNameWithoutExtension(wanted ?? ShippedFiles.DefaultTemplate) + ".docx";
        if (site.TryList(site.Schema.List(Library)) is { } header)
        {
            var library = await DocumentLibrary.OpenAsync(site.Graph, site.Site, header.Title, cancellationToken);
            if (await library.FindAsync(name, cancellationToken) is { } file)
                return (await library.DownloadAsync(file, cancellationToken), name);
        }
        if (wanted is null || Path.GetFileNameWithoutExtension(name).Equals(ShippedFiles.DefaultTemplate, StringComparison.OrdinalIgnoreCase))
            return (ShippedFiles.Template(), name);
        throw new SiteFaultException($"Mallen ”{name}” finns inte i biblioteket {site.Schema.List(Library).Title}. Ladda upp den dit, eller töm kolumnen Mall för att använda standardmallen.");
    }
}
