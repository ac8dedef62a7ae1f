using SpLg.Core.Lists;

namespace SpLg.Core.Review;

/// <summary>How a section stands: the three answers an input of the review may have.</summary>
public enum Coverage
{
    [ChoiceText("Redovisad")] Reported,
    [ChoiceText("Inget att rapportera")] NothingToReport,
    [ChoiceText("Underlag saknas")] NoData,
}
