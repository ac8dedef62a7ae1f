namespace SpLg.Tests.EndToEnd;

/// <summary>A worker on a service that has a bad day.</summary>
public class FaultTests
{
    private const string Upload = "root:/.*/content";
    private const string RequestFields = @"/lists/.*/items/\d+/fields";

    [Theory]
    [InlineData("root:/Ledningens", "GET", 404)]
    [InlineData(Upload, "PUT", 409)]
    [InlineData(Upload, "PUT", 412)]
    public async Task What_a_person_has_written_stays_when_the_document_is_not_found_or_changes_for_a_moment(
        string path,
        string method,
        int status
    )
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync(new GraphClock());
        var id = await test.RequestAsync(site);
        await WorkAsync(test, site);
        await TestSite.SaveByHandAsync(
            site,
            Documents.WithParagraph((await test.DocumentAsync(site))!, "Skrivet för hand.")
        );
        await test.SetAsync(site, id, "Status", Choice.Text(ReviewStatus.UpdateRequested));
        test.Server.Faults.Add(new FaultRule(path, method, Status: status));

        var log = await WorkAsync(test, site);

        Assert.True((await test.ReadRequestAsync(site, id)).Status.Is(ReviewStatus.DraftReady), log.ToString());
        Assert.Contains(
            "Skrivet för hand.",
            Documents.Text((await test.DocumentAsync(site))!),
            StringComparison.Ordinal
        );
        Assert.Equal(1, await test.DocumentCountAsync(site));
    }

    [Fact]
    public async Task A_document_that_a_person_puts_there_while_the_first_one_is_made_is_filled_and_not_written_over()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        using var person = await test.OpenAsync();
        var id = await test.RequestAsync(site);
        var theirs = Documents.WithParagraph(ShippedFiles.Template(DocumentKind.All[0].Template), "Skrivet för hand.");
        var log = new Lines
        {
            OnStep = step =>
            {
                if (step == RunStep.Upload)
                    TestSite.SaveByHandAsync(person, theirs).GetAwaiter().GetResult();
            },
        };

        await new RequestWorker(site, test.Worker("one"), TimeProvider.System, log).RunAsync(
            untilIdle: true,
            TestSite.Deadline()
        );

        Assert.True((await test.ReadRequestAsync(site, id)).Status.Is(ReviewStatus.DraftReady), log.ToString());
        Assert.Contains(
            "Skrivet för hand.",
            Documents.Text((await test.DocumentAsync(site))!),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(Upload, "PUT", FaultKind.Answer, 500, 6, 0)]
    [InlineData(Upload, "PUT", FaultKind.Answer, 503, 25, 0)]
    [InlineData(Upload, "PUT", FaultKind.DropBefore, null, 6, 0)]
    [InlineData(@"/items\?", "GET", FaultKind.Answer, 401, 1, 2)]
    [InlineData(@"/items\?", "GET", FaultKind.DropAfter, null, 12, 3)]
    [InlineData(RequestFields, "PATCH", FaultKind.Answer, 412, 6, 1)]
    [InlineData(RequestFields, "PATCH", FaultKind.DropBefore, null, 8, 1)]
    public async Task A_fault_that_passes_does_not_fail_the_request(
        string path,
        string method,
        FaultKind kind,
        int? status,
        int count,
        int skip
    )
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync(new GraphClock());
        var id = await test.RequestAsync(site);
        test.Server.Faults.Add(new FaultRule(path, method, kind, status, Count: count, Skip: skip));

        var log = await WorkAsync(test, site);

        var request = await test.ReadRequestAsync(site, id);
        Assert.True(request.Status.Is(ReviewStatus.DraftReady), $"{request.Message}\n{log}");
        Assert.Empty(test.Server.Faults.Active);
        Assert.DoesNotContain(nameof(WorkerLog.Failed), log.Events);
        Assert.Equal(1, await test.DocumentCountAsync(site));
    }

    [Fact]
    public async Task A_fault_that_does_not_pass_fails_the_request_after_many_tries_that_the_request_tells_of()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync(new GraphClock());
        var id = await test.RequestAsync(site);
        test.Server.Faults.Add(new FaultRule(Upload, "PUT", Status: 500, Count: 1000));
        var clock = new ClockAhead();
        var messages = new List<string?>();
        var log = new Lines
        {
            OnEvent = name =>
            {
                if (name == nameof(WorkerLog.Taken))
                    messages.Add(test.ReadRequestAsync(site, id).GetAwaiter().GetResult().Message);
                if (name == nameof(WorkerLog.WillBeTriedAgain))
                    clock.Ahead += TimeSpan.FromMinutes(5);
            },
        };

        await new RequestWorker(site, test.Worker("one"), clock, log).RunAsync(untilIdle: true, TestSite.Deadline());

        Assert.Equal(RequestWorker.MostTries, messages.Count);
        Assert.EndsWith("Försök 2 av 20.", messages[1], StringComparison.Ordinal);
        var request = await test.ReadRequestAsync(site, id);
        Assert.True(request.Status.Is(ReviewStatus.Failed), log.ToString());
        Assert.StartsWith("SharePoint svarade inte som väntat.", request.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_executable_comes_through_a_bad_day()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        var id = await test.RequestAsync(site);
        FaultRule[] badDay =
        [
            new("/items/delta", Status: 410, GraphCode: "resyncRequired", Skip: 1),
            new("/items/delta", Kind: FaultKind.DuplicateDeltaItems),
            new("/items/delta", Kind: FaultKind.ErrorInDelta),
            new(RequestFields, "PATCH", FaultKind.DropAfter),
            new(@"/items\?", "GET", Status: 429, RetryAfter: 0.2, Skip: 1),
            new(@"/items\?", "GET", FaultKind.DropBefore, Skip: 2),
            new("root:/Ledningens", "GET", Status: 502),
            new(Upload, "PUT", Status: 503, RetryAfter: 0.1, Count: 2),
            new(Upload, "PUT", FaultKind.DropAfter),
            new("/listItem/fields", "PATCH", FaultKind.DropBefore),
            new(RequestFields, "PATCH", Status: 412, Skip: 1),
            new(RequestFields, "PATCH", FaultKind.DropAfter, Skip: 1),
        ];
        foreach (var rule in badDay)
            test.Server.Faults.Add(rule);

        using var worker = SplgProcess.Start(["worker", "--once", .. test.Options]);
        var (code, output) = await worker.EndAsync();

        Assert.True(code == ExitCode.Ok, output);
        var request = await test.ReadRequestAsync(site, id);
        Assert.True(request.Status.Is(ReviewStatus.DraftReady), $"{request.Message}\n{output}");
        Assert.Equal(1, await test.DocumentCountAsync(site));
        Documents.AssertValid((await test.DocumentAsync(site))!);
    }

    private static async Task<Lines> WorkAsync(TestSite test, OpenSite site)
    {
        // Waits before another try are passed over, as those of the client are.
        var clock = new ClockAhead();
        var log = new Lines
        {
            OnEvent = name =>
            {
                if (name == nameof(WorkerLog.WillBeTriedAgain))
                    clock.Ahead += TimeSpan.FromMinutes(5);
            },
        };
        await new RequestWorker(site, test.Worker("one"), clock, log).RunAsync(untilIdle: true, TestSite.Deadline());
        return log;
    }
}
