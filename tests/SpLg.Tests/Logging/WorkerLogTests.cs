using System.Reflection;
using Microsoft.Extensions.Logging;

namespace SpLg.Tests.Logging;

public class WorkerLogTests
{
    private static readonly IReadOnlyList<(string Name, LoggerMessageAttribute Event)> Events =
    [
        .. typeof(WorkerLog)
            .GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Select(m => (m.Name, m.GetCustomAttribute<LoggerMessageAttribute>()!)),
    ];

    [Fact]
    public void Each_event_has_a_number_of_its_own()
    {
        Assert.True(Events.Count > 30);
        Assert.All(Events, e => Assert.InRange(e.Event.EventId, 1, 69));
        Assert.Empty(Events.GroupBy(e => e.Event.EventId).Where(g => g.Count() > 1).Select(g => g.Key));
    }

    [Fact]
    public void A_line_begins_with_the_organisation_and_the_request_that_it_is_about()
    {
        var lines = new Lines();

        using (lines.BeginOrganisation("skola"))
        {
            lines.Watches("w", new("https://lindo.example/"), 0.5);
            using (lines.BeginRequest("7"))
            using (lines.BeginRun("w/1"))
                lines.Taken("requested", "w/1");
        }
        using (lines.BeginOrganisation(null))
            lines.SomebodyElseWasQuicker();

        Assert.Equal(
            [
                "skola: worker w watches https://lindo.example/ every 0.5 s",
                "skola: request 7: requested; run w/1",
                "somebody else was quicker",
            ],
            lines.All
        );
    }

    [Fact]
    public void What_the_operator_has_to_look_at_is_an_error_and_what_is_tried_again_a_warning()
    {
        var lines = new Lines();

        lines.Failed("no");
        lines.WillBeTriedAgain("later");
        lines.Taken("requested", "w/1");
        lines.Step(new(RunStep.Build, "building review"));

        Assert.Equal(
            [(8, LogLevel.Error), (7, LogLevel.Warning), (5, LogLevel.Information), (14, LogLevel.Debug)],
            lines.Levels
        );
    }

    [Fact]
    public async Task Steps_of_several_requests_at_once_keep_their_own_scope()
    {
        var lines = new Lines();

        await Task.WhenAll(
            Enumerable
                .Range(1, 20)
                .Select(async id =>
                {
                    using var about = lines.BeginRequest($"{id}");
                    await Task.Yield();
                    lines.Progress.Say($"step of {id}");
                })
        );

        Assert.Equal(
            Enumerable.Range(1, 20).Select(id => $"request {id}: step of {id}").Order(StringComparer.Ordinal),
            lines.All.Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void A_fault_is_logged_without_what_it_quotes()
    {
        var fault = new SiteFaultException("Urvalet ”Anna Ek” och ”x” går inte.");

        Assert.Equal("Urvalet ”…” och ”…” går inte.", FaultText.ForLog(fault));
    }

    [Fact]
    public async Task No_line_holds_what_a_row_says_or_the_token_of_the_sign_in()
    {
        const string Planted = "Hemlig Ek-Lind";
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await ReviewFlow.OpenAsync(test);
        test.Server.Faults.Add(ReviewFlow.NoPdf);
        await test.AddIncidentAsync(site, Planted, "i-9");
        var log = new Lines();
        var review = await test.RequestAsync(site);
        await test.SetAsync(site, review, "RegistryNumber", Planted);
        var chosen = await test.RequestAsync(site, year: 2025);
        await test.SetAsync(site, chosen, "Selection", Planted);
        var typed = await test.RequestAsync(site, year: 2024, status: ReviewStatus.Preparing);
        await test.SetStatusAsPersonAsync(site, typed, ReviewFlow.Coordinator, "Publicerad");
        await ReviewFlow.WorkAsync(test, site, log: log);
        foreach (
            var (who, status) in new[]
            {
                (ReviewFlow.Coordinator, ReviewStatus.ForApproval),
                (ReviewFlow.Coordinator, ReviewStatus.Approved),
                (ReviewFlow.Head, ReviewStatus.Approved),
            }
        )
        {
            await test.SetStatusAsPersonAsync(site, review, who, Choice.Text(status));
            await ReviewFlow.WorkAsync(test, site, log: log);
        }

        Assert.All(
            [
                nameof(WorkerLog.DraftDone),
                nameof(WorkerLog.Failed),
                nameof(WorkerLog.PutBack),
                nameof(WorkerLog.NotApproved),
                nameof(WorkerLog.Published),
            ],
            name => Assert.Contains(name, log.Events)
        );
        Assert.DoesNotContain(Planted, log.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Bearer", log.ToString(), StringComparison.OrdinalIgnoreCase);
    }
}
