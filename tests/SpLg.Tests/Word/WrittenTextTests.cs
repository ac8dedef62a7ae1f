using DocumentFormat.OpenXml.Packaging;
using SpLg.Core.PersonalData;
using static SpLg.Tests.Word.TestDocx;

namespace SpLg.Tests.Word;

/// <summary>A number is planted where people and programs put words, and has to be seen there.</summary>
public sealed class WrittenTextTests
{
    private const string Number = "811228-9874";
    private const string Drawing = "http://schemas.openxmlformats.org/drawingml/2006/main";

    [Theory]
    [InlineData("<w:p><w:r><w:t>811228-9874</w:t></w:r></w:p>", "brödtexten")]
    [InlineData(
        "<w:p><w:r><w:t>8112</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>28-98</w:t></w:r><w:r><w:t>74</w:t></w:r></w:p>",
        "brödtexten"
    )]
    [InlineData("<w:p><w:r><w:t>811228</w:t><w:br/><w:t>9874</w:t></w:r></w:p>", "brödtexten")]
    [InlineData("<w:p><w:r><w:t>811228</w:t><w:noBreakHyphen/><w:t>9874</w:t></w:r></w:p>", "brödtexten")]
    [InlineData(
        "<w:p><w:r><w:t>81</w:t><w:softHyphen/><w:t>1228</w:t><w:sym w:font=\"Symbol\" w:char=\"F02D\"/><w:t>9874</w:t></w:r></w:p>",
        "brödtexten"
    )]
    [InlineData("<w:p><w:r><w:t>８１１２２８－９８７４</w:t></w:r></w:p>", "brödtexten")]
    [InlineData("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>811228-9874</w:t></w:r></w:p>", "dold")]
    [InlineData(
        "<w:p><w:r><w:t>811228</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t> x </w:t></w:r><w:r><w:t>-9874</w:t></w:r></w:p>",
        "brödtexten"
    )]
    [InlineData(
        "<w:p><w:del w:id=\"1\" w:author=\"A\"><w:r><w:delText>811228-9874</w:delText></w:r></w:del></w:p>",
        "struken"
    )]
    [InlineData(
        "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>QUOTE "
            + "\"811228-9874\"</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>",
        "fältkod"
    )]
    [InlineData(
        "<w:p><w:fldSimple w:instr=\"QUOTE 811228-9874\"><w:r><w:t>x</w:t></w:r></w:fldSimple></w:p>",
        "beskrivning"
    )]
    [InlineData(
        "<w:p><w:bookmarkStart w:id=\"9\" w:name=\"nr811228-9874\"/><w:bookmarkEnd w:id=\"9\"/></w:p>",
        "dolt namn"
    )]
    [InlineData(
        "<w:sdt><w:sdtPr><w:alias w:val=\"811228-9874\"/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>",
        "dolt namn"
    )]
    [InlineData(
        "<w:p><w:hyperlink w:anchor=\"x\" w:tooltip=\"811228-9874\"><w:r><w:t>x</w:t></w:r></w:hyperlink></w:p>",
        "beskrivning"
    )]
    [InlineData(
        "<w:p><w:r><w:pict><v:shape "
            + "alt=\"811228-9874\"><v:textbox><w:txbxContent><w:p><w:r><w:t>x</w:t></w:r></w:p></w:txbxContent>"
            + "</v:textbox></v:shape></w:pict></w:r></w:p>",
        "beskrivning"
    )]
    [InlineData(
        "<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>811228-9874</w:t></w:r></w:p>"
            + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>",
        "brödtexten"
    )]
    [InlineData(
        "<w:p><w:r><w:pict><v:shape><v:textpath string=\"811228-9874\"/></v:shape></w:pict></w:r></w:p>",
        "beskrivning"
    )]
    [InlineData(
        "<w:p><w:r><w:drawing><wp:inline><wp:docPr id=\"1\" name=\"B\" descr=\"811228-9874\"/><x:p xmlns:x=\""
            + Drawing
            + "\"/></wp:inline></w:drawing></w:r></w:p>",
        "beskrivning"
    )]
    [InlineData(
        "<w:p><w:r><w:drawing><x:p xmlns:x=\""
            + Drawing
            + "\"><x:r><x:t>8112</x:t></x:r><x:r><x:t>28-9874</x:t></x:r></x:p></w:drawing></w:r></w:p>",
        "brödtexten"
    )]
    [InlineData(
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>811228</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>-9874</w:t></w:r>"
            + "</w:p></w:tc></w:tr></w:tbl>",
        "brödtexten"
    )]
    public void A_number_anywhere_in_the_body_is_seen(string body, string where) =>
        Assert.Contains(where, Found(Create(body)), StringComparison.Ordinal);

    [Theory]
    [InlineData("link", "adressen till en länk")]
    [InlineData("unused link", "adressen till en länk")]
    [InlineData("property", "filens egenskaper")]
    [InlineData("own property", "filens egenskaper")]
    [InlineData("comment", "en kommentar")]
    [InlineData("footnote", "en fotnot")]
    [InlineData("endnote", "en slutnot")]
    [InlineData("footer", "sidfoten")]
    [InlineData("settings", "dolda delar")]
    [InlineData("custom xml", "dolda delar")]
    [InlineData("embedded", "en infogad fil")]
    [InlineData("html", "dolda delar")]
    [InlineData("text", "en infogad fil")]
    public void A_number_anywhere_else_in_the_file_is_seen(string place, string where)
    {
        var docx = Create(
            P("Text"),
            more: document =>
            {
                var main = document.MainDocumentPart!;
                const string W = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
                var paragraph = $"<w:p><w:r><w:t>{Number}</w:t></w:r></w:p>";
                switch (place)
                {
                    case "link":
                        main.AddHyperlinkRelationship(
                            new("https://exempel.se/?nr=811228%2D9874"),
                            isExternal: true,
                            "rIdUsed"
                        );
                        break;
                    case "unused link":
                        main.AddHyperlinkRelationship(new("mailto:811228-9874@exempel.se"), isExternal: true);
                        break;
                    case "property":
                        document.PackageProperties.Keywords = Number;
                        break;
                    case "own property":
                        Write(
                            document.AddCustomFilePropertiesPart(),
                            "<Properties "
                                + "xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\" "
                                + "xmlns:vt=\"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes\">"
                                + $"<property fmtid=\"{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}\" pid=\"2\" "
                                + $"name=\"Gäller\"><vt:lpwstr>{Number}</vt:lpwstr></property></Properties>"
                        );
                        break;
                    case "comment":
                        Write(
                            main.AddNewPart<WordprocessingCommentsPart>(),
                            $"<w:comments {W}><w:comment w:id=\"1\">{paragraph}</w:comment></w:comments>"
                        );
                        break;
                    case "footnote":
                        Write(
                            main.AddNewPart<FootnotesPart>(),
                            $"<w:footnotes {W}><w:footnote w:id=\"1\">{paragraph}</w:footnote></w:footnotes>"
                        );
                        break;
                    case "endnote":
                        Write(
                            main.AddNewPart<EndnotesPart>(),
                            $"<w:endnotes {W}><w:endnote w:id=\"1\">{paragraph}</w:endnote></w:endnotes>"
                        );
                        break;
                    case "footer":
                        Write(main.AddNewPart<FooterPart>(), $"<w:ftr {W}>{paragraph}</w:ftr>");
                        break;
                    case "settings":
                        Write(
                            main.AddNewPart<DocumentSettingsPart>(),
                            $"<w:settings {W}><w:docVars><w:docVar w:name=\"x\" w:val=\"{Number}\"/></w:docVars></w:settings>"
                        );
                        break;
                    case "custom xml":
                        Write(main.AddCustomXmlPart(CustomXmlPartType.CustomXml), $"<p><x>{Number}</x></p>");
                        break;
                    case "embedded":
                        using (var inner = new MemoryStream(Create(P(Number))))
                            main.AddEmbeddedPackagePart(
                                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
                                )
                                .FeedData(inner);
                        break;
                    case "html":
                        Write(
                            main.AddAlternativeFormatImportPart(AlternativeFormatImportPartType.Html),
                            "<p>811228<b>-98</b>74</p>"
                        );
                        break;
                    default:
                        Write(
                            main.AddAlternativeFormatImportPart(AlternativeFormatImportPartType.TextPlain),
                            $"Gäller {Number}"
                        );
                        break;
                }
            }
        );

        Assert.Contains(where, Found(docx), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_program_has_generated_is_examined_in_its_lists_and_not_again()
    {
        var template = Template.Compile(Create(P("{{Sammanfattning}}") + P("Av {{Organisation}}")), "m", Sample.Fields);
        var filled = template.Fill(
            new Sample(Name: Number, Rich: $"<p>{Number} <a href=\"mailto:x811228-9874@exempel.se\">skriv</a></p>")
        );
        Assert.Contains(Number, BodyXml(filled), StringComparison.Ordinal);

        Assert.DoesNotContain(WrittenText.In(filled), t => PersonalNumber.IsIn(t.Text));
        Assert.Contains(WrittenText.In(filled), t => t.Text.StartsWith("Av ", StringComparison.Ordinal));
    }

    private static string Found(byte[] docx) => WrittenText.In(docx).First(t => PersonalNumber.IsIn(t.Text)).Where;

    private static void Write(OpenXmlPart part, string xml)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(xml));
        part.FeedData(content);
    }
}
