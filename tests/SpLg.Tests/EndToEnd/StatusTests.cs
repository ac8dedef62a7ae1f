namespace SpLg.Tests.EndToEnd;

/// <summary>What becomes of a request when people set its status.</summary>
public class StatusTests
{
    private const string Coordinator = "Isa Samordnare";
    private const string Head = "Karin Chef";
    private const string HeadsAddress = "karin.chef@exempel.se";
    private const string OpenDraft = "Ledningens genomgång 2026 öppen utgåva.docx";

    [Fact]
    public async Task A_review_goes_from_request_to_page_by_what_people_set_and_nothing_else()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync(null, HeadsAddress);
        var id = await HandedInAsync(test, site);
        var handedIn = await test.ReadRequestAsync(site, id);
        Assert.True(handedIn.Status.Is(ReviewStatus.ForApproval), handedIn.Message);
        Assert.Equal("För fastställande", handedIn.Handled);
        Assert.Contains($"Får fastställa: {HeadsAddress}.", handedIn.Message, StringComparison.Ordinal);
        Assert.NotNull(await TestSite.FileAsync(site, OpenDraft));

        await test.SetStatusAsPersonAsync(site, id, Head, "Fastställd");
        await WorkAsync(test, site);

        var request = await test.ReadRequestAsync(site, id);
        Assert.True(request.Status.Is(ReviewStatus.Published), request.Message);
        Assert.Equal("Publicerad", request.Handled);
        Assert.Null(request.RunId);
        Assert.StartsWith($"Genomgången är fastställd av {Head} den ", request.Message, StringComparison.Ordinal);
        Assert.Equal(Head, request.Approver?.Text);
        Assert.False(request.ApprovedOn.IsEmpty);
        Assert.EndsWith("ledningens-genomgang-2026.aspx", request.Page, StringComparison.Ordinal);
        using var browser = new HttpClient();
        Assert.NotEmpty(await browser.GetByteArrayAsync(request.Document));
        Assert.Contains(
            "Ledningens genomgång av informationssäkerheten 2026",
            await browser.GetStringAsync(request.Page),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_is_published_may_be_published_again_by_anyone_and_a_new_draft_has_to_be_approved_anew()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync(null, HeadsAddress);
        var id = await HandedInAsync(test, site);
        await test.SetStatusAsPersonAsync(site, id, Head, "Fastställd");
        await WorkAsync(test, site);
        var approvedOn = (await test.ReadRequestAsync(site, id)).ApprovedOn;

        await test.SetStatusAsPersonAsync(site, id, Coordinator, "Fastställd");
        await WorkAsync(test, site);

        var again = await test.ReadRequestAsync(site, id);
        Assert.True(again.Status.Is(ReviewStatus.Published), again.Message);
        Assert.Equal(approvedOn, again.ApprovedOn);

        await test.SetStatusAsPersonAsync(site, id, Coordinator, "Uppdatering begärd");
        await WorkAsync(test, site);
        Assert.True((await test.ReadRequestAsync(site, id)).ApprovedOn.IsEmpty);
        await test.SetStatusAsPersonAsync(site, id, Coordinator, "För fastställande");
        await WorkAsync(test, site);
        await test.SetStatusAsPersonAsync(site, id, Coordinator, "Fastställd");
        await WorkAsync(test, site);

        var refused = await test.ReadRequestAsync(site, id);
        Assert.True(refused.Status.Is(ReviewStatus.ForApproval), refused.Message);
        Assert.Contains("Den personen får inte fastställa.", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        HeadsAddress,
        "Den personen får inte fastställa. Inget har publicerats. Status är åter För fastställande. Får fastställa: karin.chef@exempel.se."
    )]
    [InlineData(
        null,
        "Ingen får fastställa ännu. Inget har publicerats. Status är åter För fastställande. Den som sköter SpLg "
            + "behöver först ange vem som får fastställa"
    )]
    public async Task Somebody_who_may_not_approve_is_told_so_by_name_and_nothing_is_published(
        string? approver,
        string told
    )
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync(null, approver is null ? [] : [approver]);
        var id = await HandedInAsync(test, site);
        var draft = await test.DocumentAsync(site);

        await test.SetStatusAsPersonAsync(site, id, Coordinator, "Fastställd");
        await WorkAsync(test, site);

        var request = await test.ReadRequestAsync(site, id);
        Assert.True(request.Status.Is(ReviewStatus.ForApproval), request.Message);
        Assert.StartsWith(
            $"Status Fastställd sattes av {Coordinator}. {told}",
            request.Message,
            StringComparison.Ordinal
        );
        Assert.Null(request.RunId);
        Assert.Equal(draft, await test.DocumentAsync(site));
        Assert.Equal(0, await PublishedCountAsync(site));
    }

    [Theory]
    [InlineData("Publicerad", "En genomgång publiceras av SpLg när den har fastställts.")]
    [InlineData("Läser", "Den statusen sätter SpLg när ett utkast tas fram.")]
    [InlineData("Fel", "Den statusen sätter SpLg när något har misslyckats.")]
    [InlineData("Fastställd", "Genomgången måste först lämnas för fastställande")]
    [InlineData("Utkast klart", "Det finns inget nytt utkast.")]
    public async Task A_status_that_cannot_be_is_put_back_and_answered_to_the_one_who_set_it(string status, string why)
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        var id = await test.RequestAsync(site, status: ReviewStatus.Preparing);

        await test.SetStatusAsPersonAsync(site, id, Coordinator, status);
        await WorkAsync(test, site);

        var request = await test.ReadRequestAsync(site, id);
        Assert.True(request.Status.Is(ReviewStatus.Preparing));
        Assert.StartsWith(
            $"Status ”{status}” sattes av {Coordinator}. {why}",
            request.Message,
            StringComparison.Ordinal
        );
        Assert.EndsWith(
            "Status är åter Förbereds. Sätt Begärd för att beställa ett utkast.",
            request.Message,
            StringComparison.Ordinal
        );
        Assert.Empty(await test.FileNamesAsync(site));
    }

    [Fact]
    public async Task A_draft_that_is_taken_back_or_cancelled_is_noted_in_one_write_and_left_alone()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync(null, HeadsAddress);
        var id = await HandedInAsync(test, site);

        await test.SetStatusAsPersonAsync(site, id, Coordinator, "Utkast klart");
        var before = (await VersionsAsync(site, id)).Count;
        await WorkAsync(test, site);
        Assert.Equal(before + 1, (await VersionsAsync(site, id)).Count);
        Assert.Equal("Utkast klart", (await test.ReadRequestAsync(site, id)).Handled);

        await test.SetStatusAsPersonAsync(site, id, Coordinator, "Avbruten");
        await WorkAsync(test, site);
        var request = await test.ReadRequestAsync(site, id);
        Assert.Equal("Avbruten", request.Handled);
        Assert.StartsWith("Begäran är avbruten.", request.Message, StringComparison.Ordinal);
        var log = await WorkAsync(test, site);
        Assert.Empty(log.All);

        await test.SetStatusAsPersonAsync(site, id, Coordinator, "Förbereds");
        await WorkAsync(test, site);
        Assert.StartsWith(
            "Begäran är inte längre avbruten.",
            (await test.ReadRequestAsync(site, id)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_person_who_takes_the_approval_back_while_it_is_worked_on_stops_it_before_anything_more_is_written()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync(null, HeadsAddress);
        var id = await HandedInAsync(test, site);
        var draft = await test.DocumentAsync(site);
        await test.SetStatusAsPersonAsync(site, id, Head, "Fastställd");

        var log = await WorkAsync(
            test,
            site,
            name =>
            {
                if (name == nameof(WorkerLog.ApprovedBy))
                    test.SetStatusAsPersonAsync(site, id, Head, "För fastställande").GetAwaiter().GetResult();
            }
        );

        Assert.Contains(nameof(WorkerLog.Stopped), log.Events);
        Assert.True((await test.ReadRequestAsync(site, id)).Status.Is(ReviewStatus.ForApproval));
        Assert.Equal(draft, await test.DocumentAsync(site));
        Assert.Equal(0, await PublishedCountAsync(site));
    }

    [Fact]
    public async Task A_worker_that_is_killed_between_approval_and_publication_goes_on_where_it_was()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync(null, HeadsAddress);
        var id = await HandedInAsync(test, site);
        await test.SetStatusAsPersonAsync(site, id, Head, "Fastställd");
        await test.SetAsync(site, id, "LastRunOn", DateTimeOffset.UtcNow.AddSeconds(-5));
        await test.SetAsync(site, id, "RunId", "one/killed-1");

        await WorkAsync(test, site);

        var request = await test.ReadRequestAsync(site, id);
        Assert.True(request.Status.Is(ReviewStatus.Published), request.Message);
    }

    [Fact]
    public async Task A_publication_that_fails_says_which_status_has_it_tried_again_and_anyone_may_set_that()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync(null, HeadsAddress);
        var id = await HandedInAsync(test, site);
        await test.SetStatusAsPersonAsync(site, id, Head, "Fastställd");
        test.Server.Faults.Add(new FaultRule("/pages", "POST", Status: 400, Count: 1));
        await WorkAsync(test, site);
        var failed = await test.ReadRequestAsync(site, id);
        Assert.True(failed.Status.Is(ReviewStatus.Failed), failed.Message);
        Assert.Equal("För fastställande", failed.Handled);
        Assert.Contains("Sätt sedan status Fastställd för att försöka igen.", failed.Message, StringComparison.Ordinal);

        await test.SetStatusAsPersonAsync(site, id, Coordinator, "Fastställd");
        await WorkAsync(test, site);

        var request = await test.ReadRequestAsync(site, id);
        Assert.True(request.Status.Is(ReviewStatus.Published), request.Message);
        Assert.Contains(Head, request.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_that_somebody_has_open_is_waited_for_and_the_request_tells_of_it()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        var id = await test.RequestAsync(site);
        await WorkAsync(test, site);
        await TestSite.SaveByHandAsync(
            site,
            Documents.WithParagraph((await test.DocumentAsync(site))!, "Skrivet för hand.")
        );
        await test.SetStatusAsPersonAsync(site, id, Coordinator, "Uppdatering begärd");
        // Opened for writing: checking out, saving and columns are all refused.
        test.Server.Faults.Add(
            new FaultRule(
                "(root:/.*/content|/checkout|/listItem/fields)$",
                Status: 423,
                GraphCode: "resourceLocked",
                Count: 3
            )
        );

        await WorkAsync(test, site);

        var request = await test.ReadRequestAsync(site, id);
        Assert.True(request.Status.Is(ReviewStatus.DraftReady), request.Message);
        Assert.EndsWith(RequestMessages.Waited, request.Message, StringComparison.Ordinal);
        Assert.Contains(
            "Skrivet för hand.",
            Documents.Text((await test.DocumentAsync(site))!),
            StringComparison.Ordinal
        );
        Assert.Contains(
            await VersionsAsync(site, id),
            m =>
                m?.StartsWith(
                    "”Ledningens genomgång 2026” eller en fil som hör till är öppen hos någon",
                    StringComparison.Ordinal
                ) == true
        );
    }

    [Fact]
    public async Task A_draft_that_is_saved_after_it_was_approved_has_to_be_approved_anew()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync(null, HeadsAddress);
        var id = await HandedInAsync(test, site);
        await test.SetStatusAsPersonAsync(site, id, Head, "Fastställd");
        // SharePoint keeps whole seconds.
        test.NextSecond();
        var changed = Documents.WithParagraph((await test.DocumentAsync(site))!, "Efter fastställandet.");
        await test.SaveAsPersonAsync(site, Coordinator, "Ledningens genomgång 2026.docx", changed);
        // What is saved in the second of the new hand-over would count as later.
        test.NextSecond();

        await WorkAsync(test, site);

        var request = await test.ReadRequestAsync(site, id);
        Assert.True(request.Status.Is(ReviewStatus.ForApproval), request.Message);
        Assert.Contains(Coordinator, request.Message, StringComparison.Ordinal);
        Assert.Equal(changed, await test.DocumentAsync(site));

        await test.SetStatusAsPersonAsync(site, id, Head, "Fastställd");
        await WorkAsync(test, site);
        Assert.True((await test.ReadRequestAsync(site, id)).Status.Is(ReviewStatus.Published));
    }

    [Fact]
    public async Task What_looks_like_personal_data_sends_the_draft_back_to_the_one_who_writes_it()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync(null, HeadsAddress);
        await site.Writer.CreateAsync(
            site.List(ContextFactor.List),
            site.Schema.List(ContextFactor.List),
            new Dictionary<string, object?>
            {
                ["Title"] = "Ny lag",
                ["Text"] = "Frågor till anna.ek@exempel.se.",
                ["Kind"] = "Lagstiftning",
                ["Publication"] = "Öppen",
                ["Year"] = 2026,
                ["ExternalKey"] = "c-1",
            },
            CancellationToken.None
        );

        var id = await HandedInAsync(test, site);

        var request = await test.ReadRequestAsync(site, id);
        Assert.True(request.Status.Is(ReviewStatus.DraftReady), request.Message);
        Assert.Equal("Utkast klart", request.Handled);
        Assert.Contains("Sätt sedan status Uppdatering begärd", request.Message, StringComparison.Ordinal);
        Assert.Contains("Omvärld och uppdrag", request.Findings, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_workers_at_once_publish_a_review_once()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync(null, HeadsAddress);
        using var other = await test.OpenAsync(null, HeadsAddress);
        var id = await HandedInAsync(test, site);
        await test.SetStatusAsPersonAsync(site, id, Head, "Fastställd");

        var logs = await Task.WhenAll(WorkAsync(test, site), WorkAsync(test, other, name: "two"));

        Assert.Single(logs.SelectMany(l => l.All), l => l.Contains("approved by", StringComparison.Ordinal));
        Assert.Single(logs.SelectMany(l => l.All), l => l.Contains(": published, ", StringComparison.Ordinal));
        Assert.True((await test.ReadRequestAsync(site, id)).Status.Is(ReviewStatus.Published));
    }

    [Fact]
    public async Task A_request_tells_what_is_being_done_while_it_takes_its_time()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        var id = await test.RequestAsync(site);
        test.Server.Faults.Add(new FaultRule("root:/Ledningens.*/content", "PUT", Delay: TimeSpan.FromSeconds(2)));

        await WorkAsync(test, site, lease: TimeSpan.FromSeconds(3));

        Assert.Contains("Dokumentet läggs i biblioteket.", await VersionsAsync(site, id));
        Assert.StartsWith(
            "Utkastet är klart",
            (await test.ReadRequestAsync(site, id)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task One_request_that_cannot_be_done_does_not_keep_the_next_from_it()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        var without = await test.RequestAsync(site, year: null);
        var odd = await test.RequestAsync(site, year: 2025, status: ReviewStatus.Published);
        var good = await test.RequestAsync(site);
        test.Server.Faults.Add(new FaultRule($"/items/{odd}/versions", Status: 403, Count: 2));

        await WorkAsync(test, site);

        Assert.True((await test.ReadRequestAsync(site, without)).Status.Is(ReviewStatus.Failed));
        Assert.True((await test.ReadRequestAsync(site, good)).Status.Is(ReviewStatus.DraftReady));
    }

    /// <summary>A request whose draft lies with the one who approves.</summary>
    private static async Task<string> HandedInAsync(TestSite test, OpenSite site)
    {
        var id = await test.RequestAsync(site, status: ReviewStatus.Preparing);
        await test.SetStatusAsPersonAsync(site, id, Coordinator, "Begärd");
        await WorkAsync(test, site);
        await test.SetStatusAsPersonAsync(site, id, Coordinator, "För fastställande");
        await WorkAsync(test, site);
        return id;
    }

    private static async Task<Lines> WorkAsync(
        TestSite test,
        OpenSite site,
        Action<string>? onEvent = null,
        string name = "one",
        TimeSpan? lease = null
    )
    {
        var clock = new ClockAhead();
        var log = new Lines
        {
            // Waits before another try are passed over.
            OnEvent = name =>
            {
                onEvent?.Invoke(name);
                if (name is nameof(WorkerLog.WillBeTriedAgain) or nameof(WorkerLog.WillBeAnsweredLater))
                    clock.Ahead += TimeSpan.FromMinutes(5);
            },
        };
        await new RequestWorker(
            site,
            test.Worker(name) with
            {
                Lease = lease ?? TimeSpan.FromMinutes(10),
            },
            clock,
            log
        ).RunAsync(untilIdle: true, TestSite.Deadline());
        return log;
    }

    private static async Task<IReadOnlyList<string?>> VersionsAsync(OpenSite site, string id) =>
        [
            .. (
                await site.Reader.VersionsAsync(
                    site.List(ReviewRequest.List),
                    site.Schema.List(ReviewRequest.List),
                    id,
                    CancellationToken.None
                )
            ).Select(v => v.Fields.TryGetValue("Message", out var message) ? message.GetString() : null),
        ];

    private static async Task<int> PublishedCountAsync(OpenSite site)
    {
        var library = await site.LibraryAsync("PublishedReviews", CancellationToken.None);
        return await library.FindAsync("Ledningens genomgång 2026.docx", CancellationToken.None) is null ? 0 : 1;
    }
}
