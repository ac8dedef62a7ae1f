namespace SpLg.Core.Rows;

/// <summary>A recurring activity of the annual wheel. A row of the list Årshjul.</summary>
public sealed record AnnualWheelActivity(
    RowOrigin Origin,
    string? Title,
    Entry<decimal> Month,
    IReadOnlyList<Entry<ActionRole>> Role,
    string? Description,
    Entry<Recurrence> Recurs,
    string? Process
) : ISourceRow
{
    /// <summary>The list's English name in the provisioning template.</summary>
    public const string List = "AnnualWheelActivities";

    /// <summary>What an open edition holds of it.</summary>
    public static ListOf<AnnualWheelActivity> AsList { get; } =
        new(List, Read)
        {
            Noun = new("aktivitet i årshjulet", "aktiviteter i årshjulet"),
            Rule = OpenRule.UnlessClosed,
            Open = [nameof(Title), nameof(Month), nameof(Role), nameof(Description), nameof(Recurs), nameof(Process)],
            Sections = [AnnualWheel.GroupName],
        };

    public static AnnualWheelActivity Read(RowReader row) =>
        new(
            row.Origin(),
            row.Text("Title"),
            row.Number("Month"),
            row.Choices<ActionRole>("Role"),
            row.Text("Description"),
            row.Choice<Recurrence>("Recurs"),
            row.Text("Process")
        );
}
