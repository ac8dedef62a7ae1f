namespace SpLg.LocalSite.Html;

/// <summary>The folders and files of a library or one of its folders.</summary>
internal static class LibraryPage
{
    /// <param name="folder">Null for the library's root.</param>
    public static string Of(Site site, SiteRecord web, ListRecord library, ItemRecord? folder, ItemRecord? visitor)
    {
        var state = site.Store.State;
        var access = Visitor.Access(site, visitor);
        var display = new CellDisplay(site, library, access);
        var rows = access
            .Items(library)
            .Where(i => i.Folder == folder?.Unique && i.Name is not null)
            .OrderBy(i => i.IsFolder ? 0 : 1)
            .ThenBy(i => i.Name, StringComparer.Create(Swedish.Culture, true))
            .Select(i =>
                (IReadOnlyList<string>)
                    [
                        Page.Link(SiteLinks.File(state, web, library, i), i.Name),
                        Page.Text(i.IsFolder ? "Mapp" : Status(i)),
                        Page.Text(i.IsFolder ? "" : i.Version),
                        Page.Text(display.Text(i, "FileSizeDisplay")),
                        display.Html(i, "Modified"),
                        Page.Text(display.Text(i, "Editor")),
                        i.IsFolder
                            ? ""
                            : Page.Link(
                                SiteLinks.Item(web, library, i),
                                "Egenskaper",
                                $" aria-label=\"Egenskaper för {Page.Text(i.Name)}\""
                            ),
                    ]
            )
            .ToList();
        var title = folder?.Name ?? library.Title;
        var main =
            (library.Description.Length > 0 && folder is null ? $"<p>{Page.Text(library.Description)}</p>" : "")
            + (
                rows.Count == 0
                    ? "<p>Här finns inga filer.</p>"
                    : Page.Table(
                        $"Filer i {title}",
                        ["Namn", "Status", "Version", "Storlek", "Ändrad", "Ändrad av", "Mer"],
                        rows
                    )
            );
        if (library.Template == ListTemplate.DocumentLibrary)
            main +=
                Visitor.Bar(
                    visitor,
                    folder is null ? access.CanAdd(library) : access.CanEdit(library, folder),
                    Upload(folder is null ? SiteLinks.List(web, library) : SiteLinks.File(state, web, library, folder))
                ) + RightsOf(state, library);
        return Page.Whole(title, folder is null ? SiteLinks.Trail(web) : SiteLinks.Trail(web, library), main);
    }

    private static string Upload(string address) =>
        $"""
            <form method="post" enctype="multipart/form-data" action="{Page.Text(address)}">
            <p><label for="file">Fil att ladda upp</label>
            <span class="hint" id="file-hint">Finns namnet redan blir det en ny version av filen.</span>
            <input type="file" id="file" name="file" aria-describedby="file-hint" required></p>
            <p><button type="submit">Ladda upp</button></p>
            </form>
            """;

    private static string RightsOf(SiteState state, ListRecord library)
    {
        var application = $"{Identities.ApplicationName} (programmet, på hela webbplatsen)";
        var rows = Rights
            .Of(state, library)
            .Select(g => (g.Name, g.Role))
            .Append((Name: application, Role: state.SiteOf(library).ApplicationRole))
            .Select(g => (IReadOnlyList<string>)[Page.Text(g.Name), Page.Text(Told(g.Role))]);
        return "<h2>Behörigheter</h2>"
            + Page.Table(
                library.Grants is null
                    ? "Biblioteket ärver webbplatsens behörigheter"
                    : "Biblioteket har egna behörigheter",
                ["Vem", "Vad"],
                rows
            );
    }

    private static string Told(string role) =>
        role switch
        {
            "read" => "Läser",
            "write" => "Redigerar",
            "owner" => "Äger",
            _ => "Fullständig behörighet (fullcontrol)",
        };

    private static string Status(ItemRecord file)
    {
        if (file.CheckedOutBy is not null)
            return "Utcheckad";
        return file.Minor == 0 ? "Publicerad" : "Utkast";
    }
}
