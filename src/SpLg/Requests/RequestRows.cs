namespace SpLg.Requests;

/// <summary>The list Genomgångar: reading it, and writing in a row of it.</summary>
internal static class RequestRows
{
    /// <summary>
    /// All its rows in order of id. What cannot be read in them is left to whoever makes the document.
    /// </summary>
    public static async Task<IReadOnlyList<ReviewRequest>> ReadAsync(OpenSite site, CancellationToken cancellationToken)
    {
        var schema = site.Schema.List(ReviewRequest.List);
        var requests = new List<ReviewRequest>();
        await foreach (var row in site.Reader.RowsAsync(site.List(ReviewRequest.List), schema, cancellationToken))
            requests.Add(Read(site, row));
        return requests;
    }

    /// <summary>
    /// The other rows whose approval the worker has confirmed, or that were approved before the program.
    /// </summary>
    public static async Task<IEnumerable<ReviewRequest>> ConfirmedBesideAsync(
        OpenSite site,
        ReviewRequest request,
        CancellationToken cancellationToken
    ) =>
        (await ReadAsync(site, cancellationToken)).Where(r =>
            r.Origin.Id != request.Origin.Id && StatusTable.IsConfirmed(r)
        );

    public static ReviewRequest Read(OpenSite site, ListRow row) =>
        ReviewRequest.Read(new RowReader(site.Schema.List(ReviewRequest.List), row, site.Zone, []));

    /// <param name="writer">The person or application that asks.</param>
    public static Task<ListRow> AskAsync(
        OpenSite site,
        RowWriter writer,
        RequestChange request,
        CancellationToken cancellationToken
    ) =>
        writer.CreateAsync(
            site.List(ReviewRequest.List),
            site.Schema.List(ReviewRequest.List),
            request.Columns(),
            cancellationToken
        );

    /// <param name="ifMatch">The row's ETag as it was read; null writes whatever it has become.</param>
    /// <returns>The row as it then is.</returns>
    public static Task<ListRow> ChangeAsync(
        OpenSite site,
        RowWriter writer,
        string id,
        RequestChange change,
        string? ifMatch,
        CancellationToken cancellationToken
    ) =>
        writer.UpdateAsync(
            site.List(ReviewRequest.List),
            site.Schema.List(ReviewRequest.List),
            id,
            change.Columns(),
            ifMatch,
            cancellationToken
        );
}
