namespace SpLg.Core.Rows;

/// <summary>A procurement and whether information security was part of it. A row of the list Upphandlingar.</summary>
public sealed record Procurement(
    RowOrigin Origin,
    string? Title,
    string? RegistryNumber,
    Entry<bool> HandlesInformation,
    Entry<ProcurementPhase> Phase,
    Entry<DateOnly> CoordinatorInvolvedOn,
    Entry<DateOnly> ClassifiedOn,
    Entry<ProcessorAgreement> ProcessorAgreement,
    Reference? ClearedBy,
    Entry<DateOnly> ClearedOn,
    Entry<DateOnly> PublishedOn,
    Reference? Buyer,
    Entry<DateOnly> ContractEndsOn
) : ISourceRow
{
    /// <summary>The list's English name in the provisioning template.</summary>
    public const string List = "Procurements";

    /// <summary>The description of the list.</summary>
    public static ListOf<Procurement> AsList { get; } =
        new(List, "Upphandlingar", Read)
        {
            Noun = new("upphandling", "upphandlingar"),
            KnownBy =
            [
                [nameof(RegistryNumber)],
                [nameof(Title)],
            ],
            Rule = OpenRule.UnlessClosed,
            Open =
            [
                nameof(Title),
                nameof(RegistryNumber),
                nameof(HandlesInformation),
                nameof(Phase),
                nameof(CoordinatorInvolvedOn),
                nameof(ClassifiedOn),
                nameof(ProcessorAgreement),
                nameof(ClearedBy),
                nameof(ClearedOn),
                nameof(PublishedOn),
                nameof(Buyer),
                nameof(ContractEndsOn),
            ],
            Sections = [Procurements.GroupName],
            Owner = "den upphandlingsansvariga",
            YearColumns = ["Year", nameof(PublishedOn), nameof(CoordinatorInvolvedOn)],
            YearsTold = y => (y.FollowUp - 1, y.FollowUp),
            IsCutByDay = true,
            PointedAt = r => new(r.Origin, r.Title, r.Origin.WholeYear, Called: r.RegistryNumber),
            Checks = ProcurementChecks.Of,
        };

    public static Procurement Read(RowReader row) =>
        new(
            Origin: row.Origin(),
            Title: row.Text("Title"),
            RegistryNumber: row.Text("RegistryNumber"),
            HandlesInformation: row.YesNo("HandlesInformation"),
            Phase: row.Choice<ProcurementPhase>("Phase"),
            CoordinatorInvolvedOn: row.Date("CoordinatorInvolvedOn"),
            ClassifiedOn: row.Date("ClassifiedOn"),
            ProcessorAgreement: row.Choice<ProcessorAgreement>("ProcessorAgreement"),
            ClearedBy: row.Reference("ClearedBy"),
            ClearedOn: row.Date("ClearedOn"),
            PublishedOn: row.Date("PublishedOn"),
            Buyer: row.Reference("Buyer"),
            ContractEndsOn: row.Date("ContractEndsOn")
        );
}

public enum ProcurementPhase
{
    [ChoiceText("Behov")]
    Need,

    [ChoiceText("Kravställning")]
    Requirements,

    [ChoiceText("Annonserad")]
    Advertised,

    [ChoiceText("Utvärdering")]
    Evaluation,

    [ChoiceText("Avtal")]
    Contract,

    [ChoiceText("Förvaltning")]
    Operation,
}

public enum ProcessorAgreement
{
    [ChoiceText("Ja")]
    Yes,

    [ChoiceText("Behövs ej")]
    NotNeeded,

    [ChoiceText("Saknas")]
    Missing,
}
