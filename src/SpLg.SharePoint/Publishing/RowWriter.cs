using SpLg.Core.Lists;
using SpLg.Core.Schema;
using SpLg.SharePoint.Reading;
namespace SpLg.SharePoint.Publishing;
public sealed class RowWriter(GraphClient graph, Site site, TimeZoneInfo zone)
{
    internal (GraphClient, Site, TimeZoneInfo) All => (graph, site, zone);
    public Task<ListRow> CreateAsync(ListHeader list, ListSchema schema, IReadOnlyDictionary<string, object?> values, CancellationToken cancellationToken) => throw new NotSupportedException("Signature milestone: not written yet.");
    public Task<ListRow> UpdateAsync(ListHeader list, ListSchema schema, string id, IReadOnlyDictionary<string, object?> values, string? ifMatch, CancellationToken cancellationToken) => throw new NotSupportedException("Signature milestone: not written yet.");
}
