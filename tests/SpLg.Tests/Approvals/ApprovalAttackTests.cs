namespace SpLg.Tests.Approvals;

/// <summary>
/// People who can write in the list, and try to have something published that the one who may has not approved.
/// </summary>
public class ApprovalAttackTests
{
    private const string Coordinator = ReviewFlow.Coordinator;
    private const string Head = ReviewFlow.Head;
    private const string Employee = "Nils Anställd";

    [Theory]
    [InlineData(Coordinator)]
    [InlineData(Employee)]
    public async Task Nothing_that_is_written_in_the_columns_beside_the_status_approves(string who)
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await ReviewFlow.OpenAsync(test);
        var head = (await site.Reader.PeopleAsync(CancellationToken.None))!
            .Values.First(p => p.Name == Head)
            .Id.ToString(CultureInfo.InvariantCulture);
        var (on, handled) = ("2026-12-01T00:00:00Z", "För fastställande");
        object[] forged =
        [
            new
            {
                Status = "Fastställd",
                Handled = handled,
                ApproverLookupId = head,
                ApprovedOn = on,
                Message = $"Fastställd av {Head}.",
            },
            new
            {
                Status = "Fastställd",
                Handled = "Publicerad",
                ApproverLookupId = head,
                ApprovedOn = on,
                Page = "https://example.org/",
                Document = "https://example.org/",
            },
            new
            {
                Status = "Fastställd",
                Handled = handled,
                RunId = "worker/1",
                LastRunOn = "2020-01-01T00:00:00Z",
            },
            new
            {
                Status = "Publicerad",
                Handled = "Publicerad",
                RunId = "worker/1",
                ApproverLookupId = head,
                ApprovedOn = on,
            },
            new
            {
                Status = "Fel",
                Handled = handled,
                ApproverLookupId = head,
                ApprovedOn = on,
            },
            new { Status = "Fastställd" },
        ];
        foreach (var handedIn in new[] { false, true })
        {
            var id = await test.RequestAsync(site);
            await WorkAsync(test, site);
            if (handedIn)
            {
                await test.SetStatusAsPersonAsync(site, id, Coordinator, handled);
                await WorkAsync(test, site);
            }
            foreach (var fields in forged)
            {
                await test.SetAsPersonAsync(site, id, who, fields);
                await WorkAsync(test, site);
            }

            Assert.False((await test.ReadRequestAsync(site, id)).Status.Is(ReviewStatus.Published));
            Assert.Null(await PublishedAsync(site, 2026));
            await test.DeleteRequestAsync(site, id);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("worker/1")]
    public async Task Publicerad_that_somebody_types_together_with_all_that_the_application_would_write_is_put_back(
        string? run
    )
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await ReviewFlow.OpenAsync(test);
        var id = await test.RequestAsync(site);
        await WorkAsync(test, site);

        await test.SetAsPersonAsync(
            site,
            id,
            Coordinator,
            new
            {
                Status = "Publicerad",
                Handled = "Publicerad",
                RunId = run,
                ApprovedOn = "2026-12-01T00:00:00Z",
                Message = "Publicerad.",
            }
        );
        await WorkAsync(test, site);

        var request = await test.ReadRequestAsync(site, id);
        Assert.Equal(
            (ReviewStatus.DraftReady, Choice.Text(ReviewStatus.DraftReady)),
            (request.Status.Value, request.Handled)
        );
        Assert.StartsWith($"Status ”Publicerad” sattes av {Coordinator}.", request.Message, StringComparison.Ordinal);
        Assert.True(request.ApprovedOn.IsEmpty);
    }

    [Theory]
    [InlineData("Utkast klart")]
    [InlineData("För fastställande")]
    [InlineData(null)]
    public async Task What_somebody_types_as_dealt_with_on_a_published_row_is_put_back_and_the_row_stays_published(
        string? handled
    )
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await ReviewFlow.OpenAsync(test);
        test.Server.Faults.Add(ReviewFlow.NoPdf);
        var id = await ApprovedAsync(test, site, work: true);
        var published = await test.ReadRequestAsync(site, id);
        Assert.True(published.Status.Is(ReviewStatus.Published), published.Message);

        await test.SetAsPersonAsync(site, id, Coordinator, new { Handled = handled });
        await WorkAsync(test, site);

        var request = await test.ReadRequestAsync(site, id);
        Assert.Equal(
            (ReviewStatus.Published, Choice.Text(ReviewStatus.Published)),
            (request.Status.Value, request.Handled)
        );
        Assert.Equal((published.ApprovedOn.Value, published.Message), (request.ApprovedOn.Value, request.Message));
    }

    [Theory]
    [InlineData(ReviewStatus.Requested)]
    [InlineData(ReviewStatus.DraftReady)]
    public async Task The_one_who_may_approve_approves_only_what_has_been_handed_in(ReviewStatus from)
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await ReviewFlow.OpenAsync(test);
        var id = await test.RequestAsync(site);
        if (from == ReviewStatus.DraftReady)
            await WorkAsync(test, site);

        await test.SetAsPersonAsync(site, id, Head, new { Status = "Fastställd", Handled = "För fastställande" });
        await WorkAsync(test, site);

        var request = await test.ReadRequestAsync(site, id);
        Assert.False(request.Status.Value is ReviewStatus.Approved or ReviewStatus.Published, request.Message);
        Assert.Contains("Inget har publicerats.", request.Message, StringComparison.Ordinal);
        Assert.Null(await PublishedAsync(site, 2026));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_row_that_is_turned_to_another_year_does_not_have_that_years_draft_published(bool isPublished)
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await ReviewFlow.OpenAsync(test);
        await test.RequestAsync(site, year: 2025);
        var id = await ApprovedAsync(test, site, work: isPublished);

        await test.SetAsPersonAsync(
            site,
            id,
            Coordinator,
            isPublished ? new { Year = 2025, Status = "Fastställd" } : new { Year = 2025 }
        );
        await WorkAsync(test, site);

        var request = await test.ReadRequestAsync(site, id);
        Assert.Contains(
            "kolumnen År, Dokumenttyp, Urval, Utgåva, Mall eller någon om uppföljning och plan på raden har ändrats",
            request.Message,
            StringComparison.Ordinal
        );
        Assert.True(request.Status.Is(isPublished ? ReviewStatus.Published : ReviewStatus.DraftReady), request.Message);
        Assert.Null(await PublishedAsync(site, 2025));
    }

    [Fact]
    public async Task Another_request_makes_no_draft_over_an_approved_one_whose_publication_has_failed()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await ReviewFlow.OpenAsync(test);
        var id = await ApprovedAsync(test, site, work: false);
        test.Server.Faults.Add(new FaultRule("/permissions", "GET", Status: 403));
        await WorkAsync(test, site);
        Assert.True((await test.ReadRequestAsync(site, id)).Status.Is(ReviewStatus.Failed));
        await test.AddIncidentAsync(site, "Inte fastställd", "i-9");
        var other = await test.RequestAsync(site);
        await WorkAsync(test, site);

        await test.SetStatusAsPersonAsync(site, id, Coordinator, "Fastställd");
        await WorkAsync(test, site);

        var refused = await test.ReadRequestAsync(site, other);
        Assert.True(refused.Status.Is(ReviewStatus.Failed), refused.Message);
        Assert.Contains("skrivs inte över", refused.Message, StringComparison.Ordinal);
        var request = await test.ReadRequestAsync(site, id);
        Assert.True(request.Status.Is(ReviewStatus.Published), request.Message);
        Assert.NotNull(await PublishedAsync(site, 2026));
    }

    /// <summary>A request that the one who may has approved.</summary>
    /// <param name="work">True lets the worker publish it.</param>
    private static async Task<string> ApprovedAsync(TestSite test, OpenSite site, bool work)
    {
        var id = await test.RequestAsync(site);
        await WorkAsync(test, site);
        await test.SetStatusAsPersonAsync(site, id, Coordinator, "För fastställande");
        await WorkAsync(test, site);
        await test.SetStatusAsPersonAsync(site, id, Head, "Fastställd");
        if (work)
            await WorkAsync(test, site);
        return id;
    }

    private static Task WorkAsync(TestSite test, OpenSite site) =>
        new RequestWorker(site, test.Worker("worker"), TimeProvider.System, new Lines()).RunAsync(
            untilIdle: true,
            TestSite.Deadline()
        );

    private static async Task<LibraryFile?> PublishedAsync(OpenSite site, int year)
    {
        var library = await site.LibraryAsync(PublishedLibrary.Name, CancellationToken.None);
        return await library.FindAsync($"{PublishedLibrary.NameOf(year)}.docx", CancellationToken.None);
    }
}
