namespace SpLg.Core.Review;

/// <summary>How a section stands: the answers an input of the review may have.</summary>
public enum Coverage
{
    [ChoiceText("Redovisad")]
    Reported,

    [ChoiceText("Inget att rapportera")]
    NothingToReport,

    [ChoiceText("Underlag saknas")]
    NoData,

    /// <summary>In an open edition: all that could belong here is left out.</summary>
    [ChoiceText("Redovisas inte öppet")]
    NotOpen,
}
