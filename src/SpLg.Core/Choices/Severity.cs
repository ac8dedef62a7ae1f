namespace SpLg.Core.Choices;

public enum Severity
{
    [ChoiceText("Låg")]
    Low,

    [ChoiceText("Medel")]
    Medium,

    [ChoiceText("Hög")]
    High,

    [ChoiceText("Kritisk")]
    Critical,
}
