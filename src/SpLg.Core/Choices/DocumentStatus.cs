namespace SpLg.Core.Choices;

public enum DocumentStatus
{
    [ChoiceText("Gällande")]
    InForce,

    [ChoiceText("Under framtagande")]
    BeingWritten,

    [ChoiceText("Under revidering")]
    BeingRevised,
}
