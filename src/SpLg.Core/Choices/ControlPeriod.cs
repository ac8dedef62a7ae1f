namespace SpLg.Core.Choices;

public enum ControlPeriod
{
    [ChoiceText("T1", "Tertial 1")]
    FirstTertial,

    [ChoiceText("T2", "Tertial 2")]
    SecondTertial,

    [ChoiceText("Helår")]
    WholeYear,
}
