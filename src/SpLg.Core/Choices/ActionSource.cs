using SpLg.Core.Lists;

namespace SpLg.Core.Choices;

public enum ActionSource
{
    [ChoiceText("VoR")] Vor,
    [ChoiceText("RSA")] Rsa,
    [ChoiceText("Incident")] Incident,
    [ChoiceText("DSO")] DataProtectionOfficer,
    [ChoiceText("Självskattning")] SelfAssessment,
    [ChoiceText("KLASSA")] Klassa,
    [ChoiceText("Revision")] Audit,
    [ChoiceText("Beslut")] Decision,
    [ChoiceText("Årshjul")] AnnualWheel,
}
