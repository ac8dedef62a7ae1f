namespace SpLg.Tests.EndToEnd;

public class KillTests(ITestOutputHelper told)
{
    [Fact]
    public async Task A_worker_killed_at_random_moments_ends_with_one_document_and_the_request_done()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        var id = await test.RequestAsync(site);
        // Every answer a little late, so that the moments fall all over the run and not mostly at its ends.
        test.Server.Faults.Add(new FaultRule("", Delay: TimeSpan.FromMilliseconds(15), Count: 2000));
        var seed = Environment.TickCount;
        told.WriteLine($"seed {seed}");
        var random = new Random(seed);

        for (var kill = 0; kill < (SampleOrAll.IsAll ? 5 : 2); kill++)
        {
            using var worker = SplgProcess.Start(["worker", "--set", "Worker:Name=one", .. test.Options]);
            var after = TimeSpan.FromMilliseconds(random.Next(300, 1500));
            Assert.False(await worker.EndedAsync(after), "The worker ended by itself.");
            worker.Kill();
            var (_, log) = await worker.EndAsync();
            told.WriteLine($"killed after {after.TotalMilliseconds:0} ms: {log.Trim().Split('\n')[^1]}");
            // A request that was done before its worker was killed is asked for once more.
            if ((await test.ReadRequestAsync(site, id)).Status.Is(ReviewStatus.DraftReady))
                await test.SetAsync(site, id, "Status", "Uppdatering begärd");
        }

        using var last = SplgProcess.Start(["worker", "--once", "--set", "Worker:Name=one", .. test.Options]);
        var (code, output) = await last.EndAsync();

        Assert.True(code == ExitCode.Ok, output);
        var request = await test.ReadRequestAsync(site, id);
        Assert.True(request.Status.Is(ReviewStatus.DraftReady), $"{request.Status}: {request.Message}\n{output}");
        Assert.Equal(1, await test.DocumentCountAsync(site));
        Documents.AssertValid((await test.DocumentAsync(site))!);
    }

    [Fact]
    public async Task A_site_that_is_killed_again_and_again_during_a_run_ends_with_one_document_and_the_request_done()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        string id;
        using (var before = await test.OpenAsync())
            id = await test.RequestAsync(before);
        await test.Server.DisposeAsync();
        var seed = Environment.TickCount;
        told.WriteLine($"seed {seed}");
        var random = new Random(seed);

        // It starts while the site is away, and stays.
        using var worker = SplgProcess.Start(["worker", "--set", "Worker:Name=one", .. test.Options]);
        for (var kill = 0; kill < (SampleOrAll.IsAll ? 3 : 1); kill++)
        {
            using var site = await test.StartSiteProcessAsync();
            using (var seen = await test.OpenAsync())
                await UntilAsync(async () =>
                    !(await test.ReadRequestAsync(seen, id)).Status.Is(ReviewStatus.Requested)
                );
            var after = TimeSpan.FromMilliseconds(random.Next(50, 400));
            Assert.False(await worker.EndedAsync(after), "The worker ended.");
            site.Kill();
            var away = TimeSpan.FromMilliseconds(random.Next(200, 1000));
            told.WriteLine($"killed after {after.TotalMilliseconds:0} ms for {away.TotalMilliseconds:0} ms");
            Assert.False(await worker.EndedAsync(away), "The worker ended.");
        }

        using var last = await test.StartSiteProcessAsync();
        using var person = await test.OpenAsync();
        await UntilAsync(async () =>
            (await test.ReadRequestAsync(person, id)).Status is var status
            && (status.Is(ReviewStatus.DraftReady) || status.Is(ReviewStatus.Failed))
        );

        worker.Terminate();
        var (_, output) = await worker.EndAsync();
        var request = await test.ReadRequestAsync(person, id);
        Assert.True(request.Status.Is(ReviewStatus.DraftReady), $"{request.Status}: {request.Message}\n{output}");
        Assert.Equal(1, await test.DocumentCountAsync(person));
        Documents.AssertValid((await test.DocumentAsync(person))!);
    }

    [Fact]
    public async Task A_worker_that_is_told_to_stop_ends_cleanly_and_leaves_no_lock()
    {
        if (OperatingSystem.IsWindows())
        {
            told.WriteLine("Windows has no SIGTERM: nothing was tested.");
            return;
        }
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        var id = await test.RequestAsync(site);
        using var worker = SplgProcess.Start(["worker", "--set", "Worker:Name=one", .. test.Options]);
        await UntilAsync(async () => (await test.ReadRequestAsync(site, id)).Status.Is(ReviewStatus.DraftReady));

        worker.Terminate();
        var (code, output) = await worker.EndAsync();

        Assert.True(code == ExitCode.Ok, output);
        using var again = SpLg.Worker.WorkerLock.Take(test.Worker("one"));
    }

    /// <summary>
    /// The one that has the request is killed, and a new one on another machine takes its place; with
    /// <c>SPLG_KILL_STEP=1</c> in every stage, else in one.
    /// </summary>
    [Fact]
    public async Task Two_workers_of_which_the_busy_one_is_killed_leave_what_one_leaves()
    {
        var every = Environment.GetEnvironmentVariable("SPLG_KILL_STEP") == "1";
        var (stage, chosen, made) = (0, Random.Shared.Next(ReviewFlow.Length), 0);
        var workers = new Dictionary<string, SplgProcess>(StringComparer.Ordinal);
        try
        {
            var left = await ReviewFlow.RunAsync(async act =>
            {
                if (stage == 0)
                {
                    act.Test.Server.Faults.Add(ReviewFlow.NoPdf);
                    act.Test.Server.Faults.Add(
                        new FaultRule("", Delay: TimeSpan.FromMilliseconds(15), Count: int.MaxValue)
                    );
                    Start(act.Test);
                    Start(act.Test);
                }
                if (stage++ == chosen || every)
                {
                    string? holder = null;
                    await UntilAsync(async () =>
                        (holder = (await act.Test.ReadRequestAsync(act.Person, act.Request)).RunId) is not null
                    );
                    var name = holder!.Split('/')[0];
                    told.WriteLine($"{name} is killed while at '{act.Status}'");
                    workers[name].Kill();
                    Assert.True(await workers[name].EndedAsync(TimeSpan.FromSeconds(20)));
                    Start(act.Test);
                }
                var done = act.Status switch
                {
                    ReviewStatus.ForApproval => ReviewStatus.ForApproval,
                    ReviewStatus.Approved => ReviewStatus.Published,
                    _ => ReviewStatus.DraftReady,
                };
                await UntilAsync(async () =>
                    await act.Test.ReadRequestAsync(act.Person, act.Request) is { RunId: null } request
                    && request.Status.Is(done)
                    && request.Handled == request.Status.Text
                );
            });

            var expected = await ReviewFlow.Undisturbed.Value;
            Assert.True(left == expected, ReviewFlow.Difference(expected, left));
        }
        finally
        {
            foreach (var worker in workers.Values)
                worker.Dispose();
        }

        void Start(TestSite test)
        {
            var name = $"worker{++made}";
            workers[name] = SplgProcess.Start([
                "worker",
                .. test.Options,
                "--set",
                $"Worker:Name={name}",
                "--set",
                $"Worker:StateFolder={Path.Combine(test.Folder, name)}",
                "--set",
                "Worker:LeaseMinutes=0.05",
                "--set",
                $"Approval:Approvers={string.Join(';', ReviewFlow.Approvers)}",
            ]);
        }
    }

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        var deadline = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            Assert.True(
                TimeProvider.System.GetElapsedTime(deadline) < TimeSpan.FromSeconds(60),
                "It did not happen within 60 s."
            );
            await Task.Delay(25);
        }
    }
}
