namespace SpLg.Tests.EndToEnd;

/// <summary>The demonstration organisation on one site, and every stage alone on the previous stage's files.</summary>
public class StageTests
{
    [Fact]
    public async Task Import_read_check_render_and_generate_agree_with_each_other()
    {
        await using var test = await TestSite.StartAsync();
        using var site = await test.OpenAsync();
        var files = Path.Combine(test.Folder, "export");

        var first = await Import("import", ShippedFiles.DemoFolder);
        Assert.True(first.Created > 400 && first is { Updated: 0, Unchanged: 0, Skipped: 0 }, first.ToString());
        var again = await Import("import", ShippedFiles.DemoFolder);
        Assert.Equal(first with { Created = 0, Unchanged = first.Created }, again);

        Assert.Equal(ExitCode.Ok, (await test.RunAsync("read", files)).Code);
        var reimported = await Import("import", files);
        Assert.Equal(again, reimported);

        var generated = await test.RunAsync(
            "generate",
            "--year",
            "2026",
            "--out",
            Path.Combine(test.Folder, "generated.docx"),
            "--json"
        );
        Assert.True(generated.Code == ExitCode.Ok, generated.ToString());
        var rendered = await SplgRun.InProcessAsync(
            "render",
            files,
            "--year",
            "2026",
            "--out",
            Path.Combine(test.Folder, "rendered.docx")
        );
        Assert.True(rendered.Code == ExitCode.Ok, rendered.ToString());
        var document = await File.ReadAllBytesAsync(Path.Combine(test.Folder, "generated.docx"));
        Assert.Equal(
            Documents.Text(await File.ReadAllBytesAsync(Path.Combine(test.Folder, "rendered.docx"))),
            Documents.Text(document)
        );
        Documents.AssertValid(document);

        var onSite = Findings(await test.RunAsync("check", "--year", "2026", "--json"));
        var onFiles = Findings(await SplgRun.InProcessAsync("check", "--folder", files, "--year", "2026", "--json"));
        Assert.NotEmpty(onSite);
        Assert.Equal(onSite, onFiles);

        async Task<Counts> Import(params string[] args)
        {
            var run = await test.RunAsync([.. args, "--json"]);
            Assert.True(run.Code == ExitCode.Ok, run.ToString());
            using var json = JsonDocument.Parse(run.Output);
            var lists = json.RootElement.GetProperty("lists").EnumerateArray().ToList();
            int Sum(string name) => lists.Sum(l => l.GetProperty(name).GetInt32());
            return new(Sum("created"), Sum("updated"), Sum("unchanged"), Sum("skipped"));
        }
    }

    [Fact]
    public async Task An_import_changes_what_the_file_has_changed_and_tells_what_it_cannot_use()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        var file = Path.Combine(test.Folder, "ia.csv");
        await File.WriteAllTextAsync(
            file,
            """
            Rubrik;Inträffade;Typ;Allvarlighetsgrad;Status;Utredare;Extern nyckel
            Stulen dator i tåget;2026-03-02;Dataskydd;Hög;Ny;Ingen Sådan;i-1
            Okänd typ;2026-04-01;Meteorit;Låg;Ny;;i-2
            ;2026-04-02;Dataskydd;Låg;Ny;;
            """
        );

        var dry = await test.RunAsync("import", file, "--list", "Incidenter", "--dry-run");
        Assert.Contains("1 created, 1 updated, 0 unchanged, 1 skipped", dry.Output, StringComparison.Ordinal);
        Assert.Equal("Stulen dator", (await IncidentsAsync())["i-1"]);

        var run = await test.RunAsync("import", file, "--list", "Incidenter");

        Assert.Equal(ExitCode.Findings, run.Code);
        Assert.Contains("1 created, 1 updated, 0 unchanged, 1 skipped", run.Output, StringComparison.Ordinal);
        Assert.Contains("Personen ”Ingen Sådan” finns inte på webbplatsen", run.Output, StringComparison.Ordinal);
        Assert.Contains("”Meteorit” finns inte bland kolumnens val", run.Output, StringComparison.Ordinal);
        Assert.Contains("Raden saknar extern nyckel", run.Output, StringComparison.Ordinal);
        Assert.Equal(
            new Dictionary<string, string> { ["i-1"] = "Stulen dator i tåget", ["i-2"] = "Okänd typ" },
            await IncidentsAsync()
        );

        async Task<Dictionary<string, string>> IncidentsAsync()
        {
            var rows = new Dictionary<string, string>();
            await foreach (
                var row in site.Reader.RowsAsync(
                    site.List("Incidents"),
                    site.Schema.List("Incidents"),
                    CancellationToken.None
                )
            )
                rows.Add(row.Fields["ExternalKey"].GetString()!, row.Fields["Title"].GetString()!);
            return rows;
        }
    }

    [Fact]
    public async Task Generate_for_a_request_writes_the_outcome_to_the_request()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        var id = await test.RequestAsync(site, status: ReviewStatus.Preparing);

        var run = await test.RunAsync("generate", "--request", id);

        Assert.True(run.Code == ExitCode.Ok, run.ToString());
        Assert.True((await test.ReadRequestAsync(site, id)).Status.Is(ReviewStatus.DraftReady));
        Assert.Equal(ExitCode.Fault, (await test.RunAsync("generate", "--request", "99")).Code);
    }

    [Fact]
    public async Task A_review_that_lies_with_the_approver_is_not_written_over_from_the_command_line()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        var id = await test.RequestAsync(site, status: ReviewStatus.Approved);

        Assert.Equal(ExitCode.Fault, (await test.RunAsync("generate", "--request", id)).Code);
        Assert.Equal(ExitCode.Fault, (await test.RunAsync("generate", "--year", "2026")).Code);

        Assert.True((await test.ReadRequestAsync(site, id)).Status.Is(ReviewStatus.Approved));
        Assert.Null(await test.DocumentAsync(site));
    }

    private static List<string> Findings(SplgRun run)
    {
        using var json = JsonDocument.Parse(run.Output);
        return
        [
            .. json
                .RootElement.EnumerateArray()
                .Select(f =>
                    $"{f.GetProperty("level")} {f.GetProperty("list")} {f.GetProperty("row")} "
                    + $"{f.GetProperty("column")} {f.GetProperty("message")}"
                )
                .Order(StringComparer.Ordinal),
        ];
    }

    private sealed record Counts(int Created, int Updated, int Unchanged, int Skipped);
}
