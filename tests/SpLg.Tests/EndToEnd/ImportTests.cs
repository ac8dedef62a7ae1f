namespace SpLg.Tests.EndToEnd;

/// <summary>
/// What an import does with files that are not as they should be: nothing wrong is written, and everything left out is
/// told.
/// </summary>
public class ImportTests
{
    [Fact]
    public async Task A_choice_is_known_in_any_case_and_written_as_the_column_spells_it()
    {
        await using var test = await TestSite.StartAsync();
        Write(
            test,
            "Åtgärder.csv",
            "Åtgärd;Status;Publicering;Beslutad år;Planerade år;Roll;Extern nyckel\nÖva;pågår;sekretess;2025;2026;chefer;a-1\n"
        );

        var run = await test.RunAsync("import", test.Folder);

        Assert.True(run.Code == ExitCode.Ok, run.ToString());
        var row = Assert.Single(await RowsAsync(test, "ActionItems")).Value;
        Assert.Equal("Pågår", row.Fields["Status"].GetString());
        Assert.Equal("Sekretess", row.Fields["Publication"].GetString());
        Assert.Equal("Chefer", Assert.Single(row.Fields["Role"].EnumerateArray()).GetString());
    }

    [Theory]
    [InlineData("Publicering", "Hemlig")]
    [InlineData("Status", "klar")]
    public async Task A_row_whose_status_or_publication_cannot_be_read_is_not_written(string column, string value)
    {
        await using var test = await TestSite.StartAsync();
        Write(
            test,
            "Incidenter.csv",
            $"Rubrik;Inträffade;{column};Extern nyckel\nFel;2026-03-01;{value};i-1\nRätt;2026-03-01;;i-2\n"
        );

        var run = await test.RunAsync("import", test.Folder);

        Assert.Equal(ExitCode.Findings, run.Code);
        Assert.Contains("1 created, 0 updated, 0 unchanged, 1 skipped", run.Output, StringComparison.Ordinal);
        Assert.Contains(
            $"Fel · Incidenter, rad 2, {column}: Raden importeras inte",
            run.Output,
            StringComparison.Ordinal
        );
        Assert.Equal(["i-2"], (await RowsAsync(test, "Incidents")).Keys);
        Assert.Contains("Status ”Ny” (1)", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Publicering ”", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_has_decided_about_a_row_that_a_file_says_nothing_of_and_a_second_file_takes_no_decision_back()
    {
        await using var test = await TestSite.StartAsync();
        Write(
            test,
            "Revisioner.csv",
            "Revision;Publicering;Sekretessgrund (OSL);Extern nyckel\nEtt;;;r-1\nTvå;Sekretess;18 kap. 8 §;r-2\n"
        );
        await test.RunAsync("import", test.Folder);
        var first = await RowsAsync(test, "Audits");
        Write(
            test,
            "Revisioner.csv",
            "Revision;Publicering;Sekretessgrund (OSL);Extern nyckel\nEtt;Intern;;r-1\nTvå, ny;;;r-2\nTre;;x;r-3\n"
        );
        await test.RunAsync("import", test.Folder);
        var second = await RowsAsync(test, "Audits");

        Assert.False(first["r-1"].Fields.ContainsKey("Publication"));
        Assert.Equal("Intern", second["r-1"].Fields["Publication"].GetString());
        Assert.Equal(
            ("Två, ny", "Sekretess", "18 kap. 8 §"),
            (Cell("Title"), Cell("Publication"), Cell("SecrecyGround"))
        );

        string? Cell(string name) => second["r-2"].Fields[name].GetString();
    }

    [Fact]
    public async Task A_source_that_is_not_there_is_told_as_such()
    {
        await using var test = await TestSite.StartAsync();

        var run = await test.RunAsync("import", Path.Combine(test.Folder, "saknas"));

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains("there is no such file or folder", run.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_several_choices_only_the_unknown_ones_are_left_out()
    {
        await using var test = await TestSite.StartAsync();
        Write(test, "Åtgärder.csv", "Åtgärd;Status;Roll;Extern nyckel\nÖva;Pågår;\"Chefer;Påhittad;ISAM\";a-1\n");

        var run = await test.RunAsync("import", test.Folder);

        var row = Assert.Single(await RowsAsync(test, "ActionItems")).Value;
        Assert.Equal(["Chefer", "ISAM"], row.Fields["Role"].EnumerateArray().Select(r => r.GetString()));
        Assert.Contains("”Påhittad” finns inte bland kolumnens val", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_too_long_for_its_column_is_told_and_the_rows_and_lists_after_it_are_imported()
    {
        await using var test = await TestSite.StartAsync();
        Write(
            test,
            "Incidenter.csv",
            $"Rubrik;Inträffade;Extern nyckel\n{new string('x', 400)};2026-03-01;i-1\nKort;2026-03-01;i-2\n"
        );
        Write(test, "Mål.csv", "Mål;Extern nyckel\nNå målet;m-1\n");

        var run = await test.RunAsync("import", test.Folder);

        Assert.Equal(ExitCode.Findings, run.Code);
        Assert.Contains("Texten är 400 tecken, och kolumnen rymmer 255", run.Output, StringComparison.Ordinal);
        Assert.Equal(["i-2"], (await RowsAsync(test, "Incidents")).Keys);
        Assert.Equal(["m-1"], (await RowsAsync(test, "Objectives")).Keys);
    }

    [Fact]
    public async Task A_row_the_site_refuses_is_told_and_the_next_one_is_imported()
    {
        await using var test = await TestSite.StartAsync();
        // A day that can be read but that SharePoint does not know.
        Write(test, "Incidenter.csv", "Rubrik;Inträffade;Extern nyckel\nUrgammal;1066-10-14;i-1\nNy;2026-03-01;i-2\n");

        var run = await test.RunAsync("import", test.Folder, "--json");

        Assert.Equal(ExitCode.Findings, run.Code);
        Assert.Equal(["i-2"], (await RowsAsync(test, "Incidents")).Keys);
        using var json = JsonDocument.Parse(run.Output);
        var list = Assert.Single(json.RootElement.GetProperty("lists").EnumerateArray());
        Assert.Equal((1, 1), (list.GetProperty("created").GetInt32(), list.GetProperty("skipped").GetInt32()));
        var error = Assert.Single(
            json.RootElement.GetProperty("findings").EnumerateArray(),
            f => f.GetProperty("level").GetString() == "Error"
        );
        Assert.Equal("2", error.GetProperty("row").GetString());
        Assert.StartsWith(
            "SharePoint tog inte emot raden",
            error.GetProperty("message").GetString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_told_and_the_others_are_imported()
    {
        await using var test = await TestSite.StartAsync();
        Write(test, "Mål.json", "[ {");
        Write(test, "Incidenter.csv", "Rubrik;Inträffade;Extern nyckel\nNy;2026-03-01;i-2\n");

        var run = await test.RunAsync("import", test.Folder, "--json");

        Assert.Equal(ExitCode.Findings, run.Code);
        Assert.Contains("Mål.json kan inte läsas som rader", run.Output, StringComparison.Ordinal);
        Assert.Single(await RowsAsync(test, "Incidents"));
    }

    [Fact]
    public async Task A_fault_in_the_middle_still_tells_what_was_done_before_it()
    {
        await using var test = await TestSite.StartAsync();
        Write(test, "Incidenter.csv", "Rubrik;Inträffade;Extern nyckel\nNy;2026-03-01;i-1\n");
        Write(test, "Mål.csv", "Mål;Extern nyckel\nNå målet;m-1\n");
        test.Server.Faults.Add(new("/items", Method: "POST", Status: 403, Skip: 1));

        var run = await test.RunAsync("import", test.Folder, "--json");

        Assert.Equal(ExitCode.Fault, run.Code);
        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal(1, json.RootElement.GetProperty("lists")[0].GetProperty("created").GetInt32());
    }

    [Fact]
    public async Task Of_two_files_for_a_list_one_is_imported_and_a_second_run_changes_nothing()
    {
        await using var test = await TestSite.StartAsync();
        Write(test, "Mål.csv", "Mål;Extern nyckel\nNya målet;m-1\n");
        Write(test, "Mål (1).csv", "Mål;Extern nyckel\nGamla målet;m-1\n");

        var first = await test.RunAsync("import", test.Folder);
        var second = await test.RunAsync("import", test.Folder);

        Assert.Contains("Bara Mål.csv läses", first.Output, StringComparison.Ordinal);
        Assert.Contains("1 created, 0 updated, 0 unchanged, 0 skipped", first.Output, StringComparison.Ordinal);
        Assert.Contains("0 created, 0 updated, 1 unchanged, 0 skipped", second.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_counts_on_the_rows_it_would_have_created()
    {
        await using var test = await TestSite.StartAsync();
        Write(test, "Upphandlingar.csv", "Upphandling;Fas;Extern nyckel\nBokningssystem;Behov;u-1\n");
        Write(test, "Kontrollpunkter.csv", "Kontrollpunkt;Upphandling;Extern nyckel\nAvtal finns;Bokningssystem;k-1\n");

        var run = await test.RunAsync("import", test.Folder, "--dry-run");

        Assert.True(run.Code == ExitCode.Ok, run.ToString());
        Assert.Contains("2 created", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("finns inte i listan Upphandlingar", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Gräns <medel & resten\nrad två", "Gräns &lt;medel &amp; resten<br>rad två")]
    [InlineData("<p>Redan <b>formaterat</b></p>", "<p>Redan <b>formaterat</b></p>")]
    public async Task Plain_text_for_a_formatted_column_becomes_HTML_that_shows_it_whole_and_HTML_stays(
        string written,
        string kept
    )
    {
        await using var test = await TestSite.StartAsync();
        Write(test, "Textblock.csv", $"Rubrik;Nyckel;Text;Extern nyckel\nInledning;inledning;\"{written}\";t-1\n");

        var first = await test.RunAsync("import", test.Folder);
        var second = await test.RunAsync("import", test.Folder);

        Assert.True(first.Code == ExitCode.Ok, first.ToString());
        Assert.Contains(
            $">{kept}</div>",
            Assert.Single(await RowsAsync(test, "TextBlocks")).Value.Fields["Text"].GetString(),
            StringComparison.Ordinal
        );
        Assert.Contains("0 created, 0 updated, 1 unchanged, 0 skipped", second.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_without_any_lists_file_is_a_fault()
    {
        await using var test = await TestSite.StartAsync();
        Write(test, "Semester.csv", "Rubrik\nJuli\n");

        var run = await test.RunAsync("import", test.Folder);

        Assert.Equal(ExitCode.Fault, run.Code);
        Assert.Contains("is named after a list", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_file_does_not_say_about_information_in_a_procurement_stays_unsaid_on_the_site()
    {
        await using var test = await TestSite.StartAsync();
        Write(test, "Upphandlingar.csv", "Upphandling;Fas;Extern nyckel\nBokningssystem;Avtal;u-1\n");

        await test.RunAsync("import", test.Folder);

        Assert.False(
            Assert.Single(await RowsAsync(test, "Procurements")).Value.Fields.ContainsKey("HandlesInformation")
        );
    }

    private static void Write(TestSite test, string name, string text) =>
        File.WriteAllText(Path.Combine(test.Folder, name), text);

    private static async Task<Dictionary<string, ListRow>> RowsAsync(TestSite test, string list)
    {
        using var site = await test.OpenAsync();
        var rows = new Dictionary<string, ListRow>();
        await foreach (
            var row in site.Reader.RowsAsync(site.List(list), site.Schema.List(list), CancellationToken.None)
        )
            rows.Add(row.Fields["ExternalKey"].GetString()!, row);
        return rows;
    }
}
