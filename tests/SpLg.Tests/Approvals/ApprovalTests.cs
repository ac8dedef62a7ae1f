namespace SpLg.Tests.Approvals;

/// <summary>What a person approved is frozen in both editions, and stays.</summary>
public class ApprovalTests
{
    private const string Full = "Ledningens genomgång 2026.docx";
    private const string Open = "Ledningens genomgång 2026 öppen utgåva.docx";
    private const string DraftEvidence = "Ledningens genomgång 2026 underlag.json";
    private const string ApprovedEvidence = "Ledningens genomgång 2026 fastställd underlag.json";

    [Fact]
    public async Task An_approved_review_names_who_and_when_the_open_edition_the_office_alone_and_both_verify()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        var request = await DraftAsync(test, site);
        await PrepareAsync(site, request);

        var review = await FreezeAsync(site, request, At(1));

        Assert.Equal(
            new[] { Full, Open, ApprovedEvidence, DraftEvidence }.ToHashSet(),
            (await test.FileNamesAsync(site)).ToHashSet()
        );
        foreach (var name in new[] { Full, Open })
        {
            var document = (await TestSite.FileAsync(site, name))!;
            Documents.AssertValid(document);
            Assert.Contains(
                $"Fastställd den 5 mars 2027 av {(name == Full ? "Karin Lindqvist, förvaltningschef" : "förvaltningschefen")}.",
                Documents.Text(document),
                StringComparison.Ordinal
            );
            Assert.Contains("KFN 2026/7", Documents.Text(document), StringComparison.Ordinal);
            var verified = await VerifyAsync(test, site, name);
            Assert.True(verified.Code == ExitCode.Ok, verified.ToString());
            Assert.Contains(
                "Karin Lindqvist (karin@lindo.example) on 2027-03-05",
                verified.Output,
                StringComparison.Ordinal
            );
        }
        Assert.Equal(await TestSite.FileAsync(site, Open), review.Published[0].Content);
    }

    [Fact]
    public async Task Later_changes_in_the_lists_change_nothing_and_freezing_again_writes_nothing()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        var request = await DraftAsync(test, site);
        await PrepareAsync(site, request);
        // Decided after the draft was made, and so no part of what is approved.
        await AddIncidentAsync(site, "Kom efter utkastet");
        await FreezeAsync(site, request, At(1));
        var before = await EverythingAsync(test, site);

        await AddIncidentAsync(site, "Kom efter fastställandet");
        var log = new Lines();
        var again = await new FreezeRun(site, "test/2", log.Progress).FreezeAsync(
            request,
            At(1),
            HandedOver(At(1)),
            Never,
            CancellationToken.None
        );

        Assert.Contains("the review is frozen already", log.All);
        Assert.Equal(before, await EverythingAsync(test, site));
        Assert.Equal(again.Published[0].Content, before[Open]);
        Assert.DoesNotContain(
            "Kom efter",
            string.Concat(before.Values.Select(System.Text.Encoding.UTF8.GetString)),
            StringComparison.Ordinal
        );
        Assert.Equal(ExitCode.Ok, (await VerifyAsync(test, site, Full)).Code);

        // Nor does anything but a request for an update write over it.
        await test.SetAsync(site, request.Origin.Id, "Status", Choice.Text(ReviewStatus.Published));
        foreach (var edition in new[] { "full", "open" })
        {
            var refused = await test.RunAsync("generate", "--year", "2026", "--edition", edition);
            Assert.Equal(ExitCode.Fault, refused.Code);
            Assert.Contains("skrivs inte över", refused.Error, StringComparison.Ordinal);
        }
        Assert.Equal(before, await EverythingAsync(test, site));
    }

    [Fact]
    public async Task What_the_coordinator_wrote_in_both_drafts_survives_approval_and_the_next_draft()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        var request = await DraftAsync(test, site);
        await test.SaveAsPersonAsync(
            site,
            "Anna Ek",
            Full,
            Documents.WithParagraph((await TestSite.FileAsync(site, Full))!, "Ord i den fullständiga.")
        );
        await PrepareAsync(site, request);
        await test.SaveAsPersonAsync(
            site,
            "Anna Ek",
            Open,
            Documents.WithParagraph((await TestSite.FileAsync(site, Open))!, "Ord i den öppna.")
        );
        await PrepareAsync(site, request);

        await FreezeAsync(site, request, At(1));

        await AssertWordsAsync();
        Assert.Equal(ExitCode.Ok, (await VerifyAsync(test, site, Full)).Code);
        Assert.Equal(ExitCode.Ok, (await VerifyAsync(test, site, Open)).Code);

        // A new draft over the approved document, and a second approval.
        await AddIncidentAsync(site, "Ny incident");
        await test.SetAsync(site, request.Origin.Id, "ApprovedOn", new DateOnly(2027, 3, 5));
        await test.SetAsync(site, request.Origin.Id, "Status", Choice.Text(ReviewStatus.UpdateRequested));
        await test.RunAsync("worker", "--once");
        var draft = (await TestSite.FileAsync(site, Full))!;
        Assert.DoesNotContain("Fastställd den", Documents.Text(draft), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Ok, (await VerifyAsync(test, site, Full)).Code);
        var second = At(2) with { Name = "Petra Falk", On = new(2027, 4, 1) };
        await PrepareAsync(site, request);
        await FreezeAsync(site, request, second);

        await AssertWordsAsync();
        Assert.Contains(
            "Fastställd den 1 april 2027 av Petra Falk",
            await TestSite.TextAsync(site, Full),
            StringComparison.Ordinal
        );
        Assert.Equal(ExitCode.Ok, (await VerifyAsync(test, site, Full)).Code);
        Assert.Equal(ExitCode.Ok, (await VerifyAsync(test, site, Open)).Code);

        async Task AssertWordsAsync()
        {
            Assert.Contains("Ord i den fullständiga.", await TestSite.TextAsync(site, Full), StringComparison.Ordinal);
            Assert.Contains("Ord i den öppna.", await TestSite.TextAsync(site, Open), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(Full)]
    [InlineData(Open)]
    public async Task A_draft_that_somebody_else_has_saved_after_it_was_handed_over_is_not_frozen(string name)
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        var request = await DraftAsync(test, site);
        await PrepareAsync(site, request);
        await test.SaveAsPersonAsync(
            site,
            "Anna Ek",
            name,
            Documents.WithParagraph((await TestSite.FileAsync(site, name))!, "Smugit in.")
        );
        var before = await EverythingAsync(test, site);

        var fault = await Assert.ThrowsAsync<DraftChangedException>(() =>
            FreezeAsync(site, request, At(0) with { At = DateTimeOffset.UtcNow.AddMinutes(-1) })
        );

        Assert.Contains($"”{name}” sparades av Anna Ek ", fault.Message, StringComparison.Ordinal);
        Assert.Contains(
            ", efter att utkastet lämnades för fastställande. Därför är genomgången inte fastställd.",
            fault.Message,
            StringComparison.Ordinal
        );
        Assert.Equal(before, await EverythingAsync(test, site));
        // Approved as it now is, it is.
        await FreezeAsync(site, request, At(1));
        Assert.Contains("Smugit in.", await TestSite.TextAsync(site, name), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Full)]
    [InlineData(Open)]
    public async Task An_approved_file_that_somebody_has_changed_is_not_published_again(string name)
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        var request = await DraftAsync(test, site);
        await PrepareAsync(site, request);
        await FreezeAsync(site, request, At(1));
        await test.SaveAsPersonAsync(
            site,
            "Anna Ek",
            name,
            Documents.WithParagraph((await TestSite.FileAsync(site, name))!, "Smugit in.")
        );

        var fault = await Assert.ThrowsAsync<SiteFaultException>(() => FreezeAsync(site, request, At(1)));

        Assert.Contains(
            $"”{name}” är inte längre som när genomgången fastställdes. Den sparades av Anna Ek ",
            fault.Message,
            StringComparison.Ordinal
        );
        Assert.Equal(ExitCode.Fault, (await VerifyAsync(test, site, name)).Code);
    }

    [Fact]
    public async Task A_draft_without_its_own_evidence_goes_back()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        var request = await DraftAsync(test, site);
        var (draft, evidence) = (
            (await TestSite.FileAsync(site, Full))!,
            (await TestSite.FileAsync(site, DraftEvidence))!
        );
        await AddIncidentAsync(site, "Ny incident");
        await test.SetAsync(site, request.Origin.Id, "Status", Choice.Text(ReviewStatus.UpdateRequested));
        await test.RunAsync("worker", "--once");

        // An earlier version of the document put back, a changed evidence, and none.
        await test.SaveAsPersonAsync(site, "Anna Ek", Full, draft);
        Assert.Contains("hör inte ihop", await RefusedAsync(), StringComparison.Ordinal);
        await test.SaveAsPersonAsync(site, "Anna Ek", DraftEvidence, evidence);
        Assert.Contains(
            "har sparats av Anna Ek och går inte att lita på",
            await RefusedAsync(),
            StringComparison.Ordinal
        );
        await test.DeleteFileAsync(site, DraftEvidence);
        Assert.Contains(
            "finns inte i biblioteket Arbetsdokument. Sätt status Uppdatering begärd",
            await RefusedAsync(),
            StringComparison.Ordinal
        );

        async Task<string> RefusedAsync()
        {
            var prepared = await Assert.ThrowsAnyAsync<SiteFaultException>(() => PrepareAsync(site, request));
            var frozen = await Assert.ThrowsAnyAsync<SiteFaultException>(() => FreezeAsync(site, request, At(1)));
            Assert.Equal(prepared.Message, frozen.Message);
            return prepared.Message;
        }
    }

    [Fact]
    public async Task What_a_person_wrote_inside_a_generated_part_is_not_approved_unseen()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        var request = await DraftAsync(test, site);
        var edited = Documents.WithTextInFirstControl((await TestSite.FileAsync(site, Full))!, "Annan stad");
        await test.SaveAsPersonAsync(site, "Anna Ek", Full, edited);

        var prepared = await Assert.ThrowsAsync<SiteFaultException>(() => PrepareAsync(site, request));
        var frozen = await Assert.ThrowsAsync<DraftChangedException>(() => FreezeAsync(site, request, At(1)));

        Assert.Contains(
            "har delar som programmet fyller i ändrats för hand, före första rubriken.",
            prepared.Message,
            StringComparison.Ordinal
        );
        Assert.Contains("före första rubriken", frozen.Message, StringComparison.Ordinal);
        Assert.Equal(edited, await TestSite.FileAsync(site, Full));
    }

    [Fact]
    public async Task Comments_do_not_follow_into_the_open_edition()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        var request = await DraftAsync(test, site);
        await PrepareAsync(site, request);
        await test.SaveAsPersonAsync(
            site,
            "Anna Ek",
            Open,
            Documents.WithComment((await TestSite.FileAsync(site, Open))!, "Ska vi säga det här?")
        );

        var fault = await Assert.ThrowsAsync<SiteFaultException>(() => PrepareAsync(site, request));
        await Assert.ThrowsAsync<SiteFaultException>(() => FreezeAsync(site, request, At(1)));

        Assert.Contains(
            "innehåller 1\u00a0kommentar, som alla medarbetare skulle kunna läsa",
            fault.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_identity_number_written_by_hand_does_not_follow_into_the_open_edition()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        var request = await DraftAsync(test, site);
        await PrepareAsync(site, request);
        var open = (await TestSite.FileAsync(site, Open))!;
        await test.SaveAsPersonAsync(site, "Anna Ek", Open, Documents.WithParagraph(open, "Anmält av 19121212-1212."));

        var fault = await Assert.ThrowsAsync<SiteFaultException>(() => PrepareAsync(site, request));
        await Assert.ThrowsAsync<SiteFaultException>(() => FreezeAsync(site, request, At(1)));
        await test.SaveAsPersonAsync(
            site,
            "Anna Ek",
            Open,
            Documents.WithParagraph(open, "Anmält i december 2012, diarienummer 2012-1213.")
        );
        await PrepareAsync(site, request);

        Assert.Contains(
            $"I ”{Open}” har någon skrivit vad som ser ut som ett personnummer",
            fault.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_looks_like_personal_data_stops_before_anything_is_written()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        await site.Writer.CreateAsync(
            site.List(ContextFactor.List),
            site.Schema.List(ContextFactor.List),
            new Dictionary<string, object?>
            {
                ["Title"] = "Ny lag",
                ["Kind"] = "Lagstiftning",
                ["Text"] = "Fråga anna.berg@lindo.example",
                ["Year"] = 2026,
                ["Publication"] = "Öppen",
            },
            CancellationToken.None
        );
        var request = await DraftAsync(test, site);

        await Assert.ThrowsAsync<PublicationStoppedException>(() => PrepareAsync(site, request));

        Assert.Null(await TestSite.FileAsync(site, Open));
    }

    [Fact]
    public async Task A_year_that_another_row_has_taken_while_the_files_are_written_is_not_approved_twice()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        var request = await DraftAsync(test, site);
        await PrepareAsync(site, request);
        string? other = null;

        var fault = await Assert.ThrowsAsync<SiteFaultException>(() =>
            new FreezeRun(site, "test/1", new Lines().Progress).FreezeAsync(
                request,
                At(1),
                HandedOver(At(1)),
                async _ =>
                {
                    if (other is not null)
                        return;
                    other = await test.RequestAsync(site, status: ReviewStatus.Published);
                    await test.SetAsync(site, other, "Handled", "Publicerad");
                },
                CancellationToken.None
            )
        );

        Assert.Contains($"på rad {other}", fault.Message, StringComparison.Ordinal);
        Assert.Null(await TestSite.FileAsync(site, ApprovedEvidence));
    }

    private static async Task<ReviewRequest> DraftAsync(TestSite test, OpenSite site)
    {
        var id = await test.RequestAsync(site);
        await test.SetAsync(site, id, "RegistryNumber", "KFN 2026/7");
        var run = await test.RunAsync("worker", "--once");
        var request = await test.ReadRequestAsync(site, id);
        Assert.True(request.Status.Is(ReviewStatus.DraftReady), run.ToString());
        return request;
    }

    private static Task PrepareAsync(OpenSite site, ReviewRequest request) =>
        new HandOverRun(site, "test/1", new Lines().Progress).PrepareAsync(request, Always, CancellationToken.None);

    private static Task<ApprovedReview> FreezeAsync(OpenSite site, ReviewRequest request, Approval approval) =>
        new FreezeRun(site, "test/1", new Lines().Progress).FreezeAsync(
            request,
            approval,
            HandedOver(approval),
            Always,
            CancellationToken.None
        );

    /// <summary>An approval so many minutes from now, when all that the test has saved has been saved.</summary>
    private static Approval At(int minutes) =>
        new(
            "Karin Lindqvist",
            "karin@lindo.example",
            new DateTimeOffset(DateTime.UtcNow.Date, TimeSpan.Zero).AddDays(1).AddMinutes(minutes),
            new(2027, 3, 5),
            "7.0"
        );

    /// <summary>Handed over just before, to the one who then approved.</summary>
    private static HandOver HandedOver(Approval approval) =>
        new(approval.At, new(approval.Name, approval.Email, null, IsApplication: false));

    private static Task Always(CancellationToken cancellationToken) => Task.CompletedTask;

    private static Task Never(CancellationToken cancellationToken) =>
        throw new InvalidOperationException("Something was about to be written.");

    private static Task AddIncidentAsync(OpenSite site, string title) =>
        site.Writer.CreateAsync(
            site.List(Incident.List),
            site.Schema.List(Incident.List),
            new Dictionary<string, object?>
            {
                ["Title"] = title,
                ["OccurredOn"] = new DateOnly(2026, 5, 1),
                ["Kind"] = "Dataskydd",
                ["Severity"] = "Hög",
                ["Status"] = "Ny",
                ["Year"] = 2026,
            },
            CancellationToken.None
        );

    private static async Task<Dictionary<string, byte[]>> EverythingAsync(TestSite test, OpenSite site)
    {
        var files = new Dictionary<string, byte[]>();
        foreach (var name in await test.FileNamesAsync(site))
            files[name] = (await TestSite.FileAsync(site, name))!;
        return files;
    }

    /// <summary>
    /// Takes the file and the evidence there is to a folder, as a person would, and verifies it there.
    /// </summary>
    private static async Task<SplgRun> VerifyAsync(TestSite test, OpenSite site, string name)
    {
        foreach (var file in new[] { name, ApprovedEvidence, DraftEvidence })
        {
            if (await TestSite.FileAsync(site, file) is { } content)
                await File.WriteAllBytesAsync(Path.Combine(test.Folder, file), content);
        }
        return await SplgRun.InProcessAsync("verify", Path.Combine(test.Folder, name));
    }
}
