using static SpLg.Requests.RequestStep;

namespace SpLg.Requests;

/// <summary>
/// The life of a request as one table. For each status: who may set it, what the worker does after which status it has
/// dealt with, what is told when it is noted or put back, and what a person sets next. Every place that depends on a
/// status asks here.
/// </summary>
internal static class StatusTable
{
    private const string AskForDraft = "Sätt Begärd för att beställa ett utkast.";

    /// <summary>In the order of <see cref="ReviewStatus"/>, as the column Status offers them.</summary>
    public static IReadOnlyList<StatusRule> Rules { get; } =
    [
        // The steps stand under what was dealt with last: Förbereds, Utkast klart, För fastställande, Publicerad,
        // Återkallad, Avbruten.
        new(ReviewStatus.Preparing, StatusSetter.Person, new(Nothing, PutBack, PutBack, PutBack, PutBack, Acknowledge))
        {
            CanBeHandled = true,
            Noted = new("Begäran är inte längre avbruten. " + AskForDraft, After: ReviewStatus.Cancelled),
            WhyNot = "Arbetet har redan börjat.",
            Next = AskForDraft,
        },
        new(ReviewStatus.Requested, StatusSetter.Person, StepAfter.Any(MakeDraft))
        {
            Asked = "requested",
            IsBusy = true,
            WhyNot = "Arbetet har redan börjat.",
        },
        new(ReviewStatus.Reading, StatusSetter.Worker, StepAfter.Any(PutBack))
        {
            // A worker writes its name with it; without one it was set by hand.
            StepWithRun = MakeDraft,
            HandedBackAs = ReviewStatus.Requested,
            IsBusy = true,
            WhyNot = "Den statusen sätter SpLg när ett utkast tas fram.",
        },
        new(ReviewStatus.DraftReady, StatusSetter.Worker, new(PutBack, Nothing, Acknowledge, PutBack, PutBack, PutBack))
        {
            CanBeHandled = true,
            IsResult = true,
            EmptiesApproval = true,
            IsBusy = true,
            IsDoneForOthers = true,
            Noted = new(
                "Utkastet är tillbakadraget från fastställandet. Skriv vidare i det, och sätt För fastställande när det "
                    + "är klart.",
                After: ReviewStatus.ForApproval
            ),
            WhyNot = "Det finns inget nytt utkast.",
            Next =
                "Sätt För fastställande när utkastet är klart, eller Uppdatering begärd för att hämta nya uppgifter.",
            NextForOthers = "Sätt Uppdatering begärd för att hämta nya uppgifter.",
        },
        new(ReviewStatus.UpdateRequested, StatusSetter.Person, StepAfter.Any(MakeDraft))
        {
            Asked = "update requested",
            IsBusy = true,
            WhyNot = "Arbetet har redan börjat.",
        },
        new(
            ReviewStatus.ForApproval,
            StatusSetter.Person,
            new(PutBack, Prepare, PrepareTyped, PutBack, Prepare, PutBack)
        )
        {
            NeedsFullReview = true,
            Asked = "to be prepared for approval",
            CanBeHandled = true,
            IsHandedOver = true,
            Told = MailTo.Setter,
            ToldWhenReached = MailTo.Approvers,
            AwaitsApprover = true,
            WhenOrderIsOther = ReviewStatus.DraftReady,
            EmptiesApproval = true,
            HoldsYear = YearHold.Always,
            IsBusy = true,
            WhyNot = "Det finns inget färdigt utkast att fastställa.",
            Next = "Den som får fastställa sätter Fastställd. Utkast klart drar tillbaka utkastet.",
        },
        new(ReviewStatus.Approved, StatusSetter.Approver, new(PutBack, PutBack, Publish, Publish, PutBack, PutBack))
        {
            IsApproval = true,
            IsLeftInEarlierYears = true,
            NeedsFullReview = true,
            Asked = "said to be approved",
            Told = MailTo.Setter,
            TooSoon = new(
                ReviewStatus.ForApproval,
                "Utkastet kontrolleras. Sätt Fastställd igen när Meddelande säger att det är lämnat för fastställande."
            ),
            HoldsYear = YearHold.Always,
            IsBusy = true,
            WhyNot = "Genomgången måste först lämnas för fastställande, och SpLg hinna kontrollera utkastet.",
        },
        new(
            ReviewStatus.ApprovedDespiteGaps,
            StatusSetter.Approver,
            new(PutBack, PutBack, Publish, PutBack, PutBack, PutBack)
        )
        {
            IsApproval = true,
            NeedsFullReview = true,
            Asked = "said to be approved despite gaps",
            Told = MailTo.Setter,
            TooSoon = new(
                ReviewStatus.ForApproval,
                "Utkastet kontrolleras. Sätt Fastställs trots brister igen när Meddelande säger att det är lämnat för "
                    + "fastställande."
            ),
            HoldsYear = YearHold.Always,
            IsBusy = true,
            WhyNot = "Genomgången måste först lämnas för fastställande, och SpLg hinna kontrollera utkastet.",
        },
        new(ReviewStatus.Published, StatusSetter.Worker, new(PutBack, PutBack, PutBack, PutBackTyped, PutBack, PutBack))
        {
            IsLeftInEarlierYears = true,
            CanBeHandled = true,
            IsResult = true,
            IsHandedOver = true,
            HoldsYear = YearHold.Always,
            Keeps = KeptApproval.OfPublished,
            AlsoTold = MailTo.Asker,
            IsPublished = true,
            IsBusy = true,
            IsDone = true,
            WhyNot = "En genomgång publiceras av SpLg när den har fastställts.",
            Next =
                "Sätt Uppdatering begärd för ett nytt utkast, eller Fastställd för att publicera det fastställda igen.",
        },
        new(
            ReviewStatus.Withdrawn,
            StatusSetter.Person,
            new(PutBack, Withdraw, Withdraw, Withdraw, PutBackTyped, Withdraw)
        )
        {
            // Of whatever the row asks for now: what has been published, its history tells.
            Asked = "to be withdrawn",
            CanBeHandled = true,
            EmptiesApproval = true,
            Told = MailTo.Setter,
            IsDone = true,
            WhyNot = "Det finns inget publicerat att återkalla.",
            Next = "Sätt Begärd för ett nytt utkast, eller För fastställande för att lämna samma utkast igen.",
        },
        new(
            ReviewStatus.Cancelled,
            StatusSetter.Person,
            new(Acknowledge, Acknowledge, Acknowledge, PutBack, PutBack, Nothing)
        )
        {
            CanBeHandled = true,
            IsDone = true,
            UpdateDropped =
                "Uppdateringen är avbruten. Den publicerade genomgången gäller som förut, och utkastet ligger kvar. "
                + "Sätt Uppdatering begärd för ett nytt utkast.",
            Noted = new(
                "Begäran är avbruten. Det som redan har gjorts ligger kvar. Sätt Begärd för att beställa ett utkast på nytt."
            ),
            WhyNot = "Genomgången är redan publicerad eller återkallad. Ett nytt utkast som var beställt görs inte.",
            Next = AskForDraft,
        },
        new(ReviewStatus.Failed, StatusSetter.Worker, StepAfter.Any(PutBackTyped))
        {
            HoldsYear = YearHold.WhenHandedOver,
            Keeps = KeptApproval.OfLastTry,
            WhyNot = "Den statusen sätter SpLg när något har misslyckats.",
        },
    ];

    /// <summary>What a run does at each step that is work.</summary>
    public static IReadOnlyList<WorkRule> Works { get; } =
    [
        new(MakeDraft, new(ReviewStatus.DraftReady, ReviewStatus.DraftReady), Again: ReviewStatus.Requested)
        {
            During = ReviewStatus.Reading,
            FollowsOrder = true,
            Begun = "Underlaget läses. Det tar oftast mindre än en minut.",
            Waited = RequestMessages.Waited,
        },
        new(Prepare, new(ReviewStatus.ForApproval, ReviewStatus.ForApproval), Again: ReviewStatus.ForApproval)
        {
            FollowsOrder = true,
            // No fault of the run: the draft is a person's to mend.
            WhenStopped = new(ReviewStatus.DraftReady, ReviewStatus.DraftReady),
            Begun = "Utkastet kontrolleras inför fastställandet. Det tar oftast mindre än en minut.",
            Waited = RequestMessages.Waited,
        },
        new(Publish, new(ReviewStatus.Published, ReviewStatus.Published), Again: ReviewStatus.Approved)
        {
            WhenStopped = new(ReviewStatus.DraftReady, ReviewStatus.DraftReady),
            // As after a draft: the newest is examined, and then it can be approved.
            WhenDraftChanged = new(ReviewStatus.ForApproval, ReviewStatus.DraftReady),
            // What was handed over still lies for approval.
            WhenGaps = new(ReviewStatus.ForApproval, ReviewStatus.ForApproval),
            Begun = "Fastställandet kontrolleras. Sedan publiceras genomgången. Det tar oftast några minuter.",
            Waited = RequestMessages.WaitedToPublish,
            WhenPublished = new(ReviewStatus.Published, Handled: null),
        },
        new(Withdraw, new(ReviewStatus.Withdrawn, ReviewStatus.Withdrawn), Again: ReviewStatus.Withdrawn)
        {
            Begun = "Det som är publicerat tas bort. Det tar oftast mindre än en minut.",
            Waited = "Något var öppet hos någon under tiden, och är nu borttaget.",
        },
    ];

    private static readonly StatusRule NoStatus = new(null, StatusSetter.Person, StepAfter.Any(PutBack))
    {
        WhyNot = "Det finns ingen sådan status.",
    };

    public static StatusRule Of(ReviewStatus status) => Rules.Single(r => r.Status == status);

    /// <summary>True for a status by which somebody says that a review is approved.</summary>
    public static bool IsApproval(ReviewStatus? status) => RuleOf(status).IsApproval;

    /// <summary>Null for a step that is no work.</summary>
    public static WorkRule? WorkOf(RequestStep step) => Works.SingleOrDefault(w => w.Step == step);

    /// <summary>What the worker does with a request that stands so.</summary>
    public static RequestStep StepOf(RequestState state)
    {
        var rule = state.StatusText is null ? Of(ReviewStatus.Preparing) : RuleOf(state.Status);
        if (state.RunId is not null)
        {
            if (rule.StepWithRun is { } held)
                return held;
            // A run ends with one write that takes its name away: with one, a person has gone back while it worked.
            if (rule.Status == state.Last)
                return Acknowledge;
        }
        if (rule.IsLeftInEarlierYears && state.IsOfEarlierYears)
            return PutBackTyped;
        var step = rule.Steps.Of(state.Last);
        return rule.NeedsFullReview && !state.IsFullReview && WorkOf(step) is not null ? PutBack : step;
    }

    /// <summary>What was dealt with to the end, of the column's text; null for a text that is never that.</summary>
    public static ReviewStatus? Handled(string? text) =>
        text is not null && Choice.TryValue<ReviewStatus>(text) is { } status && Of(status).CanBeHandled
            ? status
            : null;

    /// <summary>Why a status that a person set is put back, in Swedish.</summary>
    public static string WhyNot(RequestState state)
    {
        var rule = RuleOf(state.Status);
        return rule.NeedsFullReview && !state.IsFullReview
            ? "Bara ledningens genomgång i fullständig utgåva fastställs; den öppna utgåvan följer med."
            : rule.WhyNot;
    }

    /// <summary>
    /// Where a status is put back to that a person set before the worker had dealt with the one before; null when it
    /// was not too soon.
    /// </summary>
    /// <param name="before">The status that stood before.</param>
    public static TooSoon? TooSoon(RequestState state, ReviewStatus? before) =>
        RuleOf(state.Status).TooSoon is { } soon
        && state.IsFullReview
        && soon.Status == before
        && WorkOf(Of(soon.Status).Steps.Of(state.Last)) is not null
            ? soon
            : null;

    /// <summary>
    /// Told when a status drops the update of a review that is published and stays so; null when it does not. Where an
    /// approval has begun to publish, the review is no longer as it was published.
    /// </summary>
    public static string? UpdateDropped(RequestState state, RequestHistory history) =>
        state.IsFullReview && history is { IsOut: true, HasBegunSincePublished: false }
            ? RuleOf(state.Status).UpdateDropped
            : null;

    /// <summary>True when the document lies with the one who approves it, and is not approved yet.</summary>
    public static bool AwaitsApprover(ReviewStatus? status) => RuleOf(status).AwaitsApprover;

    /// <summary>True when employees can read the document; the page stays where it is while a new draft is made.</summary>
    public static bool IsPublished(ReviewRequest request) =>
        RuleOf(request.Status.Value).IsPublished || request.Page is not null;

    /// <summary>
    /// The date of approval of a request that is put back to a status: a date that somebody has typed is no approval.
    /// </summary>
    public static ColumnValue<DateOnly?> ApprovedOnAfter(ReviewStatus status, RequestHistory history) =>
        new(RuleOf(status).IsPublished ? history.PublishedOn() : null);

    /// <summary>True when a person sets it to have a draft made.</summary>
    public static bool IsOrder(ReviewStatus status) =>
        Of(status) is { Setter: StatusSetter.Person } rule && rule.Steps == StepAfter.Any(MakeDraft);

    /// <summary>Who is told by mail of what the worker has written.</summary>
    /// <param name="before">The request when it was taken up.</param>
    public static MailTo ToldByMail(ReviewRequest before, ReviewRequest after)
    {
        if (StepOf(RequestState.Of(before)) is PutBack or PutBackTyped)
            return MailTo.Setter;
        var set = RuleOf(before.Status.Value);
        return before.Status.Value == after.Status.Value && set.ToldWhenReached is { } reached
            ? reached
            : set.Told | RuleOf(after.Status.Value).AlsoTold;
    }

    /// <summary>What a person may set when a status has been put back to what was dealt with last, in Swedish.</summary>
    public static string Next(RequestState state)
    {
        var rule = Of(state.Last);
        return (state.IsFullReview ? null : rule.NextForOthers)
            ?? rule.Next
            ?? throw new InvalidOperationException($"Nothing is put back to {state.Last}.");
    }

    /// <summary>What a request tells when its status is noted, in Swedish; null when that is nothing.</summary>
    public static string? Noted(RequestState state)
    {
        var status = state.Status ?? ReviewStatus.Preparing;
        if (Of(status).Noted is { } noted && (noted.After is null || noted.After == state.Handled))
            return noted.Text;
        return state.RunId is null
            ? null
            : $"Arbetet som pågick är avbrutet, och status är åter {Choice.Text(status)}. "
                + "Det som redan har gjorts ligger kvar.";
    }

    /// <summary>
    /// True when the last that the worker dealt with to the end was to hand the document over, or to publish it.
    /// </summary>
    public static bool IsHandedOver(ReviewRequest request) =>
        Handled(request.Handled) is { } handled && Of(handled).IsHandedOver;

    /// <summary>
    /// True when the row keeps its document of the year from every other row. What has been handed over or published
    /// is so, too, when a later try has failed.
    /// </summary>
    public static bool HoldsYear(ReviewRequest request) =>
        RuleOf(request.Status.Value).HoldsYear switch
        {
            YearHold.Always => true,
            YearHold.WhenHandedOver => IsHandedOver(request),
            _ => false,
        };

    /// <summary>
    /// True when the worker has confirmed what the row says of approval, or it was approved before the program. A
    /// status just typed may yet be put back, so it stands in nobody's way.
    /// </summary>
    public static bool IsConfirmed(ReviewRequest request) =>
        IsHandedOver(request) || (request.Handled is null && !request.ApprovedOn.IsEmpty);

    /// <summary>True when the calendar asks for no other such document.</summary>
    public static bool IsBusy(ReviewRequest request) =>
        RuleOf(request.Status.Value) is { IsBusy: true } rule && (request.IsFullReview || !rule.IsDoneForOthers);

    /// <summary>True when somebody or something is yet to do its part; so is a status that is none.</summary>
    public static bool IsOpen(ReviewRequest request)
    {
        var rule = RuleOf(request.Status.Value);
        return !rule.IsDone && (request.IsFullReview || !rule.IsDoneForOthers);
    }

    private static StatusRule RuleOf(ReviewStatus? status) => status is { } some ? Of(some) : NoStatus;
}
