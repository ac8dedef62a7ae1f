namespace SpLg.Core.Choices;

/// <summary>What can be asked for.</summary>
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
