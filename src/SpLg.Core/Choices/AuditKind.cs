namespace SpLg.Core.Choices;

public enum AuditKind
{
    [ChoiceText("Intern")]
    Internal,

    [ChoiceText("Stadsrevision")]
    CityAudit,

    [ChoiceText("Tredjepart")]
    ThirdParty,

    [ChoiceText("Tillsyn")]
    Supervision,
}
