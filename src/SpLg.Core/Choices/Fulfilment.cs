namespace SpLg.Core.Choices;

public enum Fulfilment
{
    [ChoiceText("Ja")]
    Yes,

    [ChoiceText("Delvis")]
    Partly,

    [ChoiceText("Nej")]
    No,
}
