using SpLg.LocalSite.Store;

namespace SpLg.LocalSite.Html;

/// <summary>What a site holds: lists, libraries and the pages that are published.</summary>
internal static class StartPage
{
    public static string Of(Site site, SiteRecord web)
    {
        var state = site.Store.State;
        var lists = state.Lists(web.Id).Where(l => !l.Hidden).OrderBy(l => l.Title, StringComparer.Create(Swedish.Culture, false)).ToList();
        var pages = lists.Where(l => l.Template == ListTemplate.WebPageLibrary).SelectMany(l => state.Items(l.Id).Where(p => p.PublishedPage is not null).Select(p => (List: l, Page: p))).ToList();
        var main = Section("Listor", Table(state, web, "Listor på webbplatsen", "Rader", lists.Where(l => l.Template == ListTemplate.GenericList)))
            + Section("Bibliotek", Table(state, web, "Bibliotek på webbplatsen", "Filer", lists.Where(l => l.Template == ListTemplate.DocumentLibrary)))
            + Section("Sidor", pages.Count == 0
                ? "<p>Ingen sida är publicerad.</p>"
                : $"<ul>{string.Concat(pages.Select(p => $"<li>{Page.Link(SiteLinks.File(state, web, p.List, p.Page), SitePageView.Title(p.Page))}</li>"))}</ul>");
        return Page.Whole(web.Title, [], main);
    }

    /// <summary>The tenant's root: the sites there are.</summary>
    public static string Tenant(Site site)
    {
        var sites = site.Store.State.Sites.Where(s => s.Path.Length > 0);
        return Page.Whole("Webbplatser", [], $"<ul>{string.Concat(sites.Select(s => $"<li>{Page.Link(s.Path, s.Title)}</li>"))}</ul>");
    }

    private static string Section(string heading, string content) => $"<section><h2>{Page.Text(heading)}</h2>{content}</section>\n";

    private static string Table(SiteState state, SiteRecord web, string caption, string count, IEnumerable<ListRecord> lists)
    {
        var rows = lists.Select(l => (IReadOnlyList<string>)
        [
            Page.Link(SiteLinks.List(web, l), l.Title), $"{state.Items(l.Id).Count(i => !i.IsFolder)}", Page.Text(l.Description),
        ]).ToList();
        return rows.Count == 0 ? "<p>Här finns inget ännu.</p>" : Page.Table(caption, ["Namn", count, "Beskrivning"], rows);
    }
}
