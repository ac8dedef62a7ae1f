namespace SpLg.Requests;

/// <summary>
/// Answers to a status, made of the row and its history alone; <see cref="StatusAnswers"/> writes them.
/// </summary>
internal static class StatusAnswer
{
    /// <summary>
    /// Has a hand-over examined that a person has set where the last one was dealt with already: it is as after a
    /// draft.
    /// </summary>
    public static RequestChange ExaminedAgain { get; } = new() { Handled = ReviewStatus.DraftReady, RunId = new(null) };

    /// <summary>
    /// Has a withdrawal gone on with that has begun, whatever has been set since: some of what was published may be
    /// gone.
    /// </summary>
    private static RequestChange WithdrawnToTheEnd { get; } =
        new()
        {
            Status = ReviewStatus.Withdrawn,
            Handled = ReviewStatus.Published,
            RunId = new(null),
            Message = "Återkallandet av genomgången hade redan börjat och görs klart. Annat kan väljas sedan.",
        };

    /// <summary>Notes that the worker has seen the status.</summary>
    public static RequestChange Noted(RequestState state, RequestHistory history)
    {
        if (history.HasBegunToWithdraw)
            return WithdrawnToTheEnd;
        // A run's name was typed beside it, and Behandlat läge too.
        if (state.Status == ReviewStatus.Withdrawn)
            return PutBack(state, history);
        var status = state.Status ?? ReviewStatus.Preparing;
        // A run's name stands beside it, which anybody can type: that makes no hand-over an examined one.
        if (StatusTable.Of(status).Steps.Of(state.Last) == RequestStep.PrepareTyped && history.IsUnanswered)
            return ExaminedAgain;
        if (StatusTable.UpdateDropped(state, history) is { } dropped)
        {
            return new()
            {
                Status = ReviewStatus.Published,
                Handled = ReviewStatus.Published,
                RunId = new(null),
                ApprovedOn = StatusTable.ApprovedOnAfter(ReviewStatus.Published, history),
                Message = dropped,
            };
        }
        return new()
        {
            Handled = status,
            RunId = new(null),
            Message = StatusTable.Noted(state),
        };
    }

    /// <summary>Puts a status that cannot be back, and says who tried what, why not, and what to do.</summary>
    public static RequestChange PutBack(RequestState state, RequestHistory history)
    {
        if (history.HasBegunToWithdraw)
            return WithdrawnToTheEnd;
        var by = history.Changes is [{ IsWhole: true } set, ..] && set.Status == state.Status ? set.By : null;
        var last = history.Last(state);
        if (history.Imported(state) is { } imported)
        {
            return new()
            {
                Status = imported,
                RunId = new(null),
                Message = RequestMessages.OfEarlierYear(state, by, imported),
            };
        }
        // Typed beside a withdrawal that somebody asks for; only the application's own ends one.
        if (state is { Status: ReviewStatus.Withdrawn, Last: ReviewStatus.Withdrawn } && history.IsOut)
            return new() { Handled = last, RunId = new(null) };
        var believed = state with { Handled = last };
        var soon = StatusTable.TooSoon(believed, history.Changes.ElementAtOrDefault(1)?.Status);
        return new()
        {
            Status = soon?.Status ?? last,
            Handled = last == state.Last ? null : last,
            RunId = new(null),
            ApprovedOn = StatusTable.ApprovedOnAfter(soon?.Status ?? last, history),
            // When only the column beside it has been typed in, the status stands, and what is told of it.
            Message = state.Status == last ? null : RequestMessages.PutBack(believed, by, soon),
        };
    }

    /// <summary>Puts back a status Återkallad by which nothing is withdrawn.</summary>
    /// <param name="why">In Swedish.</param>
    public static RequestChange NotWithdrawn(string why, RequestState state, RequestHistory history)
    {
        var last = history.Last(state);
        return new()
        {
            Status = last,
            Handled = last,
            ApprovedOn = StatusTable.ApprovedOnAfter(last, history),
            Message = RequestMessages.NotWithdrawn(why, state with { Handled = last }, history.AskedToWithdraw?.By),
        };
    }

    /// <summary>Puts back a status Fastställd that is no approval.</summary>
    public static RequestChange Refused(
        ApprovalVerdict verdict,
        RequestState state,
        RequestHistory history,
        IReadOnlyList<string> approvers
    )
    {
        var last = history.Last(state);
        // What the row asks for now has not been handed in.
        if (verdict.IsOther)
            last = StatusTable.Of(last).WhenOrderIsOther ?? last;
        return new()
        {
            Status = last,
            Handled = last,
            ApprovedOn = StatusTable.ApprovedOnAfter(last, history),
            Message = RequestMessages.Refused(verdict, last, approvers),
        };
    }
}
