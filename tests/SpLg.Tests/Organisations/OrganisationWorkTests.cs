using SpLg.Service;
using SpLg.SharePoint.Throttling;
using SpLg.Terminal;

namespace SpLg.Tests.Organisations;

public class OrganisationWorkTests
{
    [Fact]
    public async Task One_process_makes_what_every_organisation_asks_for_each_with_a_state_of_its_own()
    {
        await using var culture = await TestSite.WithFewRowsAsync();
        await using var school = await TestSite.WithFewRowsAsync();
        using var one = await culture.OpenAsync();
        using var other = await school.OpenAsync();
        var first = await culture.RequestAsync(one);
        var second = await school.RequestAsync(other, year: 2025);

        var run = await Several.RunAsync(
            Several.Options(("kultur", culture), ("Skola", school)),
            "worker",
            "--once",
            "--set",
            "Worker:Name=w"
        );

        Assert.True(run.Code == ExitCode.Ok, run.ToString());
        Assert.True((await culture.ReadRequestAsync(one, first)).Status.Is(ReviewStatus.DraftReady), run.ToString());
        Assert.True((await school.ReadRequestAsync(other, second)).Status.Is(ReviewStatus.DraftReady), run.ToString());
        Assert.True(File.Exists(Path.Combine(culture.Folder, "state", "kultur", "w.json")));
        Assert.True(File.Exists(Path.Combine(culture.Folder, "state", "skola", "w.json")));
        Assert.Contains($" skola: request {second}: done", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_at_some_organisations_is_logged_by_their_names_and_the_others_are_served()
    {
        await using var culture = await TestSite.WithFewRowsAsync();
        await using var silent = await TestSite.WithFewRowsAsync();
        await using var denied = await TestSite.StartAsync(empty: true);
        await using var bare = await TestSite.StartAsync(empty: true);
        using var site = await culture.OpenAsync();
        var id = await culture.RequestAsync(site);
        silent.Server.Faults.Add(new FaultRule("/items/delta", Status: 500, Count: 1000));
        denied.Server.Faults.Add(new FaultRule("/sites", Status: 403, Count: 1000));
        var options = Several.Options(
            ("away", culture),
            ("bare", bare),
            ("denied", denied),
            ("kultur", culture),
            ("silent", silent)
        );

        var run = await Several.RunAsync(
            [
                .. options,
                .. Several.Set("Sites:away:Graph:Address", "http://127.0.0.1:9/v1.0/"),
                .. Several.Set("Sites:away:Address", "https://a.example/sites/a"),
            ],
            "worker",
            "--once"
        );

        Assert.Equal(ExitCode.Fault, run.Code);
        foreach (var name in new[] { "away", "bare", "denied", "silent" })
            Assert.Contains($" {name}: left for the next run: ", run.Error, StringComparison.Ordinal);
        Assert.Contains(
            "The site http",
            run.Error.Split('\n').Single(l => l.Contains(" bare: left", StringComparison.Ordinal)),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("kultur: left", run.Error, StringComparison.Ordinal);
        Assert.True((await culture.ReadRequestAsync(site, id)).Status.Is(ReviewStatus.DraftReady), run.ToString());
    }

    [Fact]
    public async Task A_worker_that_stays_up_waits_for_a_site_without_lists_until_it_has_them()
    {
        await using var school = await TestSite.StartAsync(empty: true);
        var log = new Lines();
        using var stop = new CancellationTokenSource();
        var work = new OrganisationWork(Of(school) with { Organisation = "skola" }, TimeProvider.System, log).RunAsync(
            once: false,
            stop.Token
        );
        await UntilAsync(() => Task.FromResult(log.Events.Contains(nameof(WorkerLog.WillTryAgain))), work, log);
        Assert.Equal(ExitCode.Ok, (await school.RunAsync("provision")).Code);
        using var site = await school.OpenAsync();
        var id = await school.RequestAsync(site, year: null);

        await UntilAsync(
            async () => (await school.ReadRequestAsync(site, id)).Status.Is(ReviewStatus.Failed),
            work,
            log
        );

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => work);
    }

    [Fact]
    public async Task A_site_that_denies_access_is_waited_for_and_is_not_ready_until_it_gives_it()
    {
        await using var test = await TestSite.StartAsync();
        test.Server.Faults.Add(new FaultRule("/sites", Status: 403, Count: int.MaxValue));
        var settings = Of(test);
        var health = new WorkerHealth([settings], TimeProvider.System);
        var log = new Lines();
        using var stop = new CancellationTokenSource();
        var work = new OrganisationWork(settings, TimeProvider.System, log, health: health.Of(settings)).RunAsync(
            once: false,
            stop.Token
        );

        await UntilAsync(() => Task.FromResult(health.Of(settings).Fault is not null), work, log);
        Assert.True(health.IsAlive);
        Assert.False(health.IsReady);
        Assert.Contains("fullcontrol", health.Of(settings).Fault, StringComparison.Ordinal);
        test.Server.Faults.Clear();
        await UntilAsync(() => Task.FromResult(health.IsReady), work, log);

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => work);
    }

    [Fact]
    public async Task A_worker_for_one_run_ends_with_what_the_site_that_denies_access_wants_mended()
    {
        await using var test = await TestSite.StartAsync();
        test.Server.Faults.Add(new FaultRule("/sites", Status: 403, Count: 1000));

        await Assert.ThrowsAsync<AccessDeniedException>(() =>
            new OrganisationWork(Of(test), TimeProvider.System, new Lines()).RunAsync(
                once: true,
                CancellationToken.None
            )
        );
    }

    [Fact]
    public async Task A_site_that_is_busy_rests_alone_and_an_application_that_asks_too_much_rests_everywhere()
    {
        await using var culture = await TestSite.StartAsync();
        await using var school = await TestSite.StartAsync();
        var clock = new GraphClock(skips: false);
        var quota = new AppQuota(clock);
        using var one = await OpenSite.OpenAsync(Of(culture), clock, new Lines().Pauses, CancellationToken.None, quota);
        using var other = await OpenSite.OpenAsync(
            Of(school),
            clock,
            new Lines().Pauses,
            CancellationToken.None,
            quota
        );
        culture.Server.Faults.Add(new FaultRule("/lists", Status: 503, RetryAfter: 60));
        var busy = one.Reader.ListsAsync(CancellationToken.None);
        await UntilAsync(() => Task.FromResult(clock.Waits.Count == 1), new TaskCompletionSource().Task, new Lines());
        Assert.NotEmpty(await other.Reader.ListsAsync(CancellationToken.None));
        clock.Advance(TimeSpan.FromSeconds(61));
        Assert.NotEmpty(await busy);

        culture.Server.Faults.Add(new FaultRule("/lists", Status: 429, RetryAfter: 60));
        var tooMuch = one.Reader.ListsAsync(CancellationToken.None);
        await UntilAsync(() => Task.FromResult(clock.Waits.Count == 2), new TaskCompletionSource().Task, new Lines());
        var waits = other.Reader.ListsAsync(CancellationToken.None);
        await UntilAsync(() => Task.FromResult(clock.Waits.Count == 3), new TaskCompletionSource().Task, new Lines());
        Assert.False(waits.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(61));
        Assert.NotEmpty(await waits);
        Assert.NotEmpty(await tooMuch);
    }

    [Fact]
    public async Task Reminders_that_a_missing_list_stops_are_told_and_leave_the_requests_to_be_made()
    {
        await using var test = await TestSite.StartAsync(without: Setting.List);
        using var site = await test.OpenAsync();
        string[] worker =
        [
            "worker",
            "--once",
            "--set",
            "Mail:From=isam@lindo.example",
            "--set",
            "Reminders:Cron=* * * * * ?",
        ];
        // An expression begins at the first start.
        Assert.Equal(ExitCode.Ok, (await test.RunAsync(worker)).Code);
        var id = await test.RequestAsync(site);
        await Task.Delay(1100);

        var run = await test.RunAsync(worker);

        Assert.Equal(ExitCode.Fault, run.Code);
        Assert.Contains("calendar: what is due will be tried again: The site ", run.Error, StringComparison.Ordinal);
        Assert.Contains("'Inställningar'", run.Error, StringComparison.Ordinal);
        Assert.False((await test.ReadRequestAsync(site, id)).Status.Is(ReviewStatus.Requested), run.ToString());
    }

    [Fact]
    public async Task A_wait_after_a_fault_begins_anew_when_the_site_was_served_well_in_between()
    {
        await using var test = await TestSite.StartAsync();
        using var site = await test.OpenAsync();
        var settings = Of(test) with { Organisation = "kultur" };
        var folder = settings.Worker.StateFolder;
        var clock = new GraphClock(skips: false);
        var log = new Lines();
        using var stop = new CancellationTokenSource();
        await PutInTheWayAsync(folder);
        var work = new OrganisationWork(settings, clock, log).RunAsync(once: false, stop.Token);
        await MovingAsync(() => Waits().Count >= 3);
        File.Delete(folder);
        var before = Waits().Count;
        await MovingAsync(() => Directory.Exists(folder) && File.Exists(Path.Combine(folder, "one.json")));
        clock.Advance(TimeSpan.FromMinutes(6));
        await PutInTheWayAsync(folder);
        await test.RequestAsync(site);
        await MovingAsync(() => Waits().Count > before);

        Assert.Equal(["0.05", "0.1", "0.2"], Waits().Take(3));
        Assert.Equal("0.05", Waits()[before]);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => work);

        List<string> Waits() =>
            [
                .. log
                    .All.Where(l => l.StartsWith("will try again in ", StringComparison.Ordinal))
                    .Select(l => l.Split(' ')[4]),
            ];

        Task MovingAsync(Func<bool> reached) =>
            UntilAsync(
                () =>
                {
                    clock.Advance(TimeSpan.FromSeconds(1));
                    return Task.FromResult(reached());
                },
                work,
                log
            );
    }

    [Fact]
    public async Task The_doctor_looks_at_every_site_whatever_one_of_them_refuses()
    {
        await using var culture = await TestSite.StartAsync();
        await using var school = await TestSite.StartAsync();
        culture.Server.Faults.Add(new FaultRule("/(permissions|drive)", Status: 400, Count: 1000));

        var doctor = await Several.RunAsync(Several.Options(("kultur", culture), ("skola", school)), "doctor");

        Assert.Equal(ExitCode.Fault, doctor.Code);
        Assert.Contains("✗ kultur: Only some may read Arbetsdokument", doctor.Output, StringComparison.Ordinal);
        Assert.Contains("✗ kultur: Word templates in the library Mallar", doctor.Output, StringComparison.Ordinal);
        Assert.Contains("✓ kultur: Calendar", doctor.Output, StringComparison.Ordinal);
        Assert.Contains("✓ skola: Only some may read Arbetsdokument", doctor.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_doctor_does_not_wait_for_a_site_that_never_answers()
    {
        await using var culture = await TestSite.StartAsync(empty: true);
        await using var school = await TestSite.StartAsync(empty: true);
        culture.Server.Faults.Add(new FaultRule("/sites", Delay: TimeSpan.FromMinutes(10), Count: 1000));
        using var output = new StringWriter();
        var screen = new Screen(TextWriter.Synchronized(output), TextWriter.Null, interactive: false);

        var code = await new CommandLine(screen, new Dictionary<string, string>(), new HurriedClock()).RunAsync(
            ["doctor", .. Several.Options(("kultur", culture), ("skola", school))],
            CancellationToken.None
        );

        Assert.Equal(ExitCode.Fault, code);
        Assert.Contains("The site has not answered within 60 s.", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("✓ skola: Sign-in and site", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_for_one_site_takes_the_organisation_that_is_named()
    {
        await using var culture = await TestSite.WithFewRowsAsync();
        await using var school = await TestSite.StartAsync();
        var options = Several.Options(("kultur", culture), ("skola", school));

        var unnamed = await Several.RunAsync(options, "check", "--year", "2026");
        var named = await Several.RunAsync(
            options,
            "read",
            Path.Combine(culture.Folder, "rows"),
            "--list",
            Incident.List,
            "--organisation",
            "kultur"
        );

        var doctor = await Several.RunAsync(options, "doctor");

        Assert.Contains("✓ kultur: Permission to write", doctor.Output, StringComparison.Ordinal);
        Assert.Contains("✗ skola: Who may approve", doctor.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, unnamed.Code);
        Assert.Contains("kultur, skola", unnamed.Error, StringComparison.Ordinal);
        Assert.True(named.Code == ExitCode.Ok, named.ToString());
        Assert.Contains(
            "Stulen dator",
            await File.ReadAllTextAsync(Path.Combine(culture.Folder, "rows", "Incidents.csv")),
            StringComparison.Ordinal
        );
    }

    /// <summary>A file in the place of a folder, in which a worker may write at any moment.</summary>
    private static async Task PutInTheWayAsync(string folder)
    {
        for (var since = TimeProvider.System.GetTimestamp(); ; await Task.Delay(10))
        {
            try
            {
                if (Directory.Exists(folder))
                    Directory.Delete(folder, recursive: true);
                await File.WriteAllTextAsync(folder, "in the way");
                return;
            }
            catch (Exception e)
                when (e is IOException or UnauthorizedAccessException
                    && TimeProvider.System.GetElapsedTime(since) < TimeSpan.FromSeconds(30)
                )
            {
                // The worker has just made it again.
            }
        }
    }

    private static AppSettings Of(TestSite test) =>
        SpLg.Commands.LocalSettings.Of(
            test.Server,
            TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm"),
            test.Worker("one")
        );

    /// <summary>Its waits are a tenth of what they should be.</summary>
    private sealed class HurriedClock : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? dueTime / 10 : dueTime, period);
    }

    private static async Task UntilAsync(Func<Task<bool>> reached, Task work, Lines log)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await reached())
        {
            Assert.False(work.IsCompleted || limit.IsCancellationRequested, log.ToString());
            await Task.Delay(50);
        }
    }
}
