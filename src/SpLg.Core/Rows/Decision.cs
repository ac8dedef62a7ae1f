using SpLg.Core.Choices;
using SpLg.Core.Lists;

namespace SpLg.Core.Rows;

/// <summary>A decision of the head of administration on the management system. A row of the list Beslut.</summary>
public sealed record Decision(
    RowOrigin Origin,
    string? Title,
    string? Text,
    Entry<DateOnly> DecidedOn,
    Reference? DecidedBy,
    Entry<DecisionKind> Kind,
    Reference? ActionItem) : ISourceRow
{
    /// <summary>The list's English name in the provisioning template.</summary>
    public const string List = "Decisions";

    public static Decision Read(RowReader row) => new(
        row.Origin(),
        row.Text("Title"),
        row.Text("Text"),
        row.Date("DecidedOn"),
        row.Reference("DecidedBy"),
        row.Choice<DecisionKind>("Kind"),
        row.Reference("ActionItem"));
}
