namespace SpLg.Core.Review;

/// <summary>The sections of the review in the order of the document.</summary>
public static class ReviewSections
{
    public static IReadOnlyList<Section> All { get; } =
    [
        Cover.Section,
        StandingTexts.Section,
        Summary.Section,
        GoverningDocuments.Section,
        AnnualWheel.Section,
        EarlierActions.Section,
        ChangedSinceApproval.Section,
        Context.Section,
        Stakeholders.Section,
        Incidents.Section,
        FollowedUpEvents.Section,
        InternalControls.Section,
        Trainings.Section,
        Audits.Section,
        DpoReport.Section,
        Objectives.Section,
        ControlPoints.Section,
        Procurements.Section,
        Risks.Section,
        Plan.Section,
        NewDecisions.Section,
        Verdicts.Section,
        SelfAssessment.Section,
        StandardInput.Section,
        DataFindings.Section,
    ];

    // Made when it is asked for and not with the class: a section's names are made of all sections, so that two threads
    // that were first at the same time would wait for one another for ever.
    private static readonly Lazy<FieldSet> AllFields = new(() => FieldsOf(KnownLists.All));

    /// <summary>The names a template of the review may use.</summary>
    public static FieldSet Fields => AllFields.Value;

    /// <param name="lists">What they declare: a section that none of them tells of in an open edition is not
    /// there.</param>
    internal static FieldSet FieldsOf(IReadOnlyList<ListOf> lists)
    {
        var fields = new FieldSetBuilder<BuiltReview>();
        foreach (var section in All)
        {
            var isOpen = lists.Any(l => l.Sections.Contains(section.Name));
            section.AddTo(fields, r => isOpen || r.Cover.Edition == Edition.Full);
        }
        return fields.Build();
    }
}

/// <summary>
/// Every list the program reads. One that is not here is not read, and one that declares nothing open is in no open
/// edition.
/// </summary>
public static class KnownLists
{
    public static IReadOnlyList<ListOf> All { get; } =
    [
        Incident.AsList,
        UndesiredEvent.AsList,
        InternalControlResult.AsList,
        ProcessingActivity.AsList,
        Procurement.AsList,
        ProcurementCheck.AsList,
        ActionItem.AsList,
        ContextFactor.AsList,
        DpoFinding.AsList,
        Audit.AsList,
        GoverningDocument.AsList,
        TrainingResult.AsList,
        RequirementAssessment.AsList,
        Objective.AsList,
        StakeholderInput.AsList,
        Decision.AsList,
        AnnualWheelActivity.AsList,
        TextBlock.AsList,
        Setting.AsList,
        ReviewRequest.AsList,
    ];

    /// <summary>The list with this English name, or null.</summary>
    public static ListOf? TryFind(string name) => All.FirstOrDefault(l => l.Name == name);
}
