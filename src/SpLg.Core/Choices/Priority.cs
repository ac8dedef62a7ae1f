namespace SpLg.Core.Choices;

public enum Priority
{
    [ChoiceText("Hög")]
    High,

    [ChoiceText("Medel")]
    Medium,

    [ChoiceText("Låg")]
    Low,

    [ChoiceText("Ingen")]
    None,
}
