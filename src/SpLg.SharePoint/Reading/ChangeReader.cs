using System.Net;
using SpLg.Core.Lists;
using SpLg.Core.Schema;

namespace SpLg.SharePoint.Reading;

/// <summary>Reads what has changed in a list since last time.</summary>
public sealed class ChangeReader(GraphClient graph, Site site)
{
    /// <param name="deltaLink">From the last reading; null reads everything.</param>
    public async Task<ListChanges> ReadAsync(ListHeader list, ListSchema schema, string? deltaLink, CancellationToken cancellationToken)
    {
        var everything = graph.ListAddress(site, list, $"items/delta?{FieldSelection.Expand(schema)}&$top={FieldSelection.PageSize}");
        if (deltaLink is null)
            return await CollectAsync(everything, true, cancellationToken);
        try
        {
            return await CollectAsync(graph.Link(deltaLink), false, cancellationToken);
        }
        catch (GraphException tooOld) when (tooOld.Status == HttpStatusCode.Gone)
        {
            // The service has forgotten what the link meant and says where to begin a full reading:
            // https://learn.microsoft.com/graph/api/listitem-delta#response
            var fresh = tooOld.Error.Location is { } location ? graph.Link(location.OriginalString) : everything;
            return await CollectAsync(fresh, true, cancellationToken);
        }
    }

    private async Task<ListChanges> CollectAsync(Uri first, bool everything, CancellationToken cancellationToken)
    {
        // The same item may come more than once; what comes last is true.
        var latest = new Dictionary<string, ListRow?>(StringComparer.Ordinal);
        for (var address = first; ;)
        {
            var page = await graph.PageAsync(address, GraphJson.Default.PageItemAnswer, Read, cancellationToken);
            foreach (var (id, row) in page.Value)
                latest[id] = row;
            if (page.NextLink is null)
            {
                return new(
                    [.. latest.Values.OfType<ListRow>()],
                    everything ? [] : [.. latest.Where(entry => entry.Value is null).Select(entry => entry.Key)],
                    page.DeltaLink ?? throw new GraphException(
                        new(HttpMethod.Get, SafeUrl.Of(address), HttpStatusCode.OK, null, null, null),
                        "The changes of the list ended without a delta link. Try again later."),
                    everything);
            }

            address = graph.Link(page.NextLink);
        }
    }

    // A deleted item has its id and nothing to read.
    private static (string Id, ListRow? Row) Read(ItemAnswer item)
    {
        if (item is { Deleted: not null, Id: { } id })
            return (id, null);
        var row = item.ToRow();
        return (row.Id, row);
    }
}
