using Microsoft.Graph.Models;

namespace SpLg.SharePoint.Publishing;

/// <summary>
/// Creates and changes rows. Values go by internal column name as string, int, decimal, bool, DateOnly, DateTimeOffset,
/// a list of strings (multi-choice) or <see cref="Reference"/> (its id is written); null empties the cell.
/// Both give back the row as it is read afterwards, because the answer to a write may show dates wrongly.
/// </summary>
/// <param name="zone">The site's time zone.</param>
public sealed class RowWriter(GraphClient graph, Reading.Site site, TimeZoneInfo zone)
{
    private readonly ListReader reader = new(graph, site);

    /// <summary>
    /// Creates a row. When the answer is lost the call is not repeated, so that there are never two; the exception says
    /// so.
    /// </summary>
    public async Task<ListRow> CreateAsync(
        ListHeader list,
        ListSchema schema,
        IReadOnlyDictionary<string, object?> values,
        CancellationToken cancellationToken
    )
    {
        var cells = new CellWriter(schema, zone);
        var created = await graph.ReadAsync(
            () =>
                graph
                    .Api.Sites[site.Id]
                    .Lists[list.Id]
                    .Items.ToPostRequestInformation(new ListItem { Fields = cells.Fields(values) }),
            new RowAnswerReader<ListRow>(row => row.ToRow()).One,
            cancellationToken
        );
        try
        {
            return await reader.RowAsync(list, schema, created.Id, cancellationToken);
        }
        catch (NotFoundException)
        {
            // Created, but not to be seen everywhere yet: then the answer to the creation is the best there is.
            return created;
        }
    }

    /// <summary>Changes the named cells of a row and no others.</summary>
    /// <param name="ifMatch">The row's ETag: the change is made only when the row is still as it was read. Null changes
    /// it anyway.</param>
    /// <exception cref="ChangedMeanwhileException">The row is no longer as it was read.</exception>
    public async Task<ListRow> UpdateAsync(
        ListHeader list,
        ListSchema schema,
        string id,
        IReadOnlyDictionary<string, object?> values,
        string? ifMatch,
        CancellationToken cancellationToken
    )
    {
        await UpdateAsync(list, schema, id, values, ifMatch, option: new(), cancellationToken: cancellationToken);
        return await reader.RowAsync(list, schema, id, cancellationToken);
    }

    /// <summary>
    /// As the other, at once and with one call although all calls rest: it tells people until when they do.
    /// </summary>
    public Task UpdateWhileRestingAsync(
        ListHeader list,
        ListSchema schema,
        string id,
        IReadOnlyDictionary<string, object?> values,
        string? ifMatch,
        CancellationToken cancellationToken
    ) =>
        UpdateAsync(
            list,
            schema,
            id,
            values,
            ifMatch,
            option: new() { IsUrgent = true },
            cancellationToken: cancellationToken
        );

    private Task UpdateAsync(
        ListHeader list,
        ListSchema schema,
        string id,
        IReadOnlyDictionary<string, object?> values,
        string? ifMatch,
        GraphCall option,
        CancellationToken cancellationToken
    )
    {
        var cells = new CellWriter(schema, zone);
        var fields = graph.Api.Sites[site.Id].Lists[list.Id].Items[id].Fields;
        return graph.DoAsync(
            (call, token) => fields.PatchAsync(cells.Fields(values), call.IfMatch(ifMatch), token),
            cancellationToken,
            option
        );
    }
}
