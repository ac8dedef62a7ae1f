namespace SpLg.Core.Rows;

/// <summary>An objective with its measure, target and outcome. A row of the list Mål.</summary>
/// <param name="Follows">The figure that is its outcome, where the review computes it.</param>
/// <param name="FollowsCourse">The course, where it follows how many have completed one; null for all courses
/// together.</param>
public sealed record Objective(
    RowOrigin Origin,
    string? Title,
    string? Measure,
    string? Unit,
    Entry<decimal> Target,
    Entry<decimal> Outcome,
    Entry<decimal> Previous,
    Entry<bool> HigherIsBetter,
    Entry<FollowedFigure> Follows,
    string? FollowsCourse
) : ISourceRow
{
    /// <summary>The list's English name in the provisioning template.</summary>
    public const string List = "Objectives";

    /// <summary>The description of the list.</summary>
    public static ListOf<Objective> AsList { get; } =
        new(List, "Mål", Read)
        {
            Noun = new("mål", "mål", IsNeuter: true),
            YearsTold = y => (y.FollowUp - 1, y.FollowUp),
            Rule = OpenRule.UnlessClosed,
            Open =
            [
                nameof(Title),
                nameof(Measure),
                nameof(Unit),
                nameof(Target),
                nameof(Outcome),
                nameof(Previous),
                nameof(HigherIsBetter),
                nameof(Follows),
                nameof(FollowsCourse),
            ],
            Sections = [Objectives.GroupName],
            Owner = "controllern",
            PointedAt = r => new(r.Origin, r.Title, r.Origin.WholeYear),
            Checks = ObjectiveChecks.Of,
        };

    public static Objective Read(RowReader row) =>
        new(
            Origin: row.Origin(),
            Title: row.Text("Title"),
            Measure: row.Text("Measure"),
            Unit: row.Text("Unit"),
            Target: row.Number("Target"),
            Outcome: row.Number("Outcome"),
            Previous: row.Number("Previous"),
            HigherIsBetter: row.YesNo("HigherIsBetter"),
            Follows: row.Choice<FollowedFigure>("Follows"),
            FollowsCourse: row.Text("FollowsCourse")
        );
}

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
