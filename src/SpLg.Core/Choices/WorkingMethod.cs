using SpLg.Core.Lists;

namespace SpLg.Core.Choices;

public enum WorkingMethod
{
    [ChoiceText("Behörighetshantering")] AccessManagement,
    [ChoiceText("Implementering av lokal anvisning")] LocalInstruction,
    [ChoiceText("Incidenthantering")] IncidentManagement,
    [ChoiceText("Informationsklassning")] Classification,
    [ChoiceText("Informationssäkerhet i upphandling")] SecurityInProcurement,
    [ChoiceText("Anskaffning och utveckling")] AcquisitionAndDevelopment,
    [ChoiceText("Riskhantering")] RiskManagement,
    [ChoiceText("Roller och ansvar")] RolesAndResponsibilities,
    [ChoiceText("Utbildning")] Training,
    [ChoiceText("Övrigt")] Other,
}
