namespace SpLg.Core.Rows;

/// <summary>An incident as reported in the incident system (IA). A row of the list Incidenter.</summary>
public sealed record Incident(
    RowOrigin Origin,
    string? Title,
    Entry<DateOnly> OccurredOn,
    Entry<DateOnly> DiscoveredOn,
    Entry<DateTimeOffset> AwareAt,
    Entry<IncidentKind> Kind,
    Entry<Severity> Severity,
    string? Cause,
    string? Unit,
    Reference? ProcessingActivity,
    Entry<bool> AffectsConfidentiality,
    Entry<bool> AffectsIntegrity,
    Entry<bool> AffectsAvailability,
    Entry<bool> PersonalDataBreach,
    Entry<DateOnly> ReportedToImyOn,
    Entry<DateTimeOffset> ReportedToImyAt,
    Entry<bool> SignificantUnderCybersecurityAct,
    Entry<DateOnly> ReportedOn,
    Entry<DateTimeOffset> EarlyWarningAt,
    Entry<DateTimeOffset> ReportedAt,
    Entry<DateOnly> StatusReportOn,
    Entry<DateOnly> FinalReportOn,
    Entry<DateTimeOffset> HandedToCityAt,
    string? LateReason,
    Entry<bool> RiskAssessed,
    Entry<IncidentStatus> Status,
    Entry<DateOnly> ClosedOn,
    Reference? Investigator,
    string? Description,
    string? ReportSummary,
    string? IaId
) : ISourceRow
{
    /// <summary>The list's English name in the provisioning template.</summary>
    public const string List = "Incidents";

    /// <summary>The description of the list.</summary>
    public static ListOf<Incident> AsList { get; } =
        new(List, "Incidenter", Read)
        {
            Noun = new("incident", "incidenter"),
            KnownBy =
            [
                [nameof(IaId)],
                ["Title", nameof(OccurredOn)],
            ],
            Rule = OpenRule.Figures,
            Open =
            [
                nameof(OccurredOn),
                nameof(DiscoveredOn),
                nameof(Kind),
                nameof(Severity),
                nameof(Cause),
                nameof(Unit),
                nameof(ProcessingActivity),
                nameof(AffectsConfidentiality),
                nameof(AffectsIntegrity),
                nameof(AffectsAvailability),
                nameof(PersonalDataBreach),
                nameof(ReportedToImyOn),
                nameof(SignificantUnderCybersecurityAct),
                nameof(ReportedOn),
                nameof(RiskAssessed),
                nameof(Status),
                nameof(ClosedOn),
                nameof(Investigator),
                nameof(ReportSummary),
            ],
            OpenWhereChosen = [nameof(ReportSummary)],
            NotExamined = [nameof(Description), nameof(IaId)],
            Sections = [Incidents.GroupName],
            ShownWhenUnstated = "visas med orsak och enhet i den öppna utgåvan, men utan sammanfattning",
            // Of a single incident only the summary is told, and only where somebody chose that.
            Alone = r => r.ReportSummary is not null && ListOf.IsChosen(r.Origin) && r.Origin.SecrecyGround is null,
            YearColumns = ["Year", nameof(OccurredOn), nameof(DiscoveredOn)],
            YearsTold = y => (y.FollowUp - 1, y.FollowUp),
            IsCutByDay = true,
            MeantBy = [ActionSource.Incident],
            PointedAt = r =>
                new(r.Origin, r.Title, Incidents.YearOf(r), Called: r.IaId, Activity: r.ProcessingActivity),
            NeverPublished = [nameof(Title), nameof(Description), nameof(IaId)],
            Checks = IncidentChecks.Of,
        };

    public static Incident Read(RowReader row) =>
        new(
            Origin: row.Origin(),
            Title: row.Text("Title"),
            OccurredOn: row.Date("OccurredOn"),
            DiscoveredOn: row.Date("DiscoveredOn"),
            AwareAt: row.Moment("AwareAt"),
            Kind: row.Choice<IncidentKind>("Kind"),
            Severity: row.Choice<Severity>("Severity"),
            Cause: row.Text("Cause"),
            Unit: row.Text("Unit"),
            ProcessingActivity: row.Reference("ProcessingActivity"),
            AffectsConfidentiality: row.YesNo("AffectsConfidentiality"),
            AffectsIntegrity: row.YesNo("AffectsIntegrity"),
            AffectsAvailability: row.YesNo("AffectsAvailability"),
            PersonalDataBreach: row.YesNo("PersonalDataBreach"),
            ReportedToImyOn: row.Date("ReportedToImyOn"),
            ReportedToImyAt: row.Moment("ReportedToImyAt"),
            SignificantUnderCybersecurityAct: row.YesNo("SignificantUnderCybersecurityAct"),
            ReportedOn: row.Date("ReportedOn"),
            EarlyWarningAt: row.Moment("EarlyWarningAt"),
            ReportedAt: row.Moment("ReportedAt"),
            StatusReportOn: row.Date("StatusReportOn"),
            FinalReportOn: row.Date("FinalReportOn"),
            HandedToCityAt: row.Moment("HandedToCityAt"),
            LateReason: row.Text("LateReason"),
            RiskAssessed: row.YesNo("RiskAssessed"),
            Status: row.Choice<IncidentStatus>("Status"),
            ClosedOn: row.Date("ClosedOn"),
            Investigator: row.Reference("Investigator"),
            Description: row.Html("Description"),
            ReportSummary: row.Text("ReportSummary"),
            IaId: row.Text("IaId")
        );
}

public enum IncidentKind
{
    [ChoiceText("Informations-/it-säkerhet")]
    InformationSecurity,

    [ChoiceText("Dataskydd")]
    DataProtection,

    [ChoiceText("Arbetsmiljö")]
    WorkEnvironment,

    [ChoiceText("Fysisk säkerhet")]
    PhysicalSecurity,
}

public enum Severity
{
    [ChoiceText("Låg")]
    Low,

    [ChoiceText("Medel")]
    Medium,

    [ChoiceText("Hög")]
    High,

    [ChoiceText("Kritisk")]
    Critical,
}

public enum IncidentStatus
{
    [ChoiceText("Ny")]
    New,

    [ChoiceText("Utreds")]
    Investigated,

    [ChoiceText("Åtgärdas")]
    Mended,

    [ChoiceText("Avslutad")]
    Closed,
}
