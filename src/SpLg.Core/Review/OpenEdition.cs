using SpLg.Core.Choices;
using SpLg.Core.Lists;
using SpLg.Core.Rows;
using SpLg.Core.Schema;

namespace SpLg.Core.Review;

/// <summary>
/// What an open edition may hold: rows that are open, without the names of people and without the columns that are never
/// published. It is applied before anything is built, so that nothing later can let a word slip.
/// </summary>
public static class OpenEdition
{
    /// <summary>Columns of an incident whose words stand beside its figures; <see cref="Counted"/> takes them out of one that is not shown.</summary>
    private static readonly string[] CountedBy = [nameof(Incident.Cause), nameof(Incident.Unit), nameof(Incident.ProcessingActivity), nameof(Incident.ProcessingActivity) + "LookupId"];

    /// <summary>What stands in the place of a word that is counted but may not be told.</summary>
    internal const string NotShown = "Visas inte öppet";

    /// <summary>What stands in the place of a name.</summary>
    internal const string SomebodyNamed = "en namngiven person";

    /// <summary>Somebody is named, but not here: a role that lacks a name must still be told from one that has one.</summary>
    private static readonly Reference Somebody = new(null, SomebodyNamed);

    private static readonly Reference Elsewhere = new(null, NotShown);

    /// <summary>Incidents stay as figures whatever they are; of other lists only open rows stay, and of a secret setting only its numbers.</summary>
    public static OrganisationLists Of(OrganisationLists lists)
    {
        var rows = new OpenRows(lists.LeftOut);
        var activities = rows.Shown(lists.ProcessingActivities, r => r.Origin, (r, o) => r with
        {
            Origin = o,
            ObjectOwner = Nameless(r.ObjectOwner),
            ObjectManager = Nameless(r.ObjectManager),
            DataProtectionOfficerContact = Nameless(r.DataProtectionOfficerContact),
        });
        var procurements = rows.Shown(lists.Procurements, r => r.Origin, (r, o) => r with { Origin = o, ClearedBy = Nameless(r.ClearedBy), Buyer = Nameless(r.Buyer) });
        var hidden = HiddenNames.Of(lists);
        var openActivities = new RowLookup<ProcessingActivity>(activities, r => r.Origin, r => r.Title);
        var actions = rows.Shown(lists.ActionItems, r => r.Origin, (r, o) => r with
        {
            Origin = o,
            Responsible = Nameless(r.Responsible),
            ProcessingActivity = Known(r.ProcessingActivity, openActivities),
            SourceRow = r.Source.Is(ActionSource.Incident) || hidden.Contains(r.SourceRow) ? null : r.SourceRow,
        });
        var (knownActivities, knownActions) = (openActivities, new RowLookup<ActionItem>(actions, r => r.Origin, r => r.Title));
        return lists with
        {
            Incidents = [.. lists.Incidents.Select(r => Counted(r, knownActivities))],
            UndesiredEvents = rows.Shown(lists.UndesiredEvents, r => r.Origin, (r, o) => r with { Origin = o, RecommendationOwner = Nameless(r.RecommendationOwner) }),
            InternalControlResults = rows.Shown(lists.InternalControlResults, r => r.Origin, (r, o) => r with { Origin = o }),
            ProcessingActivities = activities,
            Procurements = procurements,
            ProcurementChecks = Checks(lists, procurements, rows),
            ActionItems = actions,
            ContextFactors = rows.Shown(lists.ContextFactors, r => r.Origin, (r, o) => r with { Origin = o }),
            DpoFindings = rows.Shown(lists.DpoFindings, r => r.Origin, (r, o) => r with { Origin = o }),
            Audits = rows.Shown(lists.Audits, r => r.Origin, (r, o) => r with { Origin = o }),
            GoverningDocuments = rows.Shown(lists.GoverningDocuments, r => r.Origin, (r, o) => r with { Origin = o }),
            TrainingResults = rows.Shown(lists.TrainingResults, r => r.Origin, (r, o) => r with { Origin = o }),
            RequirementAssessments = rows.Shown(lists.RequirementAssessments, r => r.Origin, (r, o) => r with { Origin = o, Responsible = Nameless(r.Responsible) }),
            Objectives = rows.Shown(lists.Objectives, r => r.Origin, (r, o) => r with { Origin = o }),
            StakeholderInputs = rows.Shown(lists.StakeholderInputs, r => r.Origin, (r, o) => r with { Origin = o }),
            Decisions = rows.Shown(lists.Decisions, r => r.Origin, (r, o) => r with { Origin = o, DecidedBy = Nameless(r.DecidedBy), ActionItem = Known(r.ActionItem, knownActions) }),
            AnnualWheelActivities = rows.Shown(lists.AnnualWheelActivities, r => r.Origin, (r, o) => r with { Origin = o }),
            TextBlocks = rows.Shown(lists.TextBlocks, r => r.Origin, (r, o) => r with { Origin = o }),
            ReviewRequests = [],
            Settings = [.. lists.Settings.Select(Plain)],
            LeftOut = rows.LeftOut,
            SinceApproval = lists.SinceApproval is { } since ? since with { Changes = since.Changes.Where((_, row) => row.IsOpen) } : null,
        };
    }

    /// <summary>
    /// True when an open edition may hold words of the row as it was, and may not of the row as it is. The figures of incidents are told in any
    /// case; the words are what they are counted by, and the summary where the row says Öppen.
    /// </summary>
    public static bool IsClosed(ListSchema list, ListRow was, ListRow now)
    {
        var (before, after) = (Origin(list, was), Origin(list, now));
        var isClosed = OpenRows.IsShown(before) && !OpenRows.IsShown(after);
        return list.Name switch
        {
            // What is told of a request is a public act, whatever its row says.
            ReviewRequest.List => false,
            Incident.List => (isClosed && CountedBy.Any(was.Fields.ContainsKey))
                || (before.Publication.Is(Publication.Open) && !after.Publication.Is(Publication.Open) && was.Fields.ContainsKey(nameof(Incident.ReportSummary))),
            _ => isClosed,
        };
    }

    // The publication columns are no dates, so that no time zone matters.
    private static RowOrigin Origin(ListSchema list, ListRow row) => new RowReader(list, row, TimeZoneInfo.Utc, []).Origin();

    /// <summary>Of a request only what belongs on the cover: the registry number, and who approved and when, which is a public act.</summary>
    public static ReviewRequest Of(ReviewRequest request) => new(
        OpenRows.Bare(request.Origin), null, null, request.DocumentType, null, request.Edition, default,
        request.Approver, request.ApprovedOn, request.RegistryNumber, null, null, null, null, null, default, null);

    /// <summary>
    /// An incident as a figure: title, number and description are never told. What is written on one that is not open
    /// is counted under one name.
    /// </summary>
    private static Incident Counted(Incident row, RowLookup<ProcessingActivity> activities)
    {
        var bare = row with
        {
            Origin = OpenRows.Bare(row.Origin),
            Title = null,
            Description = null,
            IaId = null,
            Investigator = Nameless(row.Investigator),
            ProcessingActivity = Known(row.ProcessingActivity, activities),
            ReportSummary = row.Origin.Publication.Is(Publication.Open) ? row.ReportSummary : null,
        };
        if (OpenRows.IsShown(row.Origin))
            return bare;
        return bare with
        {
            Origin = Covered(bare.Origin),
            OccurredOn = Covered(row.OccurredOn),
            DiscoveredOn = Covered(row.DiscoveredOn),
            Kind = Covered(row.Kind),
            Severity = Covered(row.Severity),
            Cause = row.Cause is null ? null : NotShown,
            Unit = row.Unit is null ? null : NotShown,
            ProcessingActivity = row.ProcessingActivity is null ? null : Elsewhere,
            AffectsConfidentiality = Covered(row.AffectsConfidentiality),
            AffectsIntegrity = Covered(row.AffectsIntegrity),
            AffectsAvailability = Covered(row.AffectsAvailability),
            PersonalDataBreach = Covered(row.PersonalDataBreach),
            ReportedToImyOn = Covered(row.ReportedToImyOn),
            SignificantUnderCybersecurityAct = Covered(row.SignificantUnderCybersecurityAct),
            ReportedOn = Covered(row.ReportedOn),
            RiskAssessed = Covered(row.RiskAssessed),
            Status = Covered(row.Status),
            ClosedOn = Covered(row.ClosedOn),
        };
    }

    /// <summary>A check point is told about under its procurement and is not shown without it.</summary>
    private static IReadOnlyList<ProcurementCheck> Checks(OrganisationLists lists, IReadOnlyList<Procurement> procurements, OpenRows rows)
    {
        var all = new RowLookup<Procurement>(lists.Procurements, r => r.Origin, r => r.Title);
        var known = new RowLookup<Procurement>(procurements, r => r.Origin, r => r.Title);
        var belonging = new List<ProcurementCheck>(lists.ProcurementChecks.Count);
        foreach (var check in lists.ProcurementChecks)
        {
            if (OpenRows.IsShown(check.Origin) && all.TryFind(check.Procurement) is { } procurement && !OpenRows.IsShown(procurement.Origin))
                rows.LeaveOut(check.Origin.List, procurement.Origin);
            else
                belonging.Add(check);
        }
        return rows.Shown(belonging, r => r.Origin, (r, o) => r with { Origin = o, Procurement = Known(r.Procurement, known), AnsweredBy = Nameless(r.AnsweredBy) });
    }

    /// <summary>The organisation's name and limits; the words only when the row is open.</summary>
    private static Setting Plain(Setting row) => OpenRows.IsShown(row.Origin)
        ? row with { Origin = OpenRows.Bare(row.Origin) }
        : row with
        {
            Origin = Covered(OpenRows.Bare(row.Origin)),
            Title = null,
            OrganisationName = null,
            OrganisationForm = Covered(row.OrganisationForm),
            CityName = null,
            ApproverGroup = null,
            ClassificationMonths = Covered(row.ClassificationMonths),
            RiskAnalysisMonths = Covered(row.RiskAnalysisMonths),
            AccessReviewMonths = Covered(row.AccessReviewMonths),
            SmallCount = Covered(row.SmallCount),
        };

    private static Reference? Nameless(Reference? person) => person is null ? null : Somebody;

    /// <summary>What a lookup shows is the other row's title, so it is told only when that row is shown.</summary>
    private static Reference? Known<T>(Reference? reference, RowLookup<T> shown)
        where T : class => reference is null || shown.TryFind(reference) is not null ? reference : Elsewhere;

    /// <summary>A cell that could not be read holds whatever was written in it.</summary>
    private static Entry<T> Covered<T>(Entry<T> entry)
        where T : struct => entry.IsUnreadable ? new(null, NotShown) : entry;

    private static RowOrigin Covered(RowOrigin origin) => origin with
    {
        Year = Covered(origin.Year),
        Publication = origin.Publication.IsUnreadable ? new(Publication.Internal, Choice.Text(Publication.Internal)) : origin.Publication,
        PersonalDataReviewed = Covered(origin.PersonalDataReviewed),
        Unread = [],
    };
}
