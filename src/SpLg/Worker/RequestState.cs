namespace SpLg.Worker;

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
    bool HasDocument,
    bool HasApprovalDate
)
{
    public ReviewStatus? Status => StatusText is null ? null : Choice.TryValue<ReviewStatus>(StatusText);

    /// <summary>The status a person finds when one that cannot be is put back.</summary>
    public ReviewStatus Last => Handled ?? ReviewStatus.Preparing;

    public RequestStep Step =>
        Status switch
        {
            null when StatusText is not null => RequestStep.PutBack,
            ReviewStatus.Failed => RequestStep.PutBackTyped,
            ReviewStatus.Requested or ReviewStatus.UpdateRequested => RequestStep.MakeDraft,
            // A worker writes its name with it; without one it was set by hand.
            ReviewStatus.Reading => RunId is null ? RequestStep.PutBack : RequestStep.MakeDraft,
            // Both columns may have been typed.
            ReviewStatus.Published when Handled is ReviewStatus.Published && RunId is null => RequestStep.PutBackTyped,
            // A run ends with one write that takes its name away: with one, a person has gone back while it was
            // working.
            var status when (status ?? ReviewStatus.Preparing) == Last => RunId is null
            || status is null or ReviewStatus.Preparing
                ? RequestStep.Nothing
                : RequestStep.Acknowledge,
            null or ReviewStatus.Preparing => Handled is ReviewStatus.Cancelled
                ? RequestStep.Acknowledge
                : RequestStep.PutBack,
            ReviewStatus.Cancelled => Handled is ReviewStatus.Published ? RequestStep.PutBack : RequestStep.Acknowledge,
            ReviewStatus.DraftReady => Handled is ReviewStatus.ForApproval || HasEarlierDraft
                ? RequestStep.Acknowledge
                : RequestStep.PutBack,
            ReviewStatus.ForApproval => IsFullReview && (Handled is ReviewStatus.DraftReady || HasEarlierDraft)
                ? RequestStep.Prepare
                : RequestStep.PutBack,
            ReviewStatus.Approved or ReviewStatus.Published when IsOfEarlierYears => RequestStep.Nothing,
            ReviewStatus.Approved => IsFullReview && Handled is ReviewStatus.ForApproval or ReviewStatus.Published
                ? RequestStep.Publish
                : RequestStep.PutBack,
            _ => RequestStep.PutBack,
        };

    /// <summary>A draft of the program before it kept <see cref="Handled"/>.</summary>
    private bool HasEarlierDraft => Handled is null && HasDocument;

    /// <summary>Written in or imported from the time before the program: it tells what was done elsewhere.</summary>
    private bool IsOfEarlierYears => Handled is null && RunId is null && LastRunOn is null && HasApprovalDate;

    public static RequestState Of(ListRow row) =>
        new(
            Text(row, "Status"),
            Text(row, "Handled") is { } handled ? ReadHandled(handled) : null,
            Text(row, "RunId"),
            DateTimeOffset.TryParse(
                Text(row, "LastRunOn"),
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var on
            )
                ? on
                : null,
            ReviewRequest.IsFull(Text(row, "DocumentType"), Text(row, "Edition")),
            Text(row, "Document") is not null,
            Text(row, "ApprovedOn") is not null
        );

    /// <summary>A status that a run may end with; null for a text that is none.</summary>
    private static ReviewStatus? ReadHandled(string text) =>
        Choice.TryValue<ReviewStatus>(text) switch
        {
            { } status
            and (
                ReviewStatus.Preparing
                or ReviewStatus.DraftReady
                or ReviewStatus.ForApproval
                or ReviewStatus.Published
                or ReviewStatus.Cancelled
            ) => status,
            _ => null,
        };

    /// <summary>
    /// Why this worker may take the request in hand, for the log, or null when it may not: nobody has it; this process
    /// began it; it stands on this worker's own name since before this process, so an earlier one was killed; or
    /// another worker has been silent too long. A second live process of the same name is another worker. A date more
    /// than a lease ahead comes from a clock that is wrong, and would otherwise hold the request for as long.
    /// </summary>
    public string? ReasonToTake(WorkerIdentity worker, TimeSpan lease, DateTimeOffset now) =>
        (Step, Status) switch
        {
            (RequestStep.MakeDraft, ReviewStatus.Requested) => "requested",
            (RequestStep.MakeDraft, ReviewStatus.UpdateRequested) => "update requested",
            (RequestStep.Prepare, _) when RunId is null => "to be prepared for approval",
            (RequestStep.Publish, _) when RunId is null => "said to be approved",
            (RequestStep.MakeDraft or RequestStep.Prepare or RequestStep.Publish, _) => ReasonToTakeOver(
                worker,
                lease,
                now
            ),
            _ => null,
        };

    private string? ReasonToTakeOver(WorkerIdentity worker, TimeSpan lease, DateTimeOffset now) =>
        RunId switch
        {
            _ when worker.Began(RunId!) => "taken up again",
            _ when LastRunOn is null => "taken over: it does not say since when it is worked on",
            _ when worker.HasLeft(RunId!, LastRunOn.Value) => "taken up again after an interrupted run",
            _ when (now - LastRunOn.Value).Duration() > lease => $"taken over: last written {LastRunOn:u}",
            _ => null,
        };

    private static string? Text(ListRow row, string name) =>
        row.Fields.TryGetValue(name, out var cell)
        && cell.ValueKind == JsonValueKind.String
        && cell.GetString() is { Length: > 0 } text
            ? text
            : null;
}
