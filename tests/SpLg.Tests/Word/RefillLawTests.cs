using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using FsCheck;
using FsCheck.Fluent;
using static SpLg.Tests.Word.AnySample;
using static SpLg.Tests.Word.TestDocx;

namespace SpLg.Tests.Word;

/// <summary>The laws of filling, over templates and data that nobody chose.</summary>
public class RefillLawTests
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    [Fact]
    public void Filling_again_with_the_same_data_changes_no_byte() =>
        Holds(
            100,
            from body in Body(2)
            from data in Data
            select (body, data),
            t =>
            {
                var filled = Compile(Create(P("{{Innehållsförteckning}}") + t.body, P("{{Organisation}}")))
                    .Fill(t.data);
                AssertValid(filled);
                var again = Compile(filled);
                Assert.Empty(again.EditedBlocks);
                AssertSame(filled, again.Fill(t.data));
            }
        );

    [Fact]
    public void Filling_with_other_data_gives_what_the_template_gives() =>
        Holds(
            100,
            from body in Body(2)
            from a in Data
            from b in Data
            select (body, a, b),
            t =>
            {
                var template = Compile(
                    Create(P("{{Innehållsförteckning}}") + t.body, P("{{Organisation}}"), "Om {{Organisation}}")
                );
                AssertSame(template.Fill(t.b), Compile(template.Fill(t.a)).Fill(t.b));
            }
        );

    [Fact]
    public void The_laws_hold_in_headers_footers_and_notes() =>
        Holds(
            100,
            from header in Body(1)
            from footer in Body(1)
            from note in Body(1)
            from a in Data
            from b in Data
            select (header, footer, note, a, b),
            t =>
            {
                var template = Compile(
                    Create(P("{{Organisation}}"), t.header, more: d => AddFooterAndNote(d, t.footer, t.note))
                );
                var filled = template.Fill(t.a);
                AssertValid(filled);
                AssertSame(filled, Compile(filled).Fill(t.a));
                AssertSame(template.Fill(t.b), Compile(filled).Fill(t.b));
            }
        );

    [Fact]
    public void What_a_person_adds_changes_or_deletes_outside_the_blocks_stays_so() =>
        Holds(
            100,
            from body in Body(1)
            from a in Data
            from b in Data
            from at in Gen.Choose(0, 1000)
            select (body, a, b, at),
            t =>
            {
                var template = Compile(Create(t.body, P("{{Organisation}}")));
                foreach (
                    var edit in new Action<XElement>[]
                    {
                        e => AddParagraph(e, t.at),
                        e => DeleteBlock(e, t.at),
                        e => ChangeText(e),
                    }
                )
                {
                    var refilled = Compile(Edit(template.Fill(t.a), edit)).Fill(t.b);
                    AssertValid(refilled);
                    Assert.Equal(Document(Edit(template.Fill(t.b), edit)).ToString(), Document(refilled).ToString());
                }
            }
        );

    [Fact]
    public void Without_its_content_controls_a_document_is_filled_by_its_bookmarks() =>
        Holds(
            100,
            from body in Body(2)
            from a in Data
            from b in Data
            select (body, a, b),
            t =>
            {
                var template = Compile(Create(P("{{Innehållsförteckning}}") + t.body, P("{{Organisation}}")));
                var dropped = Compile(
                    Edit(
                        template.Fill(t.a),
                        root =>
                        {
                            foreach (var control in root.Descendants(W + "sdt").ToList())
                                control.ReplaceWith(control.Element(W + "sdtContent")!.Nodes());
                        }
                    )
                );
                Assert.Empty(dropped.EditedBlocks);
                var refilled = dropped.Fill(t.b);
                AssertValid(refilled);
                Assert.Equal(Lines(template.Fill(t.b)), Lines(refilled));
            }
        );

    [Fact]
    public void What_a_person_writes_in_any_block_is_in_a_comment_afterwards() =>
        Holds(
            100,
            from body in Body(2)
            from a in Data
            from b in Data
            from at in Gen.Choose(0, 1000)
            select (body, a, b, at),
            t =>
            {
                const string written = "Skrivet i delen";
                var edited = Compile(
                    Edit(
                        Compile(Create(t.body + P("{{Organisation}}!"))).Fill(t.a),
                        root =>
                        {
                            var runs = root.Descendants(W + "sdt").Descendants(W + "r").ToList();
                            runs[t.at % runs.Count].AddAfterSelf(new XElement(W + "r", new XElement(W + "t", written)));
                        }
                    )
                );
                var refilled = edited.Fill(t.b);
                AssertValid(refilled);
                using var document = WordprocessingDocument.Open(new MemoryStream(refilled), isEditable: false);
                Assert.DoesNotContain(written, document.MainDocumentPart!.Document.InnerText, StringComparison.Ordinal);
                Assert.Contains(
                    written,
                    document.MainDocumentPart.WordprocessingCommentsPart!.Comments.InnerText,
                    StringComparison.Ordinal
                );
                AssertSame(refilled, Compile(refilled).Fill(t.b));
            }
        );

    [Fact]
    public void Text_written_by_hand_in_a_block_is_told_and_replaced()
    {
        var data = new Sample(Rows: [new("Ett"), new("Två")]);
        var filled = Compile(Create(P("Hos {{Organisation}}") + Table(1, TestDocx.Row("{{Incidenter.Titel}}"))))
            .Fill(data);
        var edited = Compile(
            Edit(filled, root => root.Descendants(W + "t").Single(x => x.Value == "Två").Value = "Två, rättat")
        );
        var block = Assert.Single(edited.EditedBlocks);
        Assert.Equal(("Incidenter", "Ett\nTvå, rättat", (string?)null), (block.Label, block.Text, block.Heading));
        using var output = new MemoryStream();
        Assert.Equal(edited.EditedBlocks, edited.Fill(data, output).EditedBlocks);
        Assert.Equal(Lines(filled), Lines(output.ToArray()));
    }

    [Fact]
    public void Runs_split_and_marked_by_Word_are_no_edit()
    {
        var filled = Compile(Create(P("{{Organisation}}"))).Fill(new Sample("Ett två"));
        var saved = Edit(
            filled,
            root =>
            {
                var run = root.Descendants(W + "r").Single(r => r.Value == "Ett två");
                run.ReplaceWith(
                    new XElement(
                        W + "r",
                        new XAttribute(W + "rsidR", "00AA00BB"),
                        new XElement(W + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), "Ett ")
                    ),
                    new XElement(W + "proofErr", new XAttribute(W + "type", "spellStart")),
                    new XElement(W + "r", new XElement(W + "t", "två"))
                );
            }
        );
        Assert.Empty(Compile(saved).EditedBlocks);
    }

    [Fact]
    public void A_filled_document_that_has_lost_all_its_content_controls_cannot_be_filled()
    {
        var filled = Compile(Create(P("{{Organisation}}"), title: "Om {{Organisation}}")).Fill(new Sample("Ett"));
        var stripped = Template.Compile(Edit(filled, root => Strip(root.Descendants(W + "sdt"))), "m", Sample.Fields);
        var finding = Assert.Single(stripped.Findings);
        Assert.Contains("innehållskontroller är borta", finding.Message, StringComparison.Ordinal);
        Assert.Equal(FindingLevel.Error, finding.Level);
        Assert.False(stripped.CanFill);
    }

    [Fact]
    public void A_part_that_stands_there_without_its_content_control_is_told_of_at_every_filling_until_it_is_gone()
    {
        var filled = Compile(Create(P("{{Organisation}}") + P("{{Belopp}}"))).Fill(new Sample("Ett", 1));
        var stripped = Edit(filled, root => Strip(root.Descendants(W + "sdt").Take(1)));
        for (var i = 2; i < 5; i++)
        {
            var template = Template.Compile(stripped, "m", Sample.Fields);
            var finding = Assert.Single(template.Findings);
            Assert.Contains(
                "går inte längre att känna igen och uppdateras inte",
                finding.Message,
                StringComparison.Ordinal
            );
            Assert.Equal((FindingLevel.Warning, "Ett"), (finding.Level, finding.Text));
            stripped = template.Fill(new Sample("Två", i));
            Assert.Equal(["Ett", $"{i}"], Lines(stripped));
        }
        var deleted = Edit(stripped, root => root.Descendants(W + "p").First().Remove());
        Assert.Empty(Template.Compile(deleted, "m", Sample.Fields).Findings);
    }

    [Fact]
    public void A_part_that_a_person_has_deleted_stays_deleted_and_is_no_fault()
    {
        var filled = Compile(
                Create(
                    P("Årshjul", "Heading1")
                        + P("{{#om Belopp}}")
                        + P("{{Organisation}}")
                        + P("{{/om}}")
                        + P("{{Belopp}}")
                )
            )
            .Fill(new Sample("Ett", 1));
        var template = Template.Compile(
            Edit(filled, root => root.Descendants(W + "sdt").First().Remove()),
            "m",
            Sample.Fields
        );
        Assert.Empty(template.Findings);
        Assert.Equal(["Årshjul", "2"], Lines(template.Fill(new Sample("Två", 2))));
    }

    [Fact]
    public void A_content_control_whose_hidden_facts_are_gone_is_left_and_told_of()
    {
        var orphan =
            "<w:sdt><w:sdtPr><w:tag w:val=\"splg:x-1\"/></w:sdtPr><w:sdtContent>"
            + P("Kvar")
            + "</w:sdtContent></w:sdt>";
        var template = Template.Compile(Create(orphan + P("{{Organisation}}")), "m", Sample.Fields);
        Assert.Contains("dolda uppgifter saknas", Assert.Single(template.Findings).Message, StringComparison.Ordinal);
        Assert.Equal(["Kvar", "Ett"], Lines(template.Fill(new Sample("Ett"))));
        var nothingElse = Template.Compile(Create(orphan), "m", Sample.Fields);
        Assert.Contains(
            nothingElse.Findings,
            f =>
                f.Level == FindingLevel.Error
                && f.Message.Contains("Inget i det kan uppdateras", StringComparison.Ordinal)
        );
        Assert.False(nothingElse.CanFill);
    }

    [Fact]
    public void A_block_copied_by_a_person_lives_on_as_two()
    {
        var filled = Compile(Create(P("{{Organisation}}") + Bullet("{{Incidenter.Titel}}")))
            .Fill(new Sample("Ett", Rows: [new("a")]));
        var copied = Edit(
            filled,
            root =>
            {
                foreach (var child in root.Elements().First().Elements().Where(e => e.Name != W + "sectPr").ToList())
                    child.AddAfterSelf(new XElement(child));
            }
        );
        var refilled = Compile(copied).Fill(new Sample("Två", Rows: [new("b"), new("c")]));
        AssertValid(refilled);
        Assert.Equal(["Två", "Två", "b", "c", "b", "c"], Lines(refilled));
    }

    private static void AddFooterAndNote(WordprocessingDocument document, string footer, string note)
    {
        const string names = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
        var main = document.MainDocumentPart!;
        main.AddNewPart<FooterPart>("rIdFooter").FeedData(Xml($"<w:ftr {names}>{footer}</w:ftr>"));
        main.AddNewPart<FootnotesPart>("rIdNotes")
            .FeedData(Xml($"<w:footnotes {names}><w:footnote w:id=\"2\">{note}</w:footnote></w:footnotes>"));
    }

    private static MemoryStream Xml(string xml) => new(Encoding.UTF8.GetBytes(xml));

    // As a program that keeps neither controls nor hidden bookmarks.
    private static void Strip(IEnumerable<XElement> controls)
    {
        foreach (var control in controls.ToList())
        {
            control.Descendants().Where(e => e.Name == W + "bookmarkStart" || e.Name == W + "bookmarkEnd").Remove();
            control.ReplaceWith(control.Element(W + "sdtContent")!.Nodes());
        }
    }

    private static void Holds<T>(int count, Gen<T> gen, Action<T> law) =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(SampleOrAll.CountOf(count)),
            Prop.ForAll(gen.ToArbitrary(), law)
        );

    private static Template Compile(byte[] docx)
    {
        var template = Template.Compile(docx, "mall.docx", Sample.Fields);
        Assert.DoesNotContain(template.Findings, f => f.Level == FindingLevel.Error);
        return template;
    }

    private static void AddParagraph(XElement document, int at)
    {
        var children = document.Elements().First().Elements().ToList();
        children[at % children.Count]
            .AddBeforeSelf(new XElement(W + "p", new XElement(W + "r", new XElement(W + "t", "Skrivet för hand"))));
    }

    private static void DeleteBlock(XElement document, int at)
    {
        var blocks = document.Elements().First().Elements(W + "sdt").ToList();
        if (blocks.Count > 0)
            blocks[at % blocks.Count].Remove();
    }

    private static void ChangeText(XElement document)
    {
        foreach (var text in document.Descendants(W + "t").Where(t => !t.Ancestors(W + "sdt").Any()))
            text.Value += " ändrat";
    }
}
