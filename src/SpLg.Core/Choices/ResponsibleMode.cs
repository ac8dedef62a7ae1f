namespace SpLg.Core.Choices;

public enum ResponsibleMode
{
    [ChoiceText("initierar", "initiera", "initieras")]
    Initiates,

    [ChoiceText("genomför", "genomföra", "genomförs")]
    Performs,
}
