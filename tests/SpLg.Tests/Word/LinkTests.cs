using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using static SpLg.Tests.Word.TestDocx;

namespace SpLg.Tests.Word;

public class LinkTests
{
    private static readonly Sample Data = new(
        "https://exempel.se/å b",
        Rows:
        [
            new("https://exempel.se/1"),
            new("ingen adress"),
            new("https://exempel.se/1"),
            new("javascript:alert(1)"),
            new("mailto:a@exempel.se"),
        ]
    );

    [Theory]
    [InlineData("%7B%7BOrganisation%7D%7D")]
    [InlineData("%7b%7bORGANI%20SATION%7d%7d")]
    [InlineData("http://%7B%7BOrganisation%7D%7D")]
    [InlineData("file:///C:\\Mallar\\%7B%7BOrganisation%7D%7D")]
    public void A_field_in_the_target_of_a_link_is_its_address(string target)
    {
        var filled = Fill(P("Före") + Link("rIdLink", "{{Belopp}} kr"), target);
        Assert.Equal(["https://exempel.se/%C3%A5%20b"], Targets(filled));
        Assert.Contains("1\u00a0234,5 kr", Lines(filled));
        Assert.DoesNotContain(
            Parts(filled),
            p =>
                p.Contains("%7B", StringComparison.OrdinalIgnoreCase)
                && p.StartsWith("word/_rels", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Rows_have_links_of_their_own_with_one_relationship_for_each_address_and_words_alone_where_there_is_none()
    {
        var filled = Fill(
            P("{{#Incidenter}}") + Link("rIdLink", "Rad {{Titel}}") + P("{{/Incidenter}}"),
            "%7B%7BIncidenter.Titel%7D%7D"
        );
        Assert.Equal(["https://exempel.se/1", "https://exempel.se/1", "mailto:a@exempel.se"], Targets(filled));
        using var document = WordprocessingDocument.Open(new MemoryStream(filled), isEditable: false);
        Assert.Equal(
            2,
            document.MainDocumentPart!.HyperlinkRelationships.Count(r =>
                r.Id.StartsWith("splg", StringComparison.Ordinal)
            )
        );
        Assert.Equal(5, Lines(filled).Length);
        // Two runs for each of three links.
        Assert.Equal(6, BodyXml(filled).Split("w:rStyle").Length - 1);
    }

    [Fact]
    public void A_link_that_never_changes_keeps_its_target_in_repeated_content_when_Word_has_given_it_another_id()
    {
        var filled = Fill(
            P("{{#Incidenter}}") + Link("rIdLink", "Rad") + P("{{/Incidenter}}"),
            "https://exempel.se/fast"
        );
        Assert.Equal(Enumerable.Repeat("https://exempel.se/fast", 5), Targets(filled));
        using var stream = new MemoryStream();
        stream.Write(filled);
        using (var document = WordprocessingDocument.Open(stream, isEditable: true))
        {
            var main = document.MainDocumentPart!;
            foreach (var (link, i) in main.Document.Descendants<Hyperlink>().Select((l, i) => (l, i)).ToList())
                link.Id = main.AddHyperlinkRelationship(
                    new("https://exempel.se/fast"),
                    isExternal: true,
                    "rIdNew" + i
                ).Id;
            foreach (
                var old in main
                    .HyperlinkRelationships.Where(r => !r.Id.StartsWith("rIdNew", StringComparison.Ordinal))
                    .ToList()
            )
                main.DeleteReferenceRelationship(old);
        }
        var refilled = Template.Compile(stream.ToArray(), "m", Sample.Fields).Fill(Data with { Rows = [new("en")] });
        AssertValid(refilled);
        Assert.Equal(["https://exempel.se/fast"], Targets(refilled));
    }

    [Fact]
    public void A_wrong_name_in_a_target_is_told_once()
    {
        var finding = Assert.Single(
            Template
                .Compile(
                    Docx(Link("rIdLink", "Text") + P("{{Organisation}}"), "%7B%7BOrganisatio%7D%7D"),
                    "m",
                    Sample.Fields
                )
                .Findings
        );
        Assert.Contains("Länkens adress", finding.Message, StringComparison.Ordinal);
        Assert.Single(
            Template
                .Compile(Docx(Link("rIdLink", "{{Organisatio}}"), "%7B%7BOrganisation%7D%7D"), "m", Sample.Fields)
                .Findings
        );
    }

    [Fact]
    public void A_link_in_a_note_of_repeated_content_leads_to_the_address_of_the_row()
    {
        var docx = TestDocx.Create(
            "<w:p><w:r><w:t>{{Incidenter.Antal}}</w:t></w:r><w:r><w:footnoteReference w:id=\"1\"/></w:r></w:p>",
            more: d =>
            {
                var notes = d.MainDocumentPart!.AddNewPart<FootnotesPart>("rIdNotes");
                notes.FeedData(
                    new MemoryStream(
                        System.Text.Encoding.UTF8.GetBytes(
                            "<w:footnotes "
                                + "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
                                + "xmlns:rel=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
                                + "<w:footnote w:id=\"1\"><w:p><w:hyperlink "
                                + "rel:id=\"rIdLink\"><w:r><w:t>{{Incidenter.Titel}}</w:t></w:r></w:hyperlink>"
                                + "</w:p></w:footnote></w:footnotes>"
                        )
                    )
                );
                notes.AddHyperlinkRelationship(
                    new("%7B%7BIncidenter.Titel%7D%7D", UriKind.Relative),
                    isExternal: true,
                    "rIdLink"
                );
            }
        );
        var filled = Fill(docx);
        using var document = WordprocessingDocument.Open(new MemoryStream(filled), isEditable: false);
        var part = document.MainDocumentPart!.FootnotesPart!;
        Assert.Equal(5, part.Footnotes.Elements<Footnote>().Count());
        Assert.Equal(3, part.Footnotes.Descendants<Hyperlink>().Count());
        Assert.Equal(
            ["https://exempel.se/1", "mailto:a@exempel.se"],
            part.HyperlinkRelationships.Select(r => r.Uri.OriginalString)
        );
    }

    private static byte[] Fill(string body, string target) => Fill(Docx(body, target));

    private static byte[] Fill(byte[] docx)
    {
        var template = Template.Compile(docx, "m", Sample.Fields);
        Assert.Empty(template.Findings);
        var filled = template.Fill(Data);
        AssertValid(filled);
        AssertSame(filled, Template.Compile(filled, "m", Sample.Fields).Fill(Data));
        AssertSame(template.Fill(new Sample()), Template.Compile(filled, "m", Sample.Fields).Fill(new Sample()));
        return filled;
    }

    private static byte[] Docx(string body, string target) =>
        Create(
            body,
            d =>
            {
                d.MainDocumentPart!.StyleDefinitionsPart!.Styles!.AppendChild(
                    new Style(new StyleName { Val = "Hyperlink" })
                    {
                        Type = StyleValues.Character,
                        StyleId = "Hyperlnk",
                    }
                );
                d.MainDocumentPart.AddHyperlinkRelationship(
                    new("https://exempel.se/target"),
                    isExternal: true,
                    "rIdLink"
                );
            },
            target
        );

    // Word writes targets that the library refuses.
    private static byte[] Create(string body, Action<WordprocessingDocument> more, string target)
    {
        using var stream = new MemoryStream();
        stream.Write(TestDocx.Create(body, more: more));
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var part = zip.GetEntry("word/_rels/document.xml.rels")!.Open();
            var text = new StreamReader(part)
                .ReadToEnd()
                .Replace("https://exempel.se/target", target, StringComparison.Ordinal);
            part.SetLength(0);
            part.Write(System.Text.Encoding.UTF8.GetBytes(text));
        }
        return stream.ToArray();
    }

    private static string Link(string id, string text) =>
        $"<w:p><w:hyperlink r:id=\"{id}\" w:history=\"1\"><w:r><w:rPr><w:rStyle "
        + $"w:val=\"Hyperlnk\"/></w:rPr><w:t>{text}</w:t></w:r></w:hyperlink></w:p>";

    private static string[] Targets(byte[] docx)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);
        var targets = document.MainDocumentPart!.HyperlinkRelationships.ToDictionary(
            r => r.Id,
            r => r.Uri.OriginalString
        );
        return [.. document.MainDocumentPart.Document.Descendants<Hyperlink>().Select(h => targets[h.Id!.Value!])];
    }
}
