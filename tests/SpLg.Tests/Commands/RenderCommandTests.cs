using SpLg.Tests.Word;

namespace SpLg.Tests.Commands;

/// <summary>What <c>splg render</c> writes is held against Word's format as what a worker saves.</summary>
public sealed class RenderCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("splg-render-").FullName;

    [Fact]
    public async Task A_document_that_Word_might_not_open_is_not_written_and_says_where_in_the_template()
    {
        var (run, path) = await RenderAsync(OddDocx.WithStockChart("Incidenter.Per månad.I år"));

        Assert.True(run.Code == ExitCode.Fault, run.ToString());
        Assert.Contains("har inte sparats", run.Error, StringComparison.Ordinal);
        Assert.Contains("”axId” får inte stå i ”stockChart”", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(path));
    }

    [Fact]
    public async Task What_the_template_has_of_its_own_is_told_and_the_document_is_written()
    {
        var (run, path) = await RenderAsync(OddDocx.WithFaultyRow("Incidenter.Per månad", "Månad"));

        Assert.True(run.Code == ExitCode.Ok, run.ToString());
        Assert.Contains("12\u00a0fel mot Words format", run.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(path));
    }

    [Fact]
    public void A_document_too_large_to_be_examined_is_told_to_the_person_who_gets_it()
    {
        var large = TestDocx.Create($"<w:p>{string.Concat(Enumerable.Repeat("<w:r/>", 160_000))}</w:p>");

        var finding = Assert.Single(DocumentFile.Examine("stort.docx", large, large));

        Assert.Equal(FindingLevel.Info, finding.Level);
        Assert.Contains("för stor", finding.Message, StringComparison.Ordinal);
        Assert.Contains("har sparats ändå", finding.Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task<(SplgRun Run, string Path)> RenderAsync(byte[] template)
    {
        var file = Path.Combine(folder, "mall.docx");
        await File.WriteAllBytesAsync(file, template);
        var path = Path.Combine(folder, "ut.docx");
        var run = await SplgRun.InProcessAsync(
            "render",
            ShippedFiles.DemoFolder,
            "--year",
            "2026",
            "--template",
            file,
            "--out",
            path
        );
        return (run, path);
    }
}
