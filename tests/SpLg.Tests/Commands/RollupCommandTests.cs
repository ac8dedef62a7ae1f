using SpLg.Tests.Organisations;
using SpLg.Tests.Templates;
using SpLg.Tests.Word;
using SpLg.Tracing;

namespace SpLg.Tests.Commands;

public sealed class RollupCommandTests : IDisposable
{
    private const string Approval = """
        "approval": { "name": "Karin Ek", "email": "karin.ek@contoso.com", "at": "2026-12-01T09:00:00Z",
        "on": "2026-12-01", "version": "7.0" },
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("splg-rollup-").FullName;

    [Fact]
    public async Task Three_approved_reviews_become_one_document()
    {
        var path = Path.Combine(folder, "samlad.docx");

        var run = await SplgRun.InProcessAsync(
            "rollup",
            Evidence("Kulturnämnden", 4),
            Evidence("Miljönämnden", 5),
            Evidence("Bolaget", 6),
            "--expect",
            "Skolnämnden",
            "--expect",
            "bolaget",
            "--out",
            path,
            "--json"
        );

        Assert.True(run.Code == ExitCode.Ok, run.ToString());
        using var outcome = JsonDocument.Parse(run.Output);
        Assert.Equal(
            ["Bolaget", "Kulturnämnden", "Miljönämnden"],
            outcome
                .RootElement.GetProperty("organisations")
                .EnumerateArray()
                .Select(o => o.GetProperty("name").GetString())
        );
        Assert.Equal(
            ["Skolnämnden"],
            outcome.RootElement.GetProperty("missing").EnumerateArray().Select(o => o.GetString())
        );
        using var examined = new DocxExamination(await File.ReadAllBytesAsync(path));
        Assert.Empty(examined.ValidatorErrors());
        Assert.Contains("Sammanlagt har 15\u00a0incidenter rapporterats.", examined.Text, StringComparison.Ordinal);
        Assert.Contains("Senast fastställd den 1 december 2026", FooterOf(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_roll_up_that_Word_might_not_open_is_not_written_and_says_where_in_the_template()
    {
        var template = Path.Combine(folder, "kurser.docx");
        await File.WriteAllBytesAsync(template, OddDocx.WithStockChart("Incidenter.Organisationer.Antal"));
        var path = Path.Combine(folder, "samlad.docx");

        var run = await SplgRun.InProcessAsync(
            "rollup",
            Evidence("Kulturnämnden", 4),
            Evidence("Miljönämnden", 5),
            "--template",
            template,
            "--out",
            path
        );

        Assert.True(run.Code == ExitCode.Fault, run.ToString());
        Assert.Contains("”axId” får inte stå i ”stockChart”", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(path));
    }

    [Fact]
    public async Task The_evidence_is_fetched_from_every_site_and_who_has_none_or_cannot_be_read_is_named()
    {
        const string Name = "Ledningens genomgång 2026 fastställd underlag.json";
        await using var culture = await TestSite.StartAsync();
        await using var denied = await TestSite.StartAsync();
        await using var forged = await TestSite.StartAsync();
        await using var school = await TestSite.WithFewRowsAsync();
        using (var site = await culture.OpenAsync())
            await TestSite.SaveFileAsync(site, Name, await File.ReadAllBytesAsync(Evidence("Kulturnämnden", 4)));
        using (var site = await forged.OpenAsync())
            await forged.SaveAsPersonAsync(
                site,
                "Anna Ek",
                Name,
                await File.ReadAllBytesAsync(Evidence("Miljönämnden", 5))
            );
        denied.Server.Faults.Add(new FaultRule("/sites", Status: 403, Count: 1000));
        var path = Path.Combine(folder, "samlad.docx");
        var options = Several.Options(("kultur", culture), ("miljo", forged), ("skola", school), ("stangd", denied));

        var run = await Several.RunAsync(
            options,
            "rollup",
            "--year",
            "2026",
            "-o",
            path,
            "--expect",
            "Bolaget",
            "--json"
        );
        var none = await Several.RunAsync(options, "rollup", "--year", "2025", "-o", folder);
        var whichYear = await Several.RunAsync(options, "rollup", "-o", folder);

        Assert.True(run.Code == ExitCode.Fault, run.ToString());
        using var outcome = JsonDocument.Parse(run.Output);
        Assert.True(outcome.RootElement.TryGetProperty("organisations", out var organisations), run.ToString());
        var organisation = Assert.Single(organisations.EnumerateArray());
        Assert.Equal("Kulturnämnden", organisation.GetProperty("name").GetString());
        Assert.Contains(
            $"miljo: {Name} was last saved by Anna Ek and not by the program.",
            run.Error,
            StringComparison.Ordinal
        );
        using var examined = new DocxExamination(await File.ReadAllBytesAsync(path));
        Assert.Contains(
            "Fastställd genomgång för 2026 saknas för Bolaget och Provnämnden. Underlaget för miljo och stangd "
                + "gick inte att läsa när dokumentet gjordes. De är inte med i några siffror.",
            examined.Text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "No organisation has an approved review of 2025 that can be read.",
            none.Error,
            StringComparison.Ordinal
        );
        Assert.Equal(ExitCode.Usage, whichYear.Code);
    }

    [Fact]
    public async Task A_draft_is_refused()
    {
        var run = await SplgRun.InProcessAsync("rollup", Evidence("Kulturnämnden", 4, approval: ""), "--out", folder);

        Assert.Equal(ExitCode.Fault, run.Code);
        Assert.Contains(
            "Kulturnämnden 2026.json is the evidence of a draft: nobody has approved it.",
            run.Error,
            StringComparison.Ordinal
        );
        Assert.Empty(Directory.GetFiles(folder, "*.docx"));
    }

    [Fact]
    public async Task Another_year_and_the_same_organisation_twice_are_refused()
    {
        var first = Evidence("Kulturnämnden", 4);
        var twice = Path.Combine(folder, "kopia.json");
        File.Copy(first, twice);

        var otherYear = await SplgRun.InProcessAsync(
            "rollup",
            first,
            Evidence("Miljönämnden", 4, year: 2025),
            "--out",
            folder
        );
        var wantedYear = await SplgRun.InProcessAsync("rollup", first, "--year", "2025", "--out", folder);
        var same = await SplgRun.InProcessAsync("rollup", first, twice, "--out", folder);

        Assert.Contains("Miljönämnden 2025.json is of 2025, not of 2026.", otherYear.Error, StringComparison.Ordinal);
        Assert.Contains("Kulturnämnden 2026.json is of 2026, not of 2025.", wantedYear.Error, StringComparison.Ordinal);
        Assert.Contains(
            "Kulturnämnden 2026.json and kopia.json are both",
            same.Error.Replace(
                "kopia.json and Kulturnämnden 2026.json",
                "Kulturnämnden 2026.json and kopia.json",
                StringComparison.Ordinal
            ),
            StringComparison.Ordinal
        );
        Assert.All([otherYear, wantedYear, same], r => Assert.Equal(ExitCode.Fault, r.Code));
    }

    [Fact]
    public async Task Changed_rows_are_refused()
    {
        var path = Evidence("Kulturnämnden", 4);
        await File.WriteAllTextAsync(
            path,
            (await File.ReadAllTextAsync(path)).Replace("Låg", "Hög", StringComparison.Ordinal)
        );

        var run = await SplgRun.InProcessAsync("rollup", Evidence("Miljönämnden", 4), path, "--out", folder);

        Assert.Equal(ExitCode.Fault, run.Code);
        Assert.Contains(
            "Kulturnämnden 2026.json: The evidence has been changed: the rows of Incidenter do not have the checksum",
            run.Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_file_that_is_cut_off_is_named()
    {
        var path = Evidence("Kulturnämnden", 4);
        await File.WriteAllTextAsync(path, (await File.ReadAllTextAsync(path))[..500]);

        var run = await SplgRun.InProcessAsync("rollup", Evidence("Miljönämnden", 4), path, "--out", folder);

        Assert.Equal(ExitCode.Fault, run.Code);
        Assert.StartsWith(
            "Kulturnämnden 2026.json is cut off, or no evidence of a document. Take the file",
            run.Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Trace_tells_which_evidence_the_figures_are_of()
    {
        var evidence = Evidence("Kulturnämnden", 4);
        var path = Path.Combine(folder, "samlad.docx");
        await SplgRun.InProcessAsync("rollup", evidence, Evidence("Miljönämnden", 5), "--out", path);

        var told = await SplgRun.InProcessAsync("trace", path);
        var json = await SplgRun.InProcessAsync("trace", path, "Incidenter.Totalt.Antal", "--json");

        Assert.True(told.Code == ExitCode.Ok, told.ToString());
        var sha256 = Fingerprint.HashOf(await File.ReadAllBytesAsync(evidence));
        Assert.Contains(
            "\nKulturnämnden: Kulturnämnden 2026.json\n  approved 2026-12-01 by Förvaltningschefen, sha256 " + sha256,
            told.Output.ReplaceLineEndings("\n"),
            StringComparison.Ordinal
        );
        using var outcome = JsonDocument.Parse(json.Output);
        var sources = outcome.RootElement.GetProperty("sources").EnumerateArray().ToList();
        Assert.Equal(["Kulturnämnden", "Miljönämnden"], sources.Select(s => s.GetProperty("organisation").GetString()));
        Assert.Equal(sha256, sources[0].GetProperty("sha256").GetString());
    }

    [Theory]
    [InlineData("\"name\": \"Karin Ek\"", "\"name\": \"Kim Ek\"")]
    [InlineData("\"on\": \"2026-12-01\"", "\"on\": \"2026-11-01\"")]
    public async Task An_approval_that_the_rows_do_not_tell_of_is_refused(string was, string became)
    {
        var path = Evidence("Kulturnämnden", 4, approval: Approval.Replace(was, became, StringComparison.Ordinal));

        var run = await SplgRun.InProcessAsync("rollup", path, "--out", folder);

        Assert.Equal(ExitCode.Fault, run.Code);
        Assert.Contains(
            "has been changed: its row of Genomgångar does not say that",
            run.Error,
            StringComparison.Ordinal
        );
        Assert.Empty(Directory.GetFiles(folder, "*.docx"));
    }

    [Fact]
    public async Task A_text_that_looks_like_personal_data_stops_it()
    {
        var path = Evidence(
            "Kulturnämnden",
            4,
            more: o =>
                o.Add(
                    "ContextFactors",
                    ("Title", "Ny lag"),
                    ("Text", "Fråga anna.berg@lindo.example"),
                    ("Year", 2026),
                    ("Publication", "Öppen")
                )
        );

        var run = await SplgRun.InProcessAsync("rollup", path, "--out", folder);

        Assert.Equal(ExitCode.Findings, run.Code);
        Assert.Empty(Directory.GetFiles(folder, "*.docx"));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>Writes the evidence of a review as it lies beside the document.</summary>
    private string Evidence(
        string name,
        int incidents,
        int year = 2026,
        string approval = Approval,
        Action<Organisation>? more = null
    )
    {
        var organisation = new Organisation()
            .Add("Settings", ("Title", "Inställningar"), ("OrganisationName", name), ("OrganisationForm", "Nämnd"))
            .Add(
                "ReviewRequests",
                ("Title", "Genomgång"),
                ("Year", year),
                ("Status", "Fastställd"),
                ("Approver", "Karin Ek"),
                ("ApprovedOn", "2026-12-01T00:00:00Z")
            )
            .Add(incidents, "Incidents", ("Title", "Avbrott"), ("Year", year - 1), ("Severity", "Låg"));
        more?.Invoke(organisation);
        var rows = new RowsAsRead(
            organisation.Rows.ToDictionary(r => r.Key, r => (IReadOnlyList<ListRow>)r.Value, StringComparer.Ordinal),
            SplgTemplate.Schema,
            new(year, month: 11, day: 20, hour: 12, minute: 0, second: 0, offset: TimeSpan.Zero),
            TimeZoneInfo.Utc,
            new Dictionary<string, Uri>()
        );
        var set = DocumentSet.Build(new(year, Edition: Edition.Full), rows, request: null, []);
        var template = ShippedFiles.Template("ledningens-genomgang");
        var file = DocumentFile.Fill(
            Template.Compile(template, "mall.docx", set.Documents[0].Kind.Fields),
            set.Documents[0],
            DocumentTrace.Of(set, set.Documents[0], new(rows.ReadOn, Run: null))
        );
        var evidence = Encoding.UTF8.GetString(SpLg.Tracing.Evidence.Write(set, file, ("mall.docx", template)));
        var path = Path.Combine(folder, $"{name} {year}.json");
        File.WriteAllText(
            path,
            evidence.Replace("\"figures\": [", $"{approval}\n  \"figures\": [", StringComparison.Ordinal)
        );
        return path;
    }

    private static string FooterOf(string path)
    {
        using var document = DocumentFormat.OpenXml.Packaging.WordprocessingDocument.Open(path, isEditable: false);
        return string.Concat(document.MainDocumentPart!.FooterParts.Select(f => f.Footer.InnerText));
    }
}
