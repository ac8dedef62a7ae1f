namespace SpLg.Core.Rows;

/// <summary>
/// An information processing with its classification, the ten control points and its continuity facts. A row of the
/// list Informationsbehandlingar.
/// </summary>
public sealed record ProcessingActivity(
    RowOrigin Origin,
    string? Title,
    string? ManagedObject,
    string? System,
    Entry<SystemCategory> SystemCategory,
    Entry<DateOnly> LastClassifiedOn,
    Entry<DateOnly> LastRiskAnalysedOn,
    Entry<DateOnly> LastAccessReviewedOn,
    Entry<bool> InProcessingRegister,
    Entry<DpiaStatus> DpiaStatus,
    Entry<bool> ClassificationProtocol,
    Entry<bool> SystemDescription,
    Reference? ObjectOwner,
    Reference? ObjectManager,
    Reference? DataProtectionOfficerContact,
    Entry<decimal> OpenPartly,
    Entry<decimal> OpenNot,
    Entry<decimal> Confidentiality,
    Entry<decimal> Integrity,
    Entry<decimal> Availability,
    Entry<decimal> Traceability,
    string? NetworkZone,
    string? RequiredZone,
    Entry<bool> CriticalProcess,
    Entry<DateOnly> ContinuityPlanOn,
    Entry<DateOnly> ContinuityExercisedOn,
    Entry<decimal> RecoveryPriority
) : ISourceRow
{
    /// <summary>The list's English name in the provisioning template.</summary>
    public const string List = "ProcessingActivities";

    /// <summary>The description of the list.</summary>
    public static ListOf<ProcessingActivity> AsList { get; } =
        new(List, "Informationsbehandlingar", Read)
        {
            Noun = new("informationsbehandling", "informationsbehandlingar"),
            KnownBy =
            [
                [nameof(Title)],
            ],
            Rule = OpenRule.WhereChosen,
            Open =
            [
                nameof(Title),
                nameof(ManagedObject),
                nameof(System),
                nameof(SystemCategory),
                nameof(LastClassifiedOn),
                nameof(LastRiskAnalysedOn),
                nameof(LastAccessReviewedOn),
                nameof(InProcessingRegister),
                nameof(DpiaStatus),
                nameof(ClassificationProtocol),
                nameof(SystemDescription),
                nameof(ObjectOwner),
                nameof(ObjectManager),
                nameof(DataProtectionOfficerContact),
                nameof(OpenPartly),
                nameof(OpenNot),
                nameof(Confidentiality),
                nameof(Integrity),
                nameof(Availability),
                nameof(Traceability),
                nameof(NetworkZone),
                nameof(RequiredZone),
                nameof(CriticalProcess),
                nameof(ContinuityPlanOn),
                nameof(ContinuityExercisedOn),
                nameof(RecoveryPriority),
            ],
            CountedBy = [nameof(ManagedObject), nameof(NetworkZone), nameof(RequiredZone)],
            Sections = [ControlPoints.GroupName],
            MeantBy = [ActionSource.Klassa],
            PointedAt = r => new(r.Origin, r.Title, r.Origin.WholeYear),
            Checks = ActivityChecks.Of,
        };

    public static ProcessingActivity Read(RowReader row) =>
        new(
            Origin: row.Origin(),
            Title: row.Text("Title"),
            ManagedObject: row.Text("ManagedObject"),
            System: row.Text("System"),
            SystemCategory: row.Choice<SystemCategory>("SystemCategory"),
            LastClassifiedOn: row.Date("LastClassifiedOn"),
            LastRiskAnalysedOn: row.Date("LastRiskAnalysedOn"),
            LastAccessReviewedOn: row.Date("LastAccessReviewedOn"),
            InProcessingRegister: row.YesNo("InProcessingRegister"),
            DpiaStatus: row.Choice<DpiaStatus>("DpiaStatus"),
            ClassificationProtocol: row.YesNo("ClassificationProtocol"),
            SystemDescription: row.YesNo("SystemDescription"),
            ObjectOwner: row.Reference("ObjectOwner"),
            ObjectManager: row.Reference("ObjectManager"),
            DataProtectionOfficerContact: row.Reference("DataProtectionOfficerContact"),
            OpenPartly: row.Number("OpenPartly"),
            OpenNot: row.Number("OpenNot"),
            Confidentiality: row.Number("Confidentiality"),
            Integrity: row.Number("Integrity"),
            Availability: row.Number("Availability"),
            Traceability: row.Number("Traceability"),
            NetworkZone: row.Text("NetworkZone"),
            RequiredZone: row.Text("RequiredZone"),
            CriticalProcess: row.YesNo("CriticalProcess"),
            ContinuityPlanOn: row.Date("ContinuityPlanOn"),
            ContinuityExercisedOn: row.Date("ContinuityExercisedOn"),
            RecoveryPriority: row.Number("RecoveryPriority")
        );
}

public enum SystemCategory
{
    [ChoiceText("Egen")]
    Own,

    [ChoiceText("Gemensam", "Stadsgemensam", "Kommungemensam", "Regiongemensam", "Koncerngemensam")]
    CityWide,

    [ChoiceText("Övrig")]
    Other,
}

public enum DpiaStatus
{
    [ChoiceText("Genomförd")]
    Performed,

    [ChoiceText("Behövs ej")]
    NotNeeded,

    [ChoiceText("Saknas")]
    Missing,
}
