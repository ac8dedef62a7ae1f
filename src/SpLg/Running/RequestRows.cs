namespace SpLg.Running;

/// <summary>The list Genomgångar as a whole.</summary>
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
            requests.Add(ReviewRequest.Read(new RowReader(schema, row, site.Zone, [])));
        return requests;
    }
}
