namespace SpLg.Tests.EndToEnd;

public class WorkerTests
{
    [Fact]
    public async Task A_request_becomes_a_draft_and_says_so_in_Swedish()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        var id = await test.RequestAsync(site);

        var run = await test.RunAsync("worker", "--once");

        Assert.True(run.Code == ExitCode.Ok, run.ToString());
        var request = await test.ReadRequestAsync(site, id);
        Assert.True(request.Status.Is(ReviewStatus.DraftReady), request.Message);
        Assert.StartsWith(
            "Utkastet är klart och ligger i biblioteket Arbetsdokument: ",
            request.Message,
            StringComparison.Ordinal
        );
        Assert.EndsWith(
            " Skriv i utkastet, och sätt För fastställande när det är klart.",
            request.Message,
            StringComparison.Ordinal
        );
        Assert.StartsWith("Iakttagelser i underlaget: ", request.Findings, StringComparison.Ordinal);
        using var fetched = await test.GetAsAsync(site, ReviewFlow.Coordinator, new(request.Document!));
        Assert.Equal(await test.DocumentAsync(site), await fetched.Content.ReadAsByteArrayAsync());
        Assert.NotNull(await test.DocumentAsync(site));
    }

    [Fact]
    public async Task An_update_with_nothing_new_leaves_the_document_as_it_is()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        var id = await test.RequestAsync(site);
        await WorkAsync(test, site, "one");
        var first = await test.DocumentAsync(site);
        await test.SetAsync(site, id, "Status", Choice.Text(ReviewStatus.UpdateRequested));

        var log = await WorkAsync(test, site, "one");

        Assert.Contains(log.All, l => l.Contains("the library has this document already", StringComparison.Ordinal));
        Assert.Equal(first, await test.DocumentAsync(site));
        Assert.Equal(1, await test.DocumentCountAsync(site));
    }

    [Theory]
    [InlineData("two")]
    [InlineData("one")]
    public async Task Two_workers_at_once_make_each_request_once_even_under_one_name(string second)
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        using var other = await test.OpenAsync();
        var ids = new List<string>();
        for (var year = 2024; year <= 2027; year++)
            ids.Add(await test.RequestAsync(site, year));

        var logs = await Task.WhenAll(WorkAsync(test, site, "one"), WorkAsync(test, other, second, "elsewhere"));

        var lines = logs.SelectMany(l => l.All).ToList();
        foreach (var id in ids)
        {
            Assert.Single(lines, l => l.StartsWith($"request {id}: requested; run ", StringComparison.Ordinal));
            Assert.Single(lines, l => l.StartsWith($"request {id}: done", StringComparison.Ordinal));
            Assert.True((await test.ReadRequestAsync(site, id)).Status.Is(ReviewStatus.DraftReady));
        }
        Assert.Equal(4, await test.DocumentCountAsync(site));
    }

    [Theory]
    [InlineData("one/killed", 1)]
    [InlineData("other/killed", 11)]
    public async Task What_a_killed_worker_had_begun_is_taken_up_by_its_name_at_once_and_by_others_when_the_lease_is_out(
        string runId,
        int minutesAgo
    )
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        var id = await test.RequestAsync(
            site,
            status: ReviewStatus.Reading,
            runId: runId,
            lastRunOn: DateTimeOffset.UtcNow.AddMinutes(-minutesAgo)
        );

        await WorkAsync(test, site, "one");

        Assert.True((await test.ReadRequestAsync(site, id)).Status.Is(ReviewStatus.DraftReady));
    }

    [Fact]
    public async Task What_another_worker_is_at_is_left_alone()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        var id = await test.RequestAsync(
            site,
            status: ReviewStatus.Reading,
            runId: "other/1",
            lastRunOn: DateTimeOffset.UtcNow
        );

        await WorkAsync(test, site, "one");

        Assert.Equal("other/1", (await test.ReadRequestAsync(site, id)).RunId);
        Assert.Equal(0, await test.DocumentCountAsync(site));
    }

    [Fact]
    public async Task A_person_who_cancels_during_a_run_stops_it_before_anything_is_published()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        using var person = await test.OpenAsync();
        var id = await test.RequestAsync(site);
        var log = new Lines
        {
            OnStep = step =>
            {
                if (step == RunStep.Build)
                    test.SetAsync(person, id, "Status", Choice.Text(ReviewStatus.Cancelled)).GetAwaiter().GetResult();
            },
        };

        await new RequestWorker(site, test.Worker("one"), TimeProvider.System, log).RunAsync(
            untilIdle: true,
            TestSite.Deadline()
        );

        Assert.Contains(nameof(WorkerLog.Stopped), log.Events);
        Assert.True((await test.ReadRequestAsync(site, id)).Status.Is(ReviewStatus.Cancelled));
        Assert.Equal(0, await test.DocumentCountAsync(site));
    }

    [Fact]
    public async Task A_person_who_edits_another_column_during_a_run_does_not_stop_it()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        using var person = await test.OpenAsync();
        var id = await test.RequestAsync(site);
        var log = new Lines
        {
            OnStep = step =>
            {
                if (step == RunStep.Upload)
                    test.SetAsync(person, id, "RegistryNumber", "KFN 2026/1").GetAwaiter().GetResult();
            },
        };

        await new RequestWorker(site, test.Worker("one"), TimeProvider.System, log).RunAsync(
            untilIdle: true,
            TestSite.Deadline()
        );

        var request = await test.ReadRequestAsync(site, id);
        Assert.True(request.Status.Is(ReviewStatus.DraftReady), log.ToString());
        Assert.Equal("KFN 2026/1", request.RegistryNumber);
    }

    [Fact]
    public async Task A_request_that_is_deleted_during_a_run_ends_the_run_and_not_the_worker()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        var id = await test.RequestAsync(site);
        var log = new Lines
        {
            OnEvent = name =>
            {
                if (name == nameof(WorkerLog.Taken))
                    test.DeleteRequestAsync(site, id).GetAwaiter().GetResult();
            },
        };

        Assert.True(
            await new RequestWorker(site, test.Worker("one"), TimeProvider.System, log).RunAsync(
                untilIdle: true,
                TestSite.Deadline()
            )
        );

        Assert.Contains(log.All, l => l.EndsWith($"request {id} has been deleted", StringComparison.Ordinal));
        Assert.Equal(0, await test.DocumentCountAsync(site));
    }

    [Theory]
    [InlineData(ReviewStatus.Requested)]
    [InlineData(ReviewStatus.UpdateRequested)]
    public async Task A_worker_that_is_stopped_during_a_run_hands_the_request_back(ReviewStatus status)
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        var id = await test.RequestAsync(site, status: status);
        using var stop = new CancellationTokenSource();
        var log = new Lines
        {
            OnStep = step =>
            {
                if (step == RunStep.Build)
                    stop.Cancel();
            },
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            new RequestWorker(site, test.Worker("one"), TimeProvider.System, log).RunAsync(untilIdle: false, stop.Token)
        );

        var request = await test.ReadRequestAsync(site, id);
        Assert.True(request.Status.Is(status), log.ToString());
        Assert.Null(request.RunId);
        Assert.Contains("tas upp igen", request.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_year_that_is_no_year_fails_with_what_it_says()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        var id = await test.RequestAsync(site);
        await test.SetAsync(site, id, "Year", 2026.5m);

        await WorkAsync(test, site, "one");

        var request = await test.ReadRequestAsync(site, id);
        Assert.True(request.Status.Is(ReviewStatus.Failed));
        Assert.Contains("2026,5", request.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_that_cannot_be_filled_is_not_called_a_template()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        var id = await test.RequestAsync(site);
        await TestSite.SaveByHandAsync(site, "not a Word file"u8.ToArray());

        await WorkAsync(test, site, "one");

        var request = await test.ReadRequestAsync(site, id);
        Assert.True(request.Status.Is(ReviewStatus.Failed));
        Assert.StartsWith(
            "Dokumentet ”Ledningens genomgång 2026.docx” i biblioteket Arbetsdokument kan inte fyllas",
            request.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_request_without_a_year_fails_with_what_to_do()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        var id = await test.RequestAsync(site, year: null);

        await WorkAsync(test, site, "one");

        var request = await test.ReadRequestAsync(site, id);
        Assert.True(request.Status.Is(ReviewStatus.Failed));
        Assert.Contains("Fyll i kolumnen År", request.Message, StringComparison.Ordinal);
        Assert.Equal(
            request.Message!.IndexOf("Begärd", StringComparison.Ordinal),
            request.Message.LastIndexOf("Begärd", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_template_that_is_not_there_fails_with_its_name()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        var id = await test.RequestAsync(site);
        await test.SetAsync(site, id, "Template", "Bolagets mall");

        await WorkAsync(test, site, "one");

        var request = await test.ReadRequestAsync(site, id);
        Assert.True(request.Status.Is(ReviewStatus.Failed));
        Assert.Contains("Bolagets mall.docx", request.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lost_state_means_a_full_read_and_kept_state_means_changes_only()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        await WorkAsync(test, site, "one");
        var second = await test.RequestAsync(site, 2025);

        await WorkAsync(test, site, "one");
        Assert.True((await test.ReadRequestAsync(site, second)).Status.Is(ReviewStatus.DraftReady));

        File.Delete(Path.Combine(test.Worker("one").StateFolder, "one.json"));
        var third = await test.RequestAsync(site, 2027);
        await WorkAsync(test, site, "one");
        Assert.True((await test.ReadRequestAsync(site, third)).Status.Is(ReviewStatus.DraftReady));
    }

    private static async Task<Lines> WorkAsync(TestSite test, OpenSite site, string name, string state = "state")
    {
        var log = new Lines();
        var settings = test.Worker(name) with
        {
            StateFolder = Directory.CreateDirectory(Path.Combine(test.Folder, state)).FullName,
        };
        await new RequestWorker(site, settings, TimeProvider.System, log).RunAsync(
            untilIdle: true,
            TestSite.Deadline()
        );
        return log;
    }
}
