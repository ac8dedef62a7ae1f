using SpLg.Tests.Word;

namespace SpLg.Tests.Commands;

public sealed class TraceCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("splg-trace-").FullName;

    [Fact]
    public async Task A_figure_leads_to_the_rows_it_counts()
    {
        var document = await RenderAsync();

        var told = await SplgRun.InProcessAsync("trace", document, "incidenter.antal", "--rows");
        var json = await SplgRun.InProcessAsync("trace", document, "Incidenter.Antal", "--json");

        Assert.True(told.Code == ExitCode.Ok, told.ToString());
        Assert.Contains("  list    Incidenter", told.Output, StringComparison.Ordinal);
        using var outcome = JsonDocument.Parse(json.Output);
        var figure = Assert.Single(outcome.RootElement.GetProperty("figures").EnumerateArray());
        var rows = figure.GetProperty("rows").EnumerateArray().Select(r => r.GetString()!).ToList();
        Assert.Equal(int.Parse(figure.GetProperty("value").GetString()!, CultureInfo.InvariantCulture), rows.Count);
        Assert.Contains($"  rows    {rows.Count}: {string.Join(", ", rows)}", told.Output, StringComparison.Ordinal);
        // The rows are those of the year that is followed up.
        var lines = await File.ReadAllLinesAsync(Path.Combine(ShippedFiles.DemoFolder, "Incidents.csv"));
        Assert.Equal(lines.Count(l => l.Contains(",2026,", StringComparison.Ordinal)), rows.Count);
    }

    [Fact]
    public async Task Without_a_name_every_figure_is_listed_and_a_wrong_name_gets_the_nearest()
    {
        var document = await RenderAsync();

        var all = await SplgRun.InProcessAsync("trace", document);
        var wrong = await SplgRun.InProcessAsync("trace", document, "Incidenter.Antl");

        Assert.Contains("\nIncidenter.Antal = ", all.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Fault, wrong.Code);
        Assert.Contains("Did you mean Incidenter.Antal", wrong.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Checklists_tell_their_rows_too()
    {
        var run = await SplgRun.InProcessAsync(
            "render",
            ShippedFiles.DemoFolder,
            "--year",
            "2026",
            "--type",
            "procurement-checklist",
            "--for",
            "Styrsystem för vattenrening",
            "--out",
            folder
        );
        Assert.True(run.Code == ExitCode.Ok, run.ToString());

        using var outcome = JsonDocument.Parse(
            (
                await SplgRun.InProcessAsync(
                    "trace",
                    Path.Combine(folder, "Checklista Styrsystem för vattenrening.docx"),
                    "Antal",
                    "--json"
                )
            ).Output
        );

        var figure = outcome.RootElement.GetProperty("figures")[0];
        Assert.Equal(figure.GetProperty("value").GetString(), $"{figure.GetProperty("rows").GetArrayLength()}");
    }

    [Fact]
    public async Task A_document_of_another_program_is_told_as_such()
    {
        var file = Path.Combine(folder, "other.docx");
        await File.WriteAllBytesAsync(file, TestDocx.Create(TestDocx.P("text")));

        var run = await SplgRun.InProcessAsync("trace", file);

        Assert.Equal(ExitCode.Fault, run.Code);
        Assert.Contains("says nothing of where its figures come from", run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task<string> RenderAsync()
    {
        var document = Path.Combine(folder, "review.docx");
        var run = await SplgRun.InProcessAsync("render", ShippedFiles.DemoFolder, "--year", "2027", "--out", document);
        Assert.True(run.Code == ExitCode.Ok, run.ToString());
        return document;
    }
}
