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
        await ReleaseAsync(request, cancellationToken);
        var noted = StatusAnswer.Noted(
            RequestState.Of(request),
            await RequestHistory.ReadAsync(site, row.Id, cancellationToken)
        );
        if (noted.Message is not null && await BegunPublication.LeftAsync(site, request, cancellationToken) is { } left)
            noted = noted with { Message = $"{noted.Message} {left}" };
        if (await TryWriteAsync(row, noted, cancellationToken) is not null)
            log.Noted(Choice.Text(noted.Handled ?? RequestState.Of(request).Last));
    }

    /// <summary>Has a hand-over examined that a person has set anew.</summary>
    public async Task AskForExaminationAsync(ListRow row, CancellationToken cancellationToken)
    {
        if (await TryWriteAsync(row, StatusAnswer.ExaminedAgain, cancellationToken) is not null)
            log.ExaminedAgain();
    }

    /// <summary>Puts a status that cannot be back.</summary>
    /// <returns>The request as it then is; null when nothing was put back that somebody waits to be told of.</returns>
    public async Task<ReviewRequest?> PutBackAsync(ListRow row, CancellationToken cancellationToken)
    {
        var request = RequestRows.Read(site, row);
        var state = RequestState.Of(request);
        await ReleaseAsync(request, cancellationToken);
        var history = await RequestHistory.ReadAsync(site, row.Id, cancellationToken);
        var change = StatusAnswer.PutBack(state, history);
        if (await TryWriteAsync(row, change, cancellationToken) is not { } written)
            return null;
        log.PutBack(
            state.StatusText is not null && state.Status is null ? "an unknown status" : state.StatusText,
            Choice.Text(change.Status ?? state.Last)
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
