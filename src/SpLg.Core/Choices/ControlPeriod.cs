using SpLg.Core.Lists;

namespace SpLg.Core.Choices;

public enum ControlPeriod
{
    [ChoiceText("T1")] FirstTertial,
    [ChoiceText("T2")] SecondTertial,
    [ChoiceText("Helår")] WholeYear,
}
