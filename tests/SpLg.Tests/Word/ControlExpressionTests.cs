using System.IO.Compression;
using System.Text.RegularExpressions;
using static SpLg.Tests.Word.TestDocx;

namespace SpLg.Tests.Word;

public class ControlExpressionTests
{
    private static readonly Sample Data = new(Approved: true, Rows: [new("Ett", 1), new("Två", 2)]);

    [Fact]
    public void A_text_control_in_a_paragraph_or_around_one_or_around_a_cell_is_filled_by_its_tag()
    {
        var body =
            "<w:p><w:r><w:t xml:space=\"preserve\">Hos </w:t></w:r>"
            + Control("{{Organisation}}", "<w:r><w:t>x</w:t></w:r>")
            + "</w:p>"
            + Control("{{Belopp:0,0}}", P("y", "Heading1"))
            + Table(1, "<w:tr>" + Control("{{Organisation}}", Cell("z")) + "</w:tr>");
        var filled = Fill(body);
        Assert.Equal(["Hos Miljöförvaltningen", "1\u00a0234,5", "Miljöförvaltningen"], Lines(filled));
        Assert.Contains("<w:pStyle w:val=\"Heading1\" />", BodyXml(filled), StringComparison.Ordinal);
    }

    [Fact]
    public void The_title_of_a_control_does_when_it_has_no_tag() =>
        Assert.Equal(
            ["Miljöförvaltningen"],
            Lines(
                Fill(
                    "<w:sdt><w:sdtPr><w:alias w:val=\"{{Organisation}}\"/></w:sdtPr><w:sdtContent>"
                        + P("x")
                        + "</w:sdtContent></w:sdt>"
                )
            )
        );

    [Fact]
    public void A_check_box_is_ticked_by_a_yes() =>
        Assert.Equal(
            ["☒"],
            Lines(
                Fill(
                    "<w:p>"
                        + Control(
                            "{{Godkänd}}",
                            "<w:r><w:t>☐</w:t></w:r>",
                            "<w14:checkbox><w14:checked w14:val=\"0\"/></w14:checkbox>"
                        )
                        + "</w:p>"
                )
            )
        );

    [Fact]
    public void A_control_around_rows_or_paragraphs_repeats_them_for_its_list()
    {
        var rows = Table(1, HeaderRow("Titel"), Control("{{Incidenter}}", Row("{{Titel}}")));
        Assert.Equal(
            [
                ["Titel"],
                ["Ett"],
                ["Två"],
            ],
            Rows(Fill(rows))
        );
        Assert.Equal(
            ["Ett", "1", "Två", "2"],
            Lines(Fill(Control("{{#Incidenter}}", P("{{Titel}}") + P("{{Antal}}"))))
        );
        Assert.Equal(["ja"], Lines(Fill(Control("{{#om Godkänd}}", P("ja") + P("{{annars}}") + P("nej")))));
    }

    [Fact]
    public void A_repeating_section_takes_its_first_item_as_the_pattern()
    {
        var item = "<w:sdt><w:sdtPr><w15:repeatingSectionItem/></w:sdtPr><w:sdtContent>";
        var section = Control(
            "{{Incidenter}}",
            item + Row("{{Titel}}") + "</w:sdtContent></w:sdt>" + item + Row("exempel") + "</w:sdtContent></w:sdt>",
            "<w15:repeatingSection/>"
        );
        Assert.Equal(
            [
                ["Ett"],
                ["Två"],
            ],
            Rows(Fill(Table(1, section)))
        );
    }

    [Fact]
    public void The_braces_of_a_tag_or_title_may_be_left_out()
    {
        Assert.Equal(["Miljöförvaltningen"], Lines(Fill(Control("enhet. namn", P("x")))));
        Assert.Equal(["1\u00a0234,5"], Lines(Fill(Control("Belopp:0,0", P("x")))));
        Assert.Equal(
            ["Miljöförvaltningen"],
            Lines(
                Fill(
                    "<w:sdt><w:sdtPr><w:alias w:val=\"Organisation\"/><w:tag w:val=\"4711\"/></w:sdtPr><w:sdtContent>"
                        + P("x")
                        + "</w:sdtContent></w:sdt>"
                )
            )
        );
        Assert.Equal(["slut"], Lines(Fill(Control("#om inte Godkänd", P("nej")) + P("slut"))));
        Assert.Equal(
            [
                ["Titel"],
                ["Ett"],
                ["Två"],
            ],
            Rows(Fill(Table(1, HeaderRow("Titel"), Control("Incidenter", Row("{{Titel}}")))))
        );
    }

    [Fact]
    public void A_control_within_a_list_is_filled_for_each_row()
    {
        Assert.Equal(["Ett", "Två"], Lines(Fill(Control("#Incidenter", Control("Titel", P("x"))))));
        Assert.Equal(
            ["Ett", "Två"],
            Lines(
                Fill(
                    P("{{#Incidenter}}")
                        + P("{{#om Antal > 0}}")
                        + Control("{{Titel}}", P("x"))
                        + P("{{/om}}")
                        + P("{{/Incidenter}}")
                )
            )
        );
        Assert.Equal(
            ["Ett", "Två"],
            Lines(Fill(P("{{#Incidenter}}") + Control("Titel", P("x")) + P("{{/Incidenter}}")))
        );
    }

    [Theory]
    [InlineData("Titel")]
    [InlineData("Organisatoin")]
    [InlineData("Organisation.Namn")]
    [InlineData("diarienummer.1")]
    public void A_tag_that_is_no_field_is_the_owners_own(string tag) =>
        Assert.Equal(["x", "1\u00a0234,5"], Lines(Fill(Control(tag, P("x")) + P("{{Belopp}}"))));

    [Theory]
    [InlineData("Enhet.Namm", "menade du ”Enhet.Namn”?")]
    [InlineData("Incidenter.Antall", "menade du ”Incidenter.Antal”?")]
    [InlineData("{{Organisatoin}}", "menade du ”Organisation”?")]
    [InlineData("#Incidentr", "menade du ”Incidenter”?")]
    public void A_wrong_tag_is_told_with_its_place(string tag, string expected)
    {
        var finding = Assert.Single(
            Template.Compile(Create(P("Läget", "Heading1") + Control(tag, P("x"))), "m", Sample.Fields).Findings
        );
        Assert.Contains(expected, finding.Message, StringComparison.Ordinal);
        Assert.Equal(("Läget", "stycke 2"), (finding.Heading, finding.Place));
    }

    [Fact]
    public void A_title_that_a_filling_wrote_is_no_expression_when_its_tag_and_bookmarks_are_gone()
    {
        var filled = Template.Compile(Create(P("{{Organisation}}") + P("{{Belopp}}")), "m", Sample.Fields).Fill(Data);
        var saved = Changed(
            filled,
            xml =>
            {
                var tag = xml.IndexOf("<w:tag ", StringComparison.Ordinal);
                xml = xml.Remove(tag, xml.IndexOf('>', tag) + 1 - tag);
                return Regex.Replace(xml, "<w:bookmark[^>]*>", "", RegexOptions.None, TimeSpan.FromSeconds(5));
            }
        );
        Assert.Equal(
            ["Miljöförvaltningen", "7"],
            Lines(Template.Compile(saved, "m", Sample.Fields).Fill(Data with { Name = "Annat", Amount = 7 }))
        );
    }

    private static byte[] Changed(byte[] docx, Func<string, string> change)
    {
        using var stream = new MemoryStream();
        stream.Write(docx);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.GetEntry("word/document.xml")!;
            string xml;
            using (var reader = new StreamReader(entry.Open()))
                xml = reader.ReadToEnd();
            Assert.NotEqual(xml, change(xml));
            entry.Delete();
            using var writer = new StreamWriter(zip.CreateEntry("word/document.xml").Open());
            writer.Write(change(xml));
        }
        return stream.ToArray();
    }

    private static string Control(string tag, string content, string more = "") =>
        $"<w:sdt><w:sdtPr><w:tag w:val=\"{tag}\"/>{more}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>";

    private static byte[] Fill(string body)
    {
        var template = Template.Compile(Create(body), "m", Sample.Fields);
        Assert.Empty(template.Findings);
        var filled = template.Fill(Data);
        AssertValid(filled);
        AssertSame(filled, Template.Compile(filled, "m", Sample.Fields).Fill(Data));
        return filled;
    }
}
