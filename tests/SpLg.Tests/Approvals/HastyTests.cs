using System.Net.Http.Json;

namespace SpLg.Tests.Approvals;

/// <summary>People who set a status before the worker has come so far, or where it does not stand.</summary>
public class HastyTests
{
    private const string Coordinator = ReviewFlow.Coordinator;
    private const string Head = ReviewFlow.Head;

    [Fact]
    public async Task An_approval_that_is_set_while_the_draft_is_examined_does_not_throw_the_hand_over_away()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await ReviewFlow.OpenAsync(test);
        using var person = await test.OpenAsync();
        var id = await test.RequestAsync(person);
        await WorkAsync(test, site);
        await test.SetStatusAsPersonAsync(person, id, Coordinator, "För fastställande");
        var isSet = false;
        var log = new Lines
        {
            OnStep = step =>
            {
                if (isSet || step != RunStep.ReadDraft)
                    return;
                isSet = true;
                test.SetStatusAsPersonAsync(person, id, Head, "Fastställd").GetAwaiter().GetResult();
            },
        };

        await WorkAsync(test, site, log);

        var request = await test.ReadRequestAsync(person, id);
        Assert.Equal(("För fastställande", "För fastställande"), (request.Status.Text, request.Handled));
        Assert.StartsWith($"Status ”Fastställd” sattes av {Head}. ", request.Message, StringComparison.Ordinal);
        Assert.Contains("Utkastet är lämnat för fastställande.", request.Message, StringComparison.Ordinal);
        await ActAsync(test, site, id, Head, "Fastställd");
        Assert.True((await test.ReadRequestAsync(person, id)).Status.Is(ReviewStatus.Published));
    }

    [Fact]
    public async Task A_hand_over_after_a_publication_that_failed_is_examined_and_answered()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await ReviewFlow.OpenAsync(test);
        var id = await HandedOverAsync(test, site);
        test.Server.Faults.Add(new FaultRule("/pages", "POST", Status: 400));
        await ActAsync(test, site, id, Head, "Fastställd");
        Assert.True((await test.ReadRequestAsync(site, id)).Status.Is(ReviewStatus.Failed));

        var log = new Lines();
        await test.SetStatusAsPersonAsync(site, id, Coordinator, "För fastställande");
        await WorkAsync(test, site, log);

        Assert.Contains(nameof(WorkerLog.ReadyForApproval), log.Events);
        var request = await test.ReadRequestAsync(site, id);
        Assert.Equal(("För fastställande", "För fastställande"), (request.Status.Text, request.Handled));
        Assert.StartsWith("Utkastet är lämnat för fastställande.", request.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hand_over_that_is_at_rest_is_not_examined_again_because_somebody_writes_in_the_row()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await ReviewFlow.OpenAsync(test);
        var id = await HandedOverAsync(test, site);
        var log = new Lines();

        await test.SetAsPersonAsync(site, id, Coordinator, new { RegistryNumber = "KFN 2026/1" });
        await WorkAsync(test, site, log);

        Assert.Empty(log.All);
    }

    [Theory]
    [InlineData("Fastställd")]
    [InlineData("För fastställande")]
    public async Task A_hand_over_that_somebody_types_is_examined_or_put_back(string status)
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await ReviewFlow.OpenAsync(test);
        var id = await test.RequestAsync(site);
        await WorkAsync(test, site);
        var log = new Lines();

        await test.SetAsPersonAsync(site, id, Coordinator, new { Status = status, Handled = "För fastställande" });
        await WorkAsync(test, site, log);

        var request = await test.ReadRequestAsync(site, id);
        Assert.Equal(status == "Fastställd" ? "Utkast klart" : "För fastställande", request.Status.Text);
        Assert.Equal(status != "Fastställd", log.Events.Contains(nameof(WorkerLog.ReadyForApproval)));
        Assert.Equal(request.Status.Text, request.Handled);
    }

    [Fact]
    public async Task A_publication_that_fails_when_it_is_made_again_leaves_the_review_published()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await ReviewFlow.OpenAsync(test);
        var id = await PublishedAsync(test, site);
        var before = await test.ReadRequestAsync(site, id);
        test.Server.Faults.Add(new FaultRule("/permissions", "GET", Status: 403));

        await ActAsync(test, site, id, Coordinator, "Fastställd");

        var after = await test.ReadRequestAsync(site, id);
        Assert.Equal(
            ("Publicerad", "Publicerad", before.ApprovedOn, before.Page),
            (after.Status.Text, after.Handled, after.ApprovedOn, after.Page)
        );
        Assert.StartsWith(
            "Genomgången är publicerad som förut, men gick inte att publicera igen. ",
            after.Message,
            StringComparison.Ordinal
        );
        await ActAsync(test, site, id, Coordinator, "Fastställd");
        Assert.StartsWith(
            "Genomgången är fastställd av",
            (await test.ReadRequestAsync(site, id)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_update_that_is_cancelled_after_its_draft_leaves_the_review_published_and_its_year_taken()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await ReviewFlow.OpenAsync(test);
        var id = await PublishedAsync(test, site);
        var before = await test.ReadRequestAsync(site, id);
        await test.AddIncidentAsync(site, "Förlorad nyckel", "i-2");
        await ActAsync(test, site, id, Coordinator, "Uppdatering begärd");

        await ActAsync(test, site, id, Coordinator, "Avbruten");

        var after = await test.ReadRequestAsync(site, id);
        Assert.Equal(
            ("Publicerad", "Publicerad", before.ApprovedOn),
            (after.Status.Text, after.Handled, after.ApprovedOn)
        );
        Assert.StartsWith("Uppdateringen är avbruten. ", after.Message, StringComparison.Ordinal);
        var other = await test.RequestAsync(site);
        await WorkAsync(test, site);
        Assert.Contains(
            "har status Publicerad och skrivs inte över",
            (await test.ReadRequestAsync(site, other)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_draft_that_somebody_has_checked_out_is_waited_for_before_it_is_handed_over()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await ReviewFlow.OpenAsync(test);
        using var person = await test.OpenAsync();
        var id = await test.RequestAsync(person);
        await WorkAsync(test, site);
        await CheckAsync(test, person, "checkout", null);
        await test.SetStatusAsPersonAsync(person, id, Coordinator, "För fastställande");
        var log = new Lines
        {
            OnEvent = name =>
            {
                if (name != nameof(WorkerLog.WillBeTriedAgain))
                    return;
                CheckAsync(test, person, "checkin", new { comment = "Klart." }).GetAwaiter().GetResult();
            },
        };

        await WorkAsync(test, site, log);

        Assert.Contains(nameof(WorkerLog.WillBeTriedAgain), log.Events);
        var request = await test.ReadRequestAsync(person, id);
        Assert.Equal(("För fastställande", "För fastställande"), (request.Status.Text, request.Handled));
        Assert.EndsWith(RequestMessages.Waited, request.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_is_copied_with_its_address_has_no_draft()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await ReviewFlow.OpenAsync(test);
        var id = await test.RequestAsync(site, status: ReviewStatus.Preparing);

        await test.SetAsPersonAsync(
            site,
            id,
            Coordinator,
            new { Status = "Utkast klart", Document = "https://lindo.example/a.docx" }
        );
        await WorkAsync(test, site);

        var request = await test.ReadRequestAsync(site, id);
        Assert.Equal("Förbereds", request.Status.Text);
        Assert.Contains("Det finns inget nytt utkast.", request.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_leaves_a_request_alone_that_a_live_worker_has()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await ReviewFlow.OpenAsync(test);
        var id = await test.RequestAsync(site);
        await test.SetAsync(site, id, "Status", "Läser");
        await test.SetAsync(site, id, "LastRunOn", DateTimeOffset.UtcNow);
        await test.SetAsync(site, id, "RunId", "worker/1-2");

        var run = await test.RunAsync("generate", "--request", id);

        Assert.Equal(ExitCode.Fault, run.Code);
        Assert.Contains("another run is working on it", run.Error, StringComparison.Ordinal);
        Assert.Equal("worker/1-2", (await test.ReadRequestAsync(site, id)).RunId);
    }

    private static async Task<string> HandedOverAsync(TestSite test, OpenSite site)
    {
        var id = await test.RequestAsync(site);
        await WorkAsync(test, site);
        await ActAsync(test, site, id, Coordinator, "För fastställande");
        return id;
    }

    private static async Task<string> PublishedAsync(TestSite test, OpenSite site)
    {
        var id = await HandedOverAsync(test, site);
        test.Server.Faults.Add(ReviewFlow.NoPdf);
        await ActAsync(test, site, id, Head, "Fastställd");
        Assert.True((await test.ReadRequestAsync(site, id)).Status.Is(ReviewStatus.Published));
        return id;
    }

    private static async Task ActAsync(TestSite test, OpenSite site, string id, string person, string status)
    {
        await test.SetStatusAsPersonAsync(site, id, person, status);
        await WorkAsync(test, site);
    }

    private static Task WorkAsync(TestSite test, OpenSite site, Lines? log = null) =>
        ReviewFlow.WorkAsync(test, site, log: log);

    private static async Task CheckAsync(TestSite test, OpenSite person, string way, object? body)
    {
        var library = await person.LibraryAsync(LibraryColumns.Library, CancellationToken.None);
        var file = await library.FindAsync("Ledningens genomgång 2026.docx", CancellationToken.None);
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", "user:" + Uri.EscapeDataString(Coordinator));
        using var drive = JsonDocument.Parse(
            await http.GetStringAsync(
                new Uri(
                    test.Server.GraphAddress,
                    $"sites/{person.Site.Id}/lists/{person.List(LibraryColumns.Library).Id}/drive"
                )
            )
        );
        using var answer = await http.PostAsync(
            new Uri(
                test.Server.GraphAddress,
                $"drives/{drive.RootElement.GetProperty("id").GetString()}/items/{file!.Id}/{way}"
            ),
            body is null ? null : JsonContent.Create(body)
        );
        answer.EnsureSuccessStatusCode();
    }
}
