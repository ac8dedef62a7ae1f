namespace SpLg.Core.Rows;

/// <summary>The self-assessment of one clause of the standard. A row of the list Självskattning.</summary>
public sealed record RequirementAssessment(
    RowOrigin Origin,
    string? Title,
    string? Clause,
    string? Requirement,
    Entry<ClauseEdition> Edition,
    Entry<Fulfilment> Fulfilled,
    string? Comment,
    string? ProposedAction,
    Reference? Responsible,
    Entry<Priority> Priority,
    string? DueText,
    Entry<DateOnly> DueOn
) : ISourceRow
{
    /// <summary>The list's English name in the provisioning template.</summary>
    public const string List = "RequirementAssessments";

    /// <summary>The description of the list.</summary>
    public static ListOf<RequirementAssessment> AsList { get; } =
        new(List, "Självskattning", Read)
        {
            Noun = new("bedömning i självskattningen", "bedömningar i självskattningen"),
            KnownBy =
            [
                [nameof(Clause), nameof(Edition), "Year"],
            ],
            LongTitle = nameof(Requirement),
            YearsTold = y => (y.FollowUp - 1, y.Title),
            Rule = OpenRule.WhereChosen,
            Open =
            [
                nameof(Title),
                nameof(Clause),
                nameof(Requirement),
                nameof(Edition),
                nameof(Fulfilled),
                nameof(Comment),
                nameof(ProposedAction),
                nameof(Responsible),
                nameof(Priority),
                nameof(DueText),
                nameof(DueOn),
            ],
            CountedBy = [nameof(Clause)],
            Sections = [SelfAssessment.GroupName],
            MeantBy = [ActionSource.SelfAssessment],
            PointedAt = r => new(r.Origin, r.Title, r.Origin.WholeYear, Called: r.Clause),
            Dated = (row, day) => row with { Origin = row.Origin with { ReadOn = day } },
            Checks = AssessmentChecks.Of,
        };

    public static RequirementAssessment Read(RowReader row) =>
        new(
            Origin: row.Origin(),
            Title: row.Text("Title"),
            Clause: row.Text("Clause"),
            Requirement: row.Text("Requirement"),
            Edition: row.Choice<ClauseEdition>("Edition"),
            Fulfilled: row.Choice<Fulfilment>("Fulfilled"),
            Comment: row.Text("Comment"),
            ProposedAction: row.Text("ProposedAction"),
            Responsible: row.Reference("Responsible"),
            Priority: row.Choice<Priority>("Priority"),
            DueText: row.Text("DueText"),
            DueOn: row.Date("DueOn")
        );
}

public enum ClauseEdition
{
    [ChoiceText("2013")]
    Edition2013,

    [ChoiceText("2022")]
    Edition2022,
}

public enum Fulfilment
{
    [ChoiceText("Ja")]
    Yes,

    [ChoiceText("Delvis")]
    Partly,

    [ChoiceText("Nej")]
    No,
}
