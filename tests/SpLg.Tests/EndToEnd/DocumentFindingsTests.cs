using SpLg.Tests.Word;

namespace SpLg.Tests.EndToEnd;

/// <summary>
/// What is wrong with a template or a document reaches whoever asked for it, by every way there is to ask.
/// </summary>
public class DocumentFindingsTests
{
    private const string Complaint = "saknar alternativtext";

    /// <summary>Can be filled, but has a figure that a screen reader cannot tell.</summary>
    private static readonly byte[] WithWarning = TestDocx.Create(
        TestDocx.P("{{Incidenter.Antal}} incidenter")
            + "<w:p><w:r><w:drawing><wp:inline><wp:extent cx=\"1\" cy=\"1\"/><wp:docPr id=\"4\" "
            + "name=\"Figur\"/></wp:inline></w:drawing></w:r></w:p>"
    );

    [Fact]
    public async Task A_warning_about_the_template_is_told_by_render()
    {
        var folder = Directory.CreateTempSubdirectory("splg-test-").FullName;
        try
        {
            var template = Path.Combine(folder, "mall.docx");
            await File.WriteAllBytesAsync(template, WithWarning);

            var told = await SplgRun.InProcessAsync(
                "render",
                ShippedFiles.DemoFolder,
                "--year",
                "2026",
                "--template",
                template,
                "--out",
                folder
            );
            var json = await SplgRun.InProcessAsync(
                "render",
                ShippedFiles.DemoFolder,
                "--year",
                "2026",
                "--template",
                template,
                "--out",
                folder,
                "--json"
            );

            Assert.Equal(ExitCode.Ok, told.Code);
            Assert.Contains("Varning · mall.docx", told.Output, StringComparison.Ordinal);
            Assert.Contains(Complaint, told.Output, StringComparison.Ordinal);
            using var outcome = JsonDocument.Parse(json.Output);
            Assert.Equal(
                ["year", "type", "edition", "documents", "findings"],
                outcome.RootElement.EnumerateObject().Select(p => p.Name)
            );
            var document = Assert.Single(outcome.RootElement.GetProperty("documents").EnumerateArray());
            Assert.Equal(
                ["document", "templateFindings", "overwritten"],
                document.EnumerateObject().Select(p => p.Name)
            );
            Assert.Equal(
                Path.Combine(folder, "Ledningens genomgång 2026.docx"),
                document.GetProperty("document").GetString()
            );
            Assert.Equal(2026, outcome.RootElement.GetProperty("year").GetInt32());
            Assert.NotEqual(0, outcome.RootElement.GetProperty("findings").GetArrayLength());
            var findings = document.GetProperty("templateFindings").EnumerateArray().ToList();
            var finding = Assert.Single(findings, f => f.GetProperty("level").GetString() == "Warning");
            // The figure of the test's own template is not whole; what a template brings of that is told as well.
            Assert.Contains(
                "mot Words format",
                Assert
                    .Single(findings, f => f.GetProperty("level").GetString() == "Info")
                    .GetProperty("message")
                    .GetString(),
                StringComparison.Ordinal
            );
            Assert.Contains(Complaint, finding.GetProperty("message").GetString(), StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Text_that_was_written_over_is_in_the_json_of_render()
    {
        var folder = Directory.CreateTempSubdirectory("splg-test-").FullName;
        try
        {
            var first = Path.Combine(folder, "first.docx");
            await SplgRun.InProcessAsync("render", ShippedFiles.DemoFolder, "--year", "2026", "--out", first);
            await File.WriteAllBytesAsync(
                first,
                Documents.WithTextInFirstControl(await File.ReadAllBytesAsync(first), "Min egen text")
            );

            var run = await SplgRun.InProcessAsync(
                "render",
                ShippedFiles.DemoFolder,
                "--year",
                "2026",
                "--template",
                first,
                "--out",
                folder,
                "--json"
            );

            using var outcome = JsonDocument.Parse(run.Output);
            Assert.Contains(
                outcome.RootElement.GetProperty("documents")[0].GetProperty("overwritten").EnumerateArray(),
                b => b.GetProperty("text").GetString()!.Contains("Min egen text", StringComparison.Ordinal)
            );
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task A_fault_is_one_json_object_on_the_output_for_who_asked_for_json()
    {
        var file = Path.ChangeExtension(Path.GetTempFileName(), ".docx");
        try
        {
            await File.WriteAllBytesAsync(file, TestDocx.Create(TestDocx.P("{{Incidenter.Antall}}")));

            var run = await SplgRun.InProcessAsync("render", ShippedFiles.DemoFolder, "--template", file, "--json");
            var plain = await SplgRun.InProcessAsync("render", ShippedFiles.DemoFolder, "--template", file);
            var settings = await SplgRun.InProcessAsync("generate", "--json");

            Assert.Equal(ExitCode.Fault, run.Code);
            using var outcome = JsonDocument.Parse(run.Output);
            Assert.Equal(ExitCode.Fault, outcome.RootElement.GetProperty("exitCode").GetInt32());
            Assert.Contains("Antall", outcome.RootElement.GetProperty("fault").GetString(), StringComparison.Ordinal);
            Assert.Equal(
                "Error",
                Assert
                    .Single(outcome.RootElement.GetProperty("templateFindings").EnumerateArray())
                    .GetProperty("level")
                    .GetString()
            );
            Assert.Empty(plain.Output);
            Assert.Contains("Antall", plain.Error, StringComparison.Ordinal);
            Assert.Contains("\"exitCode\": 2", settings.Output, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task A_warning_about_the_document_that_is_there_reaches_the_console_the_json_and_the_request()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        await TestSite.SaveByHandAsync(site, WithWarning);

        var told = await test.RunAsync("generate", "--year", "2026");
        var json = await test.RunAsync("generate", "--year", "2026", "--json");
        var id = await test.RequestAsync(site);
        var worker = await test.RunAsync("worker", "--once");

        Assert.Contains("1 in template or document", worker.Error, StringComparison.Ordinal);
        Assert.Contains(Complaint, told.Output, StringComparison.Ordinal);
        using var outcome = JsonDocument.Parse(json.Output);
        Assert.Contains(
            Complaint,
            Assert
                .Single(
                    outcome.RootElement.GetProperty("documents")[0].GetProperty("templateFindings").EnumerateArray()
                )
                .GetProperty("message")
                .GetString(),
            StringComparison.Ordinal
        );
        var request = await test.ReadRequestAsync(site, id);
        Assert.True(request.Status.Is(ReviewStatus.DraftReady), request.Message);
        Assert.Contains(
            "Något är fel i mallen eller dokumentet: läs Iakttagelser i underlaget.",
            request.Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "\nIakttagelser om mallen eller dokumentet:\nVarning · ",
            request.Findings,
            StringComparison.Ordinal
        );
        Assert.Contains(Complaint, request.Findings, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_template_asked_for_by_name_is_looked_up_also_when_the_document_is_there()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        await TestSite.SaveByHandAsync(site, ShippedFiles.Template(DocumentKind.All[0].Template));

        var unknown = await test.RunAsync("generate", "--year", "2026", "--template", "Nope");
        var outside = await test.RunAsync("generate", "--year", "2026", "--template", "../../drives/Nope");
        var known = await test.RunAsync("generate", "--year", "2026", "--template", DocumentKind.All[0].Template);
        var id = await test.RequestAsync(site);
        await test.SetAsync(site, id, "Template", "Nope");
        await test.RunAsync("worker", "--once");

        Assert.Equal(ExitCode.Fault, unknown.Code);
        Assert.Contains("Mallen ”Nope.docx” finns inte i biblioteket Mallar.", unknown.Error, StringComparison.Ordinal);
        Assert.Contains(
            "Mallen ”../../drives/Nope.docx” finns inte i biblioteket Mallar.",
            outside.Error,
            StringComparison.Ordinal
        );
        Assert.True(known.Code == ExitCode.Ok, known.ToString());
        Assert.Contains(
            "Upplysning · Ledningens genomgång 2026.docx: Dokumentet fanns redan",
            known.Output,
            StringComparison.Ordinal
        );
        Assert.True((await test.ReadRequestAsync(site, id)).Status.Is(ReviewStatus.Failed));
    }
}
