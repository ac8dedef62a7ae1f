using System.Diagnostics;
using SpLg.Templates;

namespace SpLg.Tests.Hostile;

/// <summary>
/// A hostile file in a library keeps its own request from being done, says why there, and nothing else.
/// </summary>
public sealed class HostileWorkerTests(ITestOutputHelper output)
{
    private const string Draft = "Ledningens genomgång 2026.docx";
    private const string OpenDraft = "Ledningens genomgång 2026 öppen utgåva.docx";

    public static TheoryData<string, int, string> Templates =>
        [
            .. SampleOrAll.OfFirst(
                1,
                ("plain paragraphs", 310_000, "fler än 600 000 element och attribut"),
                ("unknown names", 30_000, "fler än 20 000 namn och villkor"),
                ("different elements", 20_000, "fler än 10 000 olika slags element"),
                ("a bomb in a part", 600_000_000, "MB när den packas upp")
            ),
        ];

    [Theory]
    [MemberData(nameof(Templates))]
    public async Task A_hostile_template_fails_its_own_request_with_the_reason_and_the_next_is_made(
        string kind,
        int count,
        string reason
    )
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        var library = await site.LibraryAsync(TemplateSource.Library, CancellationToken.None);
        await library.UploadAsync("fientlig.docx", HostileDocx.Named(kind).Make(count), null, CancellationToken.None);
        var hostile = await test.RequestAsync(site);
        await test.SetAsync(site, hostile, "Template", "fientlig");
        var other = await test.RequestAsync(site, year: 2025);

        var run = await test.RunAsync("worker", "--once");

        var request = await test.ReadRequestAsync(site, hostile);
        Assert.True(request.Status.Is(ReviewStatus.Failed), run.ToString());
        Assert.Contains(reason, request.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Teknisk uppgift", request.Message, StringComparison.Ordinal);
        Assert.True((await test.ReadRequestAsync(site, other)).Status.Is(ReviewStatus.DraftReady), run.ToString());
    }

    public static TheoryData<string, int, string> Drafts =>
        [
            .. SampleOrAll.OfFirst(
                1,
                ("nested lists that give many rows", 5, "varken kunde uppdateras eller fastställas"),
                ("nested conditions around much", 80_000, "varken kunde uppdateras eller fastställas"),
                ("nested lists that give many rows", 6, "listor i listor"),
                ("nested lists that give many notes", 6, "mer än 20 MB text"),
                ("nested lists that give many headings", 6, "fler än 100000 rubriker")
            ),
        ];

    [Theory]
    [MemberData(nameof(Drafts))]
    public async Task A_draft_that_could_not_be_read_again_is_not_written_and_the_request_says_so(
        string kind,
        int count,
        string reason
    )
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        var library = await site.LibraryAsync(TemplateSource.Library, CancellationToken.None);
        await library.UploadAsync("fientlig.docx", HostileDocx.Named(kind).Make(count), null, CancellationToken.None);
        var id = await test.RequestAsync(site);
        await test.SetAsync(site, id, "Template", "fientlig");

        var run = await test.RunAsync("worker", "--once");

        var request = await test.ReadRequestAsync(site, id);
        Assert.True(request.Status.Is(ReviewStatus.Failed), run.ToString());
        // On a loaded machine the time for a template runs out first.
        Assert.Contains(
            new[] { reason, "har fel och kan inte fyllas" },
            said => request.Message!.Contains(said, StringComparison.Ordinal)
        );
        Assert.Equal(0, await test.DocumentCountAsync(site));
    }

    public static TheoryData<string, int, string> OpenDrafts =>
        [
            .. SampleOrAll.OfFirst(
                1,
                ("nested without end", 50_000, "element i fler än 100 nivåer"),
                ("plain paragraphs", 310_000, "fler än 600 000 element och attribut"),
                ("a bomb in a part", 600_000_000, "MB när den packas upp")
            ),
        ];

    [Theory]
    [MemberData(nameof(OpenDrafts))]
    public async Task A_hostile_open_draft_that_somebody_saved_is_not_handed_over_and_the_next_request_is_made(
        string kind,
        int count,
        string reason
    )
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await ReviewFlow.OpenAsync(test);
        var hostile = await HandedOverAsync(test, site);
        await test.SaveAsPersonAsync(site, ReviewFlow.Coordinator, OpenDraft, HostileDocx.Named(kind).Make(count));
        await test.SetStatusAsPersonAsync(site, hostile, ReviewFlow.Coordinator, "Uppdatering begärd");
        await ReviewFlow.WorkAsync(test, site);
        await test.SetStatusAsPersonAsync(site, hostile, ReviewFlow.Coordinator, "För fastställande");
        var other = await test.RequestAsync(site, year: 2025);

        await ReviewFlow.WorkAsync(test, site);

        var request = await test.ReadRequestAsync(site, hostile);
        Assert.True(request.Status.Is(ReviewStatus.Failed), $"{request.Status}: {request.Message}");
        Assert.Contains(reason, request.Message, StringComparison.Ordinal);
        Assert.True((await test.ReadRequestAsync(site, other)).Status.Is(ReviewStatus.DraftReady));
    }

    public static TheoryData<string> LargeDrafts => [.. SampleOrAll.OfFirst(1, Draft, OpenDraft)];

    [Theory]
    [MemberData(nameof(LargeDrafts))]
    public async Task A_draft_that_somebody_made_as_large_as_is_read_goes_its_way_without_holding_up_the_others_for_long(
        string name
    )
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await ReviewFlow.OpenAsync(test);
        var id = await HandedOverAsync(test, site);
        await test.SaveAsPersonAsync(
            site,
            ReviewFlow.Coordinator,
            name,
            HostileDocx.Swollen((await TestSite.FileAsync(site, name))!, paragraphs: 130_000)
        );
        foreach (
            var (who, status) in new[]
            {
                (ReviewFlow.Coordinator, "Uppdatering begärd"),
                (ReviewFlow.Coordinator, "För fastställande"),
                (ReviewFlow.Head, "Fastställd"),
            }
        )
        {
            await test.SetStatusAsPersonAsync(site, id, who, status);
            var (since, processor) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
            await ReviewFlow.WorkAsync(test, site);
            var request = await test.ReadRequestAsync(site, id);
            output.WriteLine(
                $"{status}: {since.Elapsed.TotalSeconds:0.0} s, "
                    + $"{(Environment.CpuUsage.TotalTime - processor).TotalSeconds:0.0} s of processor; "
                    + $"{request.Status}: {request.Message}"
            );
            // Other tests run beside it.
            Assert.True(since.Elapsed < TimeSpan.FromSeconds(60), $"{status} took {since.Elapsed}");
            Assert.False(request.Status.Is(ReviewStatus.Reading));
        }
    }

    [Fact]
    public async Task A_hostile_draft_that_somebody_saved_fails_its_own_request_with_the_reason_and_the_next_is_made()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        var hostile = await test.RequestAsync(site);
        await test.RunAsync("worker", "--once");
        await TestSite.SaveByHandAsync(site, HostileDocx.Named("nested without end").Make(50_000));
        await test.SetAsync(site, hostile, "Status", "Uppdatering begärd");
        var other = await test.RequestAsync(site, year: 2025);

        var run = await test.RunAsync("worker", "--once");

        var request = await test.ReadRequestAsync(site, hostile);
        Assert.True(request.Status.Is(ReviewStatus.Failed), run.ToString());
        Assert.Contains("element i fler än 100 nivåer", request.Message, StringComparison.Ordinal);
        Assert.True((await test.ReadRequestAsync(site, other)).Status.Is(ReviewStatus.DraftReady), run.ToString());
    }

    /// <summary>A review whose drafts, of both editions, lie with the one who approves.</summary>
    private static async Task<string> HandedOverAsync(TestSite test, OpenSite site)
    {
        test.Server.Faults.Add(ReviewFlow.NoPdf);
        var id = await test.RequestAsync(site);
        await ReviewFlow.WorkAsync(test, site);
        await test.SetStatusAsPersonAsync(site, id, ReviewFlow.Coordinator, "För fastställande");
        await ReviewFlow.WorkAsync(test, site);
        var request = await test.ReadRequestAsync(site, id);
        Assert.True(request.Status.Is(ReviewStatus.ForApproval), request.Message);
        return id;
    }
}
