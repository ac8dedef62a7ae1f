using System.Net;
using Microsoft.Graph.Sites.Item.Lists.Item.Items.Delta;

namespace SpLg.SharePoint.Reading;

/// <summary>Reads what has changed in a list since last time.</summary>
public sealed class ChangeReader(GraphClient graph, Site site)
{
    /// <param name="deltaLink">From the last reading; null reads everything.</param>
    public async Task<ListChanges> ReadAsync(
        ListHeader list,
        ListSchema schema,
        string? deltaLink,
        CancellationToken cancellationToken
    )
    {
        var delta = graph.Api.Sites[site.Id].Lists[list.Id].Items.Delta;
        var expand = FieldSelection.Expand(schema);
        var everything = delta
            .ToGetRequestInformation(request =>
            {
                request.QueryParameters.Expand = expand;
                request.QueryParameters.Top = FieldSelection.PageSize;
            })
            .URI;
        if (deltaLink is null)
            return await CollectAsync(delta, everything, true, cancellationToken);
        try
        {
            return await CollectAsync(delta, graph.Link(deltaLink, everything), false, cancellationToken);
        }
        catch (GraphException tooOld) when (tooOld.Status == HttpStatusCode.Gone)
        {
            // The service has forgotten what the link meant and says where to begin a full reading:
            // https://learn.microsoft.com/graph/api/listitem-delta#response
            var fresh = tooOld.Error.Location is { } location
                ? graph.Link(location.OriginalString, everything)
                : everything;
            return await CollectAsync(delta, fresh, true, cancellationToken);
        }
    }

    private async Task<ListChanges> CollectAsync(
        DeltaRequestBuilder delta,
        Uri first,
        bool everything,
        CancellationToken cancellationToken
    )
    {
        var walk = new PageWalk(graph, first);
        var addresses = new RowAddresses();
        var pages = graph.Pages(
            at => delta.WithUrl(at!).ToGetRequestInformation(),
            new RowAnswerReader<(string Id, ListRow? Row)>(item => Read(item, addresses))
        );
        // The same item may come more than once; the last one counts.
        var latest = new OrderedDictionary<string, (string Id, ListRow? Row)>(StringComparer.Ordinal);
        string? link = null;
        while (!walk.IsOver)
        {
            link = await walk.ReadAsync(pages, item => item.Id, latest, cancellationToken);
        }
        if (link is null)
            throw GraphFault.Odd(walk.Address, "the changes end without a delta link");
        return new(
            [.. latest.Values.Select(item => item.Row).OfType<ListRow>()],
            everything ? [] : [.. latest.Values.Where(item => item.Row is null).Select(item => item.Id)],
            // A link that cannot be followed must not be kept until the next look.
            graph.Link(link, walk.Address).AbsoluteUri,
            everything
        );
    }

    // A deleted item has its id and nothing to read.
    private static (string Id, ListRow? Row) Read(RowAnswer item, RowAddresses addresses)
    {
        if (item.IsDeleted)
            return (Expected.RowId(item.Id), null);
        var row = item.ToRow(addresses);
        return (row.Id, row);
    }
}
