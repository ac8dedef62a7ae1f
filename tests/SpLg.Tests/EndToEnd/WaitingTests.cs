namespace SpLg.Tests.EndToEnd;

/// <summary>What people see and can do while the worker waits for somebody to close something.</summary>
public class WaitingTests
{
    private static readonly FaultRule Open = new(
        "(root:/.*/content|/checkout)$",
        Status: 423,
        GraphCode: "resourceLocked",
        Count: int.MaxValue
    );

    [Fact]
    public async Task Each_try_leaves_what_is_said_of_the_open_document_until_one_goes_through()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        var id = await test.RequestAsync(site);
        test.Server.Faults.Add(Open with { Count = 3 });

        await WorkAsync(test, site, new ClockAhead());

        var told = await MessagesAsync(site, id);
        var first = told.ToList().FindIndex(m => m.Contains("är öppen hos någon", StringComparison.Ordinal));
        Assert.True(first >= 0, string.Join('\n', told));
        Assert.All(
            told.Skip(first).SkipLast(1),
            m => Assert.Contains("är öppen hos någon", m, StringComparison.Ordinal)
        );
        Assert.EndsWith(RequestMessages.Waited, told[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_request_says_that_the_document_was_saved_while_it_was_filled_and_what_was_written_is_there()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        using var person = await test.OpenAsync();
        var id = await test.RequestAsync(site);
        await WorkAsync(test, site, new ClockAhead());
        var theirs = Documents.WithParagraph((await test.DocumentAsync(person))!, "Skrivet för hand.");
        await test.AddIncidentAsync(person, "Förlorad nyckel", "i-2");
        await test.SetAsync(person, id, "Status", Choice.Text(ReviewStatus.UpdateRequested));

        await WorkAsync(
            test,
            site,
            new ClockAhead(),
            step =>
            {
                if (step == RunStep.Upload)
                    test.SaveAsPersonAsync(person, "Anna Ek", "Ledningens genomgång 2026.docx", theirs)
                        .GetAwaiter()
                        .GetResult();
            }
        );

        Assert.EndsWith(
            RequestMessages.SavedMeanwhile,
            (await test.ReadRequestAsync(site, id)).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Skrivet för hand.",
            Documents.Text((await test.DocumentAsync(site))!),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(3600)]
    [InlineData(900)]
    public async Task A_request_says_until_when_it_rests_because_SharePoint_asked_for_it(int seconds)
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        using var person = await test.OpenAsync();
        var id = await test.RequestAsync(site);
        // The longer is more than one call waits for; during the shorter the run stands.
        test.Server.Faults.Add(
            new($"/lists/{site.List(Incident.List).Id}/items", "GET", Status: 429, RetryAfter: seconds)
        );
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestSite.Deadline());

        var work = new RequestWorker(site, test.Worker("one"), TimeProvider.System, new Lines()).RunAsync(
            untilIdle: false,
            stop.Token
        );
        string? told = null;
        while (told?.Contains("har bett SpLg att vänta", StringComparison.Ordinal) != true)
        {
            Assert.False(work.IsCompleted || stop.IsCancellationRequested, told);
            await Task.Delay(100, CancellationToken.None);
            told = (await test.ReadRequestAsync(person, id)).Message;
        }
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => work);

        var until = TimeZoneInfo.ConvertTime(DateTimeOffset.UtcNow.AddSeconds(seconds), site.Zone);
        string[] around = [$"omkring kl. {until.AddMinutes(-1):HH.mm}", $"omkring kl. {until:HH.mm}"];
        Assert.Contains(around, told.Contains);
    }

    [Theory]
    [InlineData(ReviewStatus.Cancelled, "Begäran är avbruten.")]
    [InlineData(ReviewStatus.Requested, "Underlaget läses. Det tar oftast mindre än en minut.")]
    public async Task A_status_that_is_set_meanwhile_is_answered_at_the_next_look_and_begins_anew(
        ReviewStatus status,
        string answer
    )
    {
        await using var test = await TestSite.WithFewRowsAsync();
        var clock = new GraphClock();
        using var site = await test.OpenAsync(clock);
        using var person = await test.OpenAsync();
        var id = await test.RequestAsync(site);
        test.Server.Faults.Add(Open);
        var tries = 0;
        DateTimeOffset? set = null;
        var answered = false;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestSite.Deadline());
        var log = new Lines
        {
            OnEvent = name =>
            {
                // The fourth wait is one of five minutes.
                if (name == nameof(WorkerLog.WillBeTriedAgain) && ++tries == 4)
                {
                    test.Server.Faults.Clear();
                    test.SetStatusAsPersonAsync(person, id, "Eva Nyström", Choice.Text(status))
                        .GetAwaiter()
                        .GetResult();
                    set = clock.GetUtcNow();
                    // Before the wait is over, however many looks come while the answer is written.
                    clock.Latest = set.Value + TimeSpan.FromMinutes(2);
                }
                else if (name == nameof(WorkerLog.Noted) || (set is not null && name == nameof(WorkerLog.Taken)))
                {
                    answered = true;
                    stop.Cancel();
                }
            },
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            new RequestWorker(site, test.Worker("one") with { Poll = TimeSpan.FromMinutes(1) }, clock, log).RunAsync(
                untilIdle: false,
                stop.Token
            )
        );

        Assert.True(answered, "It was not answered before the wait was over.");
        Assert.Contains(
            (await MessagesAsync(site, id)).TakeLast(2),
            m => m.StartsWith(answer, StringComparison.Ordinal) && !m.Contains("Försök", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task What_was_written_in_a_published_file_meanwhile_is_said_to_be_in_its_version_history()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync(null, "karin.ekdahl@lindo.example");
        test.Server.Faults.Add(ReviewFlow.NoPdf);
        var id = await test.RequestAsync(site);
        foreach (var status in new[] { ReviewStatus.ForApproval, ReviewStatus.Approved, ReviewStatus.Approved })
        {
            await WorkAsync(test, site, new ClockAhead());
            await test.SetStatusAsPersonAsync(site, id, "Karin Ekdahl", Choice.Text(status));
        }
        var published = await site.LibraryAsync(PublishedLibrary.Name, CancellationToken.None);
        var file = (await published.FindAsync("Ledningens genomgång 2026.docx", CancellationToken.None))!;
        await published.UploadAsync(
            file.Name,
            Documents.WithParagraph(await published.DownloadAsync(file, CancellationToken.None), "Skrivet för hand."),
            file.ETag,
            CancellationToken.None
        );
        test.Server.Faults.Add(Open with { Count = 1 });

        await WorkAsync(test, site, new ClockAhead());

        Assert.DoesNotContain(
            "Skrivet för hand.",
            Documents.Text(
                await published.DownloadAsync(
                    (await published.FindAsync(file.Name, CancellationToken.None))!,
                    CancellationToken.None
                )
            ),
            StringComparison.Ordinal
        );
        var told = (await test.ReadRequestAsync(site, id)).Message;
        Assert.Contains(RequestMessages.WaitedToPublish, told, StringComparison.Ordinal);
        Assert.DoesNotContain(RequestMessages.Waited, told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_somebody_has_open_is_called_a_page()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync(null, "karin.ekdahl@lindo.example");
        var id = await test.RequestAsync(site);
        foreach (
            var (person, status) in new[]
            {
                ("Eva Nyström", ReviewStatus.ForApproval),
                ("Karin Ekdahl", ReviewStatus.Approved),
            }
        )
        {
            await WorkAsync(test, site, new ClockAhead());
            await test.SetStatusAsPersonAsync(site, id, person, Choice.Text(status));
        }
        test.Server.Faults.Add(
            new FaultRule("sitePage/publish$", "POST", Status: 423, GraphCode: "resourceLocked", Count: 1)
        );
        test.Server.Faults.Add(new FaultRule("format=pdf", Status: 406, Count: int.MaxValue));

        await WorkAsync(test, site, new ClockAhead());

        var told = await MessagesAsync(site, id);
        Assert.Contains(
            told,
            m =>
                m.StartsWith(
                    "Sidan ”Ledningens genomgång 2026” är öppen hos någon, eller ändrades just.",
                    StringComparison.Ordinal
                )
        );
        Assert.True((await test.ReadRequestAsync(site, id)).Status.Is(ReviewStatus.Published), told[^1]);
        Assert.EndsWith(RequestMessages.WaitedForPage, told[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_checklist_that_a_killed_run_had_checked_out_is_given_free_when_a_person_stops_it()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync(new GraphClock());
        var id = await test.RequestAsync(site, status: ReviewStatus.Preparing);
        await test.SetAsync(site, id, "DocumentType", Choice.Text(DocumentType.SelfAssessment));
        await site.Writer.CreateAsync(
            site.List(RequirementAssessment.List),
            site.Schema.List(RequirementAssessment.List),
            new Dictionary<string, object?>
            {
                ["Title"] = "4.1",
                ["Clause"] = "4.1",
                ["Edition"] = "2022",
                ["Fulfilled"] = "Ja",
                ["Year"] = 2026,
            },
            CancellationToken.None
        );
        await test.SetAsync(site, id, "Status", Choice.Text(ReviewStatus.Requested));
        // Killed with a document checked out: it can neither check it in nor give it free.
        test.Server.Faults.Add(
            new FaultRule("/checkin|/discardCheckout", Kind: FaultKind.DropBefore, Count: int.MaxValue)
        );
        var clock = new ClockAhead();
        using var killed = new CancellationTokenSource();
        var log = new Lines
        {
            OnEvent = name =>
            {
                if (name == nameof(WorkerLog.WillBeTriedAgain))
                    killed.Cancel();
            },
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            new RequestWorker(site, test.Worker("one"), clock, log).RunAsync(untilIdle: false, killed.Token)
        );
        test.Server.Faults.Clear();
        Assert.Contains("checkout", await SiteSnapshot.TakeAsync(test, site, id), StringComparison.Ordinal);

        await test.SetStatusAsPersonAsync(site, id, "Eva Nyström", Choice.Text(ReviewStatus.Cancelled));
        await WorkAsync(test, site, new ClockAhead());

        Assert.DoesNotContain("checkout", await SiteSnapshot.TakeAsync(test, site, id), StringComparison.Ordinal);
    }

    private static async Task WorkAsync(TestSite test, OpenSite site, ClockAhead clock, Action<RunStep>? onStep = null)
    {
        var log = new Lines
        {
            OnStep = onStep,
            // Waits before another try are passed over.
            OnEvent = name =>
            {
                if (name == nameof(WorkerLog.WillBeTriedAgain))
                    clock.Ahead += TimeSpan.FromMinutes(5);
            },
        };
        await new RequestWorker(site, test.Worker("one"), clock, log).RunAsync(untilIdle: true, TestSite.Deadline());
    }

    /// <summary>What the request has told, oldest first.</summary>
    private static async Task<IReadOnlyList<string>> MessagesAsync(OpenSite site, string id)
    {
        var versions = await site.Reader.VersionsAsync(
            site.List(ReviewRequest.List),
            site.Schema.List(ReviewRequest.List),
            id,
            CancellationToken.None
        );
        return
        [
            .. versions
                .Select(v => v.Fields.TryGetValue("Message", out var message) ? message.GetString() : null)
                .OfType<string>()
                .Reverse(),
        ];
    }
}
