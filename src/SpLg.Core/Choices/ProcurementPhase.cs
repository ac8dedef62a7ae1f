namespace SpLg.Core.Choices;

public enum ProcurementPhase
{
    [ChoiceText("Behov")]
    Need,

    [ChoiceText("Kravställning")]
    Requirements,

    [ChoiceText("Annonserad")]
    Advertised,

    [ChoiceText("Utvärdering")]
    Evaluation,

    [ChoiceText("Avtal")]
    Contract,

    [ChoiceText("Förvaltning")]
    Operation,
}
