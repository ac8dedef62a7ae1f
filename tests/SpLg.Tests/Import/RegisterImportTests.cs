using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace SpLg.Tests.Import;

/// <summary>Registers that people keep in files of their own: without keys of ours, with words for persons, in a workbook.</summary>
public sealed class RegisterImportTests
{
    private static readonly string LongRequirement = string.Join(
        ' ',
        Enumerable.Repeat("Ledningen ska visa att den tar ansvar för informationssäkerheten.", 9)
    );

    [Fact]
    public async Task Rows_without_an_external_key_are_known_again_by_their_number_or_their_title_and_day()
    {
        await using var test = await TestSite.StartAsync();
        Write(
            test,
            "Incidenter.csv",
            "Rubrik;Händelsedatum;Allvarlighet;Ärendenummer\nStulen dator;2026-03-01;Låg;IA-1\n"
                + "Brand;2026-04-01;Låg;\nBrand;2026-05-01;Låg;\n"
        );
        var first = await test.RunAsync("import", test.Folder);
        var again = await test.RunAsync("import", test.Folder);
        Write(
            test,
            "Incidenter.csv",
            "Rubrik;Händelsedatum;Allvarlighet;Ärendenummer\nStulen laptop;2026-03-01;Hög;IA-1\nBrand;2026-04-01;Hög;\n"
        );
        var changed = await test.RunAsync("import", test.Folder);

        Assert.Contains("3 created, 0 updated, 0 unchanged, 0 skipped", first.Output, StringComparison.Ordinal);
        Assert.Contains(
            "utan extern nyckel känns igen på IA-nummer, annars Rubrik och Inträffade",
            OneLine(first.Output),
            StringComparison.Ordinal
        );
        Assert.Contains("0 created, 0 updated, 3 unchanged, 0 skipped", again.Output, StringComparison.Ordinal);
        Assert.Contains("0 created, 2 updated, 0 unchanged, 0 skipped", changed.Output, StringComparison.Ordinal);
        Assert.Equal(
            ["Brand Hög", "Brand Låg", "Stulen laptop Hög"],
            (await RowsAsync(test, "Incidents"))
                .Select(r => $"{r.Fields["Title"].GetString()} {r.Fields["Severity"].GetString()}")
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Two_rows_that_cannot_be_told_apart_are_not_written_over()
    {
        await using var test = await TestSite.StartAsync();
        Write(test, "Incidenter.csv", "Rubrik;Inträffade;Extern nyckel\nBrand;2026-04-01;i-1\nBrand;2026-04-01;i-2\n");
        await test.RunAsync("import", test.Folder);
        Write(test, "Incidenter.csv", "Rubrik;Inträffade;Allvarlighetsgrad\nBrand;2026-04-01;Hög\n");

        var run = await test.RunAsync("import", test.Folder);

        Assert.Equal(ExitCode.Findings, run.Code);
        Assert.Contains(
            "Två rader i listan har samma Rubrik och Inträffade",
            OneLine(run.Output),
            StringComparison.Ordinal
        );
        Assert.All(await RowsAsync(test, "Incidents"), r => Assert.False(r.Fields.ContainsKey("Severity")));
    }

    [Fact]
    public async Task A_row_is_not_taken_for_one_that_has_a_number_of_its_own_and_gets_the_key_that_it_is_given_later()
    {
        await using var test = await TestSite.StartAsync();
        const string Two = "Rubrik;Inträffade;IA-nummer\nPhishing;2026-03-01;IA-1\nPhishing;2026-03-01;\n";
        Write(test, "Incidenter.csv", Two);
        var first = await test.RunAsync("import", test.Folder);
        var again = await test.RunAsync("import", test.Folder);
        Write(
            test,
            "Incidenter.csv",
            "Rubrik;Inträffade;IA-nummer;Extern nyckel\nPhishing;2026-03-01;IA-1;i-1\nPhishing;2026-03-01;;i-2\n"
        );
        var keyed = await test.RunAsync("import", test.Folder);

        Assert.Contains("2 created, 0 updated, 0 unchanged, 0 skipped", first.Output, StringComparison.Ordinal);
        Assert.Contains("0 created, 0 updated, 2 unchanged, 0 skipped", again.Output, StringComparison.Ordinal);
        Assert.Contains("0 created, 2 updated, 0 unchanged, 0 skipped", keyed.Output, StringComparison.Ordinal);
        Assert.Equal(2, (await RowsAsync(test, "Incidents")).Count);
    }

    [Fact]
    public async Task A_column_with_a_default_and_a_choice_that_is_none_double_no_row()
    {
        await using var test = await TestSite.StartAsync();
        Write(test, "Självskattning.csv", "Krav;Avsnitt;År\nLedarskap;5.1;2026\n");
        Write(test, "Internkontroll.csv", "Kontroll;Period;År\nStickprov;Kvartal 1;2026\n");
        await test.RunAsync("import", test.Folder);

        var again = await test.RunAsync("import", test.Folder);

        Assert.Contains("0 created, 0 updated, 2 unchanged, 0 skipped", again.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_person_wrote_in_a_column_that_the_file_lacks_stays()
    {
        await using var test = await TestSite.StartAsync();
        Write(test, "Självskattning.csv", $"Krav;Avsnitt;Utgåva;År\n{LongRequirement};5.1;2022;2026\n");
        await test.RunAsync("import", test.Folder);
        using var site = await test.OpenAsync();
        var row = Assert.Single(await RowsAsync(test, "RequirementAssessments"));
        await site.Writer.UpdateAsync(
            site.List("RequirementAssessments"),
            site.Schema.List("RequirementAssessments"),
            row.Id,
            new Dictionary<string, object?> { ["Requirement"] = "Skrivet för hand." },
            row.ETag,
            CancellationToken.None
        );

        var again = await test.RunAsync("import", test.Folder);

        Assert.Contains("0 created, 0 updated, 1 unchanged, 0 skipped", again.Output, StringComparison.Ordinal);
        Assert.Equal(
            "Skrivet för hand.",
            Assert.Single(await RowsAsync(test, "RequirementAssessments")).Fields["Requirement"].GetString()
        );
    }

    [Fact]
    public async Task Words_for_who_answers_and_a_text_longer_than_its_column_are_kept_whole()
    {
        await using var test = await TestSite.StartAsync();
        Write(
            test,
            "Självskattning.csv",
            $"Krav;Avsnitt;Utgåva;Uppfylls;Ansvarig;År\n{LongRequirement};5.1;2022;Delvis;HR i samverkan med ISAM;2026\n"
        );
        var first = await test.RunAsync("import", test.Folder);
        var again = await test.RunAsync("import", test.Folder);

        Assert.True(first.Code == ExitCode.Ok, first.ToString());
        var row = Assert.Single(await RowsAsync(test, "RequirementAssessments"));
        Assert.Equal("HR i samverkan med ISAM", row.Fields["ResponsibleInWords"].GetString());
        Assert.Equal(LongRequirement, row.Fields["Requirement"].GetString());
        var title = row.Fields["Title"].GetString()!;
        Assert.True(
            title.Length <= 255 && title[^1] == '…' && LongRequirement.StartsWith(title[..^1], StringComparison.Ordinal)
        );
        Assert.Contains("Tills vidare står texten i ”Ansvarig i ord”", OneLine(first.Output), StringComparison.Ordinal);
        Assert.Contains("0 created, 0 updated, 1 unchanged, 0 skipped", again.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workbook_with_a_sheet_a_list_fills_each_of_them()
    {
        await using var test = await TestSite.StartAsync();
        var path = Path.Combine(test.Folder, "Register 2026.xlsx");
        Book(
            path,
            (
                "Läs mig",
                [
                    ["Så här gör vi"],
                ]
            ),
            (
                "Revisioner",
                [
                    ["Revision", "År"],
                    ["Intern revision", "2026"],
                ]
            ),
            (
                "Mål",
                [
                    ["Mål", "År"],
                    ["Nå alla", "2026"],
                    ["Nå fler", "2026"],
                ]
            )
        );

        var run = await test.RunAsync("import", path);
        var folder = await test.RunAsync("import", test.Folder);

        Assert.True(run.Code == ExitCode.Ok, run.ToString());
        Assert.Contains("3 created, 0 updated, 0 unchanged, 0 skipped", run.Output, StringComparison.Ordinal);
        Assert.Contains("0 created, 0 updated, 3 unchanged, 0 skipped", folder.Output, StringComparison.Ordinal);
        Assert.Single(await RowsAsync(test, "Audits"));
        Assert.Equal(2, (await RowsAsync(test, "Objectives")).Count);
    }

    [Fact]
    public async Task A_file_of_names_says_what_a_register_calls_our_columns_and_choices()
    {
        await using var test = await TestSite.StartAsync();
        var register = Path.Combine(test.Folder, "export.csv");
        var names = Path.Combine(test.Folder, "namn.csv");
        await File.WriteAllTextAsync(register, "Händelse;Dag;Skadeklass\nBrand;2026-04-01;B – märkbar\n");
        await File.WriteAllTextAsync(
            names,
            "Lista;Deras namn;Vår kolumn;Deras värde;Vårt värde\nIncidenter;Händelse;Rubrik;;\nIncidenter;Dag;Inträffade;;\n"
                + "Incidenter;Skadeklass;Allvarlighetsgrad;B – märkbar;Medel\n"
        );

        var run = await test.RunAsync("import", register, "--list", "Incidenter", "--names", names);

        Assert.True(run.Code == ExitCode.Ok, run.ToString());
        var row = Assert.Single(await RowsAsync(test, "Incidents"));
        Assert.Equal("Brand", row.Fields["Title"].GetString());
        Assert.Equal("Medel", row.Fields["Severity"].GetString());
        Assert.Contains("”Dag”", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_of_a_column_that_there_is_none_of_is_told_with_its_line_and_nothing_is_written()
    {
        await using var test = await TestSite.StartAsync();
        Write(test, "Incidenter.csv", "Rubrik;Inträffade\nBrand;2026-04-01\n");
        var names = Path.Combine(test.Folder, "namn.csv");
        await File.WriteAllTextAsync(names, "Lista;Deras namn;Vår kolumn\nIncidenter;Dag;Inträffat den\n");

        var run = await test.RunAsync("import", test.Folder, "--names", names);

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains(
            "line 2: the list Incidenter has no column 'Inträffat den'",
            OneLine(run.Error),
            StringComparison.Ordinal
        );
        Assert.Empty(await RowsAsync(test, "Incidents"));
    }

    private static string OneLine(string output) =>
        string.Join(' ', output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static void Write(TestSite test, string name, string text) =>
        File.WriteAllText(Path.Combine(test.Folder, name), text);

    private static async Task<List<ListRow>> RowsAsync(TestSite test, string list)
    {
        using var site = await test.OpenAsync();
        var rows = new List<ListRow>();
        await foreach (
            var row in site.Reader.RowsAsync(site.List(list), site.Schema.List(list), CancellationToken.None)
        )
            rows.Add(row);
        return rows;
    }

    private static void Book(string path, params (string Name, string[][] Rows)[] sheets)
    {
        using var document = SpreadsheetDocument.Create(path, SpreadsheetDocumentType.Workbook);
        var book = document.AddWorkbookPart();
        book.Workbook = new(new Sheets());
        foreach (var (sheet, n) in sheets.Select((s, i) => (s, (uint)i + 1)))
        {
            var part = book.AddNewPart<WorksheetPart>();
            part.Worksheet = new(
                new SheetData(
                    sheet.Rows.Select(r => new Row(
                        r.Select(c => new Cell(new InlineString(new Text(c))) { DataType = CellValues.InlineString })
                    ))
                )
            );
            book.Workbook.Sheets!.Append(
                new Sheet
                {
                    Name = sheet.Name,
                    SheetId = n,
                    Id = book.GetIdOfPart(part),
                }
            );
        }
    }
}
