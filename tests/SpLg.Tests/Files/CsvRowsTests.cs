using FsCheck;
using FsCheck.Fluent;

namespace SpLg.Tests.Files;

public class CsvRowsTests
{
    private static readonly SiteSchema Schema = ShippedFiles.Schema();
    private static readonly ListSchema Incidents = Schema.List(Incident.List);
    private static readonly TimeZoneInfo Stockholm = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    public void The_delimiter_is_seen_from_the_header(char delimiter)
    {
        var text =
            $"Rubrik{delimiter}Inträffade{delimiter}Typ\r\nStulen dator{delimiter}2026-03-01{delimiter}Dataskydd\r\n";

        var incident = Single(text);

        Assert.Equal("Stulen dator", incident.Title);
        Assert.True(incident.OccurredOn.Is(new DateOnly(2026, 3, 1)));
        Assert.True(incident.Kind.Is(IncidentKind.DataProtection));
    }

    [Theory]
    [InlineData("Titel\r\nStulen dator, lös nyckel; och mer\r\nEnkel rad\r\n")]
    [InlineData("Rubrik\nStulen dator, lös nyckel; och mer\n\nEnkel rad")]
    public void A_file_of_one_column_is_not_cut_at_its_commas(string text)
    {
        var rows = Rows(text, out var findings);

        Assert.Equal(
            ["Stulen dator, lös nyckel; och mer", "Enkel rad"],
            rows.Select(r => Incident.Read(new RowReader(Incidents, r, Stockholm, [])).Title)
        );
        Assert.DoesNotContain(findings, f => f.Message.Contains("fler celler", StringComparison.Ordinal));
    }

    [Fact]
    public void Headers_are_Swedish_display_names_or_internal_names_however_spaced()
    {
        var incident = Single("Title,anmäld  till IMY,PersonalDataBreach,IA-nummer\nFelutskick,2026-02-03,Ja,IA-7\n");

        Assert.Equal("Felutskick", incident.Title);
        Assert.True(incident.ReportedToImyOn.Is(new DateOnly(2026, 2, 3)));
        Assert.True(incident.PersonalDataBreach.Is(true));
        Assert.Equal("IA-7", incident.IaId);
    }

    [Theory]
    [InlineData("ListSchema={\"schemaXmlList\":[\"<Field Name='Title' />\",\"<Field />\"]}\r\n")]
    [InlineData("\"ListSchema={\"\"schemaXmlList\"\":[]}\"\r\n")]
    [InlineData("sep=,\r\n")]
    [InlineData("\r\n")]
    public void Lines_that_SharePoint_and_Excel_put_first_are_skipped(string first)
    {
        var rows = Rows(first + "Rubrik,Typ\r\nStulen dator,Dataskydd\r\n", out var findings);

        Assert.Equal("3", Assert.Single(rows).Id);
        Assert.DoesNotContain(findings, f => f.Level == FindingLevel.Info);
    }

    [Fact]
    public void A_cell_with_line_breaks_and_quotes_is_one_cell_and_the_row_is_named_by_the_line_it_begins_on()
    {
        var rows = Rows(
            "Rubrik,Sammanfattning för publicering\nFörsta,\"rad ett\nrad \"\"två\"\"\"\nAndra,kort\n",
            out _
        );

        Assert.Equal(["2", "4"], rows.Select(r => r.Id));
        Assert.Equal("rad ett\nrad \"två\"", rows[0].Fields["ReportSummary"].GetString());
    }

    [Fact]
    public void A_row_keeps_the_lists_own_id_when_the_export_has_it() =>
        Assert.Equal("17", Assert.Single(Rows("ID,Rubrik\n17,Stulen dator\n", out _)).Id);

    [Fact]
    public void An_unknown_column_is_told_and_SharePoints_own_columns_are_not()
    {
        Rows(
            "Rubrik,Egen kolumn,Ändrad,Skapat av,Objekttyp\nStulen dator,x,2026-01-01,Anna,Objekt\n",
            out var findings
        );

        var finding = Assert.Single(findings, f => f.Level == FindingLevel.Info);
        Assert.Equal("Egen kolumn", finding.Column);
        Assert.Equal("Incidenter", finding.List);
    }

    [Fact]
    public void A_quote_that_is_never_closed_is_an_error_that_names_its_line()
    {
        Rows("Rubrik,Typ\nEtt,Dataskydd\n\"Två,Dataskydd\nTre,Dataskydd\n", out var findings);

        Assert.Contains(
            "rad 3",
            Assert.Single(findings, f => f.Level == FindingLevel.Error).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void More_cells_than_headers_is_told_and_the_row_is_kept()
    {
        var rows = Rows("Rubrik,Typ\nEtt,Dataskydd,extra\n", out var findings);

        Assert.Single(rows);
        Assert.Contains(
            findings,
            f => f.Level == FindingLevel.Warning && f.Message.Contains("fler celler", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void The_delimiter_that_gives_the_most_known_headers_wins_over_the_most_common_sign()
    {
        var rows = Rows(
            "Rubrik;Typ, vid tillfället, som anmält, av berörd;Status\nStulen dator;x;Ny\n",
            out var findings
        );

        Assert.Equal("Stulen dator", Assert.Single(rows).Fields["Title"].GetString());
        Assert.Equal("Ny", rows[0].Fields["Status"].GetString());
        Assert.DoesNotContain(findings, f => f.Level == FindingLevel.Error);
    }

    [Fact]
    public void A_quote_that_swallows_rows_until_a_later_quote_is_an_error_that_names_its_line()
    {
        Rows(
            "Rubrik;Typ;Status;Enhet\nEtt;Dataskydd;Ny;A\n\"Två;Dataskydd;Ny;A\n"
                + "Tre;Dataskydd;Ny;A\nFyra;Dataskydd;Ny;\"A\"\nFem;Dataskydd;Ny;A\n",
            out var findings
        );

        Assert.Contains(
            "rad 3",
            Assert.Single(findings, f => f.Level == FindingLevel.Error).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Prose_with_line_breaks_and_commas_is_no_swallowed_row()
    {
        Rows(
            "Rubrik,Sammanfattning för publicering,Typ\nEtt,\"Först, sedan, till slut,\nnu, igen, och, åter\",Dataskydd\n",
            out var findings
        );

        Assert.DoesNotContain(findings, f => f.Level == FindingLevel.Error);
    }

    [Fact]
    public void Quotes_inside_a_cell_that_are_not_doubled_are_told_with_their_line()
    {
        Rows("Rubrik,Typ\nEtt,Dataskydd\n\"A \"citat\" b\",Dataskydd\n", out var findings);

        Assert.Contains(
            findings,
            f =>
                f.Level == FindingLevel.Warning && f.Message.Contains("Citattecknen på rad 3", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void All_columns_the_file_lacks_are_told_at_once_as_a_warning_when_something_is_counted_from_them()
    {
        Rows("Rubrik,Typ\nEtt,Dataskydd\nTvå,Dataskydd\n", out var findings);

        var absent = Assert.Single(findings, f => f.Message.StartsWith("Filen saknar", StringComparison.Ordinal));
        Assert.Equal(FindingLevel.Warning, absent.Level);
        Assert.All(
            Incidents.Columns.Where(c =>
                c.Name
                    is not (
                        "Title"
                        or "Kind"
                        or "Publication"
                        or "SecrecyGround"
                        or "PersonalDataReviewed"
                        or "ExternalKey"
                    )
            ),
            c => Assert.Contains($"”{c.DisplayName}”", absent.Message, StringComparison.Ordinal)
        );
        Assert.DoesNotContain("”Typ”", absent.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_text_lacking_is_no_more_than_a_notice()
    {
        var header = string.Join(
            ',',
            Incidents.Columns.Where(c => c.Name is not "Cause").Select(c => $"\"{c.DisplayName}\"")
        );

        Rows(header + "\nEtt\n", out var findings);

        Assert.Equal(FindingLevel.Info, Assert.Single(findings).Level);
    }

    [Fact]
    public void Bookkeeping_columns_may_be_absent_without_a_word()
    {
        var header = string.Join(
            ',',
            Incidents
                .Columns.Where(c =>
                    c.Name is not ("Publication" or "SecrecyGround" or "PersonalDataReviewed" or "ExternalKey")
                )
                .Select(c => $"\"{c.DisplayName}\"")
        );

        Rows(header + "\nEtt\n", out var findings);

        Assert.Empty(findings);
    }

    [Theory]
    [InlineData("Rubrik|Typ|Status\nEtt|Dataskydd|Ny\nTvå|Dataskydd|Ny\n")]
    [InlineData("Incidenter 2026\nRubrik,Typ\nEtt,Dataskydd\n")]
    [InlineData("PK\u0003\u0004\0\0\u0006\nxl/worksheets\n")]
    [InlineData("R\0u\0b\0r\0i\0k\0\n\0E\0t\0t\0")]
    public void A_file_without_any_of_the_lists_headers_is_one_error_and_no_rows(string text)
    {
        var findings = new FileFindings();

        Assert.Null(CsvRows.TryRead(text, Incidents, findings));

        Assert.Equal(FindingLevel.Error, Assert.Single(findings).Level);
    }

    [Fact]
    public void An_empty_file_is_an_error_that_says_so()
    {
        var findings = new FileFindings();

        Assert.Null(CsvRows.TryRead("", Incidents, findings));

        Assert.StartsWith(
            "Filen är tom",
            Assert.Single(findings, f => f.Level == FindingLevel.Error).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Values_under_a_header_without_name_are_told_once_with_how_many()
    {
        Rows("Rubrik,,Typ\nEtt,x,Dataskydd\nTvå,,Dataskydd\nTre,y,Dataskydd\n", out var findings);

        var unnamed = Assert.Single(findings, f => f.Message.Contains("saknar rubrik", StringComparison.Ordinal));
        Assert.Contains("nummer 2", unnamed.Message, StringComparison.Ordinal);
        Assert.Contains("2 rader", unnamed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_rows_with_one_ID_count_once_as_last_told_and_that_is_said_with_the_files_lines()
    {
        var rows = Rows("ID,Rubrik\n1,Ett\n2,Två\n1.0,Tre\n", out var findings);

        Assert.Equal(["1 Tre", "2 Två"], rows.Select(r => $"{r.Id} {r.Fields["Title"]}"));
        Assert.StartsWith(
            "Rad 2 och rad 4 i filen har samma ID, 1. De räknas som en rad, och den senare gäller.",
            Assert.Single(findings, f => f.Message.Contains("samma ID", StringComparison.Ordinal)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void An_ID_written_with_decimals_is_the_row_number_and_a_row_without_one_has_a_name_of_its_own()
    {
        var rows = Rows("ID,Rubrik\n3.0,Ett\n,Två\n\"12,00\",Tre\n", out var findings);

        Assert.Equal(["3", "filens rad 3", "12"], rows.Select(r => r.Id));
        Assert.DoesNotContain(findings, f => f.Message.Contains("samma ID", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("612.000", true)]
    [InlineData("612.000", false)]
    [InlineData("6.12E2", true)]
    public void A_number_in_JSON_has_one_meaning_and_as_text_is_not_guessed(string number, bool isJson)
    {
        var schema = Schema.List(TrainingResult.List);
        var findings = new FileFindings();
        var rows = isJson
            ? JsonRows.Read(
                $$"""[ { "id": 1.0, "fields": { "Title": "Grundkurs", "Expected": {{number}}, "Year": 2025.0 } } ]""",
                schema,
                findings
            )
            : CsvRows.TryRead($"Utbildning;Antal som ska gå;År\nGrundkurs;{number};2025\n", schema, findings)!;

        var training = TrainingResult.Read(new RowReader(schema, Assert.Single(rows), Stockholm, findings));

        Assert.Equal(isJson ? 612m : null, training.Expected.Value);
        Assert.Equal(
            isJson,
            !findings.Any(f => f.Message.Contains("både tusental och decimaler", StringComparison.Ordinal))
        );
        Assert.Equal(2025m, training.Origin.Year.Value);
    }

    [Fact]
    public void What_is_exported_is_read_back_the_same_whatever_the_cells_hold()
    {
        var texts = ArbMap
            .Default.GeneratorFor<string>()
            .Where(t => t is not null)
            .Select(t => new string([.. t.Where(c => c >= ' ' || c is '\n' or '\t')]).Trim());
        Prop.ForAll(
                Gen.ArrayOf(texts, 3).ToArbitrary(),
                cells =>
                {
                    var row = Row("5", ("Title", cells[0]), ("ReportSummary", cells[1]), ("Unit", cells[2]));
                    var read = Assert.Single(
                        Rows(FileText.Decode(Written.Csv(Incidents, [row], Stockholm)).Text, out _)
                    );
                    Assert.Equal("5", read.Id);
                    foreach (var (name, value) in row.Fields)
                        Assert.Equal(
                            value.GetString()!.ReplaceLineEndings("\n"),
                            read.Fields.TryGetValue(name, out var cell)
                                ? cell.GetString()!.ReplaceLineEndings("\n")
                                : ""
                        );
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void No_cell_of_an_export_is_a_formula_and_each_is_read_back_the_same()
    {
        var texts = Gen.Elements(
                "=",
                "+",
                "-",
                "@",
                "'",
                "\t",
                "\n",
                "\r\n",
                ";",
                " ",
                "\"",
                ",",
                "\uff1d",
                "\uff0d",
                "\u200b",
                "cmd|' /C calc'!A0",
                "1"
            )
            .ArrayOf()
            .Select(string.Concat);
        Prop.ForAll(
                Gen.ArrayOf(texts, 2).ToArbitrary(),
                cells =>
                {
                    var row = Row("5", ("ReportSummary", cells[0] + "x"), ("Unit", cells[1] + "x"));
                    var file = FileText.Decode(Written.Csv(Incidents, [row], Stockholm)).Text;
                    var read = Assert.Single(Rows(file, out _));
                    foreach (var (name, value) in row.Fields)
                        Assert.Equal(
                            value.GetString()!.ReplaceLineEndings("\n"),
                            read.Fields[name].GetString()!.ReplaceLineEndings("\n")
                        );
                    // By comma as it is written, and by semicolon and line as a Swedish Excel may take it.
                    var seen = CsvTable
                        .Parse(file, _ => true)
                        .Rows.SelectMany(r => r.Cells)
                        .Concat(file.Split(';', '\n', '\r', '\t').Skip(1));
                    Assert.DoesNotMatch(
                        "(?m)^[\\s\"\u200b]*[=+@\uff1d\uff0d-]",
                        string.Join('\n', seen.Select(c => c.Replace('\n', ' ').Replace('\r', ' ')))
                    );
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void An_apostrophe_in_a_file_of_others_stays_and_a_number_below_zero_stays_a_number()
    {
        Assert.Equal("'=1+1", Assert.Single(Rows("ID,Rubrik\n1,'=1+1\n", out _)).Fields["Title"].GetString());
        Assert.Equal("'t är", Assert.Single(Rows("Rubrik\n't är\n", out _)).Fields["Title"].GetString());

        var list = Schema.List(Objective.List);
        using var json = JsonDocument.Parse("""{ "Title": "-5", "Outcome": -12.5, "Target": "-3" }""");
        var row = new ListRow(
            "3",
            null,
            null,
            json.RootElement.EnumerateObject().ToDictionary(p => p.Name, p => p.Value)
        );
        var file = FileText.Decode(Written.Csv(list, [row], Stockholm)).Text;

        Assert.Contains("\n3,'-5,", file, StringComparison.Ordinal);
        Assert.Contains(",-12.5,", file, StringComparison.Ordinal);
        var read = Objective.Read(new RowReader(list, Assert.Single(CsvRows.TryRead(file, list, [])!), Stockholm, []));
        Assert.Equal(("-5", -12.5m, -3m), (read.Title, read.Outcome.Value, read.Target.Value));
    }

    [Theory]
    [InlineData("\u200d=1+1", "'\u200d=1+1")]
    [InlineData("\u00ad\u200f=1+1", "'\u00ad\u200f=1+1")]
    [InlineData("\u202e@1", "'\u202e@1")]
    [InlineData("\t=1+1", "'\t'=1+1")]
    [InlineData("\r=1+1", "'\r'=1+1")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("a\n=cmd|' /C calc'!A0", "a\n'=cmd|' /C calc'!A0")]
    [InlineData("a;\u200b=1", "a;'\u200b=1")]
    public void A_formula_is_a_text_whatever_nobody_sees_before_it(string text, string safe)
    {
        Assert.Equal(safe, CsvCells.Protect(text));
        Assert.Equal(text, CsvCells.Restore(safe));
    }

    [Fact]
    public void A_cell_of_nothing_but_line_breaks_takes_no_longer_than_its_length()
    {
        var text = new string('\n', 1_000_000) + "=1";
        Assert.Equal(text, CsvCells.Restore(CsvCells.Protect(text)));
    }

    [Fact]
    public void Every_kind_of_column_means_the_same_after_export_and_reading()
    {
        var list = Schema.List(ActionItem.List);
        using var json = JsonDocument.Parse(
            """
            { "Title": "Utbilda", "Source": "VoR", "DecidedInYear": 2025, "PlannedYears": ["2026", "2027"],
            "Role": ["Chefer", "ISAM"], "Responsible": "Sara Öberg",
              "ResponsibleLookupId": "7", "DueOn": "2026-03-31T22:00:00Z", "Status": "Pågår", "PercentDone": 12.5, "InSummary": true }
            """
        );
        var row = new ListRow(
            "3",
            "\"x,1\"",
            null,
            json.RootElement.EnumerateObject().ToDictionary(p => p.Name, p => p.Value)
        );
        var findings = new FileFindings();

        var exported = Assert.Single(
            CsvRows.TryRead(FileText.Decode(Written.Csv(list, [row], Stockholm)).Text, list, findings)!
        );
        var before = ActionItem.Read(new RowReader(list, row, Stockholm, findings));
        var after = ActionItem.Read(new RowReader(list, exported, Stockholm, findings));

        Assert.Empty(findings);
        Assert.Equal(before.DueOn, after.DueOn);
        Assert.True(after.DueOn.Is(new DateOnly(2026, 4, 1)));
        Assert.Equal(before.PlannedYears, after.PlannedYears);
        Assert.Equal(before.Role, after.Role);
        Assert.Equal(before.Status, after.Status);
        Assert.Equal(before.PercentDone.Value, after.PercentDone.Value);
        Assert.Equal(before.InSummary.Value, after.InSummary.Value);
        Assert.Equal(before.Responsible!.Text, after.Responsible!.Text);
    }

    private static Incident Single(string text) =>
        Incident.Read(new RowReader(Incidents, Assert.Single(Rows(text, out _)), Stockholm, []));

    private static IReadOnlyList<ListRow> Rows(string text, out FileFindings findings)
    {
        findings = [];
        return CsvRows.TryRead(text, Incidents, findings)!;
    }

    private static ListRow Row(string id, params (string Name, string Text)[] cells) =>
        new(id, null, null, cells.ToDictionary(c => c.Name, c => JsonSerializer.SerializeToElement(c.Text)));
}
