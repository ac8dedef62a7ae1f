using System.Text.Json;

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
        var address = graph.Address(path.Length == 0 ? $"sites/{site.Host}" : $"sites/{site.Host}:{path}");
        return graph.SendAsync(
            new(HttpMethod.Get, address),
            async (response, token) =>
            {
                var answer = await GraphClient.ReadAsync(response, GraphJson.Default.SiteAnswer, token);
                return new Site(
                    answer.Id ?? throw new JsonException("The site has no id."),
                    answer.DisplayName ?? answer.Name ?? site.Host,
                    answer.WebUrl ?? site);
            },
            cancellationToken);
    }
}
