using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using static SpLg.Tests.Word.TestDocx;

namespace SpLg.Tests.Word;

public class RichTextTests
{
    private const string Note =
        "<div class=\"ExternalClass\"><h2>Rubrik</h2><p>Ett <strong>fett</strong> &amp; "
        + "<em>lutat</em>&#160;ord<br>ny rad</p><ul><li>Punkt<ul><li>Inre</li></ul></li></ul>"
        + "<ol><li>Första</li><li>Andra</li></ol><script>alert(1)</script><style>p{}</style><!-- <b>bort</b> "
        + "--><table><tr><td>A</td><td>B</td></tr></table>"
        + "<img src=\"x\" alt=\"En bild\"> <a href=\"https://example.org/\">länk</a> 3 < 4</div>";

    [Fact]
    public void A_note_alone_in_a_paragraph_becomes_paragraphs_lists_and_formatted_runs()
    {
        var filled = Fill(P("{{Sammanfattning}}"));
        Assert.Equal(
            [
                "Rubrik",
                "Ett fett & lutat\u00a0ord\nny rad",
                "Punkt",
                "Inre",
                "1.\tFörsta",
                "2.\tAndra",
                "A",
                "B",
                "En bild länk 3 < 4",
            ],
            Lines(filled)
        );
        var xml = BodyXml(filled);
        Assert.Contains("<w:rPr><w:b /></w:rPr><w:t xml:space=\"preserve\">fett</w:t>", xml, StringComparison.Ordinal);
        Assert.Contains("<w:pStyle w:val=\"ListBullet\" />", xml, StringComparison.Ordinal);
        Assert.DoesNotContain("alert", xml, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "<p>Synligt <span style=\"color:red; display: none\">dolt <span>inre</span> dolt</span>också</p>",
        "Synligt också"
    )]
    [InlineData("<p>Synligt <b hidden>dolt</b>också<img style='display:none' alt='dolt'></p>", "Synligt också")]
    [InlineData("<p>Synligt <span style=\"mso-hide:all\">dolt</span>också</p>", "Synligt också")]
    [InlineData("<p>Synligt <span style=\"display:none\">utan slut</p>", "Synligt")]
    [InlineData("<p>Synligt <span style=\"display:inline\">också</span></p>", "Synligt också")]
    public void What_is_hidden_in_a_note_stays_out_of_the_document(string html, string expected) =>
        Assert.Equal([expected], Lines(Fill(P("{{Sammanfattning}}"), html)));

    [Fact]
    public void A_note_among_other_words_is_only_its_words() =>
        Assert.StartsWith(
            "Kort: Rubrik\nEtt fett & lutat\u00a0ord\nny rad\n• Punkt",
            Lines(Fill(P("Kort: {{Sammanfattning}}")))[0],
            StringComparison.Ordinal
        );

    [Fact]
    public void A_note_among_other_words_keeps_its_formatting_and_links()
    {
        var filled = Fill(
            P("Källa: {{Sammanfattning}}."),
            "<div><a href=\"https://exempel.se/lista?a=1&amp;b=2\">Listan <b>Incidenter</b></a> och <a "
                + "href=\"javascript:alert(1)\">inget</a></div>"
        );
        Assert.Equal(["Källa: Listan Incidenter och inget."], Lines(filled));
        using var document = WordprocessingDocument.Open(new MemoryStream(filled), isEditable: false);
        var link = Assert.Single(document.MainDocumentPart!.Document.Descendants<Hyperlink>());
        Assert.Equal("Listan Incidenter", link.InnerText);
        Assert.Equal(
            "https://exempel.se/lista?a=1&b=2",
            Assert.Single(document.MainDocumentPart.HyperlinkRelationships).Uri.OriginalString
        );
        Assert.Equal(["Incidenter"], link.Descendants<Bold>().Select(b => b.Ancestors<Run>().First().InnerText));
        Assert.Contains(
            "<w:color w:val=\"0563C1\" /><w:u w:val=\"single\" />",
            link.OuterXml,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_paragraph_of_its_own_keeps_its_style_and_its_links()
    {
        var filled = Fill(
            P("{{Sammanfattning}}", "Heading3"),
            "<p>Se <a href=\"mailto:a@exempel.se\">a@exempel.se</a></p>"
        );
        using var document = WordprocessingDocument.Open(new MemoryStream(filled), isEditable: false);
        var paragraph = document.MainDocumentPart!.Document.Descendants<Paragraph>().First(p => p.InnerText.Length > 0);
        Assert.Equal("Heading3", paragraph.ParagraphProperties!.ParagraphStyleId!.Val!.Value);
        Assert.Equal("a@exempel.se", Assert.Single(paragraph.Descendants<Hyperlink>()).InnerText);
    }

    [Theory]
    [InlineData(
        "<table><tr><th>A</th><th>B</th></tr><tr><td>1<ul><li>x</li></ul></td><td>2</td></tr></table>",
        "A;B|1/x;2"
    )]
    [InlineData(
        "<table><caption>Rubrik</caption><tbody><tr><td "
            + "rowspan=2>A</td><td>B</td></tr><tr><td>C</td></tr><tr><td colspan=\"2\">D</td></tr></tbody></table>",
        "A;B|;C|D;"
    )]
    [InlineData(
        "<table><tr><td>A<table><tr><td>i</td><td>j</td></tr><tr><td>k</td></tr></table>efter</td><td>B</td></tr><tr><td>C",
        "A/i/j/k/efter;B|C;"
    )]
    [InlineData(
        "<table><tr><td>A<td>B<tr><td>C<td>D</table><table><tr><td>E<td>F<tr><td>G<td>H</table>",
        "A;B|C;D|E;F|G;H"
    )]
    public void A_table_in_a_note_is_a_real_table_with_a_header_row(string html, string expected)
    {
        var filled = Fill(P("{{Sammanfattning}}") + Table(1, Row("{{Sammanfattning}}")), html);
        using var document = WordprocessingDocument.Open(new MemoryStream(filled), isEditable: false);
        var tables = document
            .MainDocumentPart!.Document.Body!.Elements<SdtBlock>()
            .First()
            .Descendants<DocumentFormat.OpenXml.Wordprocessing.Table>()
            .ToList();
        var rows = tables
            .SelectMany(t => t.Elements<TableRow>())
            .Select(r =>
                string.Join(
                    ';',
                    r.Elements<TableCell>()
                        .Select(c => string.Join('/', c.Elements<Paragraph>().Select(p => p.InnerText.TrimStart('•'))))
                )
            );
        Assert.Equal(expected.Split('|'), rows);
        Assert.All(
            tables,
            t => Assert.NotNull(t.Elements<TableRow>().First().TableRowProperties?.GetFirstChild<TableHeader>())
        );
    }

    [Fact]
    public void A_table_among_other_words_is_a_line_for_each_row() =>
        Assert.Equal(
            ["Så: A\tB\n1\t2."],
            Lines(
                Fill(
                    P("Så: {{Sammanfattning}}."),
                    "<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>"
                )
            )
        );

    [Theory]
    [InlineData("<ul><li>", 3_000)]
    [InlineData("<table><tr><td>", 2_000)]
    [InlineData("<a href='https://exempel.se/'>x", 900)]
    [InlineData("<script>", 3_700)]
    [InlineData("<p hidden>x", 2_500)]
    [InlineData("<", 30_000)]
    [InlineData("<b>å<i>&amp;", 2_500)]
    public void What_is_never_closed_however_long_gives_a_valid_document(string piece, int times) =>
        Assert.NotEmpty(
            Parts(
                Fill(
                    P("{{Sammanfattning}}") + P("Om {{Sammanfattning}}"),
                    string.Concat(Enumerable.Repeat(piece, times)) + "slut"
                )
            )
        );

    [Fact]
    public void A_cell_with_an_empty_note_still_has_its_paragraph()
    {
        var filled = Template
            .Compile(Create(Table(1, Row("{{Incidenter.Titel}}", "{{Incidenter.Beskrivning}}"))), "m", Sample.Fields)
            .Fill(new Sample(Rows: [new("a"), new("b", Html: "<p>x</p><p>y</p>")]));
        AssertValid(filled);
        Assert.Equal(
            [
                ["a", ""],
                ["b", "x|y"],
            ],
            Rows(filled)
        );
    }

    [Theory]
    [InlineData("Gräns <medel och resten av texten", "Gräns <medel och resten av texten")]
    [InlineData("Se <b och c> samt a<b och x > y", "Se <b och c> samt a<b och x > y")]
    [InlineData("Rad ett\r\n\r\n  - rad <två>\nR&D", "Rad ett|  - rad <två>|R&D")]
    [InlineData("Slut <!-- utan slut", "Slut <!-- utan slut")]
    [InlineData("<p>Se <title> och <ingen tagg> samt <!-- bort -->kvar</p>", "Se och <ingen tagg> samt kvar")]
    [InlineData("<div>Utan &lt;b&gt; slut <p", "Utan <b> slut <p")]
    [InlineData(
        "<DIV CLASS=ExternalClass1><o:p></o:p><font color='red' size=2>Röd</font><input disabled><?xml:namespace prefix = o /></div>",
        "Röd"
    )]
    public void Only_markup_is_markup_and_text_without_any_keeps_its_lines(string html, string expected) =>
        Assert.Equal(expected.Split('|'), Lines(Fill(P("{{Sammanfattning}}"), html)));

    [Fact]
    public void Numbers_go_on_after_an_inner_list_and_an_item_has_one_mark() =>
        Assert.Equal(
            ["1.\ta", "x", "2.\tb", "mer", "1.\tc"],
            Lines(
                Fill(
                    P("{{Sammanfattning}}"),
                    "<ol><li>a<ul><li>x</li></ul></li><li><p>b</p><p>mer</p></li></ol><ol><li>c</li></ol>"
                )
            )
        );

    [Fact]
    public void An_emptied_note_counts_as_empty_and_a_note_equals_its_words()
    {
        var body =
            P("{{#om Sammanfattning}}")
            + P("finns")
            + P("{{/om}}")
            + P("{{#om Sammanfattning = \"klart\"}}")
            + P("lika")
            + P("{{/om}}");
        Assert.Empty(Lines(Fill(body, "<div class=\"ExternalClass1\"><p>\u200b</p><br></div>")));
        Assert.Equal(["finns", "lika"], Lines(Fill(body, "<div>Klart</div>")));
    }

    private static byte[] Fill(string body, string html = Note)
    {
        var template = Template.Compile(Create(body), "m", Sample.Fields);
        Assert.Empty(template.Findings);
        var data = new Sample(Rich: html);
        var filled = template.Fill(data);
        AssertValid(filled);
        AssertSame(filled, Template.Compile(filled, "m", Sample.Fields).Fill(data));
        return filled;
    }
}
