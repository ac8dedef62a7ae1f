using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using SpLg.Core.Choices;
using SpLg.Core.Lists;
using SpLg.Core.Rows;
using SpLg.Core.Schema;
using SpLg.Files;
using SpLg.Running;

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
        var text = $"Rubrik{delimiter}Inträffade{delimiter}Typ\r\nStulen dator{delimiter}2026-03-01{delimiter}Dataskydd\r\n";

        var incident = Single(text);

        Assert.Equal("Stulen dator", incident.Title);
        Assert.True(incident.OccurredOn.Is(new DateOnly(2026, 3, 1)));
        Assert.True(incident.Kind.Is(IncidentKind.DataProtection));
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
        var rows = Rows("Rubrik,Sammanfattning för publicering\nFörsta,\"rad ett\nrad \"\"två\"\"\"\nAndra,kort\n", out _);

        Assert.Equal(["2", "4"], rows.Select(r => r.Id));
        Assert.Equal("rad ett\nrad \"två\"", rows[0].Fields["ReportSummary"].GetString());
    }

    [Fact]
    public void A_row_keeps_the_lists_own_id_when_the_export_has_it() =>
        Assert.Equal("17", Assert.Single(Rows("ID,Rubrik\n17,Stulen dator\n", out _)).Id);

    [Fact]
    public void An_unknown_column_is_told_and_SharePoints_own_columns_are_not()
    {
        Rows("Rubrik,Egen kolumn,Ändrad,Skapat av,Objekttyp\nStulen dator,x,2026-01-01,Anna,Objekt\n", out var findings);

        var finding = Assert.Single(findings, f => f.Level == FindingLevel.Info);
        Assert.Equal("Egen kolumn", finding.Column);
        Assert.Equal("Incidenter", finding.List);
    }

    [Fact]
    public void A_quote_that_is_never_closed_is_an_error_that_names_its_line()
    {
        Rows("Rubrik,Typ\nEtt,Dataskydd\n\"Två,Dataskydd\nTre,Dataskydd\n", out var findings);

        Assert.Contains("rad 3", Assert.Single(findings, f => f.Level == FindingLevel.Error).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void More_cells_than_headers_is_told_and_the_row_is_kept()
    {
        var rows = Rows("Rubrik,Typ\nEtt,Dataskydd,extra\n", out var findings);

        Assert.Single(rows);
        Assert.Contains(findings, f => f.Level == FindingLevel.Warning && f.Message.Contains("fler celler", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-8", false)]
    [InlineData("utf-16", true)]
    [InlineData("windows-1252", false)]
    public void The_encoding_is_seen_from_the_bytes(string name, bool mark)
    {
        var encoding = name == "windows-1252" ? CodePagesEncodingProvider.Instance.GetEncoding(1252)! : Encoding.GetEncoding(name);
        byte[] bytes = [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes("Oönskad händelse – åäö")];

        Assert.Equal("Oönskad händelse – åäö", FileText.Decode(bytes));
    }

    [Fact]
    public void What_is_exported_is_read_back_the_same_whatever_the_cells_hold()
    {
        var texts = ArbMap.Default.GeneratorFor<string>().Where(t => t is not null).Select(t => new string([.. t.Where(c => c >= ' ' || c is '\n' or '\t')]).Trim());
        Prop.ForAll(Gen.ArrayOf(texts, 3).ToArbitrary(), cells =>
        {
            var row = Row("5", ("Title", cells[0]), ("ReportSummary", cells[1]), ("Unit", cells[2]));
            var read = Assert.Single(Rows(FileText.Decode(CsvExport.Write(Incidents, [row], Stockholm)), out _));
            Assert.Equal("5", read.Id);
            foreach (var (name, value) in row.Fields)
                Assert.Equal(value.GetString()!.ReplaceLineEndings("\n"), read.Fields.TryGetValue(name, out var cell) ? cell.GetString()!.ReplaceLineEndings("\n") : "");
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Every_kind_of_column_means_the_same_after_export_and_reading()
    {
        var list = Schema.List(ActionItem.List);
        using var json = JsonDocument.Parse("""
            { "Title": "Utbilda", "Source": "VoR", "DecidedInYear": 2025, "PlannedYears": ["2026", "2027"], "Role": ["Chefer", "ISAM"], "Responsible": "Sara Öberg",
              "ResponsibleLookupId": "7", "DueOn": "2026-03-31T22:00:00Z", "Status": "Pågår", "PercentDone": 12.5, "InSummary": true }
            """);
        var row = new ListRow("3", "\"x,1\"", null, json.RootElement.EnumerateObject().ToDictionary(p => p.Name, p => p.Value));
        var findings = new List<Finding>();

        var exported = Assert.Single(CsvRows.Read(FileText.Decode(CsvExport.Write(list, [row], Stockholm)), list, findings));
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

    private static IReadOnlyList<ListRow> Rows(string text, out List<Finding> findings)
    {
        findings = [];
        return CsvRows.Read(text, Incidents, findings);
    }

    private static ListRow Row(string id, params (string Name, string Text)[] cells) =>
        new(id, null, null, cells.ToDictionary(c => c.Name, c => JsonSerializer.SerializeToElement(c.Text)));
}
