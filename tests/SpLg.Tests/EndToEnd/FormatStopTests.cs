using SpLg.Templates;
using SpLg.Tests.Word;

namespace SpLg.Tests.EndToEnd;

/// <summary>
/// A document that Word might not open is not saved in its place; what a template has of its own is told.
/// </summary>
public sealed class FormatStopTests
{
    [Fact]
    public async Task A_filling_that_adds_what_Words_format_does_not_allow_stops_the_upload_and_the_row_says_where()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        var library = await site.LibraryAsync(TemplateSource.Library, CancellationToken.None);
        await library.UploadAsync(
            "kurser.docx",
            OddDocx.WithStockChart("Incidenter.Per månad.I år"),
            null,
            CancellationToken.None
        );
        var id = await test.RequestAsync(site);
        await test.SetAsync(site, id, "Template", "kurser");

        var run = await test.RunAsync("worker", "--once");

        var request = await test.ReadRequestAsync(site, id);
        Assert.True(request.Status.Is(ReviewStatus.Failed), run.ToString());
        Assert.Contains("har inte sparats", request.Message, StringComparison.Ordinal);
        Assert.Contains("ett diagram", request.Message, StringComparison.Ordinal);
        Assert.Contains("”axId” får inte stå i ”stockChart”", request.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Teknisk uppgift", request.Message, StringComparison.Ordinal);
        Assert.Null(await test.DocumentAsync(site));
    }

    [Fact]
    public async Task What_a_template_has_of_its_own_is_told_and_stops_nothing_now_nor_when_the_draft_is_updated()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        var library = await site.LibraryAsync(TemplateSource.Library, CancellationToken.None);
        await library.UploadAsync(
            "sned.docx",
            OddDocx.WithFaultyRow("Incidenter.Per månad", "Månad"),
            null,
            CancellationToken.None
        );
        var id = await test.RequestAsync(site);
        await test.SetAsync(site, id, "Template", "sned");

        var first = await test.RunAsync("worker", "--once");
        Assert.True((await test.ReadRequestAsync(site, id)).Status.Is(ReviewStatus.DraftReady), first.ToString());
        await test.AddIncidentAsync(site, "Borttappad telefon", "i-2");
        await test.SetAsync(site, id, "Status", Choice.Text(ReviewStatus.UpdateRequested));
        var second = await test.RunAsync("worker", "--once");

        var request = await test.ReadRequestAsync(site, id);
        Assert.True(request.Status.Is(ReviewStatus.DraftReady), second.ToString());
        Assert.Contains("12\u00a0fel mot Words format", request.Findings, StringComparison.Ordinal);
    }
}
