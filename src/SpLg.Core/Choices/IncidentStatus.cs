namespace SpLg.Core.Choices;

public enum IncidentStatus
{
    [ChoiceText("Ny")]
    New,

    [ChoiceText("Utreds")]
    Investigated,

    [ChoiceText("Åtgärdas")]
    Mended,

    [ChoiceText("Avslutad")]
    Closed,
}
