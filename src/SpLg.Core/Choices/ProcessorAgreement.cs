namespace SpLg.Core.Choices;

public enum ProcessorAgreement
{
    [ChoiceText("Ja")]
    Yes,

    [ChoiceText("Behövs ej")]
    NotNeeded,

    [ChoiceText("Saknas")]
    Missing,
}
