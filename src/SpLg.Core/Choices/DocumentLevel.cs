namespace SpLg.Core.Choices;

public enum DocumentLevel
{
    [ChoiceText("Stad")]
    City,

    [ChoiceText("Lokal")]
    Local,
}
