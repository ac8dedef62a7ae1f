namespace SpLg.Core.Choices;

public enum FollowUpMethod
{
    [ChoiceText("Stickprov")]
    Sampling,

    [ChoiceText("Observation")]
    Observation,

    [ChoiceText("Intervju")]
    Interview,

    [ChoiceText("Systemuttag")]
    SystemExtract,
}
