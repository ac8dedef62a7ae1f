using Microsoft.Graph.Models;
using Microsoft.Graph.Sites.Item.Pages;
using Microsoft.Kiota.Abstractions;

namespace SpLg.SharePoint.Publishing;

/// <summary>
/// The site's pages: news posts that every employee reads. https://learn.microsoft.com/graph/api/resources/sitepage
/// </summary>
public sealed class SitePages(GraphClient graph, Reading.Site site)
{
    private PagesRequestBuilder Api => graph.Api.Sites[site.Id].Pages;

    /// <summary>The page with this file name and its text, or null.</summary>
    public async Task<SitePage?> FindAsync(string name, CancellationToken cancellationToken) =>
        (await FindAsync([name], cancellationToken)).FirstOrDefault();

    /// <summary>The pages with these file names and their text; one that is not there is absent.</summary>
    public async Task<IReadOnlyList<SitePage>> FindAsync(
        IReadOnlyCollection<string> names,
        CancellationToken cancellationToken
    )
    {
        var found = new List<SitePage>();
        if (names.Count == 0)
            return found;
        // No filter by name is documented for pages.
        var all = Api.GraphSitePage;
        var pages = await Reading.PageReader.AllAsync(
            graph,
            (link, call, token) =>
                link is null
                    ? all.GetAsync(
                        request =>
                        {
                            call.On(request);
                            request.QueryParameters.Select = ["id", "name"];
                        },
                        token
                    )
                    : all.WithUrl(link).GetAsync(call.On, token),
            page => page.Value,
            page => (Id: Expected.Id(page.Id, "the page"), page.Name),
            page => page.Id,
            cancellationToken
        );
        foreach (
            var (id, _) in pages.Elements.Where(page => names.Contains(page.Name, StringComparer.OrdinalIgnoreCase))
        )
            found.Add(await ReadAsync(id, cancellationToken));
        return found;
    }

    /// <summary>Creates the page, seen by nobody else until <see cref="PublishAsync"/>.</summary>
    /// <exception cref="ChangedMeanwhileException">There is one of this name now.</exception>
    public async Task<SitePage> CreateAsync(string name, SitePageContent content, CancellationToken cancellationToken)
    {
        if (await FindAsync(name, cancellationToken) is not null)
            throw Taken(name);
        SitePage page;
        try
        {
            page = await graph.AskAsync(
                (call, token) => Api.PostAsync(PageBody.New(name, content), call.On, token),
                made => ToPage(made, site.WebUrl),
                cancellationToken
            );
        }
        catch (GraphException lost)
            when (lost.AfterLostAnswer && lost is not (AccessDeniedException or ThrottledException))
        {
            // The first attempt may have got through and only its answer was lost.
            if (await FindAsync(name, cancellationToken) is { } created)
                return created;
            throw;
        }

        if (string.Equals(page.Name, name, StringComparison.OrdinalIgnoreCase))
            return page;
        // What the service does with a name that is taken is not documented. One it has changed would be a second page
        // beside the first.
        await graph.DoAsync((call, token) => Api[page.Id].DeleteAsync(call.On, token), cancellationToken);
        throw Taken(name);
    }

    /// <summary>Replaces all content; people go on seeing what was published until <see cref="PublishAsync"/>.</summary>
    public Task<SitePage> UpdateAsync(SitePage page, SitePageContent content, CancellationToken cancellationToken) =>
        graph.AskAsync(
            (call, token) =>
                Api[page.Id].WithUrl(OfPage(page.Id).AbsoluteUri).PatchAsync(PageBody.Changed(content), call.On, token),
            changed => ToPage(changed, site.WebUrl),
            cancellationToken
        );

    /// <summary>Makes what was last saved what everyone sees.</summary>
    public async Task PublishAsync(SitePage page, CancellationToken cancellationToken)
    {
        try
        {
            await graph.DoAsync(
                (call, token) =>
                {
                    // The SDK has no builder for it.
                    var publish = new RequestInformation
                    {
                        HttpMethod = Method.POST,
                        URI = OfPage(page.Id, "/publish"),
                    };
                    publish.AddRequestOptions([call]);
                    return graph.Api.RequestAdapter.SendNoContentAsync(publish, cancellationToken: token);
                },
                cancellationToken
            );
        }
        catch (GraphException lost)
            when (lost.AfterLostAnswer && lost is not (AccessDeniedException or ThrottledException))
        {
            if (!(await ReadAsync(page.Id, cancellationToken)).IsPublished)
                throw;
        }
    }

    /// <summary>
    /// Removes the page with its versions; one that is gone is removed already. Whether it then lies in the recycle bin
    /// is not documented, so count on it: Graph has nothing that empties it, and site pages are no drive whose files could
    /// be removed for good. https://learn.microsoft.com/graph/api/basesitepage-delete
    /// </summary>
    public async Task RemoveAsync(SitePage page, CancellationToken cancellationToken)
    {
        try
        {
            await graph.DoAsync((call, token) => Api[page.Id].DeleteAsync(call.On, token), cancellationToken);
        }
        catch (NotFoundException)
        {
            // Gone, or only the answer to the first attempt was lost.
        }
    }

    private Task<SitePage> ReadAsync(string id, CancellationToken cancellationToken) =>
        graph.AskAsync(
            (call, token) =>
                Api[id]
                    .GraphSitePage.GetAsync(
                        request =>
                        {
                            call.On(request);
                            request.QueryParameters.Expand = ["canvasLayout"];
                        },
                        token
                    ),
            page => ToPage(page, site.WebUrl),
            cancellationToken
        );

    /// <summary>A page as it is. The answer to a change may come as a page of no told kind, without its text.</summary>
    /// <param name="site">Its address.</param>
    internal static SitePage ToPage(BaseSitePage page, Uri site)
    {
        var id = Expected.Id(page.Id, "the page");
        // A page that is new may come with its address below the site.
        var address =
            page.WebUrl is { } url && Uri.TryCreate(new Uri(site.AbsoluteUri.TrimEnd('/') + "/"), url, out var full)
                ? full.AbsoluteUri
                : page.WebUrl;
        return new(
            id,
            Expected.Text(page.Name, $"the name of the page '{id}'"),
            page.Title,
            Expected.Web(address, "webUrl") ?? throw new JsonException($"The page '{id}' has no webUrl."),
            page.PublishingState?.Level == "published",
            page is Microsoft.Graph.Models.SitePage { CanvasLayout: { } canvas }
                ? string.Concat(Parts(canvas).OfType<TextWebPart>().Select(part => part.InnerHtml))
                : null
        );
    }

    private static IEnumerable<WebPart> Parts(CanvasLayout canvas) =>
        Expected
            .Each(canvas.HorizontalSections, "horizontalSections")
            .SelectMany(section => Expected.Each(section.Columns, "columns"))
            .SelectMany(column => Expected.Each(column.Webparts, "webparts"))
            .Concat(Expected.Each(canvas.VerticalSection?.Webparts, "webparts"));

    // Only this address lets what a page holds be changed; the one the SDK has for it was answered 404 by the service:
    // https://github.com/microsoftgraph/msgraph-sdk-powershell/issues/3109
    private Uri OfPage(string id, string below = "") =>
        graph.Address($"sites/{site.Id}/pages/{Uri.EscapeDataString(id)}/microsoft.graph.sitePage{below}");

    private ChangedMeanwhileException Taken(string name) =>
        new(
            new(HttpMethod.Post, SafeUrl.Of(graph.Address($"sites/{site.Id}/pages")), null, null, null, null),
            $"There is a page '{name}' already. Read it and decide anew."
        );
}
