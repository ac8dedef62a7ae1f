using SpLg.Core.Choices;
using SpLg.Templates;
using SpLg.Tests.EndToEnd;

namespace SpLg.Tests.Hostile;

/// <summary>A hostile file in a library keeps its own request from being done, says why there, and nothing else.</summary>
public sealed class HostileWorkerTests
{
    [Theory]
    [InlineData("plain paragraphs", 310_000, "fler än 1,2 miljoner element och attribut")]
    [InlineData("unknown names", 30_000, "fler än 20 000 namn och villkor")]
    [InlineData("a bomb in a part", 600_000_000, "större än 500 MB")]
    public async Task A_hostile_template_fails_its_own_request_with_the_reason_and_the_next_is_made(string kind, int count, string reason)
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
}
