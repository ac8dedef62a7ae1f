using SpLg.Core.Lists;
using SpLg.Core.Rows;
using SpLg.Core.Schema;

namespace SpLg.Core.Review;

/// <summary>The typed rows of all lists of the organisation, in the order of their ids.</summary>
public sealed record OrganisationLists
{
    public IReadOnlyList<Incident> Incidents { get; init; } = [];

    public IReadOnlyList<UndesiredEvent> UndesiredEvents { get; init; } = [];

    public IReadOnlyList<InternalControlResult> InternalControlResults { get; init; } = [];

    public IReadOnlyList<ProcessingActivity> ProcessingActivities { get; init; } = [];

    public IReadOnlyList<Procurement> Procurements { get; init; } = [];

    public IReadOnlyList<ProcurementCheck> ProcurementChecks { get; init; } = [];

    public IReadOnlyList<ActionItem> ActionItems { get; init; } = [];

    public IReadOnlyList<ContextFactor> ContextFactors { get; init; } = [];

    public IReadOnlyList<DpoFinding> DpoFindings { get; init; } = [];

    public IReadOnlyList<Audit> Audits { get; init; } = [];

    public IReadOnlyList<GoverningDocument> GoverningDocuments { get; init; } = [];

    public IReadOnlyList<TrainingResult> TrainingResults { get; init; } = [];

    public IReadOnlyList<RequirementAssessment> RequirementAssessments { get; init; } = [];

    public IReadOnlyList<Objective> Objectives { get; init; } = [];

    public IReadOnlyList<StakeholderInput> StakeholderInputs { get; init; } = [];

    public IReadOnlyList<Decision> Decisions { get; init; } = [];

    public IReadOnlyList<AnnualWheelActivity> AnnualWheelActivities { get; init; } = [];

    public IReadOnlyList<TextBlock> TextBlocks { get; init; } = [];

    public IReadOnlyList<ReviewRequest> ReviewRequests { get; init; } = [];

    public IReadOnlyList<Setting> Settings { get; init; } = [];

    /// <summary>The titles of lists that were not there to read, which is not the same as empty.</summary>
    public IReadOnlySet<string> NotRead { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Where a person opens each list, by Swedish title; empty when the rows come from files.</summary>
    public IReadOnlyDictionary<string, Uri> ListLinks { get; init; } = new Dictionary<string, Uri>(StringComparer.Ordinal);

    /// <summary>The day they were read, from which ages are counted.</summary>
    public DateOnly ReadOn { get; init; }

    /// <summary>The same lists as read this day, by which what they hold is late or not.</summary>
    internal OrganisationLists AsOf(DateOnly day) => this with
    {
        ReadOn = day,
        ActionItems = [.. ActionItems.Select(r => r with { Origin = r.Origin with { ReadOn = day } })],
        RequirementAssessments = [.. RequirementAssessments.Select(r => r with { Origin = r.Origin with { ReadOn = day } })],
    };

    /// <summary>What has changed since the last approved review; null when there is none.</summary>
    public SinceApproval? SinceApproval { get; init; }

    /// <summary>What an open edition has left out, by Swedish list title; empty in the full edition.</summary>
    public IReadOnlyDictionary<string, LeftOutRows> LeftOut { get; init; } = new Dictionary<string, LeftOutRows>(StringComparer.Ordinal);

    /// <summary>Reads every list; what a cell holds wrongly becomes a finding, and so does a list that is not there.</summary>
    /// <param name="rows">Rows by the list's English name.</param>
    /// <param name="zone">The site's time zone.</param>
    public static OrganisationLists Read(
        IReadOnlyDictionary<string, IReadOnlyList<ListRow>> rows, SiteSchema schema, TimeZoneInfo zone, ICollection<Finding> findings)
    {
        var notRead = new HashSet<string>(StringComparer.Ordinal);
        return new()
        {
            NotRead = notRead,
            Incidents = All(Incident.List, Incident.Read),
            UndesiredEvents = All(UndesiredEvent.List, UndesiredEvent.Read),
            InternalControlResults = All(InternalControlResult.List, InternalControlResult.Read),
            ProcessingActivities = All(ProcessingActivity.List, ProcessingActivity.Read),
            Procurements = All(Procurement.List, Procurement.Read),
            ProcurementChecks = All(ProcurementCheck.List, ProcurementCheck.Read),
            ActionItems = All(ActionItem.List, ActionItem.Read),
            ContextFactors = All(ContextFactor.List, ContextFactor.Read),
            DpoFindings = All(DpoFinding.List, DpoFinding.Read),
            Audits = All(Audit.List, Audit.Read),
            GoverningDocuments = All(GoverningDocument.List, GoverningDocument.Read),
            TrainingResults = All(TrainingResult.List, TrainingResult.Read),
            RequirementAssessments = All(RequirementAssessment.List, RequirementAssessment.Read),
            Objectives = All(Objective.List, Objective.Read),
            StakeholderInputs = All(StakeholderInput.List, StakeholderInput.Read),
            Decisions = All(Decision.List, Decision.Read),
            AnnualWheelActivities = All(AnnualWheelActivity.List, AnnualWheelActivity.Read),
            TextBlocks = All(TextBlock.List, TextBlock.Read),
            ReviewRequests = All(ReviewRequest.List, ReviewRequest.Read),
            Settings = All(Setting.List, Setting.Read),
        };

        IReadOnlyList<T> All<T>(string name, Func<RowReader, T> read)
        {
            var list = schema.List(name);
            if (rows.TryGetValue(name, out var found))
                return [.. found.OrderBy(row => RowOrder.ById(row.Id)).Select(row => read(new(list, row, zone, findings)))];
            notRead.Add(list.Title);
            findings.Add(new(FindingLevel.Warning, list.Title, null, null, $"Listan {list.Title} saknas i underlaget, så uppgifter ur den kommer inte med.", null));
            return [];
        }
    }
}
