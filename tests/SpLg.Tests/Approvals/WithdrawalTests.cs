using SpLg.Tracing;

namespace SpLg.Tests.Approvals;

/// <summary>A published review is taken back: what employees can read is gone, and what was approved is kept.</summary>
public sealed class WithdrawalTests(ITestOutputHelper told)
{
    private const string Year2026 = "Ledningens genomgång 2026.docx";
    private const string Reason = "Fel diagram på sidan fyra.";

    private static readonly FaultRule NoAnswer = new("/pages/", "DELETE", Status: 500, Count: int.MaxValue);

    [Fact]
    public async Task What_employees_read_is_gone_and_the_row_says_who_took_it_back_and_why()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await ReviewFlow.OpenAsync(test);
        var id = await PublishedAsync(test, site);
        Assert.NotNull(await FileAsync(site, Year2026));

        await WithdrawAsync(test, site, id);

        var request = await test.ReadRequestAsync(site, id);
        Assert.Equal(("Återkallad", "Återkallad"), (request.Status.Text, request.Handled));
        Assert.Equal((null, null, null), (request.Page, request.Document, request.WithdrawalReason));
        Assert.True(request.ApprovedOn.IsEmpty);
        Assert.StartsWith($"Återkallad av {ReviewFlow.Coordinator} den ", request.Message, StringComparison.Ordinal);
        Assert.Contains($"Skäl: {Reason}", request.Message, StringComparison.Ordinal);
        Assert.Contains($"”{Year2026}”", request.Message, StringComparison.Ordinal);
        Assert.Contains(
            $"Återkallad av {ReviewFlow.Coordinator}",
            await TextAsync(test, site, id, "Withdrawal"),
            StringComparison.Ordinal
        );
        Assert.True(await IsGoneAsync(site));
        // The evidence of what was approved stays in the restricted library.
        var drafts = await site.LibraryAsync(LibraryColumns.Library, CancellationToken.None);
        Assert.NotNull(await drafts.FindAsync(EvidenceName, CancellationToken.None));
        Assert.Equal(0, await NewVersionsAsync(test, site, id));
    }

    [Fact]
    public async Task Published_again_it_is_approved_anew_and_its_file_begins_anew()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await ReviewFlow.OpenAsync(test);
        var id = await PublishedAsync(test, site);
        var before = (await FileAsync(site, Year2026))!.Id;
        await WithdrawAsync(test, site, id);

        // Nobody but an approver has it published again, whatever was approved once.
        await SetAsync(test, site, id, ReviewFlow.Coordinator, "Fastställd");
        Assert.Equal("Återkallad", (await test.ReadRequestAsync(site, id)).Status.Text);
        await SetAsync(test, site, id, ReviewFlow.Coordinator, "För fastställande");
        Assert.Equal("För fastställande", (await test.ReadRequestAsync(site, id)).Status.Text);
        await SetAsync(test, site, id, ReviewFlow.Coordinator, "Fastställd");
        Assert.Equal("För fastställande", (await test.ReadRequestAsync(site, id)).Status.Text);
        Assert.True(await IsGoneAsync(site));
        await SetAsync(test, site, id, ReviewFlow.Head, "Fastställd");

        var request = await test.ReadRequestAsync(site, id);
        Assert.True(request.Status.Is(ReviewStatus.Published), request.Message);
        Assert.NotNull(request.Page);
        Assert.NotEqual(before, (await FileAsync(site, Year2026))!.Id);
        // The earlier withdrawal is still told.
        Assert.Contains(Reason, await TextAsync(test, site, id, "Withdrawal"), StringComparison.Ordinal);
        // And another needs a reason of its own.
        await SetAsync(test, site, id, ReviewFlow.Coordinator, "Återkallad");
        Assert.True((await test.ReadRequestAsync(site, id)).Status.Is(ReviewStatus.Published));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Without_a_reason_or_by_another_application_nothing_is_taken_back(bool byApplication)
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await ReviewFlow.OpenAsync(test);
        var id = await PublishedAsync(test, site);
        var on = (await test.ReadRequestAsync(site, id)).ApprovedOn.Value;

        if (byApplication)
            await test.SetAsApplicationAsync(
                site,
                id,
                "Flödet",
                new { Status = "Återkallad", WithdrawalReason = Reason }
            );
        else
            await test.SetStatusAsPersonAsync(site, id, ReviewFlow.Coordinator, "Återkallad");
        await ReviewFlow.WorkAsync(test, site);

        var request = await test.ReadRequestAsync(site, id);
        Assert.Equal(
            ("Publicerad", "Publicerad", on),
            (request.Status.Text, request.Handled, request.ApprovedOn.Value)
        );
        Assert.Contains("Inget har tagits bort.", request.Message, StringComparison.Ordinal);
        Assert.NotNull(await FileAsync(site, Year2026));
        Assert.NotNull(await PageAsync(site));
        Assert.Equal(0, await NewVersionsAsync(test, site, id));
    }

    [Fact]
    public async Task A_row_that_was_turned_to_another_year_or_typed_as_withdrawn_takes_back_what_was_published()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await ReviewFlow.OpenAsync(test);
        var id = await PublishedAsync(test, site);

        test.NextSecond();
        await test.SetAsPersonAsync(
            site,
            id,
            ReviewFlow.Coordinator,
            new
            {
                Year = 2024,
                Status = "Återkallad",
                Handled = "Återkallad",
                WithdrawalReason = Reason,
            }
        );
        await ReviewFlow.WorkAsync(test, site);

        var request = await test.ReadRequestAsync(site, id);
        Assert.Equal(("Återkallad", 2026), (request.Status.Text, request.Origin.WholeYear));
        Assert.True(await IsGoneAsync(site));
    }

    [Fact]
    public async Task It_can_be_taken_back_while_a_new_draft_lies_beside_it()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await ReviewFlow.OpenAsync(test);
        var id = await PublishedAsync(test, site);
        await SetAsync(test, site, id, ReviewFlow.Coordinator, "Uppdatering begärd");
        Assert.True((await test.ReadRequestAsync(site, id)).Status.Is(ReviewStatus.DraftReady));

        await WithdrawAsync(test, site, id);

        Assert.Equal("Återkallad", (await test.ReadRequestAsync(site, id)).Status.Text);
        Assert.True(await IsGoneAsync(site));
        // What is cancelled afterwards is not published as before.
        await SetAsync(test, site, id, ReviewFlow.Coordinator, "Begärd");
        await SetAsync(test, site, id, ReviewFlow.Coordinator, "Avbruten");
        Assert.True((await test.ReadRequestAsync(site, id)).Status.Is(ReviewStatus.Cancelled));
        // Nor is there anything to take back.
        await WithdrawAsync(test, site, id);
        var request = await test.ReadRequestAsync(site, id);
        Assert.True(request.Status.Is(ReviewStatus.Cancelled), request.Message);
        Assert.Contains("inget publicerat att återkalla", request.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_somebody_has_open_is_waited_for_and_the_files_go_at_once()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await ReviewFlow.OpenAsync(test);
        var id = await PublishedAsync(test, site);
        test.Server.Faults.Add(NoAnswer with { Status = 423, GraphCode = "resourceLocked" });
        test.NextSecond();
        await AskAsync(test, site, id);

        var worker = new RequestWorker(site, test.Worker("worker"), TimeProvider.System, new Lines());
        Assert.False(await worker.RunAsync(untilIdle: true, TestSite.Deadline()));

        var request = await test.ReadRequestAsync(site, id);
        Assert.Equal("Återkallad", request.Status.Text);
        Assert.Contains("är öppen hos någon", request.Message, StringComparison.Ordinal);
        Assert.Null(await FileAsync(site, Year2026));
        Assert.NotNull(await PageAsync(site));

        test.Server.Faults.Clear();
        await ReviewFlow.WorkAsync(test, site);
        request = await test.ReadRequestAsync(site, id);
        Assert.Equal("Återkallad", request.Handled);
        Assert.True(await IsGoneAsync(site));
    }

    [Theory]
    [InlineData("Fastställd")]
    [InlineData("Publicerad")]
    [InlineData("Begärd")]
    [InlineData("Avbruten")]
    public async Task A_withdrawal_that_has_begun_is_gone_on_with_whatever_is_set_meanwhile(string status)
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await ReviewFlow.OpenAsync(test);
        var id = await PublishedAsync(test, site);
        test.Server.Faults.Add(NoAnswer with { Status = 400 });
        await WithdrawAsync(test, site, id);
        Assert.True((await test.ReadRequestAsync(site, id)).Status.Is(ReviewStatus.Failed));

        test.Server.Faults.Clear();
        await SetAsync(test, site, id, ReviewFlow.Coordinator, status);

        var request = await test.ReadRequestAsync(site, id);
        Assert.Equal(("Återkallad", "Återkallad"), (request.Status.Text, request.Handled));
        Assert.True(await IsGoneAsync(site));
    }

    [Fact]
    public async Task Where_the_application_may_not_remove_for_good_the_row_says_what_lies_in_the_recycle_bin()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await ReviewFlow.OpenAsync(test);
        var id = await PublishedAsync(test, site);
        test.Server.Faults.Add(
            new("permanentDelete", "POST", Status: 403, GraphCode: "accessDenied", Count: int.MaxValue)
        );

        await WithdrawAsync(test, site, id);

        var request = await test.ReadRequestAsync(site, id);
        Assert.Equal("Återkallad", request.Handled);
        Assert.Contains($"”{Year2026}” ligger i webbplatsens papperskorg", request.Message, StringComparison.Ordinal);
        Assert.True(await IsGoneAsync(site));
    }

    [Fact]
    public async Task The_pages_of_other_years_lead_there_no_longer()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await ReviewFlow.OpenAsync(test);
        var first = await PublishedAsync(test, site, 2025);
        var id = await PublishedAsync(test, site);
        Assert.Contains("Sidan om genomgången 2026", (await PageAsync(site, 2025))!.Text, StringComparison.Ordinal);

        await WithdrawAsync(test, site, id);

        var other = (await PageAsync(site, 2025))!;
        Assert.True(other.IsPublished);
        Assert.DoesNotContain("2026.docx", other.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(PublicationRun.PageNameOf(2026), other.Text, StringComparison.Ordinal);
        Assert.True(await IsGoneAsync(site));
        Assert.True((await test.ReadRequestAsync(site, first)).Status.Is(ReviewStatus.Published));
        Assert.NotNull(await FileAsync(site, "Ledningens genomgång 2025.docx"));
    }

    [Theory]
    [InlineData(FaultKind.DropBefore)]
    [InlineData(FaultKind.DropAfter)]
    public async Task A_withdrawal_that_is_cut_off_anywhere_ends_as_one_that_was_not(FaultKind kind)
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await ReviewFlow.OpenAsync(test);
        var other = await PublishedAsync(test, site, 2025);
        var id = await PublishedAsync(test, site);
        var (cuts, cut) = (0, SampleOrAll.IsAll ? 0 : Random.Shared.Next(3));
        for (var isCut = true; isCut; cut += SampleOrAll.IsAll ? 1 : 4)
        {
            test.NextSecond();
            await AskAsync(test, site, id);
            // Sites are opened before anything goes wrong; what is cut off is the work.
            using var killed = await ReviewFlow.OpenAsync(test);
            test.Server.Faults.Add(
                new(
                    "",
                    Kind: FaultKind.DropBefore,
                    Count: int.MaxValue,
                    Skip: cut + (kind == FaultKind.DropAfter ? 1 : 0)
                )
            );
            if (kind == FaultKind.DropAfter)
                test.Server.Faults.Add(new("", Kind: kind, Skip: cut));
            try
            {
                isCut = !await new RequestWorker(
                    killed,
                    test.Worker("worker"),
                    TimeProvider.System,
                    new Lines()
                ).RunAsync(untilIdle: true, TestSite.Deadline());
            }
            catch (GraphException e) when (e.MayPass)
            {
                // The site is gone for this worker, which is all it can notice.
                isCut = true;
            }
            test.Server.Faults.Clear();
            told.WriteLine($"cut off at request {cut}: {isCut}");
            cuts += isCut ? 1 : 0;
            await ReviewFlow.WorkAsync(test, site);
            var request = await test.ReadRequestAsync(site, id);
            Assert.Equal(("Återkallad", "Återkallad"), (request.Status.Text, request.Handled));
            Assert.True(await IsGoneAsync(site), $"cut off at {cut}");
            Assert.DoesNotContain(
                PublicationRun.PageNameOf(2026),
                (await PageAsync(site, 2025))!.Text,
                StringComparison.Ordinal
            );
            await SetAsync(test, site, id, ReviewFlow.Coordinator, "För fastställande");
            await SetAsync(test, site, id, ReviewFlow.Head, "Fastställd");
            Assert.True((await test.ReadRequestAsync(site, id)).Status.Is(ReviewStatus.Published));
        }

        Assert.True(cuts > 3, $"{cuts} were cut off.");
        Assert.True((await test.ReadRequestAsync(site, other)).Status.Is(ReviewStatus.Published));
    }

    private static string EvidenceName => Evidence.ApprovedNameOf(PlannedDocument.ReviewOf(2026)) + ".json";

    private static async Task<string> PublishedAsync(TestSite test, OpenSite site, int year = 2026)
    {
        test.Server.Faults.Add(ReviewFlow.NoPdf);
        var id = await test.RequestAsync(site, year);
        await ReviewFlow.WorkAsync(test, site);
        await SetAsync(test, site, id, ReviewFlow.Coordinator, "För fastställande");
        await SetAsync(test, site, id, ReviewFlow.Head, "Fastställd");
        test.Server.Faults.Clear();
        var request = await test.ReadRequestAsync(site, id);
        Assert.True(request.Status.Is(ReviewStatus.Published), request.Message);
        return id;
    }

    private static async Task WithdrawAsync(TestSite test, OpenSite site, string id)
    {
        test.NextSecond();
        await AskAsync(test, site, id);
        await ReviewFlow.WorkAsync(test, site);
    }

    private static Task AskAsync(TestSite test, OpenSite site, string id) =>
        test.SetAsPersonAsync(
            site,
            id,
            ReviewFlow.Coordinator,
            new { Status = "Återkallad", WithdrawalReason = Reason }
        );

    private static async Task SetAsync(TestSite test, OpenSite site, string id, string who, string status)
    {
        test.NextSecond();
        await test.SetStatusAsPersonAsync(site, id, who, status);
        test.Server.Faults.Add(ReviewFlow.NoPdf);
        await ReviewFlow.WorkAsync(test, site);
        test.Server.Faults.Clear();
    }

    /// <summary>How many versions of its row another look makes.</summary>
    private static async Task<int> NewVersionsAsync(TestSite test, OpenSite site, string id)
    {
        var before = (await RequestHistory.ReadAsync(site, id, CancellationToken.None)).Versions.Count;
        await ReviewFlow.WorkAsync(test, site);
        return (await RequestHistory.ReadAsync(site, id, CancellationToken.None)).Versions.Count - before;
    }

    private static async Task<bool> IsGoneAsync(OpenSite site) =>
        await FileAsync(site, Year2026) is null
        && await FileAsync(site, "Ledningens genomgång 2026.pdf") is null
        && await PageAsync(site) is null;

    private static async Task<LibraryFile?> FileAsync(OpenSite site, string name) =>
        await (await site.LibraryAsync(PublishedLibrary.Name, CancellationToken.None)).FindAsync(
            name,
            CancellationToken.None
        );

    private static Task<SitePage?> PageAsync(OpenSite site, int year = 2026) =>
        new SitePages(site.Graph, site.Site).FindAsync(PublicationRun.PageNameOf(year), CancellationToken.None);

    private static async Task<string> TextAsync(TestSite test, OpenSite site, string id, string column) =>
        (await test.RowAsync(site, id)).Fields[column].GetString()!;
}
