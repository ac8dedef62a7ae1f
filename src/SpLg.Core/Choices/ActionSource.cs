namespace SpLg.Core.Choices;

public enum ActionSource
{
    [ChoiceText("VoR")]
    Vor,

    [ChoiceText("RSA")]
    Rsa,

    [ChoiceText("Incident")]
    Incident,

    [ChoiceText("DSO", "Dataskyddsombud", "Dataskyddsombudet", "GDPR-årsrapport")]
    DataProtectionOfficer,

    [ChoiceText("Självskattning")]
    SelfAssessment,

    [ChoiceText("KLASSA", "Informationsklassning")]
    Klassa,

    [ChoiceText("Revision", "Revisioner")]
    Audit,

    [ChoiceText("Beslut")]
    Decision,

    [ChoiceText("Årshjul")]
    AnnualWheel,
}
