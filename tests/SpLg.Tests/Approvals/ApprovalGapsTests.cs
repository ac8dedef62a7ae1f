namespace SpLg.Tests.Approvals;

/// <summary>What an approval needs: the head's own decision on three questions, and a whole basis.</summary>
public sealed class ApprovalGapsTests
{
    private const string Full = "Ledningens genomgång 2026.docx";
    private const string Open = "Ledningens genomgång 2026 öppen utgåva.docx";

    [Fact]
    public async Task An_approval_without_what_the_head_decides_is_put_back_and_says_what_is_missing()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await ReviewFlow.OpenAsync(test);
        var id = await HandedOverAsync(
            test,
            site,
            new
            {
                Suitable = (string?)null,
                AdequateReason = (string?)null,
                RegistryNumber = (string?)null,
                MeetingOn = (string?)null,
                NoDecisions = false,
            }
        );
        var told = (await test.ReadRequestAsync(site, id)).Message!;
        string[] missing =
        [
            "ställningstagande i kolumnen Lämpligt",
            "skäl till ställningstagandet i kolumnen Tillräckligt",
            "diarienummer",
            "kolumnen Mötesdatum",
            "välj Ja i Inga beslut",
        ];
        Assert.All(missing, m => Assert.Contains(m, told, StringComparison.Ordinal));

        await ActAsync(test, site, id, ReviewFlow.Head, ReviewStatus.Approved);

        var refused = await test.ReadRequestAsync(site, id);
        Assert.True(refused.Status.Is(ReviewStatus.ForApproval), refused.Message);
        Assert.Equal("För fastställande", refused.Handled);
        Assert.StartsWith("Genomgången är inte fastställd.", refused.Message, StringComparison.Ordinal);
        Assert.All(missing, m => Assert.Contains(m, refused.Message, StringComparison.Ordinal));
        Assert.DoesNotContain("Fastställd den", await TestSite.TextAsync(site, Full), StringComparison.Ordinal);

        // The head fills in what is missing, and the same draft is approved.
        await test.SetAsPersonAsync(
            site,
            id,
            ReviewFlow.Head,
            new
            {
                Suitable = "Lämnas inte",
                SuitableReason = "Uppdraget ändras.",
                AdequateReason = "En roll saknas.",
                RegistryNumber = "PN 2026/9",
                MeetingOn = "2026-11-19T23:00:00Z",
                NoDecisions = true,
            }
        );
        await ActAsync(test, site, id, ReviewFlow.Head, ReviewStatus.Approved);

        var approved = await test.ReadRequestAsync(site, id);
        Assert.True(approved.Status.Is(ReviewStatus.Published), approved.Message);
        foreach (var name in new[] { Full, Open })
        {
            var text = await TestSite.TextAsync(site, name);
            Assert.Contains("Ingen bedömning lämnas", text, StringComparison.Ordinal);
            Assert.Contains("Uppdraget ändras.", text, StringComparison.Ordinal);
            Assert.Contains("En roll saknas.", text, StringComparison.Ordinal);
            Assert.Contains("beslutade inte om några förändringar", text, StringComparison.Ordinal);
            Assert.DoesNotContain(
                DraftParts.NothingWritten + DraftParts.NothingWritten,
                text,
                StringComparison.Ordinal
            );
            Assert.DoesNotContain("trots brister", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_review_is_approved_despite_gaps_with_a_reason_that_both_editions_print_and_not_without()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await ReviewFlow.OpenAsync(test);
        var id = await HandedOverAsync(test, site, new { Effective = (string?)null });

        await ActAsync(test, site, id, ReviewFlow.Head, ReviewStatus.ApprovedDespiteGaps);

        var refused = await test.ReadRequestAsync(site, id);
        Assert.True(refused.Status.Is(ReviewStatus.ForApproval), refused.Message);
        Assert.Contains("står varför i Skäl trots brister", refused.Message, StringComparison.Ordinal);

        await test.SetAsPersonAsync(site, id, ReviewFlow.Head, new { GapsReason = "Nämnden möts i morgon." });
        await ActAsync(test, site, id, ReviewFlow.Head, ReviewStatus.ApprovedDespiteGaps);

        var approved = await test.ReadRequestAsync(site, id);
        Assert.True(approved.Status.Is(ReviewStatus.Published), approved.Message);
        foreach (var name in new[] { Full, Open })
        {
            Assert.Contains(
                "Genomgången fastställdes trots brister. Skäl: Nämnden möts i morgon.",
                await TestSite.TextAsync(site, name),
                StringComparison.Ordinal
            );
        }
        Assert.Equal(ExitCode.Ok, (await VerifyAsync(test, site, Full)).Code);
    }

    [Theory]
    [InlineData("Intern")]
    [InlineData("Sekretess")]
    public async Task A_row_that_is_not_open_keeps_its_reasons_out_of_the_open_edition(string publication)
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await ReviewFlow.OpenAsync(test);
        var columns = new
        {
            Effective = (string?)null,
            GapsReason = "Nämnden möts i morgon.",
            Publication = publication,
            SecrecyGround = "OSL 18 kap. 8 §",
        };
        var id = await HandedOverAsync(test, site, columns);

        await ActAsync(test, site, id, ReviewFlow.Head, ReviewStatus.ApprovedDespiteGaps);

        var approved = await test.ReadRequestAsync(site, id);
        Assert.True(approved.Status.Is(ReviewStatus.Published), approved.Message);
        var (full, open) = (await TestSite.TextAsync(site, Full), await TestSite.TextAsync(site, Open));
        Assert.Contains("Nämnden möts i morgon.", full, StringComparison.Ordinal);
        Assert.Contains("fastställdes trots brister.", open, StringComparison.Ordinal);
        Assert.DoesNotContain("Nämnden möts", open, StringComparison.Ordinal);
        Assert.DoesNotContain("Det passar uppdraget.", open, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Years_that_are_changed_after_the_draft_are_not_handed_over()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await ReviewFlow.OpenAsync(test);

        var id = await HandedOverAsync(test, site, new { PlanTo = 2030 });

        var refused = await test.ReadRequestAsync(site, id);
        Assert.False(refused.Status.Is(ReviewStatus.ForApproval), refused.Message);
        Assert.Contains("ändrades efter utkastet. Sätt Uppdatering begärd.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_is_missing_no_reason_is_printed_whatever_was_chosen()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await ReviewFlow.OpenAsync(test);
        var id = await HandedOverAsync(test, site, new { GapsReason = "Ifall något saknas." });

        await ActAsync(test, site, id, ReviewFlow.Head, ReviewStatus.ApprovedDespiteGaps);

        var approved = await test.ReadRequestAsync(site, id);
        Assert.True(approved.Status.Is(ReviewStatus.Published), approved.Message);
        Assert.DoesNotContain("trots brister", await TestSite.TextAsync(site, Full), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_head_decided_is_what_stood_in_the_row_at_approval_with_those_present_in_the_full_edition()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await ReviewFlow.OpenAsync(test);
        var id = await HandedOverAsync(
            test,
            site,
            new { MeetingOn = "2026-11-20T00:00:00Z", Present = "Karin Ekdahl, chef\nEva Nyström, samordnare" }
        );
        await test.SetStatusAsPersonAsync(site, id, ReviewFlow.Head, Choice.Text(ReviewStatus.Approved));
        test.NextSecond();
        // Somebody changes it before the worker looks.
        await test.SetAsPersonAsync(
            site,
            id,
            ReviewFlow.Coordinator,
            new { SuitableReason = "Något helt annat.", Present = "Ingen" }
        );
        await ReviewFlow.WorkAsync(test, site);

        var approved = await test.ReadRequestAsync(site, id);
        Assert.True(approved.Status.Is(ReviewStatus.Published), approved.Message);
        var full = await TestSite.TextAsync(site, Full);
        var open = await TestSite.TextAsync(site, Open);
        Assert.Contains("Det passar uppdraget.", full, StringComparison.Ordinal);
        Assert.Contains("Karin Ekdahl, chef", full, StringComparison.Ordinal);
        Assert.Contains(
            $"gick igenom underlaget den {Swedish.Long(new(2026, 11, 20))}",
            full,
            StringComparison.Ordinal
        );
        Assert.Contains(
            $"gick igenom underlaget den {Swedish.Long(new(2026, 11, 20))}",
            open,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("Något helt annat", full + open, StringComparison.Ordinal);
        Assert.DoesNotContain("Eva Nyström", open, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_parts_about_approval_become_others_when_a_review_is_approved()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await ReviewFlow.OpenAsync(test);
        var id = await HandedOverAsync(test, site, new { Effective = "Nej", EffectiveReason = "Målen nås inte." });
        var handedOver = await GeneratedAsync(site);

        await ActAsync(test, site, id, ReviewFlow.Head, ReviewStatus.Approved);

        var frozen = await GeneratedAsync(site);
        Assert.Equal(handedOver.Select(p => p.Id), frozen.Select(p => p.Id));
        var changed = handedOver.Zip(frozen).Where(p => p.First.Text != p.Second.Text).Select(p => p.Second.Text);
        Assert.NotEmpty(changed);
        string[] about = ["astställd", "ställning", "Målen nås inte.", ReviewFlow.Head, Swedish.Long(Today())];
        Assert.All(changed, text => Assert.Contains(about, a => text.Contains(a, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_reason_that_holds_an_identity_number_stops_the_open_edition()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await ReviewFlow.OpenAsync(test);

        var id = await HandedOverAsync(test, site, new { SuitableReason = "Ring 811228-9874." });

        var stopped = await test.ReadRequestAsync(site, id);
        Assert.True(stopped.Status.Is(ReviewStatus.DraftReady), stopped.Message);
        Assert.Contains("Lämpligt, skäl", stopped.Findings, StringComparison.Ordinal);
    }

    private static DateOnly Today() =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeBySystemTimeZoneId(DateTime.UtcNow, "Europe/Stockholm"));

    private static async Task<IReadOnlyList<GeneratedPart>> GeneratedAsync(OpenSite site) =>
        DocumentContent.Read((await TestSite.FileAsync(site, Full))!).Generated;

    /// <summary>A review with a draft that a person hands over, with columns of the row changed before.</summary>
    private static async Task<string> HandedOverAsync(TestSite test, OpenSite site, object columns)
    {
        var id = await test.RequestAsync(site);
        await ReviewFlow.WorkAsync(test, site);
        await test.SetAsPersonAsync(site, id, ReviewFlow.Coordinator, columns);
        test.NextSecond();
        await ActAsync(test, site, id, ReviewFlow.Coordinator, ReviewStatus.ForApproval);
        return id;
    }

    private static async Task ActAsync(TestSite test, OpenSite site, string id, string person, ReviewStatus status)
    {
        test.NextSecond();
        await test.SetStatusAsPersonAsync(site, id, person, Choice.Text(status));
        await ReviewFlow.WorkAsync(test, site);
        test.NextSecond();
    }

    private static async Task<SplgRun> VerifyAsync(TestSite test, OpenSite site, string name)
    {
        var folder = Directory.CreateTempSubdirectory("splg-verify-").FullName;
        try
        {
            foreach (var file in new[] { name, "Ledningens genomgång 2026 fastställd underlag.json" })
                await File.WriteAllBytesAsync(Path.Combine(folder, file), (await TestSite.FileAsync(site, file))!);
            return await SplgRun.InProcessAsync("verify", Path.Combine(folder, name));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
