using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using SpLg.Tests.Word;

namespace SpLg.Tests.Templates;

/// <summary>
/// A review in which people have done what nobody expects is filled again: Word opens it, what they wrote stands as
/// often as they wrote it, nothing is there twice that must be unique, and filling once more changes nothing.
/// </summary>
public class HostileEditTests
{
    private const string Own = "Skrivet av en människa.";

    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private static readonly Template Shipped = ReviewTemplates.Compile("ledningens-genomgang.docx");
    private static readonly BuiltReview Before = Lists(1).Build();
    private static readonly BuiltReview After = Lists(3).Build();

    private static readonly Dictionary<string, Func<byte[], byte[]>> Edits = new(StringComparer.Ordinal)
    {
        ["a section copied and pasted"] = Xml(body =>
            Section(body, 5).Last().AddAfterSelf(Section(body, 5).Append(Written()).Select(e => new XElement(e)))
        ),
        ["a section pasted before itself"] = Xml(body =>
            Section(body, 5)[0].AddBeforeSelf(Section(body, 5).Append(Written()).Select(e => new XElement(e)))
        ),
        ["a section moved to the beginning"] = Xml(body =>
        {
            var section = Section(body, 6);
            section.ForEach(e => e.Remove());
            body.AddFirst(section, Written());
        }),
        ["every part in words inserted with tracking"] = Xml(body =>
        {
            foreach (var control in Controls(body).Where(c => c.Parent!.Name == W + "p").ToList())
                control.ReplaceWith(Tracked("ins", control));
            body.AddFirst(Written());
        }),
        ["the insertions of every paragraph not yet accepted"] = Xml(body =>
        {
            foreach (
                var run in Controls(body)
                    .Descendants(W + "r")
                    .Where(r => r.Parent!.Name == W + "p" || r.Parent.Name == W + "sdtContent")
                    .ToList()
            )
                run.ReplaceWith(Tracked("ins", run));
            body.AddFirst(Written());
        }),
        ["whole parts deleted with tracking"] = Xml(body =>
        {
            foreach (var text in Controls(body).Descendants(W + "t").ToList())
                text.Name = W + "delText";
            foreach (
                var run in Controls(body).Descendants(W + "r").Where(r => r.Elements(W + "delText").Any()).ToList()
            )
                run.ReplaceWith(Tracked("del", run));
            body.AddFirst(Written());
        }),
        ["every row of generated tables deleted with tracking"] = Xml(body =>
        {
            foreach (var row in Controls(body).Descendants(W + "tr"))
            {
                if (row.Element(W + "trPr") is { } properties)
                    properties.Add(Tracked("del"));
                else
                    row.AddFirst(new XElement(W + "trPr", Tracked("del")));
            }
            body.AddFirst(Written());
        }),
        ["parts moved with tracking"] = Xml(body =>
        {
            foreach (var run in Controls(body).Descendants(W + "r").Where(r => r.Parent!.Name == W + "p").ToList())
                run.ReplaceWith(Tracked("moveFrom", run), Tracked("moveTo", run));
            body.AddFirst(Written());
        }),
        ["a table of one's own after every part"] = Xml(body =>
        {
            foreach (var control in Controls(body).Where(c => c.Parent == body).ToList())
                control.AddAfterSelf(Table(), new XElement(W + "p"));
            body.AddFirst(Written());
        }),
        ["a table of one's own around every part"] = Xml(body =>
        {
            foreach (
                var control in Controls(body)
                    .Where(c => c.Parent == body && c.Descendants(W + "sectPr").FirstOrDefault() is null)
                    .ToList()
            )
            {
                var table = Table();
                control.ReplaceWith(table);
                table.Descendants(W + "tc").Single().AddFirst(control);
            }
            body.AddFirst(Written());
        }),
        ["every heading renamed"] = Xml(body =>
        {
            foreach (var text in body.Descendants(W + "p").Where(IsHeading).Descendants(W + "t"))
                text.Value = "Omdöpt";
            body.AddFirst(Written());
        }),
        ["the contents deleted"] = Xml(body =>
        {
            body.Elements(W + "sdt").First(s => s.Descendants(W + "docPartGallery").Any()).Remove();
            body.AddFirst(Written());
        }),
        ["the paragraphs of every part pulled out of it"] = Xml(body =>
        {
            foreach (var content in Controls(body).Where(c => c.Parent == body).Elements(W + "sdtContent").ToList())
            {
                var last = content.Elements(W + "p").LastOrDefault();
                last?.Remove();
                content.Parent!.AddAfterSelf(last);
                if (!content.HasElements)
                    content.Add(new XElement(W + "p"));
            }
            body.AddFirst(Written());
        }),
        ["every part empty"] = Xml(body =>
        {
            Controls(body).Elements(W + "sdtContent").ToList().ForEach(c => c.RemoveNodes());
            body.AddFirst(Written());
        }),
        ["the control of every part deleted with what it holds"] = Xml(body =>
        {
            Controls(body).Where(c => c.Parent == body).ToList().ForEach(c => c.Remove());
            body.AddFirst(Written());
        }),
        ["all of it deleted"] = Xml(body =>
        {
            body.Elements().Where(e => e.Name != W + "sectPr").Remove();
            body.AddFirst(Written());
        }),
        ["the document twice"] = Xml(body =>
            body.Elements()
                .Last()
                .AddBeforeSelf(
                    body.Elements()
                        .Where(e => e.Name != W + "sectPr")
                        .Append(Written())
                        .Select(e => new XElement(e))
                        .ToList()
                )
        ),
        ["controls gone, hidden bookmarks left"] = Xml(body =>
        {
            foreach (var control in Controls(body).Reverse().ToList())
                control.ReplaceWith(control.Elements(W + "sdtContent").Nodes());
            body.AddFirst(Written());
        }),
        ["no part left"] = Xml(body =>
        {
            body.Descendants(W + "bookmarkStart").Concat(body.Descendants(W + "bookmarkEnd")).Remove();
            foreach (var control in Controls(body).Reverse().ToList())
                control.ReplaceWith(control.Elements(W + "sdtContent").Nodes());
            body.AddFirst(Written());
        }),
        ["a footnote and a picture of one's own"] = WithNoteAndPicture,
    };

    private static readonly string[] WithoutData =
    [
        "the control of every part deleted with what it holds",
        "all of it deleted",
        "no part left",
    ];

    public static TheoryData<string> Names => [.. Edits.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_people_do_is_borne(string edit)
    {
        var edited = Edits[edit](Shipped.Fill(Before));
        var template = Template.Compile(edited, "Ledningens genomgång 2026.docx", ReviewSections.Fields);
        Assert.DoesNotContain(template.Findings, f => f.Level == FindingLevel.Error);
        var refilled = template.Fill(After);
        using var now = new DocxExamination(refilled);
        if (Kinds(now) is { Count: > 0 } faults)
        {
            using var before = new DocxExamination(edited);
            Assert.Empty(faults.Except(Kinds(before)));
        }
        Assert.Equal(!WithoutData.Contains(edit), now.Text.Contains("Åtgärd 3", StringComparison.Ordinal));
        Assert.Equal(1, TestDocx.Document(refilled).Descendants(W + "t").Count(t => t.Value == Own));
        Assert.DoesNotContain("{{", now.Text, StringComparison.Ordinal);
        var root = TestDocx.Document(refilled);
        AssertUnique(root.Descendants(W + "bookmarkStart").Attributes(W + "name"));
        AssertUnique(root.Descendants(W + "bookmarkStart").Attributes(W + "id"));
        AssertUnique(Controls(root).Elements(W + "sdtPr").Elements(W + "tag").Attributes(W + "val"));
        AssertUnique(Controls(root).Elements(W + "sdtPr").Elements(W + "id").Attributes(W + "val"));
        var again = Template.Compile(refilled, "Ledningens genomgång 2026.docx", ReviewSections.Fields);
        Assert.Empty(again.EditedBlocks);
        TestDocx.AssertSame(refilled, again.Fill(After));
    }

    private static void AssertUnique(IEnumerable<XAttribute> attributes) =>
        Assert.Empty(
            attributes
                .CountBy(a => a.Value, StringComparer.OrdinalIgnoreCase)
                .Where(c => c.Value > 1)
                .Select(c => c.Key)
        );

    // Without the place, which moves.
    private static HashSet<string> Kinds(DocxExamination document) =>
        [.. document.ValidatorErrors().Select(e => e[(e.IndexOf(": ", StringComparison.Ordinal) + 2)..])];

    private static Func<byte[], byte[]> Xml(Action<XElement> edit) =>
        docx => TestDocx.Edit(docx, root => edit(root.Element(W + "body")!));

    private static byte[] WithNoteAndPicture(byte[] docx)
    {
        using var stream = new MemoryStream();
        stream.Write(docx);
        var picture = "";
        using (var document = WordprocessingDocument.Open(stream, isEditable: true))
        {
            var main = document.MainDocumentPart!;
            var notes = main.FootnotesPart ?? main.AddNewPart<FootnotesPart>();
            notes.Footnotes ??= new();
            notes.Footnotes.AppendChild(
                new Footnote(new Paragraph(new Run(new FootnoteReferenceMark()), new Run(new Text("En fotnot."))))
                {
                    Id = 90,
                }
            );
            var image = main.AddImagePart(ImagePartType.Png);
            image.FeedData(
                new MemoryStream(
                    Convert.FromBase64String(
                        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
                    )
                )
            );
            picture = main.GetIdOfPart(image);
        }
        return TestDocx.Edit(
            stream.ToArray(),
            root =>
            {
                var reference = new XElement(
                    W + "r",
                    new XElement(W + "footnoteReference", new XAttribute(W + "id", 90))
                );
                var drawing = XElement.Parse(
                    $"""
                    <w:r xmlns:w="{W}" xmlns:v="urn:schemas-microsoft-com:vml"
                        xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
                        <w:pict><v:shape id="egen" style="width:9pt;height:9pt"><v:imagedata r:id="{picture}"/></v:shape></w:pict></w:r>
                    """.Trim()
                );
                Controls(root)
                    .First(c => c.Parent!.Name == W + "body")
                    .AddAfterSelf(new XElement(W + "p", drawing, Written().Nodes(), reference));
            }
        );
    }

    private static IEnumerable<XElement> Controls(XElement body) =>
        body.Descendants(W + "sdt")
            .Where(s =>
                ((string?)s.Element(W + "sdtPr")?.Element(W + "tag")?.Attribute(W + "val"))?.StartsWith(
                    "splg:",
                    StringComparison.Ordinal
                ) == true
            );

    private static XElement Written() => new(W + "p", new XElement(W + "r", new XElement(W + "t", Own)));

    private static XElement Table() =>
        new(
            W + "tbl",
            new XElement(
                W + "tblPr",
                new XElement(W + "tblW", new XAttribute(W + "w", 0), new XAttribute(W + "type", "auto"))
            ),
            new XElement(W + "tblGrid", new XElement(W + "gridCol")),
            new XElement(
                W + "tr",
                new XElement(
                    W + "tc",
                    new XElement(W + "p", new XElement(W + "r", new XElement(W + "t", "Egen tabell")))
                )
            )
        );

    private static XElement Tracked(string kind, params XElement[] content) =>
        new(
            W + kind,
            new XAttribute(W + "id", 900),
            new XAttribute(W + "author", "Anna Ek"),
            new XAttribute(W + "date", "2026-11-20T10:00:00Z"),
            content.Select(c => new XElement(c))
        );

    private static bool IsHeading(XElement paragraph) =>
        ((string?)paragraph.Element(W + "pPr")?.Element(W + "pStyle")?.Attribute(W + "val"))?.StartsWith(
            "Heading",
            StringComparison.Ordinal
        ) == true;

    /// <summary>The body's elements from a heading of the first level up to the next.</summary>
    private static List<XElement> Section(XElement body, int index)
    {
        var starts = body.Elements()
            .Where(e =>
                e.DescendantsAndSelf(W + "p")
                    .Take(1)
                    .Any(p => (string?)p.Element(W + "pPr")?.Element(W + "pStyle")?.Attribute(W + "val") == "Heading1")
            )
            .ToList();
        return [starts[index], .. starts[index].ElementsAfterSelf().TakeWhile(e => e != starts[index + 1])];
    }

    private static Organisation Lists(int rows)
    {
        var lists = new Organisation();
        for (var i = 1; i <= rows; i++)
        {
            lists.Add("Incidents", ("Title", $"Händelse {i}"), ("Year", 2026), ("Kind", "Incident"));
            lists.Add("ActionItems", ("Title", $"Åtgärd {i}"), ("PlannedYears", "2027"), ("Status", "Pågår"));
            lists.Add("UndesiredEvents", ("Title", $"Förlust {i}"), ("Year", 2025));
            lists.Add("Objectives", ("Title", $"Mål {i}"), ("Year", 2026));
            lists.Add("ProcessingActivities", ("Title", $"Behandling {i}"));
        }
        return lists;
    }
}
