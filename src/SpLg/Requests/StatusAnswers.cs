namespace SpLg.Requests;

/// <summary>
/// Answers to a status that needs no work: each is one write, made only when the request is still as it was read.
/// </summary>
internal sealed class StatusAnswers(OpenSite site, ILogger log)
{
    /// <summary>Notes that the worker has seen the status.</summary>
    public async Task AcknowledgeAsync(ListRow row, CancellationToken cancellationToken)
    {
        var request = RequestRows.Read(site, row);
        var state = RequestState.Of(request);
        var status = state.Status ?? ReviewStatus.Preparing;
        await ReleaseAsync(request, cancellationToken);
        var message = StatusTable.Noted(state);
        if (message is not null && await BegunPublication.LeftAsync(site, request, cancellationToken) is { } left)
            message += " " + left;
        var noted = new RequestChange
        {
            Handled = status,
            RunId = new(null),
            Message = message,
        };
        if (await TryWriteAsync(row, noted, cancellationToken))
            log.Noted(Choice.Text(status));
    }

    /// <summary>Puts a status that cannot be back, and says who tried what, why not, and what to do.</summary>
    public async Task PutBackAsync(ListRow row, CancellationToken cancellationToken)
    {
        var request = RequestRows.Read(site, row);
        var state = RequestState.Of(request);
        await ReleaseAsync(request, cancellationToken);
        var history = await RequestHistory.ReadAsync(site, row.Id, cancellationToken);
        var by = history.Changes is [{ IsWhole: true } set, ..] && set.Status == state.Status ? set.By : null;
        var change = new RequestChange { RunId = new(null) };
        if (history.Last(state) is var last && last != state.Last)
        {
            state = state with { Handled = last };
            change = change with { Handled = last };
        }
        change = change with
        {
            Status = state.Last,
            // A date that somebody has typed is no approval, but for one of the years before the program.
            ApprovedOn = state.Last switch
            {
                ReviewStatus.Preparing when state.LastRunOn is null => null,
                ReviewStatus.Published => new(history.PublishedOn()),
                _ => new(null),
            },
            // When only the column beside it has been typed in, the status stands, and what is told of it.
            Message = state.Status == state.Last ? null : RequestMessages.PutBack(state, by),
        };
        if (await TryWriteAsync(row, change, cancellationToken))
            log.PutBack(state.Status is null ? "an unknown status" : state.StatusText, Choice.Text(state.Last));
    }

    /// <summary>
    /// A run that a person has stopped by setting another status may have been killed while it had a file checked out.
    /// Which, only a review's own names tell; the rest is given free when no other request is being worked on.
    /// </summary>
    private async Task ReleaseAsync(ReviewRequest request, CancellationToken cancellationToken)
    {
        if (request.RunId is null)
            return;
        if (request.IsFullReview && request.Origin.WholeYear is { } year)
            await ReviewFiles.ReleaseAsync(site, year, cancellationToken);
        else if (
            (await RequestRows.ReadAsync(site, cancellationToken)).All(r =>
                r.RunId is null || r.Origin.Id == request.Origin.Id
            )
        )
            await (await site.LibraryAsync(LibraryColumns.Library, cancellationToken)).ReleaseAllAsync(
                cancellationToken
            );
    }

    /// <returns>False when the request has changed meanwhile, and is looked at again.</returns>
    private async Task<bool> TryWriteAsync(ListRow row, RequestChange change, CancellationToken cancellationToken)
    {
        try
        {
            await RequestRows.ChangeAsync(site, site.Writer, row.Id, change, row.ETag, cancellationToken);
            return true;
        }
        catch (Exception e) when (e is ChangedMeanwhileException or NotFoundException)
        {
            log.ChangedMeanwhile();
            return false;
        }
    }
}
