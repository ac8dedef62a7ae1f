using System.IO.Compression;

namespace SpLg.Tests.Files;

/// <summary>Workbooks as people keep them beside a list.</summary>
public sealed class WorkbookTableTests
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static readonly ListSchema Incidents = ShippedFiles.Schema().List(Incident.List);

    /// <summary>Styles by place: a number, a day, a day of an own format, a share.</summary>
    private const string Styles = $"""
        <styleSheet xmlns="{Main}"><numFmts count="2">
        <numFmt numFmtId="164" formatCode="[$-41D]åååå\-mm\-dd;@"/><numFmt numFmtId="165" formatCode="0.0&quot; dagar&quot;"/></numFmts>
        <cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs>
        <cellXfs count="5"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="9"/><xf numFmtId="165"/></cellXfs>
        </styleSheet>
        """;

    [Fact]
    public void Shared_inline_and_computed_words_days_numbers_and_answers_are_read_as_they_are_shown()
    {
        var table = Read(
            """
            <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>Inträffade</t></is></c>
            <c r="D1" t="inlineStr"><is><t>Upptäcktes</t></is></c><c r="E1" t="inlineStr"><is><t>Personuppgiftsincident</t></is></c>
            <c r="F1" t="inlineStr"><is><t>År</t></is></c><c r="G1" t="inlineStr"><is><t>Annat</t></is></c></row>
            <row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2" t="str"><f>A1&amp;"x"</f><v>Dataskydd</v></c><c r="C2" s="1"><v>46036</v></c>
            <c r="D2" s="2"><f>C2+0.5</f><v>46036.5</v></c><c r="E2" t="b"><v>1</v></c><c r="F2"><v>2026</v></c>
            <c r="G2" s="3"><v>0.755</v></c></row>
            <row r="4"><c r="A4" t="e"><f>X1</f><v>#REF!</v></c><c r="C4"><v>46036</v></c><c r="D4"><f>NOW()</f></c>
            <c r="G4" s="4"><v>0.30000000000000004</v></c></row>
            """,
            """
            <si><t>Rubrik</t></si><si><r><t>T</t></r><r><t>yp</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si>
            <si><t xml:space="preserve">Brand_x000D_
            i  källaren</t></si>
            """
        )!;

        Assert.Equal(
            ["Rubrik", "Typ", "Inträffade", "Upptäcktes", "Personuppgiftsincident", "År", "Annat"],
            table.Header
        );
        Assert.Equal(
            ["Brand\r\ni  källaren", "Dataskydd", "2026-01-14", "2026-01-14T12:00:00", "Ja", "2026", "75,5%"],
            table.Rows[0].Cells.Select(c => c.Replace("\r\n            ", "\r\n", StringComparison.Ordinal))
        );
        Assert.Equal(
            (4, "#REF!", "2026-01-14", "0,3"),
            (table.Rows[1].Line, table.Rows[1].Cells[0], table.Rows[1].Cells[2], table.Rows[1].Cells[6])
        );
        Assert.Contains("formel som inte har räknats ut", Assert.Single(table.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void A_merged_value_is_that_of_each_row_and_hidden_rows_are_rows_and_both_are_told()
    {
        var table = Read(
            """
            <row r="1"><c r="A1" t="inlineStr"><is><t>Incidenter 2026</t></is></c></row>
            <row r="3"><c r="A3" t="inlineStr"><is><t>Typ</t></is></c><c r="B3" t="inlineStr"><is><t>Vad</t></is></c></row>
            <row r="4"><c r="B4" t="inlineStr"><is><t>Rubrik</t></is></c><c r="C4" t="inlineStr"><is><t>År</t></is></c></row>
            <row r="5"><c r="A5" t="inlineStr"><is><t>Dataskydd</t></is></c><c r="B5" t="inlineStr"><is><t>Brand</t></is></c></row>
            <row r="6" hidden="1"><c r="B6" t="inlineStr"><is><t>Stöld</t></is></c></row>
            """,
            more: """<mergeCells><mergeCell ref="A1:D1"/><mergeCell ref="A3:A4"/><mergeCell ref="A5:A6"/></mergeCells>"""
        )!;

        Assert.Equal(["Typ", "Rubrik", "År"], table.Header);
        Assert.Equal(
            [(5, "Dataskydd Brand"), (6, "Dataskydd Stöld")],
            table.Rows.Select(r => (r.Line, string.Join(' ', r.Cells)))
        );
        Assert.Equal(2, table.Above);
        Assert.Equal(2, table.Notes.Count);
    }

    [Theory]
    [InlineData("1.234", "1,2340")]
    [InlineData("612", "612")]
    [InlineData("12.5", "12,5")]
    [InlineData("1E+3", "1000")]
    public void A_number_has_one_meaning_however_many_decimals_it_has(string kept, string expected)
    {
        var table = Read(
            $"""
            <row><c t="inlineStr"><is><t>År</t></is></c></row><row><c><v>{kept}</v></c></row>
            """
        )!;

        Assert.Equal(expected, table.Rows[0].Cells[0]);
    }

    [Fact]
    public void Days_are_counted_from_where_the_workbook_counts_them()
    {
        const string rows =
            """<row><c t="inlineStr"><is><t>Inträffade</t></is></c></row><row><c s="1"><v>44574</v></c></row>""";

        Assert.Equal("2026-01-14", Read(rows, properties: "<workbookPr date1904=\"1\"/>")!.Rows[0].Cells[0]);
    }

    [Fact]
    public void The_sheet_of_the_lists_name_is_read_before_others_and_a_hidden_one_never()
    {
        string Sheet(string word) =>
            $"""<row><c t="inlineStr"><is><t>Rubrik</t></is></c></row><row><c t="inlineStr"><is><t>{word}</t></is></c></row>""";
        var file = Book([
            ("Incidents", "hidden", Sheet("dold")),
            ("Blad1", "", Sheet("annan")),
            ("incidenter", "", Sheet("rätt")),
        ]);

        Assert.Equal("rätt", Table(file)!.Rows[0].Cells[0]);
        Assert.Null(Table(Book([("Incidenter", "veryHidden", Sheet("dold"))])));
    }

    [Theory]
    [InlineData("PK")]
    [InlineData("")]
    public void What_is_no_workbook_is_told_as_none(string content)
    {
        var fault = Assert.Throws<InvalidDataException>(() => Table(Encoding.UTF8.GetBytes(content)));

        Assert.Contains("går inte att läsa som kalkylblad", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_workbook_larger_than_is_read_is_refused_before_it_fills_the_memory()
    {
        var wide = string.Concat(Enumerable.Repeat("<c><v>1</v></c>", 2_000));
        Assert.Throws<InvalidDataException>(() => Read($"<row>{wide}</row>"));
        var many = string.Concat(Enumerable.Repeat("<row><c><v>1</v></c></row>", RowFolder.MostRows + 1));
        Assert.Throws<InvalidDataException>(() => Read(many));
        Assert.Throws<InvalidDataException>(() =>
            Read("<row/>", $"<si><t>{new string('x', RowFolder.LongestCell + 1)}</t></si>")
        );
    }

    [Fact]
    public void A_merged_value_makes_no_row_of_one_that_has_nothing_of_its_own()
    {
        var table = Read(
            $"""
            <row r="1">{Words("Typ")}{Words("Rubrik")}</row><row r="2">{Words("Dataskydd")}{Words("Brand")}</row>
            <row r="3"><c r="A3" s="1"/><c r="B3" s="1"/></row><row r="4"><c r="B4"><v>7</v></c></row>
            """,
            more: """<mergeCells><mergeCell ref="A2:A4"/></mergeCells>"""
        )!;

        Assert.Equal(
            [(2, "Dataskydd Brand"), (4, "Dataskydd 7")],
            table.Rows.Select(r => (r.Line, string.Join(' ', r.Cells)))
        );
    }

    [Theory]
    [InlineData("<row><c t=\"s\"><v>1</v></c></row>")]
    [InlineData("<row r=\"1048577\"><c><v>1</v></c></row>")]
    [InlineData("<row r=\"2147483647\"><c><v>1</v></c></row><row r=\"5\"/><row r=\"5\"/>")]
    public void A_text_or_a_row_that_cannot_be_is_a_fault_of_the_file(string rows) =>
        Assert.Throws<InvalidDataException>(() => Read(rows, "<si><t>Rubrik</t></si>"));

    [Fact]
    public void Cells_that_stand_far_apart_count_with_what_lies_between_them()
    {
        var sparse = string.Concat(
            Enumerable.Range(1, 1_100).Select(r => $"<row r=\"{r}\"><c r=\"ALL{r}\"><v>1</v></c></row>")
        );
        Assert.Throws<InvalidDataException>(() => Read(sparse));
        var rows = string.Concat(Enumerable.Range(2, 1_100).Select(r => $"<row r=\"{r}\"><c><v>1</v></c></row>"));
        Assert.Throws<InvalidDataException>(() =>
            Read(
                $"<row r=\"1\"><c r=\"ALL1\"><v>1</v></c></row>{rows}",
                more: "<mergeCells><mergeCell ref=\"ALL1:ALL2000\"/></mergeCells>"
            )
        );
    }

    [Fact]
    public void Cells_and_rows_that_have_only_a_look_are_none_wherever_they_stand()
    {
        var look = string.Concat(Enumerable.Repeat("<row><c r=\"XFD1\" s=\"1\"/></row>", RowFolder.MostRows + 1));

        var table = Read($"<row><c s=\"1\"/>{Words("Rubrik")}</row><row><c s=\"1\"/>{Words("Brand")}</row>{look}")!;

        Assert.Equal(["", "Brand"], Assert.Single(table.Rows).Cells);
    }

    [Theory]
    [InlineData("<c s=\"1\"><v>46036.354166666664</v></c>", "2026-01-14T08:30:00")]
    [InlineData("<c><v>2026</v></c>", "2026")]
    [InlineData("<c><v>46036</v></c>", "2026-01-14")]
    public void A_day_is_read_to_the_second_and_a_year_is_none(string cell, string expected) =>
        Assert.Equal(expected, Read($"<row>{Words("Inträffade")}</row><row>{cell}</row>")!.Rows[0].Cells[0]);

    [Fact]
    public void A_day_after_the_last_one_stays_the_number_it_is()
    {
        var table = Read(
            $"<row>{Words("Inträffade")}</row><row><c s=\"1\"><v>2958465</v></c></row>",
            properties: "<workbookPr date1904=\"1\"/>"
        )!;

        Assert.Equal("2958465", table.Rows[0].Cells[0]);
    }

    [Fact]
    public void A_format_longer_than_Excel_takes_is_none() =>
        Assert.Equal(NumberLook.Plain, NumberLooks.Of(new string('y', 256)));

    [Fact]
    public void A_formula_that_gives_no_letters_is_computed_and_one_of_each_is_told_of_as_one()
    {
        const string empty = "<c t=\"str\"><f>X1</f><v></v></c>";
        var table = Read(
            $"<row>{Words("Rubrik")}</row><row hidden=\"1\">{Words("Brand")}{empty}<c><f>X1</f></c></row>"
        )!;

        Assert.Equal(
            [
                "1\u00a0rad i kalkylbladet är dold och läses ändå. Ta bort den om den inte gäller.",
                "1\u00a0cell i kalkylbladet har en formel som inte har räknats ut, och läses som tom. Öppna och spara filen i Excel.",
            ],
            table.Notes
        );
    }

    [Fact]
    public void Advice_about_delimiters_and_quotes_is_given_to_nobody_who_has_a_workbook()
    {
        var findings = new FileFindings();
        CsvRows.TryRead(Read($"<row>{Words("Annat")}</row><row>{Words("x")}</row>"), Incidents, findings);
        CsvRows.TryRead(Read($"<row>{Words("Rubrik")}</row><row>{Words("x")}{Words("y")}</row>"), Incidents, findings);

        Assert.Contains(findings, f => f.Message.Contains("i var sin cell", StringComparison.Ordinal));
        Assert.Contains(findings, f => f.Message.Contains("en rubrik över varje kolumn", StringComparison.Ordinal));
        Assert.DoesNotContain(
            findings,
            f =>
                f.Message.Contains("semikolon", StringComparison.Ordinal)
                || f.Message.Contains("citattecken", StringComparison.Ordinal)
        );
    }

    private static string Words(string words) => $"<c t=\"inlineStr\"><is><t>{words}</t></is></c>";

    private static CsvTable? Read(string rows, string? shared = null, string more = "", string properties = "") =>
        Table(Book([("Blad1", "", rows)], shared, more, properties));

    private static CsvTable? Table(byte[] file) => WorkbookTable.Read(file, Incidents, new ColumnNames(Incidents));

    private static byte[] Book(
        IReadOnlyList<(string Name, string State, string Rows)> sheets,
        string? shared = null,
        string more = "",
        string properties = ""
    )
    {
        using var output = new MemoryStream();
        using (var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            void Put(string name, string content)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(content);
            }
            Put(
                "xl/workbook.xml",
                $"<workbook xmlns=\"{Main}\" xmlns:x=\"{Office}\">{properties}<sheets>"
                    + string.Concat(
                        sheets.Select(
                            (s, i) =>
                                $"<sheet name=\"{s.Name}\" sheetId=\"{i + 1}\" x:id=\"r{i}\""
                                + $"{(s.State.Length > 0 ? $" state=\"{s.State}\"" : "")}/>"
                        )
                    )
                    + "</sheets></workbook>"
            );
            Put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                    + string.Concat(
                        sheets.Select(
                            (_, i) => $"<Relationship Id=\"r{i}\" Type=\"x\" Target=\"worksheets/sheet{i}.xml\"/>"
                        )
                    )
                    + "<Relationship Id=\"s\" Type=\"x/styles\" Target=\"/XL/Styles.xml\"/>"
                    + (
                        shared is null
                            ? ""
                            : "<Relationship Id=\"t\" Type=\"x/sharedStrings\" Target=\"words\\one.xml\"/>"
                    )
                    + "</Relationships>"
            );
            Put("xl\\styles.xml", Styles);
            if (shared is not null)
                Put("xl/Words/one.xml", $"<sst xmlns=\"{Main}\">{shared}</sst>");
            for (var i = 0; i < sheets.Count; i++)
                Put(
                    $"xl/worksheets/sheet{i}.xml",
                    $"<worksheet xmlns=\"{Main}\"><sheetData>{sheets[i].Rows}</sheetData>{more}</worksheet>"
                );
        }
        return output.ToArray();
    }
}
