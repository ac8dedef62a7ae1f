namespace SpLg.Core.Choices;

public enum ControlResult
{
    [ChoiceText("Inga väsentliga avvikelser")]
    NoDeviations,

    [ChoiceText("Avvikelser")]
    Deviations,

    [ChoiceText("Ej genomförd")]
    NotPerformed,
}
