namespace SpLg.Requests;

/// <summary>The columns of a request that decide what is to be done with it, and who may.</summary>
/// <param name="StatusText">The status as it stands, which may be none that there is.</param>
/// <param name="Handled">The status the worker last dealt with to the end; null before the first, and for a text that
/// is never one.</param>
/// <param name="RunId">Who has it: worker name, slash, run.</param>
/// <param name="LastRunOn">When that worker last wrote, in whole seconds; null when nobody has.</param>
/// <param name="IsFullReview">True when it asks for a management review in the full edition, which alone is
/// approved.</param>
internal sealed record RequestState(
    string? StatusText,
    ReviewStatus? Handled,
    string? RunId,
    DateTimeOffset? LastRunOn,
    bool IsFullReview,
    bool HasApprovalDate,
    int? Year
)
{
    public ReviewStatus? Status => StatusText is null ? null : Choice.TryValue<ReviewStatus>(StatusText);

    /// <summary>The status a person finds when one that cannot be is put back.</summary>
    public ReviewStatus Last => Handled ?? ReviewStatus.Preparing;

    public RequestStep Step => StatusTable.StepOf(this);

    /// <summary>
    /// Written in or imported from the time before the program: it tells what was done elsewhere. Of a year that is not
    /// over it is so only where the program imported it, which the history tells.
    /// </summary>
    public bool IsOfEarlierYears => Handled is null && RunId is null && LastRunOn is null && HasApprovalDate;

    public static RequestState Of(ReviewRequest request) =>
        new(
            StatusText: request.Status.Text,
            Handled: StatusTable.Handled(request.Handled),
            RunId: request.RunId,
            LastRunOn: request.LastRunOn.Value,
            IsFullReview: request.IsFullReview,
            HasApprovalDate: !request.ApprovedOn.IsEmpty,
            Year: request.Origin.WholeYear
        );

    /// <summary>
    /// Why this worker may take the request in hand, for the log, or null when it may not: nobody has it; this process
    /// began it; it stands on this worker's own name since before this process, so an earlier one was killed; or
    /// another worker has been silent too long. A second live process of the same name is another worker. A date more
    /// than a lease ahead comes from a clock that is wrong, and would otherwise hold the request for as long.
    /// </summary>
    public string? ReasonToTake(WorkerIdentity worker, TimeSpan lease, DateTimeOffset now)
    {
        if (StatusTable.WorkOf(Step) is not { } work)
            return null;
        // A status of its own is only ever a run's; any other says that a run has it by the run's name in the row.
        var isHeld = work.During is { } during ? Status == during : RunId is not null;
        return isHeld ? ReasonToTakeOver(worker, lease, now) : StatusTable.Of(Status!.Value).Asked;
    }

    /// <summary>
    /// True while the run in the row may be a live one, of whatever worker: a command that is started beside the worker
    /// has its name too.
    /// </summary>
    public bool IsHeld(TimeSpan lease, DateTimeOffset now) =>
        RunId is not null
        && LastRunOn is { } on
        && (now - on).Duration() <= lease
        && StatusTable.WorkOf(Step) is { } work
        && (work.During is null || Status == work.During);

    private string? ReasonToTakeOver(WorkerIdentity worker, TimeSpan lease, DateTimeOffset now) =>
        RunId switch
        {
            _ when worker.Began(RunId!) => "taken up again",
            _ when LastRunOn is null => "taken over: it does not say since when it is worked on",
            _ when worker.HasLeft(RunId!, LastRunOn.Value) => "taken up again after an interrupted run",
            _ when (now - LastRunOn.Value).Duration() > lease => $"taken over: last written {LastRunOn:u}",
            _ => null,
        };
}
