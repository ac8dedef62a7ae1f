using SpLg.Core.Findings;
using SpLg.Core.PersonalData;

namespace SpLg.Core.Review;

/// <summary>
/// Runs every rule about the data. A new rule is a small function in the file of its list, named in that file's rules.
/// </summary>
internal static class DataChecks
{
    public static void Run(
        OrganisationLists lists,
        StalenessLimits limits,
        int year,
        DateOnly today,
        ICollection<Finding> findings
    )
    {
        var links = ActionLinks.Of(lists);
        IEnumerable<Finding>[] checks =
        [
            lists.AsRead.All.Where(l => l.List.IsExamined).SelectMany(CommonChecks.Of),
            PersonalDataChecks.Of(lists),
            CoverChecks.Of(lists),
            IncidentChecks.Of(lists.Incidents, today),
            EventChecks.Of(lists.UndesiredEvents, year),
            ActivityChecks.Of(
                lists.ProcessingActivities,
                links.ByActivity(lists.ActionItems.Where(EarlierActions.IsOpen)),
                limits,
                today
            ),
            ProcurementChecks.Of(lists),
            ActionChecks.Of(lists.ActionItems, year, today),
            ActionLinkChecks.Of(lists, links),
            AssessmentChecks.Of(lists.RequirementAssessments),
            OtherChecks.Of(lists, today),
            ToldChecks.Of(lists),
            ObjectiveChecks.Of(lists, limits, year, today),
            TwiceToldChecks.Of(lists),
        ];
        foreach (var finding in checks.SelectMany(c => c))
            findings.Add(finding);
    }
}
