using System.Text.RegularExpressions;
using SpLg.Schedule;

namespace SpLg.Tests.Schedule;

public sealed class ScheduledRequestsTests
{
    private const string EveryJanuary = "0 0 6 15 1 ?";
    private const string Create = "/lists/[^/]+/items$";

    private readonly DayClock clock = new("2026-11-21T04:00:00Z");

    [Fact]
    public async Task On_the_day_the_calendar_asks_for_the_document_of_the_year_that_is_set()
    {
        await using var test = await TestSite.StartAsync();
        using var site = await test.OpenAsync();
        await PassAsync(test, site, "one", ScheduledYear.Previous);

        var request = Assert.Single(await RequestRows.ReadAsync(site, CancellationToken.None));

        Assert.Equal("Ledningens genomgång 2026", request.Title);
        Assert.True(request.Origin.IsOf(2026));
        Assert.True(request.Status.Is(ReviewStatus.Requested));
        Assert.True(request.DocumentType.Is(DocumentType.ManagementReview));
        Assert.True(request.Edition.Is(Edition.Full));
        Assert.Equal("arshjul-review-2027-01-15", request.Origin.ExternalKey);
    }

    [Fact]
    public async Task Two_workers_and_one_that_lost_its_state_make_one_request()
    {
        await using var test = await TestSite.StartAsync();
        using var site = await test.OpenAsync();
        await StartAsync(test, site, "one");
        await StartAsync(test, site, "two");
        clock.Now = DayClock.At("2027-01-15T05:00:00Z");

        await Task.WhenAll(RunAsync(test, site, "one"), RunAsync(test, site, "two"));
        clock.Now = DayClock.At("2026-12-01T00:00:00Z");
        await StartAsync(test, site, "three");
        clock.Now = DayClock.At("2027-01-15T05:00:00Z");
        await RunAsync(test, site, "three");

        Assert.Single(await RequestRows.ReadAsync(site, CancellationToken.None));
    }

    [Fact]
    public async Task A_row_whose_answer_was_lost_is_not_made_twice()
    {
        await using var test = await TestSite.StartAsync();
        using var site = await test.OpenAsync();
        test.Server.Faults.Add(new FaultRule(Create, "POST", Kind: FaultKind.DropAfter));

        var log = await PassAsync(test, site, "one");

        Assert.Single(await RequestRows.ReadAsync(site, CancellationToken.None));
        Assert.Contains(nameof(WorkerLog.AskedForAlready), log.Events);
    }

    [Fact]
    public async Task What_could_not_be_asked_for_is_asked_for_at_the_next_look()
    {
        await using var test = await TestSite.StartAsync();
        using var site = await test.OpenAsync();
        test.Server.Faults.Add(new FaultRule(Create, "POST", Status: 403));

        await Assert.ThrowsAsync<AccessDeniedException>(() => PassAsync(test, site, "one"));
        Assert.Empty(await RequestRows.ReadAsync(site, CancellationToken.None));
        await RunAsync(test, site, "one");

        Assert.Single(await RequestRows.ReadAsync(site, CancellationToken.None));
    }

    [Theory]
    [InlineData(ReviewStatus.DraftReady, 1)]
    [InlineData(ReviewStatus.ForApproval, 1)]
    [InlineData(ReviewStatus.Published, 1)]
    [InlineData(ReviewStatus.Cancelled, 2)]
    public async Task A_document_that_somebody_is_at_or_has_approved_is_not_asked_for_again(
        ReviewStatus status,
        int requests
    )
    {
        await using var test = await TestSite.StartAsync();
        using var site = await test.OpenAsync();
        await test.RequestAsync(site, 2027, status);

        var log = await PassAsync(test, site, "one");

        Assert.Equal(requests, (await RequestRows.ReadAsync(site, CancellationToken.None)).Count);
        Assert.Equal(requests == 1, log.Events.Contains(nameof(WorkerLog.NotAskedFor)));
    }

    [Fact]
    public async Task A_scheduled_task_asks_for_what_fell_due_since_its_last_run_and_makes_it()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        string[] args = ["worker", "--once", "--set", "Schedule:review=0 0 6 * * ?", "--set", "Worker:Name=w"];
        var first = await test.RunAsync(args);
        var state = Path.Combine(test.Folder, "state", "w-calendar.json");
        // As if the last run had been two days ago.
        await File.WriteAllTextAsync(
            state,
            Regex.Replace(
                await File.ReadAllTextAsync(state),
                "\"Seen\":\"[^\"]+\"",
                $"\"Seen\":\"{DateTimeOffset.UtcNow.AddDays(-2):O}\"",
                RegexOptions.None,
                TimeSpan.FromSeconds(1)
            )
        );

        var second = await test.RunAsync(args);

        Assert.True(first.Code == ExitCode.Ok && second.Code == ExitCode.Ok, first + "\n" + second);
        var request = Assert.Single(await RequestRows.ReadAsync(site, CancellationToken.None));
        Assert.True(request.Status.Is(ReviewStatus.DraftReady), second.ToString());
    }

    /// <summary>A worker that was up before the day and is up on it.</summary>
    private async Task<Lines> PassAsync(
        TestSite test,
        OpenSite site,
        string worker,
        ScheduledYear year = ScheduledYear.This
    )
    {
        await StartAsync(test, site, worker, year);
        clock.Now = DayClock.At("2027-01-15T05:00:00Z");
        return await RunAsync(test, site, worker, year);
    }

    private Task<Lines> StartAsync(
        TestSite test,
        OpenSite site,
        string worker,
        ScheduledYear year = ScheduledYear.This
    ) => RunAsync(test, site, worker, year);

    private async Task<Lines> RunAsync(
        TestSite test,
        OpenSite site,
        string worker,
        ScheduledYear year = ScheduledYear.This
    )
    {
        var log = new Lines();
        var settings = new ScheduleSettings(
            new Dictionary<DocumentType, string> { [DocumentType.ManagementReview] = EveryJanuary },
            year
        );
        var calendar = new CronCalendar(
            Path.Combine(test.Worker(worker).StateFolder, worker + "-calendar.json"),
            site.Zone,
            clock
        );
        await new ScheduledRequests(site, settings, calendar, log).CreateDueAsync(CancellationToken.None);
        return log;
    }
}
