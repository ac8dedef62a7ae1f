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

    /// <summary>The description of the list.</summary>
    public static ListOf<Audit> AsList { get; } =
        new(List, "Revisioner", Read)
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
            YearColumns = ["Year", nameof(CompletedOn)],
            YearsTold = y => (y.FollowUp, y.FollowUp),
            IsCutByDay = true,
            MeantBy = [ActionSource.Audit],
            PointedAt = r => new(r.Origin, r.Title, RowOrder.YearOf(r.Origin, r.CompletedOn), r.Kind.Text),
            Checks = AuditChecks.Of,
        };

    public static Audit Read(RowReader row) =>
        new(
            Origin: row.Origin(),
            Title: row.Text("Title"),
            Kind: row.Choice<AuditKind>("Kind"),
            Auditor: row.Text("Auditor"),
            CompletedOn: row.Date("CompletedOn"),
            Result: row.Text("Result"),
            Findings: row.Text("Findings"),
            Status: row.Choice<AuditStatus>("Status")
        );
}

/// <summary>Rules for Revisioner.</summary>
internal static class AuditChecks
{
    public static IEnumerable<Finding?> Of(IReadOnlyList<Audit> rows, DataToCheck data) =>
        [
            .. rows.Select(ClosedWithoutDay),
            .. RowChecks.Told(
                rows,
                r => r.Title,
                "Revision",
                r => r.Result is null && r.Findings is null && r.Status.IsEmpty,
                "Resultat",
                "resultatet, iakttagelserna eller status"
            ),
            .. RowChecks.Different(
                rows,
                r => RowChecks.Key(r.Title, RowChecks.Year(r.Origin)),
                r => $"Revisionen ”{r.Title}”",
                ("Genomförd", r => r.CompletedOn.Text)
            ),
        ];

    private static Finding? ClosedWithoutDay(Audit row) =>
        row.Status.Is(AuditStatus.Closed) && row.CompletedOn.IsEmpty
            ? row.Origin.Warning("Genomförd", "Revisionen är avslutad men datumet saknas. Fyll i datumet.")
            : null;
}

public enum AuditKind
{
    [ChoiceText("Intern")]
    Internal,

    [ChoiceText("Stadsrevision")]
    CityAudit,

    [ChoiceText("Tredjepart")]
    ThirdParty,

    [ChoiceText("Tillsyn")]
    Supervision,
}

public enum AuditStatus
{
    [ChoiceText("Pågår")]
    Ongoing,

    [ChoiceText("Besvarad")]
    Answered,

    [ChoiceText("Avslutad")]
    Closed,
}
