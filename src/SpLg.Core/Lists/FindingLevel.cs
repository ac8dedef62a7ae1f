namespace SpLg.Core.Lists;

/// <summary>How much a finding matters to the document.</summary>
public enum FindingLevel
{
    /// <summary>Worth knowing; the document is right anyway.</summary>
    [ChoiceText("Upplysning")]
    Info,

    /// <summary>Something is missing or old; the document says so.</summary>
    [ChoiceText("Varning")]
    Warning,

    /// <summary>The row would make the document wrong.</summary>
    [ChoiceText("Fel")]
    Error,
}
