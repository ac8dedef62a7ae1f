namespace SpLg.Core.Choices;

/// <summary>The figures that a review computes and that an objective may be measured by.</summary>
public enum FollowedFigure
{
    [ChoiceText("Andel som har gått utbildning")]
    Trained,

    [ChoiceText("Andel behandlingar med aktuell klassning")]
    Classified,

    [ChoiceText("Andel behandlingar med aktuell RSA")]
    RiskAnalysed,

    [ChoiceText("Andel behandlingar med aktuell behörighetskontroll")]
    AccessReviewed,

    [ChoiceText("Antal öppna röda punkter")]
    RedPoints,

    [ChoiceText("Antal öppna gula punkter")]
    YellowPoints,

    [ChoiceText("Andel upphandlingar med klartecken i tid")]
    Cleared,

    [ChoiceText("Andel uppfyllda krav i självskattningen")]
    Fulfilled,

    [ChoiceText("Antal incidenter")]
    Incidents,

    [ChoiceText("Antal personuppgiftsincidenter")]
    DataBreaches,

    [ChoiceText("Mediantid i dagar till avslut av incidenter")]
    MedianDays,

    [ChoiceText("Andel klara åtgärder från tidigare år")]
    ActionsDone,
}
