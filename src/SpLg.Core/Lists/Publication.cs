namespace SpLg.Core.Lists;

/// <summary>Who may read a row. A person decides; openness is the rule.</summary>
public enum Publication
{
    [ChoiceText("Öppen")]
    Open,

    [ChoiceText("Intern")]
    Internal,

    [ChoiceText("Sekretess")]
    Secret,
}
