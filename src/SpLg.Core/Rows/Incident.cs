using SpLg.Core.Choices;
using SpLg.Core.Lists;

namespace SpLg.Core.Rows;

/// <summary>An incident as reported in the incident system (IA). A row of the list Incidenter.</summary>
public sealed record Incident(
    RowOrigin Origin,
    string? Title,
    Entry<DateOnly> OccurredOn,
    Entry<DateOnly> DiscoveredOn,
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
    Entry<bool> SignificantUnderCybersecurityAct,
    Entry<DateOnly> ReportedOn,
    Entry<bool> RiskAssessed,
    Entry<IncidentStatus> Status,
    Entry<DateOnly> ClosedOn,
    Reference? Investigator,
    string? Description,
    string? ReportSummary,
    string? IaId) : ISourceRow
{
    /// <summary>The list's English name in the provisioning template.</summary>
    public const string List = "Incidents";

    public static Incident Read(RowReader row) => new(
        row.Origin(),
        row.Text("Title"),
        row.Date("OccurredOn"),
        row.Date("DiscoveredOn"),
        row.Choice<IncidentKind>("Kind"),
        row.Choice<Severity>("Severity"),
        row.Text("Cause"),
        row.Text("Unit"),
        row.Reference("ProcessingActivity"),
        row.YesNo("AffectsConfidentiality"),
        row.YesNo("AffectsIntegrity"),
        row.YesNo("AffectsAvailability"),
        row.YesNo("PersonalDataBreach"),
        row.Date("ReportedToImyOn"),
        row.YesNo("SignificantUnderCybersecurityAct"),
        row.Date("ReportedOn"),
        row.YesNo("RiskAssessed"),
        row.Choice<IncidentStatus>("Status"),
        row.Date("ClosedOn"),
        row.Reference("Investigator"),
        row.Html("Description"),
        row.Text("ReportSummary"),
        row.Text("IaId"));
}
