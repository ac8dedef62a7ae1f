using SpLg.Core.Schema;
namespace SpLg.SharePoint.Reading;
public sealed class ChangeReader(GraphClient graph, Site site)
{
    internal (GraphClient, Site) All => (graph, site);
    public Task<ListChanges> ReadAsync(ListHeader list, ListSchema schema, string? deltaLink, CancellationToken cancellationToken) => throw new NotSupportedException("Signature milestone: not written yet.");
}
