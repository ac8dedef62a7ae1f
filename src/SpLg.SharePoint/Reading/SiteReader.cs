namespace SpLg.SharePoint.Reading;

/// <summary>Finds the site of the settings.</summary>
public sealed class SiteReader(GraphClient graph)
{
    /// <exception cref="NotFoundException">No site has the address of the settings.</exception>
    public Task<Site> FindAsync(CancellationToken cancellationToken)
    {
        // https://learn.microsoft.com/graph/api/site-getbypath
        var site = graph.SiteAddress;
        var path = site.AbsolutePath.TrimEnd('/');
        // The builder of the SDK escapes the colon, which is not documented to work.
        var address = graph.Address(path.Length == 0 ? $"sites/{site.Host}" : $"sites/{site.Host}:{path}");
        return graph.AskAsync(
            (call, token) => graph.Api.Sites[site.Host].WithUrl(address.AbsoluteUri).GetAsync(call.On, token),
            answer => new Site(
                Expected.Id(answer.Id, "the site"),
                answer.DisplayName ?? answer.Name ?? site.Host,
                Expected.Web(answer.WebUrl, "webUrl") ?? site
            ),
            cancellationToken
        );
    }
}
