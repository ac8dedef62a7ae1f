namespace SpLg.Core.Choices;

/// <summary>The organisations a standing text is for.</summary>
public enum TextForm
{
    [ChoiceText("Nämnd")]
    Committee,

    [ChoiceText("Bolag")]
    Company,

    [ChoiceText("Båda")]
    Both,
}
