using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using static SpLg.Tests.Word.TestDocx;

namespace SpLg.Tests.Word;

/// <summary>What must be unique in a document is, in every copy of repeated content, and what leads to it leads there.</summary>
public class CopiesTests
{
    private static readonly Sample Three = new(Rows: [new("Ett"), new("Två"), new("Tre")]);

    private const string Wps = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape";

    private const string TextBox =
        "<w:p><w:r><w:drawing><wp:inline><wp:extent cx=\"100\" cy=\"100\"/><wp:docPr id=\"7\" name=\"Ruta\" descr=\"En ruta\"/>"
        + "<a:graphic xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><a:graphicData uri=\""
        + Wps
        + "\"><wps:wsp xmlns:wps=\""
        + Wps
        + "\"><wps:cNvSpPr/><wps:spPr/><wps:txbx><w:txbxContent><w:p><w:r><w:t>{{Titel}}</w:t></w:r></w:p></w:txbxContent>"
        + "</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>";

    private const string Shape =
        "<w:p><w:r><w:pict><v:shapetype id=\"_x0000_t202\"/><v:shape id=\"_x0000_s1026\" type=\"#_x0000_t202\"/></w:pict></w:r></w:p>";

    private const string Change =
        "<w:p><w:ins w:id=\"5\" w:author=\"a\" w:date=\"2026-01-01T00:00:00Z\"><w:r><w:t>{{Titel}} </w:t></w:r></w:ins>"
        + "<w:del w:id=\"6\" w:author=\"a\" w:date=\"2026-01-01T00:00:00Z\"><w:r><w:delText>Bort</w:delText></w:r></w:del></w:p>";

    [Theory]
    [InlineData(TextBox)]
    [InlineData(Shape)]
    [InlineData(Change)]
    public void Drawings_shapes_and_tracked_changes_have_ids_of_their_own(string paragraph)
    {
        var filled = Fill(P("{{#Incidenter}}") + P("{{Titel}}") + paragraph + P("{{/Incidenter}}"));
        AssertValid(filled);
        var attributes = TestDocx
            .Document(filled)
            .Descendants()
            .Where(e => e.Name.LocalName != "bookmarkEnd")
            .Attributes()
            .ToList();
        var ids = attributes.Where(a => a.Name.LocalName == "id").Select(a => a.Value).ToList();
        Assert.True(ids.Count >= 3);
        Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
        Assert.All(
            attributes.Where(a => a.Name == "type" && a.Value.StartsWith('#')),
            type => Assert.Contains(type.Value[1..], ids)
        );
    }

    [Fact]
    public void A_bookmark_stands_in_the_first_copy_so_that_what_refers_to_it_leads_there()
    {
        var filled = Fill(
            P("{{#Incidenter}}")
                + "<w:p><w:bookmarkStart w:id=\"3\" w:name=\"_Ref12\"/><w:r><w:t>{{Titel}}</w:t></w:r><w:bookmarkEnd w:id=\"3\"/>"
                + "<w:bookmarkStart w:id=\"4\" w:name=\"_GoBack\"/><w:bookmarkEnd w:id=\"4\"/></w:p>"
                + "<w:p><w:hyperlink w:anchor=\"_Ref12\"><w:r><w:t>Upp</w:t></w:r></w:hyperlink></w:p>"
                + P("{{/Incidenter}}")
        );
        AssertValid(filled);
        using (var document = WordprocessingDocument.Open(new MemoryStream(filled), isEditable: false))
        {
            var body = document.MainDocumentPart!.Document;
            var start = Assert.Single(body.Descendants<BookmarkStart>(), b => b.Name == "_Ref12");
            Assert.Equal("Ett", start.NextSibling()!.InnerText);
            Assert.Single(body.Descendants<BookmarkEnd>(), b => b.Id == start.Id);
            Assert.DoesNotContain(body.Descendants<BookmarkStart>(), b => b.Name == "_GoBack");
        }
        AssertSame(filled, Template.Compile(filled, "m", Sample.Fields).Fill(Three));
    }

    [Fact]
    public void Ids_are_the_same_when_the_document_is_filled_again()
    {
        var filled = Fill(P("{{#Incidenter}}") + P("{{Titel}}") + TextBox + Shape + Change + P("{{/Incidenter}}"));
        AssertSame(filled, Template.Compile(filled, "m", Sample.Fields).Fill(Three));
    }

    [Theory]
    [InlineData(true, false, 3)]
    [InlineData(false, true, 3)]
    [InlineData(false, true, 0)]
    public void The_type_of_a_shape_stands_once_wherever_the_shapes_are(bool isTypeBefore, bool hasAfter, int rows)
    {
        const string type = "<v:shapetype id=\"_x0000_t202\"><v:stroke joinstyle=\"miter\"/></v:shapetype>";
        var sample = new Sample(Rows: [.. Three.Rows!.Take(rows)]);
        var filled = Fill(
            (isTypeBefore ? Box("_x0000_s1026", type) : "")
                + P("{{#Incidenter}}")
                + P("{{Titel}}")
                + Box("_x0000_s1027", isTypeBefore ? "" : type)
                + P("{{/Incidenter}}")
                + (hasAfter ? Box("_x0000_s1028", "") + Box("_x0000_s1029", "") : ""),
            sample
        );
        AssertValid(filled);
        var elements = TestDocx.Document(filled).Descendants().ToList();
        var shapes = elements.Where(e => e.Name.LocalName == "shape").ToList();
        Assert.Equal(rows + (isTypeBefore ? 1 : 0) + (hasAfter ? 2 : 0), shapes.Count);
        Assert.All(shapes, s => Assert.Equal("#_x0000_t202", (string?)s.Attribute("type")));
        var only = Assert.Single(elements, e => e.Name.LocalName == "shapetype");
        Assert.Equal("_x0000_t202", (string?)only.Attribute("id"));
        Assert.Same(shapes[0], only.ElementsAfterSelf().First());
        Assert.Single(only.Elements());
        AssertSame(filled, Template.Compile(filled, "m", Sample.Fields).Fill(sample));
    }

    private static string Box(string id, string type) =>
        $"<w:p><w:r><w:pict>{type}<v:shape id=\"{id}\" type=\"#_x0000_t202\"/></w:pict></w:r></w:p>";

    private static byte[] Fill(string body, Sample? sample = null)
    {
        var template = Template.Compile(Create(body), "m", Sample.Fields);
        Assert.True(template.CanFill, string.Join('\n', template.Findings));
        return template.Fill(sample ?? Three);
    }
}
