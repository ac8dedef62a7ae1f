namespace SpLg.Core.Choices;

public enum Assessment
{
    [ChoiceText("Följs")]
    Followed,

    [ChoiceText("Följs delvis")]
    PartlyFollowed,

    [ChoiceText("Följs inte")]
    NotFollowed,

    [ChoiceText("Ej bedömd")]
    NotAssessed,
}
