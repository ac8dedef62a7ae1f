namespace SpLg.Core.Choices;

/// <summary>What the organisation is, which decides its words.</summary>
public enum OrganisationForm
{
    [ChoiceText("Nämnd")]
    Committee,

    [ChoiceText("Bolag")]
    Company,

    [ChoiceText("Kommunalförbund")]
    Federation,

    [ChoiceText("Region")]
    Region,

    [ChoiceText("Statlig myndighet")]
    StateAgency,
}
