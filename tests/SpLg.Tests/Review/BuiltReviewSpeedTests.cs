using System.Diagnostics;

namespace SpLg.Tests.Review;

public class BuiltReviewSpeedTests
{
    /// <summary>
    /// One run against another in the same process, so that the machine's speed does not count: nothing may be
    /// quadratic.
    /// </summary>
    [Fact]
    public void Ten_times_the_rows_take_about_ten_times_the_work()
    {
        Work(200);
        var rows = SampleOrAll.IsAll ? 1_000 : 300;
        var (few, many) = (Work(rows), Work(10 * rows));

        Assert.True(many < 40 * few + TimeSpan.FromSeconds(1), $"{rows} rows took {few}, ten times as many {many}.");
    }

    private static TimeSpan Work(int rows)
    {
        var organisation = new Organisation();
        for (var i = 0; i < rows; i++)
        {
            organisation
                .Add(
                    "Incidents",
                    ("Year", 2025 + i % 2),
                    ("OccurredOn", "2026-03-01"),
                    ("Kind", "Dataskydd"),
                    ("IaId", $"IA-{i}"),
                    ("Cause", $"orsak {i}")
                )
                .Add(
                    "UndesiredEvents",
                    ("Year", 2025 + i % 2),
                    ("WorkingMethod", "Utbildning"),
                    ("Likelihood", 1 + i % 5),
                    ("Impact", 3)
                )
                .Add(
                    "ProcessingActivities",
                    ("Title", $"behandling {i}"),
                    ("ManagedObject", $"objekt {i % 50}"),
                    ("System", $"system {i}"),
                    ("OpenNot", 1)
                )
                .Add("Procurements", ("Title", $"upphandling {i}"), ("Year", 2026), ("Phase", "Avtal"))
                .Add(
                    "ProcurementChecks",
                    ("Title", "punkt"),
                    ("Procurement", $"upphandling {i}"),
                    ("Phase", "Behov"),
                    ("Mandatory", true)
                )
                .Add(
                    "ActionItems",
                    ("Title", $"åtgärd {i}"),
                    ("PlannedYears", new[] { "2026", "2027" }),
                    ("Role", new[] { "ISAM" }),
                    ("Status", "Pågår"),
                    ("SourceRow", $"system {i}")
                )
                .Add(
                    "RequirementAssessments",
                    ("Year", 2025 + i % 2),
                    ("Edition", "2022"),
                    ("Clause", $"{4 + i % 7}.{i}"),
                    ("Fulfilled", "Nej")
                );
        }
        var lists = organisation.Read();
        // Other tests run beside this one: the quickest of three is the nearest to the work itself.
        return Enumerable
            .Range(0, 3)
            .Min(_ =>
            {
                var watch = Stopwatch.StartNew();
                BuiltReview.Build(lists, null, Organisation.Years, Edition.Full, Organisation.Today, []);
                return watch.Elapsed;
            });
    }
}
