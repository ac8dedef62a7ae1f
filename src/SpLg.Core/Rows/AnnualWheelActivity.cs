using SpLg.Core.Choices;
using SpLg.Core.Lists;

namespace SpLg.Core.Rows;

/// <summary>A recurring activity of the annual wheel. A row of the list Årshjul.</summary>
public sealed record AnnualWheelActivity(
    RowOrigin Origin,
    string? Title,
    Entry<decimal> Month,
    IReadOnlyList<Entry<ActionRole>> Role,
    string? Description,
    Entry<Recurrence> Recurs,
    string? Process) : ISourceRow
{
    /// <summary>The list's English name in the provisioning template.</summary>
    public const string List = "AnnualWheelActivities";

    public static AnnualWheelActivity Read(RowReader row) => new(
        row.Origin(),
        row.Text("Title"),
        row.Number("Month"),
        row.Choices<ActionRole>("Role"),
        row.Text("Description"),
        row.Choice<Recurrence>("Recurs"),
        row.Text("Process"));
}
