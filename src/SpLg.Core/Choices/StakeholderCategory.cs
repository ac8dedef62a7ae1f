namespace SpLg.Core.Choices;

public enum StakeholderCategory
{
    [ChoiceText("Individ")]
    Individual,

    [ChoiceText("Verksamhet")]
    Operations,

    [ChoiceText("Samhälle")]
    Society,

    [ChoiceText("Leverantör")]
    Supplier,

    [ChoiceText("Tillsyn")]
    Supervision,
}
