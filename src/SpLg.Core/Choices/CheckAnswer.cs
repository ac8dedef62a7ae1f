namespace SpLg.Core.Choices;

public enum CheckAnswer
{
    [ChoiceText("Ja")]
    Yes,

    [ChoiceText("Delvis")]
    Partly,

    [ChoiceText("Nej")]
    No,

    [ChoiceText("Ej tillämpligt")]
    NotApplicable,
}
