namespace SpLg.Tests.EndToEnd;

/// <summary>
/// Two people who set the status of the same request at once, and the worker between them. Where it gets in is by
/// chance; with <c>SPLG_RACE_ALL=1</c> at each thing the worker says that it does.
/// </summary>
public class RaceTests(ITestOutputHelper told)
{
    private static readonly (string Who, string Status) Approves = (ReviewFlow.Head, "Fastställd");
    private static readonly (string Who, string Status) Updates = (ReviewFlow.Coordinator, "Uppdatering begärd");

    [Fact]
    public async Task An_approval_after_an_update_was_asked_for_is_no_approval_and_is_answered()
    {
        var request = await BeforeTheWorkerLooksAsync(Updates, Approves);

        Assert.Equal(ReviewStatus.ForApproval, request.Status.Value);
        Assert.Contains(
            "den hade status Uppdatering begärd. Inget har publicerats.",
            request.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_update_after_the_approval_makes_a_new_draft_and_publishes_nothing()
    {
        var request = await BeforeTheWorkerLooksAsync(Approves, Updates);

        Assert.Equal(ReviewStatus.DraftReady, request.Status.Value);
        Assert.True(request.ApprovedOn.IsEmpty);
    }

    public static TheoryData<string, string> Pairs =>
        [
            .. SampleOrAll.OfFirst(
                1,
                ("Fastställd", "Uppdatering begärd"),
                ("Fastställd", "För fastställande"),
                ("Fastställd", "Avbruten"),
                ("Uppdatering begärd", "Fastställd"),
                ("För fastställande", "Fastställd")
            ),
        ];

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task Whatever_is_set_while_the_worker_works_the_request_comes_to_rest_and_goes_on_from_there(
        string first,
        string then
    )
    {
        var steps = await RunAsync(first, null, then);
        var all = Environment.GetEnvironmentVariable("SPLG_RACE_ALL") == "1";
        var chosen = Random.Shared.Next(steps);
        for (var at = all ? 0 : chosen; at < (all ? steps : chosen + 1); at++)
        {
            told.WriteLine($"{first}, at step {at} of {steps} {then}");
            await RunAsync(first, at, then);
        }
    }

    [Fact]
    public async Task A_year_that_is_corrected_while_the_worker_works_is_the_one_it_has_worked_on_in_the_end()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await ReviewFlow.OpenAsync(test);
        using var person = await test.OpenAsync();
        var id = await test.RequestAsync(person, year: 2025);

        await WorkAsync(test, site, CorrectAt(RunStep.Build, 2026));

        var request = await test.ReadRequestAsync(person, id);
        Assert.True(request.Status.Is(ReviewStatus.DraftReady), request.Message);
        Assert.EndsWith("2026.docx?web=1", request.Document, StringComparison.Ordinal);
        Assert.NotNull(await test.DocumentAsync(site));
        Assert.Null(await test.DocumentAsync(site, 2025));

        await test.SetStatusAsPersonAsync(person, id, ReviewFlow.Coordinator, "För fastställande");
        await WorkAsync(test, site, CorrectAt(RunStep.ReadDraft, 2025));

        request = await test.ReadRequestAsync(person, id);
        Assert.True(request.Status.Is(ReviewStatus.Failed), request.Message);
        Assert.Contains("2025", request.Message, StringComparison.Ordinal);
        Assert.Null(await TestSite.FileAsync(site, "Ledningens genomgång 2026 öppen utgåva.docx"));

        Lines CorrectAt(RunStep at, int year)
        {
            var isDone = false;
            return new()
            {
                OnStep = step =>
                {
                    if (isDone || step != at)
                        return;
                    isDone = true;
                    test.SetAsPersonAsync(person, id, ReviewFlow.Coordinator, new { Year = year })
                        .GetAwaiter()
                        .GetResult();
                },
            };
        }
    }

    private static async Task<ReviewRequest> BeforeTheWorkerLooksAsync(params (string Who, string Status)[] acts)
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await ReviewFlow.OpenAsync(test);
        var id = await HandedInAsync(test, site);
        foreach (var (who, status) in acts)
            await test.SetStatusAsPersonAsync(site, id, who, status);

        await WorkAsync(test, site);

        Assert.Null(await PublishedAsync(site));
        return await test.ReadRequestAsync(site, id);
    }

    /// <param name="at">The line of the worker's log at which the second status is set; null for none.</param>
    /// <returns>How many lines there are.</returns>
    private static async Task<int> RunAsync(string first, int? at, string then)
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await ReviewFlow.OpenAsync(test);
        using var person = await test.OpenAsync();
        var id = await HandedInAsync(test, site);
        await test.AddIncidentAsync(person, "Förlorad nyckel", "i-2");
        if (first == "För fastställande")
        {
            await test.SetStatusAsPersonAsync(person, id, ReviewFlow.Coordinator, "Uppdatering begärd");
            await WorkAsync(test, site);
        }
        await test.SetStatusAsPersonAsync(
            person,
            id,
            first == "Fastställd" ? ReviewFlow.Head : ReviewFlow.Coordinator,
            first
        );
        var steps = 0;
        var log = new Lines
        {
            OnEvent = _ =>
            {
                if (steps++ == at)
                    test.SetStatusAsPersonAsync(
                            person,
                            id,
                            then == "Fastställd" ? ReviewFlow.Head : ReviewFlow.Coordinator,
                            then
                        )
                        .GetAwaiter()
                        .GetResult();
            },
        };
        await WorkAsync(test, site, log);
        var count = steps;
        var request = await test.ReadRequestAsync(person, id);
        Assert.True(
            request.Status.Value is not (null or ReviewStatus.Reading or ReviewStatus.Failed),
            $"{request.Message}\n{log}"
        );
        Assert.True(
            request.RunId is null && request.Status.Text == request.Handled,
            $"{request.Status.Text}, {request.Handled}, {request.RunId}\n{log}"
        );
        // A page that was just created is seen by nobody; files would lock people out.
        Assert.DoesNotContain(
            ".docx: checkout",
            await SiteSnapshot.TakeAsync(test, person, id),
            StringComparison.Ordinal
        );

        foreach (var (who, status) in new[] { Updates, (ReviewFlow.Coordinator, "För fastställande"), Approves })
        {
            await test.SetStatusAsPersonAsync(person, id, who, status);
            await WorkAsync(test, site);
        }
        request = await test.ReadRequestAsync(person, id);
        Assert.True(request.Status.Is(ReviewStatus.Published), $"{request.Message}\n{log}");
        return count;
    }

    /// <summary>A request whose draft lies with the one who approves.</summary>
    private static async Task<string> HandedInAsync(TestSite test, OpenSite site)
    {
        var id = await test.RequestAsync(site);
        await WorkAsync(test, site);
        await test.SetStatusAsPersonAsync(site, id, ReviewFlow.Coordinator, "För fastställande");
        await WorkAsync(test, site);
        return id;
    }

    private static async Task WorkAsync(TestSite test, OpenSite site, Lines? log = null)
    {
        test.Server.Faults.Add(ReviewFlow.NoPdf);
        await ReviewFlow.WorkAsync(test, site, log: log);
        test.Server.Faults.Clear();
    }

    private static async Task<LibraryFile?> PublishedAsync(OpenSite site)
    {
        var library = await site.LibraryAsync(PublishedLibrary.Name, CancellationToken.None);
        return await library.FindAsync($"{PublishedLibrary.NameOf(2026)}.docx", CancellationToken.None);
    }
}
