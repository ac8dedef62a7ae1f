namespace SpLg.Tests.EndToEnd;

/// <summary>One year's review after another, by the worker.</summary>
public class YearsTests
{
    private const string Head = "Karin Ekdahl";

    [Fact]
    public async Task The_pages_of_two_years_lead_to_each_other_also_when_the_run_is_cut_off_in_between()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync(null, "karin.ekdahl@lindo.example");
        await PublishAsync(test, site, 2025);
        test.Server.Faults.Add(new FaultRule("sitePage/publish", "POST", Status: 400, Skip: 1));
        var (id, status) = await PublishAsync(test, site, 2026);
        Assert.Equal(ReviewStatus.Failed, status);
        await test.SetStatusAsPersonAsync(site, id, Head, Choice.Text(ReviewStatus.Approved));
        await WorkAsync(test, site);

        Assert.True((await test.ReadRequestAsync(site, id)).Status.Is(ReviewStatus.Published));
        Assert.Contains(
            "/SitePages/ledningens-genomgang-2026.aspx\">Sidan om genomgången 2026</a>",
            await PageAsync(test, 2025),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "/SitePages/ledningens-genomgang-2025.aspx\">Sidan om genomgången 2025</a>",
            await PageAsync(test, 2026),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "/PublishedReviews\">Alla publicerade genomgångar</a>",
            await PageAsync(test, 2025),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_page_that_people_have_added_to_is_left_as_it_is()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync(null, "karin.ekdahl@lindo.example");
        await PublishAsync(test, site, 2025);
        var pages = new SitePages(site.Graph, site.Site);
        var page = (await pages.FindAsync(PublicationRun.PageNameOf(2025), CancellationToken.None))!;
        await pages.PublishAsync(
            await pages.UpdateAsync(
                page,
                new(page.Title!, "", [page.Text!, "<p>Tack till alla som har bidragit.</p>"]),
                CancellationToken.None
            ),
            CancellationToken.None
        );
        var before = await PageAsync(test, 2025);

        var (_, status) = await PublishAsync(test, site, 2026);

        Assert.Equal(ReviewStatus.Published, status);
        Assert.Equal(before, await PageAsync(test, 2025));
    }

    [Fact]
    public async Task Somebody_who_has_another_years_page_open_does_not_hold_up_this_years_review()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync(null, "karin.ekdahl@lindo.example");
        await PublishAsync(test, site, 2025);
        var page = (
            await new SitePages(site.Graph, site.Site).FindAsync(
                PublicationRun.PageNameOf(2025),
                CancellationToken.None
            )
        )!;
        test.Server.Faults.Add(
            new FaultRule($"pages/{page.Id}/microsoft.graph.sitePage", "PATCH", Status: 423, Count: int.MaxValue)
        );

        var (id, status) = await PublishAsync(test, site, 2026);

        Assert.Equal(ReviewStatus.Published, status);
        Assert.Contains(
            "Sidan om 2025 var öppen hos någon och leder inte hit än.",
            (await test.ReadRequestAsync(site, id)).Message,
            StringComparison.Ordinal
        );
        test.Server.Faults.Clear();
        await test.SetStatusAsPersonAsync(site, id, Head, Choice.Text(ReviewStatus.Approved));
        await WorkAsync(test, site);
        Assert.Contains(
            "/SitePages/ledningens-genomgang-2026.aspx\">Sidan om genomgången 2026</a>",
            await PageAsync(test, 2025),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "Sidan om 2025 var öppen",
            (await test.ReadRequestAsync(site, id)).Message,
            StringComparison.Ordinal
        );
    }

    private static async Task<(string Id, ReviewStatus Status)> PublishAsync(TestSite test, OpenSite site, int year)
    {
        var id = await test.RequestAsync(site, year);
        await WorkAsync(test, site);
        foreach (
            var (who, status) in new[] { ("Sara Nyquist", ReviewStatus.ForApproval), (Head, ReviewStatus.Approved) }
        )
        {
            await test.SetStatusAsPersonAsync(site, id, who, Choice.Text(status));
            await WorkAsync(test, site);
        }
        return (id, (await test.ReadRequestAsync(site, id)).Status.Value!.Value);
    }

    private static Task WorkAsync(TestSite test, OpenSite site) =>
        new RequestWorker(site, test.Worker("one"), TimeProvider.System, new Lines()).RunAsync(
            untilIdle: true,
            TestSite.Deadline()
        );

    private static async Task<string> PageAsync(TestSite test, int year)
    {
        using var http = new HttpClient();
        return WebUtility.HtmlDecode(
            await http.GetStringAsync(new Uri($"{test.Server.SiteAddress}/SitePages/{PublicationRun.PageNameOf(year)}"))
        );
    }
}
