namespace SpLg.LocalSite.Html;

/// <summary>Contents of a site: lists, libraries and the pages that are published.</summary>
internal static class StartPage
{
    public static string Of(Site site, SiteRecord web, ItemRecord? visitor)
    {
        var state = site.Store.State;
        var access = Visitor.Access(site, visitor);
        var lists = state
            .Lists(web.Id)
            .Where(l => !l.Hidden && access.CanOpen(l))
            .OrderBy(l => l.Title, StringComparer.Create(Swedish.Culture, false))
            .ToList();
        var pages = lists
            .Where(l => l.Template == ListTemplate.WebPageLibrary)
            .SelectMany(l =>
                state
                    .Items(l.Id)
                    .Select(p =>
                        SitePageView.TryContent(p, visitor) is { } content
                            ? new SeenPage(p, content, SiteLinks.File(state, web, l, p))
                            : null
                    )
            )
            .OfType<SeenPage>()
            .OrderByDescending(p => p.Page.Modified)
            .ToList();
        var (news, others) = (pages.Where(p => p.IsNews).ToList(), pages.Where(p => !p.IsNews).ToList());
        var main =
            Section(
                "Nyheter",
                news.Count == 0 ? "<p>Ingen nyhet är publicerad.</p>" : string.Concat(news.Select(p => News(site, p)))
            )
            + (
                others.Count == 0
                    ? ""
                    : Section(
                        "Sidor",
                        $"<ul>{string.Concat(others.Select(p => $"<li>{Page.Link(p.Address, p.Text("title"))}</li>"))}</ul>"
                    )
            )
            + Section(
                "Bibliotek",
                Table(
                    access,
                    web,
                    "Bibliotek på webbplatsen",
                    "Filer",
                    lists.Where(l => l.Template == ListTemplate.DocumentLibrary)
                )
            )
            + Section(
                "Listor",
                Table(
                    access,
                    web,
                    "Listor på webbplatsen",
                    "Rader",
                    lists.Where(l => l.Template == ListTemplate.GenericList)
                )
            );
        return Page.Whole(web.Title, [("Webbplatser", "/")], Visitor.Bar(visitor, false, "") + main);
    }

    /// <summary>A page as somebody sees it.</summary>
    private sealed record SeenPage(ItemRecord Page, JsonElement Content, string Address)
    {
        public bool IsNews => Text("promotionKind") == "newsPost";

        public string? Text(string name) => Content.TryGetProperty(name, out var value) ? value.GetString() : null;
    }

    private static string News(Site site, SeenPage page)
    {
        var time = CellDisplay.Time(site, page.Page.Modified);
        return $"""
            <article>
            <h3>{Page.Link(page.Address, page.Text("title"))}</h3>
            {SitePageView.Picture(site, page.Text("thumbnailWebUrl"), "")}
            <p>{Page.Text(page.Text("description"))}</p>
            <p><time datetime="{time.Replace(' ', 'T')}">{time}</time></p>
            </article>

            """;
    }

    /// <summary>The tenant's root: the sites there are.</summary>
    public static string Tenant(Site site)
    {
        var sites = site.Store.State.Sites.Where(s => s.Path.Length > 0);
        return Page.Whole(
            "Webbplatser",
            [],
            $"<ul>{string.Concat(sites.Select(s => $"<li>{Page.Link(s.Path, s.Title)}</li>"))}</ul>"
        );
    }

    private static string Section(string heading, string content) =>
        $"<section><h2>{Page.Text(heading)}</h2>{content}</section>\n";

    private static string Table(
        Access access,
        SiteRecord web,
        string caption,
        string count,
        IEnumerable<ListRecord> lists
    )
    {
        var rows = lists
            .Select(l =>
                (IReadOnlyList<string>)
                    [
                        Page.Link(SiteLinks.List(web, l), l.Title),
                        $"{access.Items(l).Count(i => !i.IsFolder)}",
                        Page.Text(l.Description),
                    ]
            )
            .ToList();
        return rows.Count == 0
            ? "<p>Här finns inget ännu.</p>"
            : Page.Table(caption, ["Namn", count, "Beskrivning"], rows);
    }
}
