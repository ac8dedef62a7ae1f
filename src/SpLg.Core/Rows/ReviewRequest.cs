namespace SpLg.Core.Rows;

/// <summary>Where the coordinator starts and follows the making of a review. A row of the list Genomgångar.</summary>
/// <param name="Handled">The status that the worker has last dealt with to the end, as its Swedish text; empty before
/// the first.</param>
public sealed record ReviewRequest(
    RowOrigin Origin,
    string? Title,
    string? Template,
    Entry<DocumentType> DocumentType,
    string? Selection,
    Entry<Edition> Edition,
    Entry<ReviewStatus> Status,
    Reference? Approver,
    Entry<DateOnly> ApprovedOn,
    string? RegistryNumber,
    Entry<DateOnly> FollowUpFrom,
    Entry<DateOnly> FollowUpTo,
    Entry<decimal> PlanFrom,
    Entry<decimal> PlanTo,
    Entry<decimal> DpoReportYear,
    string? Document,
    string? Page,
    string? Findings,
    string? Message,
    string? RunId,
    Entry<DateTimeOffset> LastRunOn,
    string? Handled
) : ISourceRow
{
    /// <summary>The list's English name in the provisioning template.</summary>
    public const string List = "ReviewRequests";

    /// <summary>The day the head went through the review; the day of approval is another.</summary>
    public Entry<DateOnly> MeetingOn { get; init; }

    /// <summary>Who were there, with names.</summary>
    public string? Present { get; init; }

    /// <summary>The head's judgement: whether the management system suits the organisation.</summary>
    public Entry<Verdict> Suitable { get; init; }

    public string? SuitableReason { get; init; }

    /// <summary>Whether roles, resources and ways of working are enough.</summary>
    public Entry<Verdict> Adequate { get; init; }

    public string? AdequateReason { get; init; }

    /// <summary>Whether measures have had the effect that was meant.</summary>
    public Entry<Verdict> Effective { get; init; }

    public string? EffectiveReason { get; init; }

    /// <summary>Yes when the head decided that nothing is to change: that is a decision too.</summary>
    public Entry<bool> NoDecisions { get; init; }

    /// <summary>Why the review is approved although something is missing.</summary>
    public string? GapsReason { get; init; }

    /// <summary>Why what is published is to be withdrawn.</summary>
    public string? WithdrawalReason { get; init; }

    /// <summary>Who withdrew it, when and why, as the worker writes it.</summary>
    public string? Withdrawal { get; init; }

    /// <summary>The row with what the head had decided in it at another time.</summary>
    public ReviewRequest WithDecisionsOf(ReviewRequest other) =>
        this with
        {
            RegistryNumber = other.RegistryNumber,
            MeetingOn = other.MeetingOn,
            Present = other.Present,
            Suitable = other.Suitable,
            SuitableReason = other.SuitableReason,
            Adequate = other.Adequate,
            AdequateReason = other.AdequateReason,
            Effective = other.Effective,
            EffectiveReason = other.EffectiveReason,
            NoDecisions = other.NoDecisions,
            GapsReason = other.GapsReason,
        };

    /// <summary>
    /// True when it asks for a management review in the full edition, which alone is approved; an empty column means
    /// the usual.
    /// </summary>
    public bool IsFullReview =>
        (DocumentType.IsEmpty || DocumentType.Is(Rows.DocumentType.ManagementReview))
        && (Edition.IsEmpty || Edition.Is(Rows.Edition.Full));

    /// <summary>
    /// No row of the list is in an open edition; of the request of the review itself <see cref="OpenEdition"/> takes
    /// the cover's words.
    /// </summary>
    public static ListOf<ReviewRequest> AsList { get; } =
        new(List, "Genomgångar", Read)
        {
            KnownBy = [],
            Sections =
            [
                Cover.GroupName,
                Verdicts.GroupName,
                ChangedSinceApproval.GroupName,
                StandardInput.ListName,
                DataFindings.GroupName,
            ],
            OnCover =
            [
                nameof(RegistryNumber),
                nameof(SuitableReason),
                nameof(AdequateReason),
                nameof(EffectiveReason),
                nameof(GapsReason),
            ],
            RegistryNumbers = [nameof(RegistryNumber)],
            IsExamined = false,
            // Requests are not compared, because making documents changes them.
            IsCompared = false,
        };

    public static ReviewRequest Read(RowReader row) =>
        new(
            Origin: row.Origin(),
            Title: row.Text("Title"),
            Template: row.Text("Template"),
            DocumentType: row.Choice<DocumentType>("DocumentType"),
            Selection: row.Text("Selection"),
            Edition: row.Choice<Edition>("Edition"),
            Status: row.Choice<ReviewStatus>("Status"),
            Approver: row.Reference("Approver"),
            ApprovedOn: row.Date("ApprovedOn"),
            RegistryNumber: row.Text("RegistryNumber"),
            FollowUpFrom: row.Date("FollowUpFrom"),
            FollowUpTo: row.Date("FollowUpTo"),
            PlanFrom: row.Number("PlanFrom"),
            PlanTo: row.Number("PlanTo"),
            DpoReportYear: row.Number("DpoReportYear"),
            Document: row.Text("Document"),
            Page: row.Text("Page"),
            Findings: row.Text("Findings"),
            Message: row.Text("Message"),
            RunId: row.Text("RunId"),
            LastRunOn: row.Moment("LastRunOn"),
            Handled: row.Text("Handled")
        )
        {
            MeetingOn = row.Date("MeetingOn"),
            Present = row.Text("Present"),
            Suitable = row.Choice<Verdict>("Suitable"),
            SuitableReason = row.Text("SuitableReason"),
            Adequate = row.Choice<Verdict>("Adequate"),
            AdequateReason = row.Text("AdequateReason"),
            Effective = row.Choice<Verdict>("Effective"),
            EffectiveReason = row.Text("EffectiveReason"),
            NoDecisions = row.YesNo("NoDecisions"),
            GapsReason = row.Text("GapsReason"),
            WithdrawalReason = row.Text("WithdrawalReason"),
            Withdrawal = row.Text("Withdrawal"),
        };
}

/// <summary>What the head answers to one of the three questions of a review.</summary>
public enum Verdict
{
    [ChoiceText("Ja")]
    Yes,

    [ChoiceText("Delvis")]
    Partly,

    [ChoiceText("Nej")]
    No,

    [ChoiceText("Lämnas inte")]
    NotGiven,
}

/// <summary>Documents that can be asked for.</summary>
public enum DocumentType
{
    [ChoiceText("Ledningens genomgång")]
    ManagementReview,

    [ChoiceText("Självskattning")]
    SelfAssessment,

    [ChoiceText("Checklista för upphandling")]
    ProcurementChecklist,

    [ChoiceText("Lathund för roll")]
    RoleChecklist,

    [ChoiceText("Handlingsplan för förvaltningsobjekt")]
    ActionPlan,
}

/// <summary>Whom a document is for.</summary>
public enum Edition
{
    /// <summary>Everything, for the restricted library.</summary>
    [ChoiceText("Fullständig")]
    Full,

    /// <summary>
    /// For every employee: only rows that are open, counts and causes but no people, no small counts.
    /// </summary>
    [ChoiceText("Öppen")]
    Open,
}
