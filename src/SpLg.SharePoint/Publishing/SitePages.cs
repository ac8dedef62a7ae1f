using SpLg.SharePoint.Answers;
using SpLg.SharePoint.Reading;
using SpLg.SharePoint.Throttling;

namespace SpLg.SharePoint.Publishing;

/// <summary>The site's pages: news posts that every employee reads. https://learn.microsoft.com/graph/api/resources/sitepage</summary>
public sealed class SitePages(GraphClient graph, Site site)
{
    private const string Cast = "microsoft.graph.sitePage";

    /// <summary>The page with this file name and its text, or null.</summary>
    public async Task<SitePage?> FindAsync(string name, CancellationToken cancellationToken) => (await FindAsync([name], cancellationToken)).FirstOrDefault();

    /// <summary>The pages with these file names and their text; one that is not there is absent.</summary>
    public async Task<IReadOnlyList<SitePage>> FindAsync(IReadOnlyCollection<string> names, CancellationToken cancellationToken)
    {
        var found = new List<SitePage>();
        if (names.Count == 0)
            return found;
        // No filter by name is documented for pages.
        var address = graph.Address($"sites/{site.Id}/pages/{Cast}?$select=id,name");
        var pages = await graph.AllAsync(
            address, GraphJson.Default.PagePageAnswer, a => (Id: Expected.Id(a.Id, "the page"), a.Name), page => page.Id, cancellationToken);
        foreach (var (id, _) in pages.Elements.Where(page => names.Contains(page.Name, StringComparer.OrdinalIgnoreCase)))
            found.Add(await ReadAsync(id, cancellationToken));
        return found;
    }

    /// <summary>Creates the page, seen by nobody else until <see cref="PublishAsync"/>.</summary>
    /// <exception cref="ChangedMeanwhileException">There is one of this name now.</exception>
    public async Task<SitePage> CreateAsync(string name, SitePageContent content, CancellationToken cancellationToken)
    {
        var request = new GraphRequest(HttpMethod.Post, graph.Address($"sites/{site.Id}/pages")) { Body = PageBody.New(name, content) };
        if (await FindAsync(name, cancellationToken) is not null)
            throw Taken(request, name);
        SitePage page;
        try
        {
            page = await SendAsync(request, cancellationToken);
        }
        catch (GraphException lost) when (lost.AfterLostAnswer && lost is not (AccessDeniedException or ThrottledException))
        {
            // The first attempt may have got through and only its answer was lost.
            if (await FindAsync(name, cancellationToken) is { } created)
                return created;
            throw;
        }

        if (string.Equals(page.Name, name, StringComparison.OrdinalIgnoreCase))
            return page;
        // What the service does with a name that is taken is not documented. One it has changed would be a second page beside the first.
        await graph.SendAsync(new GraphRequest(HttpMethod.Delete, graph.Address($"sites/{site.Id}/pages/{page.Id}")), cancellationToken);
        throw Taken(request, name);
    }

    /// <summary>Replaces all content; people go on seeing what was published until <see cref="PublishAsync"/>.</summary>
    public Task<SitePage> UpdateAsync(SitePage page, SitePageContent content, CancellationToken cancellationToken) =>
        SendAsync(new GraphRequest(HttpMethod.Patch, OfPage(page.Id)) { Body = PageBody.Changed(content) }, cancellationToken);

    /// <summary>Makes what was last saved what everyone sees.</summary>
    public async Task PublishAsync(SitePage page, CancellationToken cancellationToken)
    {
        try
        {
            await graph.SendAsync(new GraphRequest(HttpMethod.Post, OfPage(page.Id, "/publish")), cancellationToken);
        }
        catch (GraphException lost) when (lost.AfterLostAnswer && lost is not (AccessDeniedException or ThrottledException))
        {
            if (!(await ReadAsync(page.Id, cancellationToken)).IsPublished)
                throw;
        }
    }

    private Task<SitePage> ReadAsync(string id, CancellationToken cancellationToken) =>
        SendAsync(new(HttpMethod.Get, OfPage(id, "?$expand=canvasLayout")), cancellationToken);

    private Task<SitePage> SendAsync(GraphRequest request, CancellationToken cancellationToken) =>
        graph.SendAsync(request, GraphJson.Default.PageAnswer, answer => answer.ToPage(site.WebUrl), cancellationToken);

    // Only this address knows what a page holds, and lets it be changed.
    private Uri OfPage(string id, string below = "") => graph.Address($"sites/{site.Id}/pages/{Uri.EscapeDataString(id)}/{Cast}{below}");

    private static ChangedMeanwhileException Taken(GraphRequest request, string name) =>
        new(new(request.Method, SafeUrl.Of(request.Url), null, null, null, null), $"There is a page '{name}' already. Read it and decide anew.");
}
