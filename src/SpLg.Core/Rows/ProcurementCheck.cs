using SpLg.Core.Choices;
using SpLg.Core.Lists;

namespace SpLg.Core.Rows;

/// <summary>A check point of a procurement in one phase. A row of the list Kontrollpunkter.</summary>
public sealed record ProcurementCheck(
    RowOrigin Origin,
    string? Title,
    Reference? Procurement,
    Entry<ProcurementPhase> Phase,
    Entry<bool> Mandatory,
    Entry<CheckAnswer> Answer,
    string? Comment,
    Reference? AnsweredBy,
    Entry<DateOnly> AnsweredOn) : ISourceRow
{
    /// <summary>The list's English name in the provisioning template.</summary>
    public const string List = "ProcurementChecks";

    public static ProcurementCheck Read(RowReader row) => new(
        row.Origin(),
        row.Text("Title"),
        row.Reference("Procurement"),
        row.Choice<ProcurementPhase>("Phase"),
        row.YesNo("Mandatory"),
        row.Choice<CheckAnswer>("Answer"),
        row.Text("Comment"),
        row.Reference("AnsweredBy"),
        row.Date("AnsweredOn"));
}
