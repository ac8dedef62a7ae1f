namespace SpLg.Core.Choices;

public enum Recurrence
{
    [ChoiceText("Årligen")]
    Yearly,

    [ChoiceText("Tertial")]
    EveryTertial,

    [ChoiceText("Månad")]
    Monthly,
}
