namespace SpLg.Core.Rows;

/// <summary>Expectation or feedback of an interested party. A row of the list Intressenter.</summary>
public sealed record StakeholderInput(
    RowOrigin Origin,
    string? Title,
    Entry<StakeholderCategory> Category,
    string? Expectation,
    Entry<bool> Changed,
    string? Feedback,
    string? HandledHow,
    Entry<DateOnly> ReceivedOn
) : ISourceRow
{
    /// <summary>The list's English name in the provisioning template.</summary>
    public const string List = "StakeholderInputs";

    /// <summary>The description of the list.</summary>
    public static ListOf<StakeholderInput> AsList { get; } =
        new(List, "Intressenter", Read)
        {
            Noun = new("intressentuppgift", "intressentuppgifter"),
            Rule = OpenRule.UnlessClosed,
            Open =
            [
                nameof(Title),
                nameof(Category),
                nameof(Expectation),
                nameof(Changed),
                nameof(Feedback),
                nameof(HandledHow),
                nameof(ReceivedOn),
            ],
            Sections = [Stakeholders.GroupName],
            YearColumns = ["Year", nameof(ReceivedOn)],
            YearsTold = y => (y.FollowUp, y.Title),
            PointedAt = r => new(r.Origin, r.Title, r.Origin.WholeYear),
            Checks = (rows, _) =>
                RowChecks.Told(
                    rows,
                    r => r.Title,
                    "Intressent",
                    r => r.Expectation is null && r.Feedback is null,
                    "Behov och förväntan",
                    "behovet eller återkopplingen"
                ),
        };

    public static StakeholderInput Read(RowReader row) =>
        new(
            Origin: row.Origin(),
            Title: row.Text("Title"),
            Category: row.Choice<StakeholderCategory>("Category"),
            Expectation: row.Text("Expectation"),
            Changed: row.YesNo("Changed"),
            Feedback: row.Text("Feedback"),
            HandledHow: row.Text("HandledHow"),
            ReceivedOn: row.Date("ReceivedOn")
        );
}

public enum StakeholderCategory
{
    [ChoiceText("Individ")]
    Individual,

    [ChoiceText("Verksamhet")]
    Operations,

    [ChoiceText("Samhälle")]
    Society,

    [ChoiceText("Leverantör")]
    Supplier,

    [ChoiceText("Tillsyn")]
    Supervision,
}
