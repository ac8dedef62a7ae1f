using SpLg.LocalSite.Store;

namespace SpLg.LocalSite.Html;

/// <summary>The folders and files of a library or one of its folders.</summary>
internal static class LibraryPage
{
    /// <param name="folder">Null for the library's root.</param>
    public static string Of(Site site, SiteRecord web, ListRecord library, ItemRecord? folder)
    {
        var state = site.Store.State;
        var display = new CellDisplay(site, library);
        var rows = state.Items(library.Id)
            .Where(i => i.Folder == folder?.Unique && i.Name is not null && (library.Template != ListTemplate.WebPageLibrary || i.PublishedPage is not null))
            .OrderBy(i => i.IsFolder ? 0 : 1)
            .ThenBy(i => i.Name, StringComparer.Create(Swedish.Culture, true))
            .Select(i => (IReadOnlyList<string>)
            [
                Page.Link(SiteLinks.File(state, web, library, i), i.Name),
                Page.Text(i.IsFolder ? "Mapp" : Status(i)),
                Page.Text(i.IsFolder ? "" : i.Version),
                Page.Text(display.Text(i, "FileSizeDisplay")),
                display.Html(i, "Modified"),
                Page.Text(display.Text(i, "Editor")),
                i.IsFolder ? "" : Page.Link(SiteLinks.Item(web, library, i), "Egenskaper", $" aria-label=\"Egenskaper för {Page.Text(i.Name)}\""),
            ])
            .ToList();
        var title = folder?.Name ?? library.Title;
        var main = (library.Description.Length > 0 && folder is null ? $"<p>{Page.Text(library.Description)}</p>" : "")
            + (rows.Count == 0 ? "<p>Här finns inga filer.</p>" : Page.Table($"Filer i {title}", ["Namn", "Status", "Version", "Storlek", "Ändrad", "Ändrad av", "Mer"], rows));
        return Page.Whole(title, folder is null ? SiteLinks.Trail(web) : SiteLinks.Trail(web, library), main);
    }

    private static string Status(ItemRecord file) => file.CheckedOutBy is not null ? "Utcheckad" : file.Minor == 0 ? "Publicerad" : "Utkast";
}
