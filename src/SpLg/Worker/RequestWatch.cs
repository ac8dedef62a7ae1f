namespace SpLg.Worker;

/// <summary>
/// Knows which requests need something, by delta: one cheap call a look. Now and then everything is read instead,
/// because the service promises neither order nor completeness of changes.
/// https://learn.microsoft.com/graph/api/listitem-delta
/// </summary>
internal sealed class RequestWatch
{
    private readonly OpenSite site;
    private readonly WorkerSettings settings;
    private readonly TimeProvider clock;
    private readonly ListHeader list;
    private readonly ListSchema schema;
    private readonly string statePath;
    private readonly DelayedRequests delayed;
    private readonly SortedDictionary<int, ListRow> open = [];
    private string? link;
    private WorkerState? saved;
    private DateTimeOffset? fullOn;

    /// <param name="delayed">Tries of requests, which outlive the process as what it knows does.</param>
    public RequestWatch(OpenSite site, WorkerSettings settings, TimeProvider clock, DelayedRequests delayed)
    {
        this.site = site;
        this.settings = settings;
        this.clock = clock;
        this.delayed = delayed;
        list = site.List(ReviewRequest.List);
        schema = site.Schema.List(ReviewRequest.List);
        statePath = Path.Combine(settings.StateFolder, settings.Name + ".json");
    }

    /// <summary>
    /// The requests that need something of a worker, are with one, or stand where only the application may have put
    /// them; oldest first.
    /// </summary>
    public async Task<IReadOnlyList<ListRow>> LookAsync(CancellationToken cancellationToken)
    {
        if (fullOn is null)
            await StartAsync(cancellationToken);
        if (clock.GetUtcNow() - fullOn > settings.FullCompare)
            link = null;
        var changes = await ChangesAsync(cancellationToken);
        if (changes.Everything)
        {
            open.Clear();
            fullOn = clock.GetUtcNow();
        }
        foreach (var id in changes.DeletedIds)
            open.Remove(Number(id));
        foreach (var row in changes.Changed)
            Keep(row);
        link = changes.DeltaLink;
        Save();
        return [.. open.Values];
    }

    private async Task<ListChanges> ChangesAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await site.Changes.ReadAsync(list, schema, link, cancellationToken);
        }
        catch (GraphException refused) when (link is not null && !refused.MayPass)
        {
            // Whatever the link has become, it would be refused at every look; all is read at the next.
            link = null;
            throw;
        }
    }

    /// <summary>Takes up where an earlier process of this name left off, as far as its state is there.</summary>
    private async Task StartAsync(CancellationToken cancellationToken)
    {
        saved = WorkerState.TryLoad(statePath, list.Id, site.GraphAddress);
        link = saved?.DeltaLink;
        if (saved is not null)
            delayed.GoOnFrom(saved.Tries);
        foreach (var id in saved?.Open ?? [])
        {
            try
            {
                Keep(await site.Reader.RowAsync(list, schema, id, cancellationToken));
            }
            catch (NotFoundException)
            {
                // Deleted while this worker was away.
            }
        }
        fullOn = clock.GetUtcNow();
    }

    private void Keep(ListRow row)
    {
        if (RequestState.Of(RequestRows.Read(site, row)).Step != RequestStep.Nothing)
            open[Number(row.Id)] = row;
        else
            open.Remove(Number(row.Id));
    }

    private void Save()
    {
        var now = new WorkerState(list.Id, link!, [.. open.Values.Select(r => r.Id)]) { Tries = delayed.Kept };
        if (
            saved is not null
            && saved.DeltaLink == now.DeltaLink
            && saved.Open.SequenceEqual(now.Open)
            && saved.Tries.Count == now.Tries.Count
            && saved.Tries.All(t => now.Tries.GetValueOrDefault(t.Key) == t.Value)
        )
            return;
        now.Save(statePath);
        saved = now;
    }

    private static int Number(string id) => int.Parse(id, CultureInfo.InvariantCulture);
}
