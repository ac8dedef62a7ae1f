namespace SpLg.Core.Choices;

public enum ClauseEdition
{
    [ChoiceText("2013")]
    Edition2013,

    [ChoiceText("2022")]
    Edition2022,
}
