namespace SpLg.Core.Choices;

public enum DecisionKind
{
    [ChoiceText("Förbättring")]
    Improvement,

    [ChoiceText("Ändring av LIS")]
    ChangeOfLis,

    [ChoiceText("Resurs")]
    Resource,

    [ChoiceText("Övrigt")]
    Other,
}
