namespace SpLg.Core.Choices;

public enum SystemCategory
{
    [ChoiceText("Egen")]
    Own,

    [ChoiceText("Stadsgemensam")]
    CityWide,

    [ChoiceText("Övrig")]
    Other,
}
