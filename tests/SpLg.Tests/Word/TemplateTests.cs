using static SpLg.Tests.Word.TestDocx;

namespace SpLg.Tests.Word;

public class TemplateTests
{
    private static readonly Sample Two = new(Rows: [new("Strömavbrott", 2), new("Nätfiske", 1234567)]);

    [Fact]
    public void A_field_is_replaced_and_the_text_around_it_stays() =>
        Assert.Equal(
            ["Om Miljöförvaltningen: 1\u00a0234,5 kr"],
            Lines(Fill(P("Om {{Organisation}}: {{Belopp}} kr"), new()))
        );

    [Theory]
    [InlineData("{{ORGANISATION}}")]
    [InlineData("{{ Organi\u00adsation\u00a0}}")]
    [InlineData("{{Enhet.Namn}}")]
    [InlineData("{{ISAM:s rekommendation}}")]
    [InlineData("{{Belopp:0,00}}", "1\u00a0234,50")]
    [InlineData("{{Belopp : procent}}", "123\u00a0450\u00a0%")]
    [InlineData("{{Fastställd}}", "2026-03-01")]
    [InlineData("{{Fastställd:långt}}", "1 mars 2026")]
    [InlineData("{{Fastställd:månad år}}", "mars 2026")]
    [InlineData("{{Godkänd}}", "Nej")]
    [InlineData("{{Godkänd:finns/saknas}}", "saknas")]
    [InlineData("{{Organisation:versaler}}", "MILJÖFÖRVALTNINGEN")]
    [InlineData("{{Incidenter:antal}}", "2")]
    public void A_name_may_be_typed_as_people_type_and_take_a_format(
        string typed,
        string expected = "Miljöförvaltningen"
    ) => Assert.Equal([expected], Lines(Fill(P(typed), Two with { Day = new(2026, 3, 1) })));

    [Fact]
    public void An_expression_spread_over_runs_marks_and_a_tracked_insertion_is_one_and_keeps_its_first_formatting()
    {
        var body =
            "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>A {</w:t></w:r><w:proofErr "
            + "w:type=\"spellStart\"/><w:r><w:t>{Organi</w:t></w:r><w:bookmarkStart w:id=\"7\" w:name=\"x\"/>"
            + "<w:ins w:id=\"3\" w:author=\"a\" "
            + "w:date=\"2026-01-01T00:00:00Z\"><w:r><w:t>sat</w:t></w:r></w:ins><w:bookmarkEnd "
            + "w:id=\"7\"/><w:r><w:t>ion}} B</w:t></w:r></w:p>";
        var filled = Fill(body, new());
        Assert.Equal(["A Miljöförvaltningen B"], Lines(filled));
        Assert.Contains(
            "<w:r><w:rPr><w:b /></w:rPr><w:t>Miljöförvaltningen</w:t></w:r>",
            BodyXml(filled),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_table_row_repeats_for_each_row_and_the_header_row_stays()
    {
        var filled = Fill(
            Table(2, HeaderRow("Titel", "Antal"), Row("{{Incidenter.Titel}}", "{{Incidenter.Antal}}")),
            Two
        );
        Assert.Equal(
            [
                ["Titel", "Antal"],
                ["Strömavbrott", "2"],
                ["Nätfiske", "1\u00a0234\u00a0567"],
            ],
            Rows(filled)
        );
        Assert.Contains("w:tblHeader", BodyXml(filled), StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_next_to_each_other_repeat_together_and_an_inner_list_repeats_within()
    {
        var data = new Sample(Rows: [new("A", Items: [new("1"), new("2")]), new("B"), new("C", Items: [new("3")])]);
        var filled = Fill(
            Table(2, Row("{{Incidenter.Titel}}", "x"), Row("{{Incidenter.Punkter.Text}}", "{{Incidenter.Titel}}")),
            data
        );
        Assert.Equal(
            [
                ["A", "x"],
                ["1", "A"],
                ["2", "A"],
                ["B", "x"],
                ["C", "x"],
                ["3", "C"],
            ],
            Rows(filled)
        );
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1000)]
    public void Any_number_of_rows_gives_a_valid_table(int count)
    {
        var data = new Sample(Rows: [.. Enumerable.Range(0, count).Select(i => new SampleRow($"Rad {i}", i))]);
        Assert.Equal(count, Rows(Fill(Table(1, Row("{{Incidenter.Titel}}")), data)).Length);
        Assert.Equal(count + 1, Rows(Fill(Table(1, HeaderRow("Titel"), Row("{{Incidenter.Titel}}")), data)).Length);
    }

    [Fact]
    public void A_paragraph_repeats_as_bullets() =>
        Assert.Equal(
            ["Före", "Strömavbrott (2)", "Nätfiske (1\u00a0234\u00a0567)", "Efter"],
            Lines(Fill(P("Före") + Bullet("{{Incidenter.Titel}} ({{Incidenter.Antal}})") + P("Efter"), Two))
        );

    [Fact]
    public void A_block_repeats_headings_and_tables_and_names_are_found_innermost_first()
    {
        var body =
            P("{{#Incidenter}}")
            + P("{{Titel}}", "Heading2")
            + Table(1, Row("{{Punkter.Text}} i {{Titel}} hos {{Organisation}}"))
            + P("{{/Incidenter}}");
        var filled = Fill(body, new(Rows: [new("A", Items: [new("1"), new("2")]), new("B", Items: [new("3")])]));
        Assert.Equal(
            ["A", "1 i A hos Miljöförvaltningen", "2 i A hos Miljöförvaltningen", "B", "3 i B hos Miljöförvaltningen"],
            Lines(filled)
        );
    }

    [Fact]
    public void Tables_that_repeat_side_by_side_do_not_grow_together() =>
        Assert.Equal(
            1,
            BodyXml(Fill(P("{{#Incidenter}}") + Table(1, Row("{{Titel}}")) + P("{{/Incidenter}}"), Two))
                .Split("</w:tbl><w:p")
                .Length - 1
        );

    [Theory]
    [InlineData("Godkänd", false)]
    [InlineData("inte Godkänd", true)]
    [InlineData("Organisation = ”miljöförvaltningen”", true)]
    [InlineData("Organisation <> \"Miljöförvaltningen\"", false)]
    [InlineData("Belopp > 1 000,5", true)]
    [InlineData("Belopp <= 1234,5", true)]
    [InlineData("Incidenter", true)]
    [InlineData("Incidenter > 2", false)]
    [InlineData("Omvärld och uppdrag", false)]
    [InlineData("inte Omvärld och uppdrag och Incidenter", true)]
    [InlineData("Godkänd och Incidenter eller Belopp = 1234,5", true)]
    [InlineData("Godkänd = nej", true)]
    [InlineData("Fastställd < 2026-01-01", false)]
    [InlineData("Organisation = \"a och b\" eller Godkänd", false)]
    public void A_condition_chooses_what_is_written(string condition, bool expected) =>
        Assert.Equal(
            [expected ? "sant" : "falskt"],
            Lines(
                Fill(
                    P("{{#om " + condition.Replace("<", "&lt;", StringComparison.Ordinal) + "}}")
                        + P("sant")
                        + P("{{annars}}")
                        + P("falskt")
                        + P("{{/om}}"),
                    Two
                )
            )
        );

    [Fact]
    public void Marker_rows_and_markers_in_a_cell_work_like_marker_paragraphs()
    {
        var cell = P("{{#Punkter}}") + P("{{Text}}") + P("{{/Punkter}}");
        var body = Table(
            2,
            Row("{{#Incidenter}}", ""),
            Row("{{Titel}}", cell),
            Row("{{/Incidenter}}", ""),
            Row("{{#om Godkänd}}", ""),
            Row("ja", ""),
            Row("{{annars}}", ""),
            Row("nej", ""),
            Row("{{/om}}", "")
        );
        Assert.Equal(
            [
                ["A", "1|2"],
                ["B", ""],
                ["nej", ""],
            ],
            Rows(Fill(body, new(Rows: [new("A", Items: [new("1"), new("2")]), new("B")])))
        );
    }

    [Fact]
    public void Characters_that_XML_or_Word_care_about_come_through_or_are_left_out()
    {
        var nasty = "<w:t>&\"'</w:t> {{Belopp}} \u0001\ud800å\ufffe😀\r\nrad\ttabb";
        Assert.Equal(["<w:t>&\"'</w:t> {{Belopp}} å😀\nrad\ttabb"], Lines(Fill(P("{{Organisation}}"), new(nasty))));
    }

    [Fact]
    public void A_very_long_text_is_written_whole()
    {
        var text = string.Concat(Enumerable.Range(0, 30_000).Select(i => "åäö&😀x"[i % 5]));
        Assert.Equal(
            text.Replace("\ud83d", "", StringComparison.Ordinal),
            Lines(Fill(P("{{Organisation}}"), new(text)))[0]
        );
    }

    [Fact]
    public void Headers_text_boxes_and_the_title_are_filled()
    {
        var box =
            "<w:p><w:r><w:pict><v:shape style=\"width:100pt;height:20pt\"><v:textbox><w:txbxContent>"
            + P("I rutan {{Organisation}}")
            + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>";
        var filled = Fill(box, new(), Create(box, P("Topp {{Organisation}}"), "Genomgång {{Organisation}}"));
        Assert.Contains("I rutan Miljöförvaltningen", Lines(filled));
        using var document = DocumentFormat.OpenXml.Packaging.WordprocessingDocument.Open(
            new MemoryStream(filled),
            false
        );
        Assert.Equal("Topp Miljöförvaltningen", document.MainDocumentPart!.HeaderParts.Single().Header.InnerText);
        Assert.Equal("Genomgång Miljöförvaltningen", document.PackageProperties.Title);
    }

    [Fact]
    public void A_table_of_contents_links_to_each_heading_and_asks_nothing_on_opening()
    {
        var body =
            P("{{Innehållsförteckning}}")
            + P("Inledning hos {{Organisation}}", "Heading1")
            + P("{{#Incidenter}}")
            + P("{{Titel}}", "Heading2")
            + P("{{/Incidenter}}")
            + P("{{#om Godkänd}}")
            + P("Borta", "Heading1")
            + P("{{/om}}");
        var filled = Fill(body, Two);
        Assert.Equal(["Inledning hos Miljöförvaltningen", "Strömavbrott", "Nätfiske"], Lines(filled).Take(3));
        using var document = DocumentFormat.OpenXml.Packaging.WordprocessingDocument.Open(
            new MemoryStream(filled),
            false
        );
        var main = document.MainDocumentPart!.Document;
        var bookmarks = main.Descendants<DocumentFormat.OpenXml.Wordprocessing.BookmarkStart>()
            .Select(b => b.Name!.Value!)
            .Where(n => n.StartsWith("_Toc", StringComparison.Ordinal))
            .ToList();
        Assert.Equal(3, bookmarks.Count);
        Assert.Equal(
            bookmarks,
            main.Descendants<DocumentFormat.OpenXml.Wordprocessing.Hyperlink>().Select(h => h.Anchor!.Value)
        );
        Assert.DoesNotContain("dirty", main.OuterXml, StringComparison.Ordinal);
    }

    private static byte[] Fill(string body, Sample data, byte[]? docx = null)
    {
        var template = Template.Compile(docx ?? Create(body), "mall.docx", Sample.Fields);
        Assert.Empty(template.Findings);
        var filled = template.Fill(data);
        AssertValid(filled);
        AssertSame(filled, template.Fill(data));
        var again = Template.Compile(filled, "mall.docx", Sample.Fields);
        Assert.Empty(again.Findings);
        Assert.Empty(again.EditedBlocks);
        AssertSame(filled, again.Fill(data));
        return filled;
    }
}
