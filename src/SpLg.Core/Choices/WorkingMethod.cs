namespace SpLg.Core.Choices;

public enum WorkingMethod
{
    [ChoiceText("Behörighetshantering", "Behörigheter")]
    AccessManagement,

    [ChoiceText("Implementering av lokal anvisning", "Lokal anvisning")]
    LocalInstruction,

    [ChoiceText("Incidenthantering")]
    IncidentManagement,

    [ChoiceText("Informationsklassning")]
    Classification,

    [ChoiceText(
        "Informationssäkerhet i upphandling",
        "Informationssäkerhet inom upphandlingsförfarandet",
        "Informationssäkerhet inom upphandlingsförfarande",
        "Upphandling"
    )]
    SecurityInProcurement,

    [ChoiceText(
        "Anskaffning och utveckling",
        "Anskaffning eller utveckling",
        "Informationssäkerhet och dataskydd vid anskaffning eller utveckling",
        "Informationssäkerhet vid anskaffning och utveckling"
    )]
    AcquisitionAndDevelopment,

    [ChoiceText("Riskhantering")]
    RiskManagement,

    [ChoiceText("Roller och ansvar")]
    RolesAndResponsibilities,

    [ChoiceText("Utbildning", "Utbildning inom informationssäkerhet och dataskydd")]
    Training,

    [ChoiceText("Övrigt")]
    Other,
}
