using System.Security.Cryptography;
using SpLg.Tracing;

namespace SpLg.Tests.EndToEnd;

/// <summary>What a document was made of lies beside it, and gives the same document again.</summary>
public class EvidenceTests
{
    private const string EvidenceName = "Ledningens genomgång 2026 underlag.json";

    [Theory]
    [InlineData("Ledningens genomgång", "Ledningens genomgång 2026", "ledningens-genomgang")]
    [InlineData("Lathund för roll", "Lathund 2026 för chefer", "lathund")]
    public async Task The_same_bytes_are_made_again_from_the_evidence(string type, string name, string template)
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        var id = await test.RequestAsync(site);
        await test.SetAsync(site, id, "DocumentType", type);
        await test.SetAsync(site, id, "RegistryNumber", "KFN 2026/7");
        if (type != "Ledningens genomgång")
            await test.SetAsync(site, id, "Selection", "Chefer");
        await test.RunAsync("worker", "--once");
        var document = await TestSite.FileAsync(site, name + ".docx");
        Assert.NotNull(document);
        await File.WriteAllBytesAsync(
            Path.Combine(test.Folder, "evidence.json"),
            (await TestSite.FileAsync(site, name + " underlag.json"))!
        );
        await File.WriteAllBytesAsync(Path.Combine(test.Folder, "document.docx"), document);

        // Of the template it was made of, and of itself, as after a document has been filled again.
        foreach (var source in new[] { template, Path.Combine(test.Folder, "document.docx") })
        {
            var again = Path.Combine(test.Folder, "again.docx");
            var run = await SplgRun.InProcessAsync(
                "render",
                Path.Combine(test.Folder, "evidence.json"),
                "--template",
                source,
                "--out",
                again
            );

            Assert.True(run.Code == ExitCode.Ok, run.ToString());
            Assert.Equal(document, await File.ReadAllBytesAsync(again));
        }
    }

    [Fact]
    public async Task Rows_that_have_been_changed_in_the_evidence_are_told_of_and_so_is_a_document_that_is_not_the_same()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        await test.RunAsync("generate", "--year", "2026");
        var (path, again) = (Path.Combine(test.Folder, "evidence.json"), Path.Combine(test.Folder, "again.docx"));
        var evidence = System.Text.Encoding.UTF8.GetString((await TestSite.FileAsync(site, EvidenceName))!);

        await File.WriteAllTextAsync(path, evidence.Replace("Stulen dator", "Stulen mobil", StringComparison.Ordinal));
        var changed = await SplgRun.InProcessAsync("render", path, "--out", again);
        Assert.Equal(ExitCode.Fault, changed.Code);
        Assert.Contains(
            "the rows of Incidenter do not have the checksum",
            changed.ToString(),
            StringComparison.Ordinal
        );
        Assert.False(File.Exists(again));

        await File.WriteAllTextAsync(path, evidence);
        Assert.DoesNotContain(
            "inte detsamma",
            (await SplgRun.InProcessAsync("render", path, "--out", again)).Output,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Dokumentet är inte detsamma som underlaget hör till",
            (
                await SplgRun.InProcessAsync("render", path, "--template", "ledningens-genomgang-lage", "--out", again)
            ).Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task It_says_what_was_read_when_and_with_which_checksums()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();

        await test.RunAsync("generate", "--year", "2026");

        using var evidence = JsonDocument.Parse((await TestSite.FileAsync(site, EvidenceName))!);
        var root = evidence.RootElement;
        var document = (await test.DocumentAsync(site))!;
        Assert.Equal("splg-evidence", root.GetProperty("format").GetString());
        Assert.Equal(HashOf(document), root.GetProperty("sha256").GetString());
        Assert.Equal(
            HashOf(ShippedFiles.Template("ledningens-genomgang")),
            root.GetProperty("template").GetProperty("sha256").GetString()
        );
        Assert.Equal(DocumentTrace.TryRead(document)!.Stamp.ReadOn, root.GetProperty("readOn").GetDateTimeOffset());
        var incidents = root.GetProperty("lists")
            .EnumerateArray()
            .Single(l => l.GetProperty("name").GetString() == "Incidents");
        Assert.StartsWith(
            site.Site.WebUrl.AbsoluteUri,
            incidents.GetProperty("address").GetString(),
            StringComparison.Ordinal
        );
        Assert.Equal(
            "Stulen dator",
            incidents.GetProperty("rows")[0].GetProperty("fields").GetProperty("Title").GetString()
        );
        Assert.Equal(
            HashOf(JsonRows.Write(JsonRows.Read(incidents.GetProperty("rows"), site.Schema.List("Incidents"), []))),
            incidents.GetProperty("sha256").GetString()
        );
    }

    [Fact]
    public async Task An_unchanged_document_keeps_its_evidence_and_one_that_has_lost_it_gets_it_again()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        await test.RunAsync("generate", "--year", "2026");
        var (document, evidence) = (await test.DocumentAsync(site), await TestSite.FileAsync(site, EvidenceName));

        var second = await test.RunAsync("generate", "--year", "2026", "--json");

        using (var outcome = JsonDocument.Parse(second.Output))
            Assert.True(outcome.RootElement.GetProperty("documents")[0].GetProperty("unchanged").GetBoolean());
        Assert.Equal(document, await test.DocumentAsync(site));
        Assert.Equal(evidence, await TestSite.FileAsync(site, EvidenceName));

        await test.DeleteFileAsync(site, EvidenceName);
        await test.RunAsync("generate", "--year", "2026");
        Assert.NotNull(await TestSite.FileAsync(site, EvidenceName));
    }

    [Fact]
    public async Task The_open_edition_has_a_name_of_its_own_and_no_evidence()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        var id = await test.RequestAsync(site);
        await test.SetAsync(site, id, "Edition", "Öppen");

        await test.RunAsync("worker", "--once");

        Assert.True((await test.ReadRequestAsync(site, id)).Status.Is(ReviewStatus.DraftReady));
        Assert.Equal(["Ledningens genomgång 2026 öppen utgåva.docx"], await test.FileNamesAsync(site));
        var trace = DocumentTrace.TryRead(
            (await TestSite.FileAsync(site, "Ledningens genomgång 2026 öppen utgåva.docx"))!
        )!;
        Assert.NotEmpty(trace.Figures);
        Assert.All(trace.Figures, f => Assert.Empty(f.Rows));
        var schema = site.Schema.List(LibraryColumns.Library);
        var columns = new List<ListRow>();
        await foreach (
            var row in site.Reader.RowsAsync(site.List(LibraryColumns.Library), schema, CancellationToken.None)
        )
            columns.Add(row);
        Assert.Equal("Öppen", Assert.Single(columns).Fields["Edition"].GetString());
        Assert.Equal("Ledningens genomgång", columns[0].Fields["DocumentType"].GetString());
    }

    [Fact]
    public async Task What_looks_like_personal_data_stops_the_open_edition_with_3_and_on_the_request_until_somebody_has_decided()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        var (list, schema) = (site.List(ContextFactor.List), site.Schema.List(ContextFactor.List));
        var row = await site.Writer.CreateAsync(
            list,
            schema,
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
        var id = await test.RequestAsync(site);
        await test.SetAsync(site, id, "Edition", "Öppen");

        var told = await test.RunAsync("generate", "--year", "2026", "--edition", "open", "--json");
        await test.RunAsync("worker", "--once");

        Assert.Equal(ExitCode.Findings, told.Code);
        using var outcome = JsonDocument.Parse(told.Output);
        var finding = Assert.Single(outcome.RootElement.GetProperty("findings").EnumerateArray());
        Assert.Equal("Omvärld och uppdrag", finding.GetProperty("list").GetString());
        Assert.Equal(row.Id, finding.GetProperty("row").GetString());
        var request = await test.ReadRequestAsync(site, id);
        Assert.True(request.Status.Is(ReviewStatus.Failed));
        Assert.StartsWith(
            "Den öppna utgåvan har inte gjorts, eftersom en text i listorna ser ut att innehålla personuppgifter.",
            request.Message,
            StringComparison.Ordinal
        );
        Assert.Contains($"Fel · Omvärld och uppdrag, rad {row.Id}", request.Findings, StringComparison.Ordinal);
        Assert.Empty(await test.FileNamesAsync(site));

        await site.Writer.UpdateAsync(
            list,
            schema,
            row.Id,
            new Dictionary<string, object?> { ["PersonalDataReviewed"] = true },
            null,
            CancellationToken.None
        );
        Assert.Equal(ExitCode.Ok, (await test.RunAsync("generate", "--year", "2026", "--edition", "open")).Code);
    }

    private static string HashOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
