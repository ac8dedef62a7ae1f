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

    [ChoiceText("Publicerad")]
    Published,

    [ChoiceText("Avbruten")]
    Cancelled,

    [ChoiceText("Fel")]
    Failed,
}
