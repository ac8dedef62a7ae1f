namespace SpLg.Tests.Approvals;

/// <summary>
/// What lies with the one who approves is what is approved, and what people type beside the status decides nothing.
/// </summary>
public class HandOverTests
{
    private const string Coordinator = "Eva Nyström";
    private const string Head = "Karin Ekdahl";
    private const string Full = "Ledningens genomgång 2026.docx";
    private const string Open = "Ledningens genomgång 2026 öppen utgåva.docx";

    private static readonly string[] ApprovalParts =
    [
        "genomgång.fastställsavmedtitel-1",
        "omgenomgång.fastställd-1",
        "omgenomgång.fastställandemening-1",
    ];

    [Theory]
    [InlineData(Full)]
    [InlineData(Open)]
    public async Task What_somebody_else_saves_after_the_hand_over_is_read_before_it_is_approved(string name)
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await OpenAsync(test);
        var id = await HandedOverAsync(test, site);
        await WriteAsync(test, site, Coordinator, name, "Smugit in.");
        // Saved on top by the one who approves, who need not have seen what was written before.
        await test.LetCoordinateAsync(Head);
        await WriteAsync(test, site, Head, name, "Läst och rättat.");
        // SharePoint keeps whole seconds, and what was saved in the one of the hand-over counts as later.
        test.NextSecond();

        await ActAsync(test, site, id, Head, ReviewStatus.Approved);

        var back = await test.ReadRequestAsync(site, id);
        Assert.Equal(
            (ReviewStatus.ForApproval, Choice.Text(ReviewStatus.ForApproval)),
            (back.Status.Value, back.Handled)
        );
        Assert.StartsWith($"”{name}” sparades av {Coordinator} ", back.Message, StringComparison.Ordinal);
        Assert.Contains(
            "Läs dokumentet och sätt Fastställd igen om det ska gälla som det är.",
            back.Message,
            StringComparison.Ordinal
        );
        Assert.Contains("Får fastställa: karin.ekdahl@lindo.example.", back.Message, StringComparison.Ordinal);
        Assert.Null(back.Page);
        Assert.DoesNotContain("Fastställd den", await TestSite.TextAsync(site, Full), StringComparison.Ordinal);

        await ActAsync(test, site, id, Head, ReviewStatus.Approved);

        var published = await test.ReadRequestAsync(site, id);
        Assert.True(published.Status.Is(ReviewStatus.Published), published.Message);
        Assert.Contains("Smugit in.", await TestSite.TextAsync(site, name), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(ReviewStatus.Cancelled)]
    public async Task An_approval_that_comes_to_nothing_when_half_of_it_is_written_stands_in_no_draft_or_is_told_of(
        ReviewStatus? stopped
    )
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await OpenAsync(test);
        using var person = await test.OpenAsync();
        var id = await HandedOverAsync(test, site);

        var (isSaved, files) = (false, 0);
        await test.SetStatusAsPersonAsync(site, id, Head, Choice.Text(ReviewStatus.Approved));
        await WorkAsync(
            test,
            site,
            step =>
            {
                if (isSaved || step != RunStep.Freeze || ++files != 3)
                    return;
                isSaved = true;
                WriteAsync(test, person, Coordinator, Open, "Skrivet under tiden.").GetAwaiter().GetResult();
                // As above: not in the second of the next hand-over.
                test.NextSecond();
                if (stopped is { } status)
                    test.SetStatusAsPersonAsync(person, id, Coordinator, Choice.Text(status)).GetAwaiter().GetResult();
            }
        );

        var back = await test.ReadRequestAsync(site, id);
        Assert.Equal(stopped ?? ReviewStatus.ForApproval, back.Status.Value);
        if (stopped is not null)
        {
            Assert.Contains(
                $"”{Full}” i biblioteket Arbetsdokument säger att genomgången är fastställd, och det gäller inte.",
                back.Message,
                StringComparison.Ordinal
            );
            return;
        }
        Assert.Contains("Därför är genomgången inte fastställd.", back.Message, StringComparison.Ordinal);
        foreach (var name in new[] { Full, Open })
            Assert.DoesNotContain("Fastställd den", await TestSite.TextAsync(site, name), StringComparison.Ordinal);

        await ActAsync(test, site, id, Head, ReviewStatus.Approved);

        var published = await test.ReadRequestAsync(site, id);
        Assert.True(published.Status.Is(ReviewStatus.Published), published.Message);
        foreach (var name in new[] { Full, Open })
            Assert.Contains("Fastställd den", await TestSite.TextAsync(site, name), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_one_who_approves_writes_before_approving_is_approved_with_the_rest()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await OpenAsync(test);
        var id = await HandedOverAsync(test, site);
        // Who approves reads drafts; one who is a coordinator too writes in them.
        await test.LetCoordinateAsync(Head);
        await WriteAsync(test, site, Head, Full, "Rättat i den fullständiga.");
        await WriteAsync(test, site, Head, Open, "Rättat i den öppna.");

        await ActAsync(test, site, id, Head, ReviewStatus.Approved);

        var published = await test.ReadRequestAsync(site, id);
        Assert.True(published.Status.Is(ReviewStatus.Published), published.Message);
        Assert.Contains("Rättat i den öppna.", await TestSite.TextAsync(site, Open), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_section_that_a_person_has_taken_out_is_told_of_for_the_coverage_counts_it_all_the_same()
    {
        const string Section = "Intressenter";
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await OpenAsync(test);
        var id = await HandedOverAsync(test, site);
        Assert.DoesNotContain(
            "hämtas inget ur listorna",
            (await test.ReadRequestAsync(site, id)).Message,
            StringComparison.Ordinal
        );
        await ActAsync(test, site, id, Coordinator, ReviewStatus.DraftReady);
        var draft = (await TestSite.FileAsync(site, Full))!;
        foreach (var part in DocumentContent.Read(draft).Generated.Where(p => p.Heading == Section))
            draft = Documents.WithoutControl(draft, part.Id);
        await test.SaveAsPersonAsync(site, Coordinator, Full, draft);
        test.NextSecond();

        await ActAsync(test, site, id, Coordinator, ReviewStatus.ForApproval);

        var handedOver = await test.ReadRequestAsync(site, id);
        Assert.True(handedOver.Status.Is(ReviewStatus.ForApproval), handedOver.Message);
        Assert.Contains(
            $"I ”{Full}” hämtas inget ur listorna under ”{Section}”, som i mallen. Sammanställningen mot "
                + "standardens krav räknar ändå med det.",
            handedOver.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_draft_in_which_the_heads_verdicts_would_not_stand_is_not_handed_over()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await OpenAsync(test);
        var id = await test.RequestAsync(site);
        await WorkAsync(test, site);
        var draft = (await TestSite.FileAsync(site, Full))!;
        var parts = DocumentContent
            .Read(draft)
            .Generated.Where(p => p.Text.Contains("Det passar uppdraget.", StringComparison.Ordinal))
            .ToList();
        Assert.NotEmpty(parts);
        foreach (var part in parts)
            draft = Documents.WithoutControl(draft, part.Id);
        await test.SaveAsPersonAsync(site, Coordinator, Full, draft);
        test.NextSecond();

        await ActAsync(test, site, id, Coordinator, ReviewStatus.ForApproval);

        var back = await test.ReadRequestAsync(site, id);
        Assert.False(back.Status.Is(ReviewStatus.ForApproval), back.Message);
        Assert.Contains("saknar delen om ställningstaganden", back.Message, StringComparison.Ordinal);
        Assert.Null(await TestSite.FileAsync(site, Open));
    }

    [Fact]
    public async Task Instructions_nobody_has_followed_are_told_of_and_do_not_stand_in_what_is_approved()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await OpenAsync(test);

        var id = await HandedOverAsync(test, site);

        var handedOver = await test.ReadRequestAsync(site, id);
        Assert.Contains(
            $"I ”{Full}” och ”{Open}” står mallens anvisning kvar under ”Samordnarens kommentar”",
            handedOver.Message,
            StringComparison.Ordinal
        );
        Assert.Contains("Skriv här", await TestSite.TextAsync(site, Full), StringComparison.Ordinal);

        await ActAsync(test, site, id, Head, ReviewStatus.Approved);

        Assert.True((await test.ReadRequestAsync(site, id)).Status.Is(ReviewStatus.Published));
        foreach (var name in new[] { Full, Open })
        {
            var document = (await TestSite.FileAsync(site, name))!;
            Documents.AssertValid(document);
            Assert.DoesNotContain("Skriv ", Documents.Text(document), StringComparison.Ordinal);
            Assert.Contains(
                "Samordnarens kommentar" + DraftParts.NothingWritten,
                Documents.Text(document),
                StringComparison.Ordinal
            );
            await File.WriteAllBytesAsync(Path.Combine(test.Folder, name), document);
        }
        var evidence = "Ledningens genomgång 2026 fastställd underlag.json";
        await File.WriteAllBytesAsync(Path.Combine(test.Folder, evidence), (await TestSite.FileAsync(site, evidence))!);
        Assert.Equal(ExitCode.Ok, (await SplgRun.InProcessAsync("verify", Path.Combine(test.Folder, Full))).Code);
        Assert.Equal(ExitCode.Ok, (await SplgRun.InProcessAsync("verify", Path.Combine(test.Folder, Open))).Code);
    }

    [Theory]
    [InlineData(
        false,
        "går delar som säger om genomgången är fastställd inte längre att uppdatera, under rubriken ”Fastställande”."
    )]
    [InlineData(true, "finns ingen rad kvar som kan säga vem som har fastställt genomgången och när.")]
    public async Task A_draft_that_could_not_say_that_it_is_approved_is_not_handed_over(bool isDeleted, string told)
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await OpenAsync(test);
        var id = await test.RequestAsync(site);
        await WorkAsync(test, site);
        var draft = (await TestSite.FileAsync(site, Full))!;
        foreach (var part in (isDeleted ? ApprovalParts : ApprovalParts[^1..]))
            draft = isDeleted ? Documents.WithoutControl(draft, part) : Documents.WithoutMarks(draft, part);
        await test.SaveAsPersonAsync(site, Coordinator, Full, draft);
        test.NextSecond();

        await ActAsync(test, site, id, Coordinator, ReviewStatus.ForApproval);

        var back = await test.ReadRequestAsync(site, id);
        Assert.False(back.Status.Is(ReviewStatus.ForApproval), back.Message);
        Assert.Contains(told, back.Message, StringComparison.Ordinal);
        Assert.Contains(
            "Återställ en tidigare version i dokumentets versionshistorik",
            back.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_open_edition_that_has_been_deleted_after_the_hand_over_is_made_and_read_before_it_is_published()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await OpenAsync(test);
        var id = await HandedOverAsync(test, site);
        await test.DeleteFileAsync(site, Open);

        await ActAsync(test, site, id, Head, ReviewStatus.Approved);

        var back = await test.ReadRequestAsync(site, id);
        Assert.True(back.Status.Is(ReviewStatus.ForApproval), back.Message);
        Assert.Contains($"”{Open}”, som skulle publiceras, finns inte längre", back.Message, StringComparison.Ordinal);
        Assert.NotNull(await TestSite.FileAsync(site, Open));
    }

    [Fact]
    public async Task The_one_who_hands_over_is_told_how_many_rows_nobody_has_decided_about_and_where_to_decide()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await OpenAsync(test);
        var audits = site.List("Audits");
        foreach (
            var (title, publication) in ((string, string?)[])
                [("Ett", null), ("Två", null), ("Tre", "Öppen"), ("Fyra", "Intern")]
        )
        {
            var cells = new Dictionary<string, object?>(StringComparer.Ordinal) { ["Title"] = title, ["Year"] = 2026 };
            if (publication is not null)
                cells["Publication"] = publication;
            await site.Writer.CreateAsync(audits, site.Schema.List("Audits"), cells, CancellationToken.None);
        }

        var id = await HandedOverAsync(test, site);

        var message = (await test.ReadRequestAsync(site, id)).Message!;
        Assert.Contains("Ingen har valt Publicering på 3\u00a0rader.", message, StringComparison.Ordinal);
        Assert.Contains(
            $"Revisioner: 2\u00a0rader, {audits.WebUrl.AbsoluteUri}/Undecided.aspx\n",
            message,
            StringComparison.Ordinal
        );
        Assert.Contains("Incidenter: 1\u00a0rad, ", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_date_of_approval_that_somebody_types_is_gone_when_the_status_is_put_back()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await OpenAsync(test);
        var id = await HandedOverAsync(test, site);

        await test.SetAsPersonAsync(
            site,
            id,
            Coordinator,
            new { Status = "Fastställd", ApprovedOn = "2027-01-02T23:00:00Z" }
        );
        await WorkAsync(test, site);
        var refused = await test.ReadRequestAsync(site, id);
        await ActAsync(test, site, id, Head, ReviewStatus.Approved);
        var approvedOn = (await test.ReadRequestAsync(site, id)).ApprovedOn.Value;
        await test.SetAsPersonAsync(
            site,
            id,
            Coordinator,
            new { Status = "Avbruten", ApprovedOn = "2027-01-02T23:00:00Z" }
        );
        await WorkAsync(test, site);
        var published = await test.ReadRequestAsync(site, id);

        Assert.True(refused.Status.Is(ReviewStatus.ForApproval));
        Assert.True(refused.ApprovedOn.IsEmpty);
        Assert.NotNull(approvedOn);
        Assert.Equal((ReviewStatus.Published, approvedOn), (published.Status.Value, published.ApprovedOn.Value));
    }

    [Theory]
    [InlineData("Fastställd", ReviewStatus.Published)]
    [InlineData("Läser", ReviewStatus.DraftReady)]
    public async Task A_run_that_somebody_types_holds_nothing(string status, ReviewStatus then)
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await OpenAsync(test);
        var id = await HandedOverAsync(test, site);
        var asked = new
        {
            Status = status,
            RunId = "annan/1",
            LastRunOn = DateTimeOffset.UtcNow.ToString(
                "yyyy-MM-dd'T'HH:mm:ss'Z'",
                System.Globalization.CultureInfo.InvariantCulture
            ),
        };

        await test.SetAsPersonAsync(site, id, Head, asked);
        await WorkAsync(test, site);

        var request = await test.ReadRequestAsync(site, id);
        Assert.Equal((then, null), (request.Status.Value, request.RunId));
    }

    [Theory]
    [InlineData(ReviewStatus.Cancelled)]
    [InlineData(ReviewStatus.DraftReady)]
    [InlineData(ReviewStatus.UpdateRequested)]
    public async Task A_publication_that_is_stopped_half_way_tells_what_everyone_can_read(ReviewStatus stopped)
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await OpenAsync(test);
        using var person = await test.OpenAsync();
        var id = await HandedOverAsync(test, site);

        await test.SetStatusAsPersonAsync(site, id, Head, Choice.Text(ReviewStatus.Approved));
        await WorkAsync(
            test,
            site,
            step =>
            {
                if (step == RunStep.Convert)
                    test.SetStatusAsPersonAsync(person, id, Coordinator, Choice.Text(stopped)).GetAwaiter().GetResult();
            }
        );

        var request = await test.ReadRequestAsync(site, id);
        Assert.Equal(stopped == ReviewStatus.Cancelled ? stopped : ReviewStatus.DraftReady, request.Status.Value);
        Assert.Contains(
            "”Ledningens genomgång 2026.docx” i biblioteket Publicerade genomgångar kan läsas av alla "
                + "medarbetare, men ingen sida leder dit.",
            request.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_is_cancelled_before_anything_is_published_says_nothing_of_it()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await OpenAsync(test);
        var id = await HandedOverAsync(test, site);

        await ActAsync(test, site, id, Coordinator, ReviewStatus.Cancelled);

        var request = await test.ReadRequestAsync(site, id);
        Assert.DoesNotContain("Publiceringen hade redan börjat", request.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_update_that_is_taken_back_leaves_the_date_of_approval()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await OpenAsync(test);
        using var person = await test.OpenAsync();
        var id = await HandedOverAsync(test, site);
        await ActAsync(test, site, id, Head, ReviewStatus.Approved);
        var before = await test.ReadRequestAsync(site, id);

        await test.SetStatusAsPersonAsync(site, id, Coordinator, Choice.Text(ReviewStatus.UpdateRequested));
        await WorkAsync(
            test,
            site,
            step =>
            {
                if (step == RunStep.Build)
                    test.SetStatusAsPersonAsync(person, id, Coordinator, Choice.Text(ReviewStatus.Published))
                        .GetAwaiter()
                        .GetResult();
            }
        );

        var after = await test.ReadRequestAsync(site, id);
        Assert.NotNull(before.ApprovedOn.Value);
        Assert.Equal(
            (ReviewStatus.Published, before.ApprovedOn, before.Page),
            (after.Status.Value, after.ApprovedOn, after.Page)
        );
        await ActAsync(test, site, id, Coordinator, ReviewStatus.UpdateRequested);
        Assert.True((await test.ReadRequestAsync(site, id)).ApprovedOn.IsEmpty);
    }

    [Fact]
    public async Task A_second_request_of_the_year_takes_nothing_from_what_lies_for_approval_or_is_approved_on_the_first()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await OpenAsync(test);
        var (first, second) = (await test.RequestAsync(site), await test.RequestAsync(site));
        await WorkAsync(test, site);
        await test.SetStatusAsPersonAsync(site, first, Coordinator, Choice.Text(ReviewStatus.ForApproval));
        await ActAsync(test, site, second, Coordinator, ReviewStatus.ForApproval);

        Assert.True((await test.ReadRequestAsync(site, first)).Status.Is(ReviewStatus.ForApproval));
        var refused = await test.ReadRequestAsync(site, second);
        Assert.True(refused.Status.Is(ReviewStatus.Failed), refused.Message);
        Assert.StartsWith(
            "Ledningens genomgång 2026 har status För fastställande och skrivs inte över. Sätt status "
                + $"Uppdatering begärd på rad {first} i listan Genomgångar",
            refused.Message,
            StringComparison.Ordinal
        );

        await ActAsync(test, site, first, Head, ReviewStatus.Approved);
        var approved = await TestSite.FileAsync(site, Full);
        await ActAsync(test, site, second, Coordinator, ReviewStatus.ForApproval);

        Assert.Contains(
            "har status Publicerad och skrivs inte över",
            (await test.ReadRequestAsync(site, second)).Message,
            StringComparison.Ordinal
        );
        Assert.Equal(approved, await TestSite.FileAsync(site, Full));
    }

    [Fact]
    public async Task What_looks_like_personal_data_in_words_written_by_hand_is_decided_on_the_request()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await OpenAsync(test);
        var id = await HandedOverAsync(test, site);
        await ActAsync(test, site, id, Coordinator, ReviewStatus.DraftReady);
        await WriteAsync(test, site, Coordinator, Open, "Frågor besvaras av anna.svensson (at) exempel.se.");
        test.NextSecond();

        await ActAsync(test, site, id, Coordinator, ReviewStatus.ForApproval);

        var stopped = await test.ReadRequestAsync(site, id);
        Assert.False(StatusTable.IsHandedOver(stopped), stopped.Message);
        Assert.Contains(
            "har någon skrivit vad som ser ut som en e-postadress, som alla",
            stopped.Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "välj Ja i Personuppgifter granskade på genomgångens rad",
            stopped.Message,
            StringComparison.Ordinal
        );

        var list = site.Schema.List(ReviewRequest.List);
        var yes = new Dictionary<string, object?> { ["PersonalDataReviewed"] = true };
        await site.Writer.UpdateAsync(site.List(list.Name), list, id, yes, null, CancellationToken.None);
        await ActAsync(test, site, id, Coordinator, ReviewStatus.ForApproval);

        var handedOver = await test.ReadRequestAsync(site, id);
        Assert.True(StatusTable.IsHandedOver(handedOver), handedOver.Message);
    }

    private static Task<OpenSite> OpenAsync(TestSite test) => test.OpenAsync(null, "karin.ekdahl@lindo.example");

    /// <returns>Id of a request whose draft lies with the one who approves.</returns>
    private static async Task<string> HandedOverAsync(TestSite test, OpenSite site)
    {
        var id = await test.RequestAsync(site);
        await WorkAsync(test, site);
        await ActAsync(test, site, id, Coordinator, ReviewStatus.ForApproval);
        return id;
    }

    private static async Task ActAsync(TestSite test, OpenSite site, string id, string person, ReviewStatus status)
    {
        await test.SetStatusAsPersonAsync(site, id, person, Choice.Text(status));
        await WorkAsync(test, site);
    }

    private static async Task WorkAsync(TestSite test, OpenSite site, Action<RunStep>? onStep = null)
    {
        test.Server.Faults.Clear();
        test.Server.Faults.Add(new FaultRule("format=pdf", Status: 406, Count: int.MaxValue));
        await new RequestWorker(
            site,
            test.Worker("worker"),
            TimeProvider.System,
            new Lines { OnStep = onStep }
        ).RunAsync(untilIdle: true, TestSite.Deadline());
    }

    private static async Task WriteAsync(TestSite test, OpenSite site, string person, string name, string text) =>
        await test.SaveAsPersonAsync(
            site,
            person,
            name,
            Documents.WithParagraph((await TestSite.FileAsync(site, name))!, text)
        );
}
