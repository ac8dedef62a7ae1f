using SpLg.SharePoint.Reading;

namespace SpLg.SharePoint.Publishing;

/// <summary>The site's pages: news posts that every employee reads. https://learn.microsoft.com/graph/api/resources/sitepage</summary>
public sealed class SitePages(GraphClient graph, Site site)
{
    /// <summary>The page with this file name and its text, or null.</summary>
    public Task<SitePage?> FindAsync(string name, CancellationToken cancellationToken) => throw new NotSupportedException($"{graph.Zone.Id} {site} {name}");

    /// <summary>Creates the page, seen by nobody else until <see cref="PublishAsync"/>.</summary>
    /// <exception cref="ChangedMeanwhileException">There is one of this name now.</exception>
    public Task<SitePage> CreateAsync(string name, SitePageContent content, CancellationToken cancellationToken) => throw new NotSupportedException($"{graph.Zone.Id} {site} {name}");

    /// <summary>Replaces all content; people go on seeing what was published until <see cref="PublishAsync"/>.</summary>
    public Task<SitePage> UpdateAsync(SitePage page, SitePageContent content, CancellationToken cancellationToken) => throw new NotSupportedException($"{graph.Zone.Id} {site} {page}");

    /// <summary>Makes what was last saved what everyone sees.</summary>
    public Task PublishAsync(SitePage page, CancellationToken cancellationToken) => throw new NotSupportedException($"{graph.Zone.Id} {site} {page}");
}
