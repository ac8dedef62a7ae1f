namespace SpLg.Core.Choices;

public enum DpoArea
{
    [ChoiceText("Registerförteckning")]
    ProcessingRegister,

    [ChoiceText("Styrdokument")]
    GoverningDocuments,

    [ChoiceText("Tekniska och organisatoriska åtgärder")]
    Measures,

    [ChoiceText("Konsekvensbedömningar")]
    ImpactAssessments,

    [ChoiceText("Individens rättigheter")]
    Rights,

    [ChoiceText("Personuppgiftsincidenter")]
    DataBreaches,
}
