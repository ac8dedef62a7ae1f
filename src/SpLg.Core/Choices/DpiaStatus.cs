namespace SpLg.Core.Choices;

public enum DpiaStatus
{
    [ChoiceText("Genomförd")]
    Performed,

    [ChoiceText("Behövs ej")]
    NotNeeded,

    [ChoiceText("Saknas")]
    Missing,
}
