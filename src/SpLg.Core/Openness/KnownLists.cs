namespace SpLg.Core.Openness;

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
