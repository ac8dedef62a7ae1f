namespace SpLg.Worker;

/// <summary>
/// Answers to a status that needs no work: each is one write, made only when the request is still as it was read.
/// </summary>
internal sealed class Answering(OpenSite site, IProgress<string> log)
{
    /// <summary>Notes that the worker has seen the status.</summary>
    public async Task AcknowledgeAsync(ListRow row, CancellationToken cancellationToken)
    {
        var state = RequestState.Of(row);
        var status = state.Status ?? ReviewStatus.Preparing;
        await ReleaseAsync(row, state, cancellationToken);
        var values = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["Handled"] = Choice.Text(status),
            ["RunId"] = null,
        };
        var message = status switch
        {
            ReviewStatus.Cancelled =>
                "Begäran är avbruten. Det som redan har gjorts ligger kvar. Sätt Begärd för att beställa ett utkast på nytt.",
            ReviewStatus.Preparing when state.Handled == ReviewStatus.Cancelled =>
                "Begäran är inte längre avbruten. Sätt Begärd för att beställa ett utkast.",
            ReviewStatus.DraftReady when state.Handled == ReviewStatus.ForApproval =>
                "Utkastet är tillbakadraget från fastställandet. Skriv vidare i det, och sätt För fastställande när det är klart.",
            _ when state.RunId is not null =>
                $"Arbetet som pågick är avbrutet, och status är åter {Choice.Text(status)}. Det som redan har gjorts ligger kvar.",
            _ => null,
        };
        if (message is not null)
            values["Message"] =
                message
                + (await BegunPublication.LeftAsync(site, row, cancellationToken) is { } left ? " " + left : "");
        await WriteAsync(row, values, $"'{Choice.Text(status)}' is noted", cancellationToken);
    }

    /// <summary>Puts a status that cannot be back, and says who tried what, why not, and what to do.</summary>
    public async Task PutBackAsync(ListRow row, CancellationToken cancellationToken)
    {
        var state = RequestState.Of(row);
        await ReleaseAsync(row, state, cancellationToken);
        var history = await RequestHistory.ReadAsync(site, row.Id, cancellationToken);
        var by = history.Changes is [{ IsWhole: true } change, ..] && change.Status == state.Status ? change.By : null;
        var values = new Dictionary<string, object?>(StringComparer.Ordinal) { ["RunId"] = null };
        if (history.Last(state) is var last && last != state.Last)
        {
            state = state with { Handled = last };
            values["Handled"] = Choice.Text(last);
        }
        values["Status"] = Choice.Text(state.Last);
        // A date that somebody has typed is no approval, but for one of the years before the program.
        if (state.Last != ReviewStatus.Preparing || state.LastRunOn is not null)
            values["ApprovedOn"] = state.Last == ReviewStatus.Published ? history.PublishedOn(site) : null;
        // Only the column beside it has been typed in: the status stands, and what is told of it.
        if (state.Status != state.Last)
            values["Message"] = StageText.PutBack(state, by);
        await WriteAsync(
            row,
            values,
            $"'{state.StatusText}' is put back to '{Choice.Text(state.Last)}'",
            cancellationToken
        );
    }

    /// <summary>
    /// A run that a person has stopped by setting another status may have been killed while it had a file checked out.
    /// Which, only a review's own names tell; the rest is given free when no other request is being worked on.
    /// </summary>
    private async Task ReleaseAsync(ListRow row, RequestState state, CancellationToken cancellationToken)
    {
        if (state.RunId is null)
            return;
        var request = ReviewRequest.Read(new RowReader(site.Schema.List(ReviewRequest.List), row, site.Zone, []));
        if (state.IsFullReview && request.Origin.WholeYear is { } year)
            await ReviewFiles.ReleaseAsync(site, year, cancellationToken);
        else if (
            (await RequestRows.ReadAsync(site, cancellationToken)).All(r => r.RunId is null || r.Origin.Id == row.Id)
        )
            await (await site.LibraryAsync(LibraryColumns.Library, cancellationToken)).ReleaseAllAsync(
                cancellationToken
            );
    }

    private async Task WriteAsync(
        ListRow row,
        Dictionary<string, object?> values,
        string done,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await site.Writer.UpdateAsync(
                site.List(ReviewRequest.List),
                site.Schema.List(ReviewRequest.List),
                row.Id,
                values,
                row.ETag,
                cancellationToken
            );
            log.Report($"request {row.Id}: {done}");
        }
        catch (Exception e) when (e is ChangedMeanwhileException or NotFoundException)
        {
            log.Report($"request {row.Id}: has changed meanwhile and is looked at again");
        }
    }
}
