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
    public void Names_of_other_registers_are_understood_and_told()
    {
        var rows = Rows(
            "Löpnummer;Händelsedatum;Händelsetyp;Skadegrad;Grundorsak;Avdelning\r\n2026-14;2026-03-01;Dataskydd;Hög;Slarv;Bad\r\n",
            out var findings
        );

        var incident = Incident.Read(new RowReader(Incidents, Assert.Single(rows), Stockholm, []));
        Assert.Equal(("2026-14", "Slarv", "Bad"), (incident.IaId, incident.Cause, incident.Unit));
        Assert.True(incident.OccurredOn.Is(new DateOnly(2026, 3, 1)));
        Assert.True(incident.Kind.Is(IncidentKind.DataProtection));
        Assert.Equal(6, findings.Count(f => f.Message.Contains("läses som ”", StringComparison.Ordinal)));
        Assert.Contains(
            findings,
            f => f.Message.StartsWith("Filens kolumn ”Löpnummer” läses som ”IA-nummer”.", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_column_by_its_own_name_is_read_before_one_by_the_name_of_another_register()
    {
        var rows = Rows("Datum,Rubrik,Inträffade\r\n2026-09-09,Stulen dator,2026-03-01\r\n", out var findings);

        var incident = Incident.Read(new RowReader(Incidents, Assert.Single(rows), Stockholm, []));
        Assert.True(incident.OccurredOn.Is(new DateOnly(2026, 3, 1)));
        Assert.Contains(findings, f => f.Message.Contains("”Datum” finns inte i listan", StringComparison.Ordinal));
    }

    [Fact]
    public void A_word_that_means_several_things_is_told_apart_by_the_list()
    {
        foreach (var list in Schema.Lists)
        {
            var names = ColumnSynonyms.Of(list).Select(s => s.Name).ToList();
            Assert.Equal(names.Distinct().Order(), names.Order());
        }
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

    private static Incident Single(string text) =>
        Incident.Read(new RowReader(Incidents, Assert.Single(Rows(text, out _)), Stockholm, []));

    private static IReadOnlyList<ListRow> Rows(string text, out FileFindings findings)
    {
        findings = [];
        return CsvRows.TryRead(text, Incidents, findings)!;
    }
}
