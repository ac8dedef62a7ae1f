namespace SpLg.Core.Choices;

public enum IncidentKind
{
    [ChoiceText("Informations-/it-säkerhet")]
    InformationSecurity,

    [ChoiceText("Dataskydd")]
    DataProtection,

    [ChoiceText("Arbetsmiljö")]
    WorkEnvironment,

    [ChoiceText("Fysisk säkerhet")]
    PhysicalSecurity,
}
