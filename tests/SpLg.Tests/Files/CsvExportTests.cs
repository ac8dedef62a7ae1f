using FsCheck;
using FsCheck.Fluent;

namespace SpLg.Tests.Files;

/// <summary>Files that are written, and read back.</summary>
public class CsvExportTests
{
    private static readonly SiteSchema Schema = ShippedFiles.Schema();
    private static readonly ListSchema Incidents = Schema.List(Incident.List);
    private static readonly TimeZoneInfo Stockholm = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

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

    private static IReadOnlyList<ListRow> Rows(string text, out FileFindings findings)
    {
        findings = [];
        return CsvRows.TryRead(text, Incidents, findings)!;
    }

    private static ListRow Row(string id, params (string Name, string Text)[] cells) =>
        new(id, null, null, cells.ToDictionary(c => c.Name, c => JsonSerializer.SerializeToElement(c.Text)));
}
