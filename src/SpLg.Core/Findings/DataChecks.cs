using SpLg.Core.PersonalData;

namespace SpLg.Core.Findings;

/// <summary>
/// Runs every rule about the data: those for the columns that every list has, and each list's own.
/// </summary>
internal static class DataChecks
{
    public static void Run(
        OrganisationLists lists,
        StalenessLimits limits,
        ReviewYears years,
        DateOnly today,
        ICollection<Finding> findings
    )
    {
        var data = new DataToCheck(lists, limits, years, today);
        IEnumerable<Finding>[] checks =
        [
            lists.AsRead.All.Where(l => l.List.IsExamined).SelectMany(CommonChecks.Of),
            lists.AsRead.All.SelectMany(l => YearChecks.Of(l, years, lists.AsRead.Zone)),
            PersonalDataChecks.Of(lists),
            CoverChecks.Of(lists),
            lists.Known.SelectMany(l => l.Check(data)),
        ];
        foreach (var finding in checks.SelectMany(c => c))
            findings.Add(finding);
    }
}
