namespace SpLg.Core.Rows;

public enum ReviewStatus
{
    [ChoiceText("Förbereds")]
    Preparing,

    [ChoiceText("Begärd")]
    Requested,

    [ChoiceText("Läser")]
    Reading,

    [ChoiceText("Utkast klart")]
    DraftReady,

    [ChoiceText("Uppdatering begärd")]
    UpdateRequested,

    [ChoiceText("För fastställande")]
    ForApproval,

    [ChoiceText("Fastställd")]
    Approved,

    /// <summary>As <see cref="Approved"/>, although something is missing; the reason stands on the row.</summary>
    [ChoiceText("Fastställs trots brister")]
    ApprovedDespiteGaps,

    [ChoiceText("Publicerad")]
    Published,

    /// <summary>What was published is taken away from the employees; the reason stands on the row.</summary>
    [ChoiceText("Återkallad")]
    Withdrawn,

    [ChoiceText("Avbruten")]
    Cancelled,

    [ChoiceText("Fel")]
    Failed,
}
