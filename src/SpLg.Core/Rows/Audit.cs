namespace SpLg.Core.Rows;

/// <summary>An audit or supervision and its result. A row of the list Revisioner.</summary>
public sealed record Audit(
    RowOrigin Origin,
    string? Title,
    Entry<AuditKind> Kind,
    string? Auditor,
    Entry<DateOnly> CompletedOn,
    string? Result,
    string? Findings,
    Entry<AuditStatus> Status
) : ISourceRow
{
    /// <summary>The list's English name in the provisioning template.</summary>
    public const string List = "Audits";

    /// <summary>What an open edition holds of it.</summary>
    public static ListOf<Audit> AsList { get; } =
        new(List, Read)
        {
            Noun = new("revision", "revisioner"),
            Rule = OpenRule.WhereChosen,
            Open =
            [
                nameof(Title),
                nameof(Kind),
                nameof(Auditor),
                nameof(CompletedOn),
                nameof(Result),
                nameof(Findings),
                nameof(Status),
            ],
            Sections = [Audits.GroupName],
        };

    public static Audit Read(RowReader row) =>
        new(
            row.Origin(),
            row.Text("Title"),
            row.Choice<AuditKind>("Kind"),
            row.Text("Auditor"),
            row.Date("CompletedOn"),
            row.Text("Result"),
            row.Text("Findings"),
            row.Choice<AuditStatus>("Status")
        );
}
