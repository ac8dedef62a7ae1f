using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using static SpLg.Tests.Word.TestDocx;

namespace SpLg.Tests.Word;

/// <summary>
/// What was not shown when another program saved the document has lost its header or picture: Word opens no file where
/// it is shown again and points to nothing, or to something else that has got its id.
/// </summary>
public class DeadReferencesTests
{
    private const string Draw = "http://schemas.openxmlformats.org/drawingml/2006/";

    private static readonly string Section =
        P("{{#om Organisation}}")
        + P("Liggande {{Organisation}}")
        + "<w:p><w:pPr><w:sectPr><w:headerReference w:type=\"default\" r:id=\"rIdLying\"/></w:sectPr></w:pPr></w:p>"
        + P("{{/om}}")
        + P("Efter");

    private static readonly string Figure =
        P("{{#om Organisation}}")
        + P("Bild av {{Organisation}}")
        + "<w:p><w:r><w:drawing><wp:inline><wp:extent cx=\"1000\" cy=\"1000\"/><wp:docPr id=\"1\" name=\"Bild\" "
        + $"descr=\"En bild\"/><a:graphic xmlns:a=\"{Draw}main\"><a:graphicData uri=\"{Draw}picture\">"
        + $"<pic:pic xmlns:pic=\"{Draw}picture\"><pic:nvPicPr><pic:cNvPr id=\"0\" "
        + "name=\"b\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip "
        + "r:embed=\"rIdLying\"/></pic:blipFill><pic:spPr/></pic:pic>"
        + "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
        + P("{{/om}}")
        + P("Efter");

    [Theory]
    [InlineData(null)]
    [InlineData("hyperlink")]
    public void A_section_that_is_shown_again_has_the_headers_of_the_one_before_it(string? others)
    {
        var hidden = Template
            .Compile(Create(Section, more: d => Header(d)), "m", Sample.Fields)
            .Fill(new Sample(Name: null));
        var template = Template.Compile(SavedByAnother(hidden, others), "m", Sample.Fields);
        Assert.Empty(template.Findings);
        var shown = template.Fill(new Sample(Name: "A"));
        AssertValid(shown);
        // A paragraph that only ends a section holds a space.
        Assert.Equal(["Liggande A", " ", "Efter"], Lines(shown));
        Assert.Single(
            Document(shown).Descendants(),
            e => e.Name.LocalName == "sectPr" && e.Parent!.Name.LocalName == "pPr"
        );
    }

    [Fact]
    public void A_section_keeps_its_headers_where_nobody_else_has_saved_the_document()
    {
        var hidden = Template
            .Compile(Create(Section, more: d => Header(d)), "m", Sample.Fields)
            .Fill(new Sample(Name: null));
        var shown = Template.Compile(hidden, "m", Sample.Fields).Fill(new Sample(Name: "A"));
        AssertValid(shown);
        Assert.Single(Document(shown).Descendants(), e => e.Name.LocalName == "headerReference");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("hyperlink")]
    public void A_picture_that_is_gone_is_told_and_leaves_the_rest(string? others)
    {
        var hidden = Template.Compile(Create(Figure, more: Picture), "m", Sample.Fields).Fill(new Sample(Name: null));
        var template = Template.Compile(SavedByAnother(hidden, others), "m", Sample.Fields);
        Assert.Contains(
            template.Findings,
            f =>
                f.Level == FindingLevel.Warning
                && f.Message.StartsWith("En bild som inte visades", StringComparison.Ordinal)
        );
        var shown = template.Fill(new Sample(Name: "A"));
        AssertValid(shown);
        Assert.Equal(["Bild av A", "Efter"], Lines(shown));
    }

    /// <summary>The part that nothing shown points to is left out, and the relationships have other ids.</summary>
    /// <param name="others">What has got the id of the part that is gone; null for nothing.</param>
    private static byte[] SavedByAnother(byte[] docx, string? others) =>
        Edit(
            docx,
            root =>
            {
                var lying = root.Elements().Single(r => (string?)r.Attribute("Id") == "rIdLying");
                if (others is null)
                    lying.Remove();
                else
                    lying.ReplaceWith(
                        new XElement(
                            lying.Name,
                            new XAttribute("Id", "rIdLying"),
                            new XAttribute(
                                "Type",
                                $"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{others}"
                            ),
                            new XAttribute("Target", "https://example.com/"),
                            new XAttribute("TargetMode", "External")
                        )
                    );
                foreach (
                    var (i, own) in root.Elements()
                        .Where(r => ((string)r.Attribute("Id")!).StartsWith("splg", StringComparison.Ordinal))
                        .ToList()
                        .Index()
                )
                    own.SetAttributeValue("Id", $"rId{i + 100}");
            },
            "word/_rels/document.xml.rels"
        );

    private static void Header(WordprocessingDocument document) =>
        document.MainDocumentPart!.AddNewPart<HeaderPart>("rIdLying").Header = new(
            new DocumentFormat.OpenXml.Wordprocessing.Paragraph()
        );

    private static void Picture(WordprocessingDocument document) =>
        document
            .MainDocumentPart!.AddImagePart(ImagePartType.Png, "rIdLying")
            .FeedData(new MemoryStream([0x89, 0x50, 0x4E, 0x47]));
}
