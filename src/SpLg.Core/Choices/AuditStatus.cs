namespace SpLg.Core.Choices;

public enum AuditStatus
{
    [ChoiceText("Pågår")]
    Ongoing,

    [ChoiceText("Besvarad")]
    Answered,

    [ChoiceText("Avslutad")]
    Closed,
}
