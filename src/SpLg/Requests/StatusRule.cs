namespace SpLg.Requests;

/// <summary>Who sets a status of a request.</summary>
internal enum StatusSetter
{
    Person,

    /// <summary>A person whom the operator has named in <c>Approval:Approvers</c>.</summary>
    Approver,

    Worker,
}

/// <summary>Whether a row with a status keeps its document of the year from every other row.</summary>
internal enum YearHold
{
    None,

    /// <summary>Only after the document has been handed over or published.</summary>
    WhenHandedOver,

    Always,
}

/// <summary>
/// Which earlier approval a status leaves in force, so that anyone may set Fastställd again after the application
/// itself wrote it.
/// </summary>
internal enum KeptApproval
{
    None,

    /// <summary>The one that was tried just before.</summary>
    OfLastTry,

    /// <summary>The one that what is published rests on.</summary>
    OfPublished,
}

/// <summary>
/// What the worker does at a status, by what it last dealt with to the end. Nothing dealt with counts as Förbereds.
/// </summary>
internal sealed record StepAfter(
    RequestStep Preparing,
    RequestStep DraftReady,
    RequestStep ForApproval,
    RequestStep Published,
    RequestStep Withdrawn,
    RequestStep Cancelled
)
{
    public static StepAfter Any(RequestStep step) => new(step, step, step, step, step, step);

    public RequestStep Of(ReviewStatus handled) =>
        handled switch
        {
            ReviewStatus.Preparing => Preparing,
            ReviewStatus.DraftReady => DraftReady,
            ReviewStatus.ForApproval => ForApproval,
            ReviewStatus.Published => Published,
            ReviewStatus.Withdrawn => Withdrawn,
            ReviewStatus.Cancelled => Cancelled,
            _ => throw new ArgumentOutOfRangeException(nameof(handled), handled, "No run ends with that status."),
        };
}

/// <summary>What people are told when a status that needs no work is noted.</summary>
/// <param name="After">Told only when this was dealt with last; null after anything.</param>
internal sealed record NotedText(string Text, ReviewStatus? After = null);

/// <summary>Where a status that was set too soon is put back to.</summary>
/// <param name="Status">What stood there, and the worker is yet to deal with.</param>
/// <param name="Next">What a person does then, in Swedish.</param>
internal sealed record TooSoon(ReviewStatus Status, string Next);

/// <summary>Who is told by mail.</summary>
[Flags]
internal enum MailTo
{
    None = 0,

    /// <summary>Whoever asked for the document.</summary>
    Asker = 1,

    /// <summary>Whoever set the status that has been dealt with.</summary>
    Setter = 2,

    /// <summary>Those whom the operator has named in <c>Approval:Approvers</c>.</summary>
    Approvers = 4,
}

/// <summary>One row of <see cref="StatusTable"/>: a status in the life of a request.</summary>
/// <param name="Status">Null for a word that is no status.</param>
/// <param name="Setter">Who may set it. What anybody else sets is put back and answered.</param>
/// <param name="Steps">What the worker does, by what it last dealt with.</param>
internal sealed record StatusRule(ReviewStatus? Status, StatusSetter Setter, StepAfter Steps)
{
    /// <summary>What the worker does instead while the name of a run stands in the row.</summary>
    public RequestStep? StepWithRun { get; init; }

    /// <summary>
    /// True when a row that was written in or imported from the time before the program is left alone.
    /// </summary>
    public bool IsLeftInEarlierYears { get; init; }

    /// <summary>True when the work is done only for the management review in the full edition.</summary>
    public bool NeedsFullReview { get; init; }

    /// <summary>Why the worker takes the request in hand, for the log; null where it takes nothing.</summary>
    public string? Asked { get; init; }

    /// <summary>True when by it somebody says that the review is approved.</summary>
    public bool IsApproval { get; init; }

    /// <summary>True when the worker can have dealt with it to the end.</summary>
    public bool CanBeHandled { get; init; }

    /// <summary>
    /// True when the application writes it as the result of finished work: a new draft, or a publication.
    /// </summary>
    public bool IsResult { get; init; }

    /// <summary>True when the document lies with the one who approves it, or is approved.</summary>
    public bool IsHandedOver { get; init; }

    /// <summary>
    /// True when a run that ends with it empties the date of approval. What has the status has not been approved,
    /// whatever a person has typed; an earlier approval stands in the evidence of what was approved then.
    /// </summary>
    public bool EmptiesApproval { get; init; }

    public YearHold HoldsYear { get; init; }

    public KeptApproval Keeps { get; init; }

    /// <summary>True when somebody works on the document or has approved it, so that the calendar asks for no
    /// other.</summary>
    public bool IsBusy { get; init; }

    /// <summary>True when the request is done.</summary>
    public bool IsDone { get; init; }

    /// <summary>
    /// True when any other document than the review in full is done with it. The review's draft is people's to finish.
    /// </summary>
    public bool IsDoneForOthers { get; init; }

    /// <summary>Told, in Swedish, when it is noted; null when nothing is told.</summary>
    public NotedText? Noted { get; init; }

    /// <summary>
    /// Told, in Swedish, when it drops no more than the update of a review that is published and stays so; null where it
    /// drops nothing.
    /// </summary>
    public string? UpdateDropped { get; init; }

    /// <summary>
    /// Where it is put back to when a person has handed over and the worker has yet to examine that, so that the
    /// hand-over stands; null puts it back to what was dealt with last.
    /// </summary>
    public TooSoon? TooSoon { get; init; }

    /// <summary>True when the document lies with the one who approves it, and is not approved yet.</summary>
    public bool AwaitsApprover { get; init; }

    /// <summary>True when employees can read the document.</summary>
    public bool IsPublished { get; init; }

    /// <summary>
    /// The status it is put back to when the row asks for another document than was dealt with; null leaves it.
    /// </summary>
    public ReviewStatus? WhenOrderIsOther { get; init; }

    /// <summary>The status that a run which ends before its time gives back in its place; null gives back the
    /// same.</summary>
    public ReviewStatus? HandedBackAs { get; init; }

    /// <summary>Who is told by mail of what came of it.</summary>
    public MailTo Told { get; init; } = MailTo.Asker;

    /// <summary>Who is told by mail instead when that very status was asked for and stands; null as ever.</summary>
    public MailTo? ToldWhenReached { get; init; }

    /// <summary>Who else is told by mail when a request has come to it.</summary>
    public MailTo AlsoTold { get; init; }

    /// <summary>Why it is put back, in Swedish.</summary>
    public required string WhyNot { get; init; }

    /// <summary>What to set, in Swedish, when another status has been put back to this one.</summary>
    public string? Next { get; init; }

    /// <summary>As <see cref="Next"/> for what is not the review in full; null where that is the same.</summary>
    public string? NextForOthers { get; init; }
}
