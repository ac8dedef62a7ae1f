namespace SpLg.Core.Choices;

public enum ActionStatus
{
    [ChoiceText("Ej påbörjad")]
    NotStarted,

    [ChoiceText("Pågår")]
    Ongoing,

    [ChoiceText("Klar")]
    Done,

    [ChoiceText("Uppskjuten")]
    Postponed,

    [ChoiceText("Avslutad utan åtgärd")]
    ClosedWithoutAction,
}
