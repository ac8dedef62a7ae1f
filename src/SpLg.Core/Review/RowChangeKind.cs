namespace SpLg.Core.Review;

/// <summary>What has become of a row between two readings.</summary>
public enum RowChangeKind
{
    [ChoiceText("Ny")]
    New,

    [ChoiceText("Ändrad")]
    Changed,

    [ChoiceText("Borttagen")]
    Removed,
}
