namespace SpLg.Core.Rows;

/// <summary>How many of those expected have completed a training. A row of the list Utbildningar.</summary>
public sealed record TrainingResult(
    RowOrigin Origin,
    string? Title,
    string? Audience,
    Entry<decimal> Expected,
    Entry<decimal> Completed,
    string? Unit,
    Entry<DateOnly> CompletedOn,
    string? Result
) : ISourceRow
{
    /// <summary>The list's English name in the provisioning template.</summary>
    public const string List = "TrainingResults";

    /// <summary>What an open edition holds of it.</summary>
    public static ListOf<TrainingResult> AsList { get; } =
        new(List, Read)
        {
            Noun = new("utbildningsresultat", "utbildningsresultat", IsNeuter: true),
            Rule = OpenRule.UnlessClosed,
            Open =
            [
                nameof(Title),
                nameof(Audience),
                nameof(Expected),
                nameof(Completed),
                nameof(Unit),
                nameof(CompletedOn),
                nameof(Result),
            ],
            Sections = [Trainings.GroupName],
        };

    public static TrainingResult Read(RowReader row) =>
        new(
            row.Origin(),
            row.Text("Title"),
            row.Text("Audience"),
            row.Number("Expected"),
            row.Number("Completed"),
            row.Text("Unit"),
            row.Date("CompletedOn"),
            row.Text("Result")
        );
}
