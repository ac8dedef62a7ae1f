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
    Entry<DateOnly> AnsweredOn
) : ISourceRow
{
    /// <summary>The list's English name in the provisioning template.</summary>
    public const string List = "ProcurementChecks";

    /// <summary>The description of the list.</summary>
    public static ListOf<ProcurementCheck> AsList { get; } =
        new(List, "Kontrollpunkter", Read)
        {
            Noun = new("kontrollpunkt", "kontrollpunkter"),
            KnownBy = [],
            Rule = OpenRule.WhereChosen,
            Open =
            [
                nameof(Title),
                nameof(Procurement),
                nameof(Phase),
                nameof(Mandatory),
                nameof(Answer),
                nameof(Comment),
                nameof(AnsweredBy),
                nameof(AnsweredOn),
            ],
            CountedBy = [nameof(Procurement)],
            Sections = [Procurements.GroupName],
            // A check point is told under its procurement, so it is told nowhere when the procurement is not.
            AtMostWhereSourceIsClosed = Told.No,
            ComesFrom = lists =>
            {
                var procurements = new RowLookup<Procurement>(
                    lists.Of(Rows.Procurement.AsList),
                    p => p.Origin,
                    p => p.Title
                );
                return r =>
                    procurements.TryFind(r.Procurement) is { } procurement ? new([procurement]) : SourceRows.None;
            },
            Checks = ProcurementChecks.Of,
        };

    public static ProcurementCheck Read(RowReader row) =>
        new(
            Origin: row.Origin(),
            Title: row.Text("Title"),
            Procurement: row.Reference("Procurement"),
            Phase: row.Choice<ProcurementPhase>("Phase"),
            Mandatory: row.YesNo("Mandatory"),
            Answer: row.Choice<CheckAnswer>("Answer"),
            Comment: row.Text("Comment"),
            AnsweredBy: row.Reference("AnsweredBy"),
            AnsweredOn: row.Date("AnsweredOn")
        );
}

public enum CheckAnswer
{
    [ChoiceText("Ja")]
    Yes,

    [ChoiceText("Delvis")]
    Partly,

    [ChoiceText("Nej")]
    No,

    [ChoiceText("Ej tillämpligt")]
    NotApplicable,
}
