namespace SpLg.Core.Choices;

public enum EventSource
{
    [ChoiceText("VoR")]
    Vor,

    [ChoiceText("RSA")]
    Rsa,
}
