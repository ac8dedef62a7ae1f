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
        var history = await RequestHistory.ReadAsync(site, row.Id, cancellationToken);
        var dropped = StatusTable.UpdateDropped(state, history);
        var message = dropped ?? StatusTable.Noted(state);
        if (message is not null && await BegunPublication.LeftAsync(site, request, cancellationToken) is { } left)
            message += " " + left;
        var noted = new RequestChange
        {
            Handled = status,
            RunId = new(null),
            Message = message,
        };
        if (dropped is not null)
            noted = noted with
            {
                Status = ReviewStatus.Published,
                Handled = ReviewStatus.Published,
                ApprovedOn = new(history.PublishedOn()),
            };
        if (await TryWriteAsync(row, noted, cancellationToken) is not null)
            log.Noted(Choice.Text(status));
    }

    /// <summary>
    /// Has a hand-over examined that a person has set where the last one was dealt with already: it is as after a
    /// draft.
    /// </summary>
    public async Task AskForExaminationAsync(ListRow row, CancellationToken cancellationToken)
    {
        if (await TryWriteAsync(row, new() { Handled = ReviewStatus.DraftReady }, cancellationToken) is not null)
            log.ExaminedAgain();
    }

    /// <summary>Puts a status that cannot be back, and says who tried what, why not, and what to do.</summary>
    /// <returns>The request as it then is; null when nothing was put back that somebody waits to be told of.</returns>
    public async Task<ReviewRequest?> PutBackAsync(ListRow row, CancellationToken cancellationToken)
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
        var soon = StatusTable.TooSoon(state, history.Changes.ElementAtOrDefault(1)?.Status);
        change = change with
        {
            Status = soon?.Status ?? state.Last,
            ApprovedOn = StatusTable.ApprovedOnAfter(soon?.Status ?? state.Last, history),
            // When only the column beside it has been typed in, the status stands, and what is told of it.
            Message = state.Status == state.Last ? null : RequestMessages.PutBack(state, by, soon),
        };
        if (await TryWriteAsync(row, change, cancellationToken) is not { } written)
            return null;
        log.PutBack(
            state.StatusText is not null && state.Status is null ? "an unknown status" : state.StatusText,
            Choice.Text(change.Status.Value)
        );
        return change.Message is null ? null : RequestRows.Read(site, written);
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

    /// <returns>The row as it then is; null when it has changed meanwhile, and is looked at again.</returns>
    private async Task<ListRow?> TryWriteAsync(ListRow row, RequestChange change, CancellationToken cancellationToken)
    {
        try
        {
            return await RequestRows.ChangeAsync(site, site.Writer, row.Id, change, row.ETag, cancellationToken);
        }
        catch (Exception e) when (e is ChangedMeanwhileException or NotFoundException)
        {
            log.ChangedMeanwhile();
            return null;
        }
    }
}
