using SpLg.Core.Lists;

namespace SpLg.Core.Choices;

public enum OrganisationForm
{
    [ChoiceText("Nämnd")] Committee,
    [ChoiceText("Bolag")] Company,
    [ChoiceText("Båda")] Both,
}
