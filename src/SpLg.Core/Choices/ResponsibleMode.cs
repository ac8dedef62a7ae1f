using SpLg.Core.Lists;

namespace SpLg.Core.Choices;

public enum ResponsibleMode
{
    [ChoiceText("initierar")] Initiates,
    [ChoiceText("genomför")] Performs,
}
