using SpLg.Core.Lists;
using SpLg.Core.Rows;

namespace SpLg.Core.Review;

/// <summary>Runs every rule about the data. A new rule is a line in the file of its list.</summary>
internal static class DataChecks
{
    public static void Run(OrganisationLists lists, Setting? setting, StalenessLimits limits, int year, DateOnly today, ICollection<Finding> findings)
    {
    }
}
