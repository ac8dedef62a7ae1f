using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using static SpLg.Tests.Word.TestDocx;

namespace SpLg.Tests.Word;

/// <summary>What the owner of a template has put there besides expressions comes through.</summary>
public class KeptContentTests
{
    private static readonly Sample Data = new(Rows: [new("Ett", 1), new("Två", 2)]);

    [Theory]
    [InlineData(
        "<w:date w:fullDate=\"2026-03-01T00:00:00Z\"><w:dateFormat w:val=\"yyyy-MM-dd\"/><w:lid w:val=\"sv-SE\"/></w:date>"
    )]
    [InlineData(
        "<w:dropDownList><w:listItem w:displayText=\"Ja\" w:value=\"1\"/><w:listItem w:displayText=\"Nej\" w:value=\"2\"/></w:dropDownList>"
    )]
    [InlineData("<w:text w:multiLine=\"1\"/>")]
    public void A_control_without_expression_stays_as_it_is(string kind)
    {
        var control =
            "<w:sdt><w:sdtPr><w:alias w:val=\"Egen\"/><w:tag w:val=\"egen\"/><w:id w:val=\"17\"/><w:lock "
            + $"w:val=\"sdtContentLocked\"/>{kind}</w:sdtPr><w:sdtContent>{{0}}</w:sdtContent></w:sdt>";
        var body =
            control.Replace("{0}", P("eget"), StringComparison.Ordinal)
            + "<w:p>"
            + control
                .Replace("17", "18", StringComparison.Ordinal)
                .Replace("{0}", "<w:r><w:t>eget</w:t></w:r>", StringComparison.Ordinal)
            + "</w:p>";
        var kept = Xml(BodyXml(Create(body)))
            .Descendants()
            .Where(e => e.Name.LocalName == "sdt")
            .Select(e => e.ToString());
        Assert.Equal(
            kept,
            Xml(BodyXml(Fill(body + P("{{Organisation}}"))))
                .Elements()
                .Take(2)
                .SelectMany(e => e.DescendantsAndSelf())
                .Where(e => e.Name.LocalName == "sdt")
                .Select(e => e.ToString())
        );
    }

    [Fact]
    public void A_lock_around_an_expression_stays_and_every_control_has_an_id_of_its_own()
    {
        var body =
            "<w:sdt><w:sdtPr><w:id w:val=\"17\"/><w:lock w:val=\"contentLocked\"/></w:sdtPr><w:sdtContent>"
            + P("Hos {{Organisation}} {{Organisation}}")
            + Bullet("{{Incidenter.Titel}}")
            + "</w:sdtContent></w:sdt>"
            + P("{{#Incidenter}}")
            + "<w:sdt><w:sdtPr><w:id w:val=\"19\"/></w:sdtPr><w:sdtContent>"
            + P("{{Titel}}")
            + "</w:sdtContent></w:sdt>"
            + P("{{/Incidenter}}");
        using var document = WordprocessingDocument.Open(new MemoryStream(Fill(body)), false);
        var main = document.MainDocumentPart!.Document;
        Assert.Equal(
            LockingValues.ContentLocked,
            main.Descendants<DocumentFormat.OpenXml.Wordprocessing.Lock>().Single().Val!.Value
        );
        var ids = main.Descendants<SdtId>().Select(i => i.Val!.Value).ToList();
        Assert.Equal(ids.Distinct(), ids);
    }

    [Fact]
    public void A_plain_text_control_bound_to_a_property_gives_way_to_the_expression_typed_in_it()
    {
        var control =
            "<w:p><w:sdt><w:sdtPr><w:dataBinding w:xpath=\"/x\" "
            + "w:storeItemID=\"{00000000-0000-0000-0000-000000000001}\"/><w:text/></w:sdtPr><w:sdtContent><w:r>"
            + "<w:t>{{Organi</w:t></w:r><w:r><w:t>sation}}</w:t></w:r></w:sdtContent></w:sdt></w:p>";
        var filled = Fill(control);
        Assert.Equal(["Miljöförvaltningen"], Lines(filled));
        Assert.DoesNotContain("dataBinding", BodyXml(filled), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{{#Incidenter}}", "{{Titel}}", "{{/Incidenter}}")]
    [InlineData("{{#om Organisation}}", "x", "{{/om}}")]
    public void A_page_or_section_break_in_a_marker_paragraph_is_kept_once(string open, string inside, string close)
    {
        var body =
            "<w:p><w:r><w:br w:type=\"page\"/></w:r><w:r><w:t>"
            + open
            + "</w:t></w:r></w:p>"
            + P(inside)
            + "<w:p><w:pPr><w:sectPr><w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/></w:sectPr></w:pPr><w:r><w:t>"
            + close
            + "</w:t></w:r></w:p>"
            + P("slut");
        var xml = BodyXml(Fill(body));
        Assert.Equal(2, xml.Split("w:type=\"page\"").Length);
        Assert.Equal(2, xml.Split("landscape").Length);
    }

    [Fact]
    public void A_bookmark_that_begins_and_ends_in_marker_paragraphs_is_kept_around_the_block()
    {
        var body =
            "<w:p><w:bookmarkStart w:id=\"9\" w:name=\"allt\"/><w:r><w:t>{{#Incidenter}}</w:t></w:r></w:p>"
            + P("{{Titel}}")
            + "<w:p><w:r><w:t>{{/Incidenter}}</w:t></w:r><w:bookmarkEnd w:id=\"9\"/></w:p>";
        var names = Xml(BodyXml(Fill(body))).Elements().Select(e => e.Name.LocalName);
        Assert.Equal(["bookmarkStart", "sdt", "bookmarkEnd", "sectPr"], names);
    }

    [Fact]
    public void A_footnote_beside_a_note_is_kept_and_one_beside_a_marker_is_told()
    {
        static void Notes(WordprocessingDocument d) =>
            d.MainDocumentPart!.AddNewPart<FootnotesPart>("rIdF").Footnotes = new(
                new Footnote(new Paragraph(new Run(new Text("Fot")))) { Id = 2 }
            );
        const string reference = "<w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>";
        var filled = Fill(
            "<w:p><w:r><w:t>{{Sammanfattning}}</w:t></w:r>" + reference,
            Data with
            {
                Rich = "<p>a</p><p>b</p>",
            },
            Notes
        );
        Assert.Equal(["a\nb"], Lines(filled));
        Assert.Contains("footnoteReference", BodyXml(filled), StringComparison.Ordinal);
        var marker = Template.Compile(
            Create("<w:p><w:r><w:t>{{#om Organisation}}</w:t></w:r>" + reference + P("x") + P("{{/om}}"), more: Notes),
            "m",
            Sample.Fields
        );
        Assert.Contains(marker.Findings, f => f.Message.Contains("ensam i ett eget stycke", StringComparison.Ordinal));
    }

    [Fact]
    public void A_paragraph_that_only_ends_a_section_holds_a_space_in_a_new_document_and_one_of_a_persons_own_is_left_alone()
    {
        XNamespace w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
        const string end =
            "<w:p><w:pPr><w:rPr><w:ins w:id=\"1\" w:author=\"A\"/><w:sz w:val=\"2\"/></w:rPr><w:sectPr/></w:pPr></w:p>";
        var filled = Fill(P("{{Organisation}}") + end);
        var only = Document(filled).Descendants(w + "sectPr").First().Ancestors(w + "p").First();
        Assert.Equal(" ", only.Value);
        Assert.Equal(["sz"], only.Elements(w + "r").Elements(w + "rPr").Elements().Select(e => e.Name.LocalName));
        var own = Edit(
            filled,
            root =>
                root.Elements()
                    .First()
                    .AddFirst(new XElement(w + "p", new XElement(w + "pPr", new XElement(w + "sectPr"))))
        );
        Assert.Empty(Document(Template.Compile(own, "m", Sample.Fields).Fill(Data)).Descendants(w + "p").First().Value);
    }

    [Fact]
    public void A_section_that_ends_with_a_note_ends_once_after_all_its_paragraphs()
    {
        var body =
            "<w:p><w:pPr><w:sectPr><w:pgSz w:w=\"16838\" w:h=\"11906\" "
            + "w:orient=\"landscape\"/></w:sectPr></w:pPr><w:r><w:t>{{Sammanfattning}}</w:t></w:r></w:p>";
        var xml = BodyXml(Fill(body, Data with { Rich = "<p>a</p><p>b</p>" }));
        Assert.True(xml.IndexOf("landscape", StringComparison.Ordinal) > xml.IndexOf(">b<", StringComparison.Ordinal));
        Assert.Equal(2, xml.Split("landscape").Length);
    }

    [Fact]
    public void Comments_tracked_changes_bookmarks_and_links_around_and_in_repeated_rows_come_through()
    {
        const string link =
            "<w:p><w:hyperlink r:id=\"rIdLink\"><w:r><w:t>{{Incidenter.Titel}}</w:t></w:r></w:hyperlink></w:p>";
        var body =
            "<w:p><w:commentRangeStart w:id=\"1\"/><w:ins w:id=\"5\" w:author=\"a\" "
            + "w:date=\"2026-01-01T00:00:00Z\"><w:r><w:t>Nytt</w:t></w:r></w:ins><w:del w:id=\"6\" w:author=\"a\" "
            + "w:date=\"2026-01-01T00:00:00Z\"><w:r><w:delText>Bort</w:delText></w:r></w:del>"
            + "<w:bookmarkStart w:id=\"9\" w:name=\"kors\"/><w:commentRangeEnd "
            + "w:id=\"1\"/><w:r><w:commentReference w:id=\"1\"/></w:r></w:p>"
            + Table(1, Row(link))
            + "<w:p><w:bookmarkEnd w:id=\"9\"/></w:p>";
        var filled = Fill(
            body,
            more: d =>
            {
                d.MainDocumentPart!.AddHyperlinkRelationship(new("https://example.org/"), true, "rIdLink");
                d.MainDocumentPart.AddNewPart<WordprocessingCommentsPart>("rIdComments").Comments = new(
                    new Comment(new Paragraph(new Run(new Text("Obs")))) { Id = "1", Author = "a" }
                );
            }
        );
        using var document = WordprocessingDocument.Open(new MemoryStream(filled), false);
        var main = document.MainDocumentPart!;
        var target = main.HyperlinkRelationships.Single(r =>
            r.Id.StartsWith("splg", StringComparison.Ordinal) && r.Uri.OriginalString == "https://example.org/"
        );
        Assert.Equal(
            ["Ett", "Två"],
            main.Document.Descendants<Hyperlink>().Where(h => h.Id! == target.Id).Select(h => h.InnerText)
        );
        Assert.Equal("Obs", main.WordprocessingCommentsPart!.Comments.InnerText);
        foreach (
            var kept in new[]
            {
                "commentRangeStart",
                "commentRangeEnd",
                "commentReference",
                ">Bort<",
                "<w:ins ",
                "bookmarkStart w:name=\"kors\" w:id=\"9\"",
                "bookmarkEnd w:id=\"9\"",
            }
        )
            Assert.Contains(kept, main.Document.OuterXml, StringComparison.Ordinal);
    }

    [Fact]
    public void Footers_footnotes_and_endnotes_are_filled()
    {
        var body =
            "<w:p><w:r><w:t>Text</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r><w:r><w:endnoteReference "
            + "w:id=\"2\"/></w:r></w:p><w:p><w:pPr><w:sectPr><w:footerReference w:type=\"default\" "
            + "r:id=\"rIdFooter\"/></w:sectPr></w:pPr></w:p>";
        var filled = Fill(
            body,
            more: d =>
            {
                d.MainDocumentPart!.AddNewPart<FooterPart>("rIdFooter").Footer = new(
                    new Paragraph(new Run(new Text("Sida hos {{Organisation}}")))
                );
                d.MainDocumentPart.AddNewPart<FootnotesPart>("rIdFootnotes").Footnotes = new(
                    new Footnote(new Paragraph(new Run(new Text("Fot {{Belopp}}")))) { Id = 2 }
                );
                d.MainDocumentPart.AddNewPart<EndnotesPart>("rIdEndnotes").Endnotes = new(
                    new Endnote(new Paragraph(new Run(new Text("{{Incidenter.Titel}}")))) { Id = 2 }
                );
            }
        );
        using var document = WordprocessingDocument.Open(new MemoryStream(filled), false);
        var main = document.MainDocumentPart!;
        Assert.Equal(["Sida hos Miljöförvaltningen"], Lines(main.FooterParts.Single().Footer));
        Assert.Equal(["Fot 1\u00a0234,5"], Lines(main.FootnotesPart!.Footnotes));
        Assert.Equal(["Ett", "Två"], Lines(main.EndnotesPart!.Endnotes));
        var wrong = Template.Compile(
            Create(
                body,
                more: d =>
                    d.MainDocumentPart!.AddNewPart<FootnotesPart>("rIdF").Footnotes = new(
                        new Footnote(new Paragraph(new Run(new Text("{{Fel}}")))) { Id = 2 }
                    )
            ),
            "m",
            Sample.Fields
        );
        Assert.Equal("fotnoterna, stycke 1", Assert.Single(wrong.Findings).Place);
    }

    private static XElement Xml(string body) => XElement.Parse(body);

    private static byte[] Fill(string body, Sample? data = null, Action<WordprocessingDocument>? more = null)
    {
        var template = Template.Compile(Create(body, more: more), "m", Sample.Fields);
        Assert.Empty(template.Findings);
        var filled = template.Fill(data ?? Data);
        AssertValid(filled);
        AssertSame(filled, Template.Compile(filled, "m", Sample.Fields).Fill(data ?? Data));
        return filled;
    }
}
