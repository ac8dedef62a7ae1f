using SpLg.Core.Findings;
using SpLg.Core.Lists;
using SpLg.Core.Sources;

namespace SpLg.Core.Review;

/// <summary>Runs every rule about the data. A new rule is a small function in the file of its list, named in that file's rules.</summary>
internal static class DataChecks
{
    public static void Run(OrganisationLists lists, StalenessLimits limits, int year, DateOnly today, ICollection<Finding> findings)
    {
        var links = ActionLinks.Of(lists);
        IEnumerable<Finding>[] checks =
        [
            Common(lists),
            PersonalDataChecks.Of(lists),
            IncidentChecks.Of(lists.Incidents, today),
            EventChecks.Of(lists.UndesiredEvents, year),
            ActivityChecks.Of(lists.ProcessingActivities, links.ByActivity(lists.ActionItems.Where(EarlierActions.IsOpen)), limits, today),
            ProcurementChecks.Of(lists),
            ActionChecks.Of(lists.ActionItems, year, today),
            ActionLinkChecks.Of(lists, links),
            AssessmentChecks.Of(lists.RequirementAssessments),
            OtherChecks.Of(lists, today),
            ToldChecks.Of(lists),
            TwiceToldChecks.Of(lists),
        ];
        foreach (var finding in checks.SelectMany(c => c))
            findings.Add(finding);
    }

    /// <summary>Every list but requests and settings.</summary>
    private static IEnumerable<Finding> Common(OrganisationLists lists) => new[]
    {
        CommonChecks.Of(lists.Incidents, r => r.Origin, "visas med orsak och enhet i den öppna utgåvan, men utan sammanfattning"),
        CommonChecks.Of(lists.UndesiredEvents, r => r.Origin),
        CommonChecks.Of(lists.InternalControlResults, r => r.Origin),
        CommonChecks.Of(lists.ProcessingActivities, r => r.Origin),
        CommonChecks.Of(lists.Procurements, r => r.Origin),
        CommonChecks.Of(lists.ProcurementChecks, r => r.Origin),
        CommonChecks.Of(lists.ActionItems, r => r.Origin),
        CommonChecks.Of(lists.ContextFactors, r => r.Origin),
        CommonChecks.Of(lists.DpoFindings, r => r.Origin),
        CommonChecks.Of(lists.Audits, r => r.Origin),
        CommonChecks.Of(lists.GoverningDocuments, r => r.Origin),
        CommonChecks.Of(lists.TrainingResults, r => r.Origin),
        CommonChecks.Of(lists.RequirementAssessments, r => r.Origin),
        CommonChecks.Of(lists.Objectives, r => r.Origin),
        CommonChecks.Of(lists.StakeholderInputs, r => r.Origin),
        CommonChecks.Of(lists.Decisions, r => r.Origin),
        CommonChecks.Of(lists.AnnualWheelActivities, r => r.Origin),
        CommonChecks.Of(lists.TextBlocks, r => r.Origin),
    }.SelectMany(f => f);
}
