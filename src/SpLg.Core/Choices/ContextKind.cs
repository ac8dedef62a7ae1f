namespace SpLg.Core.Choices;

public enum ContextKind
{
    [ChoiceText("Omvärld")]
    World,

    [ChoiceText("Lagstiftning")]
    Legislation,

    [ChoiceText("Teknik")]
    Technology,

    [ChoiceText("Staden")]
    City,

    [ChoiceText("Budgetuppdrag", "Budget")]
    BudgetMission,

    [ChoiceText("Sektorsansvar")]
    SectorResponsibility,

    [ChoiceText("Intern kontroll")]
    InternalControl,

    [ChoiceText("RSA")]
    Rsa,

    [ChoiceText("Organisation")]
    Organisation,
}
