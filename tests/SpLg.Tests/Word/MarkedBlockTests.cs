using System.Xml.Linq;
using static SpLg.Tests.Word.TestDocx;

namespace SpLg.Tests.Word;

/// <summary>
/// A document whose content controls another program has dropped is filled again by its hidden bookmarks.
/// </summary>
public class MarkedBlockTests
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private static readonly Sample Before = new("Ett", 1, Rich: "<p>Om ett</p>", Rows: [new("a"), new("b")]);
    private static readonly Sample After = new(
        "Två",
        2,
        Rich: "<p>Om två</p><p>mer</p>",
        Rows: [new("c"), new("d"), new("e")]
    );

    private static readonly string Body =
        P("Hos {{Organisation}} och {{Belopp}}")
        + P("{{Sammanfattning}}")
        + P("{{#om Belopp = 1}}")
        + P("Ja")
        + P("{{/om}}")
        + Table(1, HeaderRow("Titel"), Row("{{Incidenter.Titel}}"))
        + P("{{#om Organisation}}")
        + Table(1, Row(P("{{Organisation}}") + Table(1, Row("{{Belopp}}")) + P("")))
        + P("{{/om}}")
        + Table(1, Row(P("{{#Incidenter}}") + P("{{Titel}}") + P("{{/Incidenter}}")));

    [Fact]
    public void Every_part_is_found_and_filled_and_what_stands_between_them_stays()
    {
        var template = Compile(Create(Body, P("{{Organisation}}")));
        var saved = Edit(Dropped(template.Fill(Before)), root => root.Elements().First().AddFirst(Own("Först")));
        var again = Compile(saved);
        Assert.Empty(again.Findings);
        Assert.Empty(again.EditedBlocks);
        var refilled = again.Fill(After);
        AssertValid(refilled);
        Assert.Equal(["Först", .. Lines(template.Fill(After))], Lines(refilled));
        Assert.Equal(Rows(template.Fill(After)), Rows(refilled));
        AssertSame(refilled, Compile(refilled).Fill(After));
    }

    [Fact]
    public void An_edit_is_told_and_kept_as_in_a_document_that_Word_has_saved()
    {
        var saved = Edit(
            Dropped(Compile(Create(Body)).Fill(Before)),
            root =>
            {
                root.Descendants(W + "t").First(t => t.Value == "b").Value = "b, rättad";
                root.Descendants(W + "t")
                    .Single(t => t.Value == "Ja")
                    .Ancestors(W + "p")
                    .First()
                    .AddAfterSelf(Own("Inte i delen"));
            }
        );
        var again = Compile(saved);
        Assert.Equal(["Incidenter"], again.EditedBlocks.Select(b => b.Label).Distinct());
        var refilled = again.Fill(After);
        AssertValid(refilled);
        Assert.Contains("Inte i delen", Lines(refilled));
    }

    [Fact]
    public void A_part_that_was_deleted_stays_deleted()
    {
        var saved = Edit(
            Dropped(Compile(Create(Body)).Fill(Before)),
            root => root.Descendants(W + "tbl").First().Remove()
        );
        var again = Compile(saved);
        Assert.Empty(again.Findings);
        Assert.DoesNotContain("Titel", Lines(again.Fill(After)));
    }

    [Theory]
    [InlineData("s")]
    [InlineData("e")]
    public void A_part_with_one_of_its_bookmarks_left_is_left_as_it_stands_and_told_of(string gone)
    {
        var saved = Edit(
            Dropped(Compile(Create(Body)).Fill(Before)),
            root =>
            {
                var mark = root.Descendants(W + "t")
                    .First(t => t.Value == "Ett")
                    .Ancestors(W + "p")
                    .First()
                    .Elements(W + "bookmarkStart")
                    .First(b => ((string)b.Attribute(W + "name")!).Contains(gone + "r", StringComparison.Ordinal));
                mark.Remove();
            }
        );
        var again = Compile(saved);
        var finding = Assert.Single(again.Findings);
        Assert.Equal(FindingLevel.Warning, finding.Level);
        Assert.Contains("går inte längre att skilja", finding.Message, StringComparison.Ordinal);
        var refilled = again.Fill(After);
        AssertValid(refilled);
        Assert.Equal("Hos Ett och 2", Lines(refilled)[0]);
        Assert.Equal(finding.Message, Assert.Single(Compile(refilled).Findings).Message);
    }

    [Fact]
    public void A_mark_among_words_that_begins_a_letter_too_early_is_read_where_it_ends()
    {
        var saved = Edit(
            Dropped(Compile(Create(P("Hos {{Organisation}}"))).Fill(Before)),
            root =>
            {
                var (first, last) = (
                    root.Descendants(W + "bookmarkStart").First(),
                    root.Descendants(W + "bookmarkStart").Last()
                );
                var (before, words) = (root.Descendants(W + "t").First(), root.Descendants(W + "t").Last());
                first.Remove();
                before.Parent!.AddBeforeSelf(first);
                last.Remove();
                words.Parent!.AddBeforeSelf(last);
            }
        );
        var again = Compile(saved);
        Assert.Empty(again.EditedBlocks);
        Assert.Equal(["Hos Två"], Lines(again.Fill(After)));
    }

    [Theory]
    [InlineData("HYPERLINK \"https://exempel.se/a\"")]
    [InlineData("HYPERLINK \"\" \\l \"avsnitt\" \\o \"Till avsnittet\"")]
    public void The_code_of_a_link_that_LibreOffice_has_put_among_the_words_is_no_edit(string code)
    {
        var filled = Compile(Create(P("{{#om Belopp}}") + P("Se länken nu") + P("{{/om}}"))).Fill(Before);
        var saved = Edit(Dropped(filled), root => root.Descendants(W + "t").Single().Value = $"Se {code}länken nu");
        var again = Compile(saved);
        Assert.Empty(again.EditedBlocks);
        Assert.Equal(["Se länken nu"], Lines(again.Fill(After)));
    }

    [Fact]
    public void Bookmarks_in_the_wrong_order_are_told_of_and_nothing_is_touched()
    {
        var saved = Edit(
            Dropped(
                Compile(Create(P("{{#om Organisation}}") + P("x") + P("y") + P("{{/om}}") + P("{{Belopp}}")))
                    .Fill(Before)
            ),
            root =>
            {
                var (x, y) = (Paragraph(root, "x"), Paragraph(root, "y"));
                y.Remove();
                x.AddBeforeSelf(y);
            }
        );
        var again = Compile(saved);
        Assert.Contains("går inte längre att skilja", Assert.Single(again.Findings).Message, StringComparison.Ordinal);
        Assert.Equal(["y", "x", "2"], Lines(again.Fill(After)));
    }

    [Fact]
    public void A_part_that_was_joined_with_the_paragraph_before_it_leaves_that_paragraph_alone()
    {
        var saved = Edit(
            Dropped(Compile(Create(P("Mitt eget") + P("{{Sammanfattning}}"))).Fill(Before)),
            root =>
            {
                var (own, generated) = (Paragraph(root, "Mitt eget"), Paragraph(root, "Om ett"));
                own.Add(generated.Elements().Where(e => e.Name != W + "pPr").ToList().ConvertAll(e => new XElement(e)));
                generated.Remove();
            }
        );
        var again = Compile(saved);
        Assert.Empty(again.EditedBlocks);
        Assert.Equal(["Mitt eget", "Om två", "mer"], Lines(again.Fill(After)));
    }

    [Fact]
    public void A_section_that_ends_in_a_part_without_belonging_to_it_goes_on_ending_there()
    {
        const string section = "<w:sectPr><w:type w:val=\"nextPage\"/></w:sectPr>";
        var saved = Edit(
            Dropped(
                Compile(Create(P("{{Sammanfattning}}") + $"<w:p><w:pPr>{section}</w:pPr></w:p>" + P("Nästa sida")))
                    .Fill(Before)
            ),
            root =>
            {
                var end = root.Descendants(W + "sectPr").First();
                var generated = Paragraph(root, "Om ett");
                end.Ancestors(W + "p").First().Remove();
                generated.AddFirst(new XElement(W + "pPr", end));
            }
        );
        var refilled = Compile(saved).Fill(After);
        AssertValid(refilled);
        Assert.Equal(["Om två", "mer", " ", "Nästa sida"], Lines(refilled));
        Assert.Equal(2, Document(refilled).Descendants(W + "sectPr").Count());
    }

    [Fact]
    public void A_part_that_ends_a_section_is_found_by_bookmarks_that_stand_before_it()
    {
        var saved = Edit(
            Dropped(
                Compile(
                        Create(
                            P("Före")
                                + P("{{#om Belopp = 1}}")
                                + "<w:p><w:pPr><w:sectPr><w:type w:val=\"nextPage\"/></w:sectPr></w:pPr></w:p>"
                                + P("{{/om}}")
                                + P("Efter")
                        )
                    )
                    .Fill(Before)
            ),
            root =>
            {
                var marks = root.Descendants()
                    .Where(e => e.Name == W + "bookmarkStart" || e.Name == W + "bookmarkEnd")
                    .ToList();
                marks.ForEach(m => m.Remove());
                Paragraph(root, "Före").Add(marks);
            }
        );
        var again = Compile(saved);
        Assert.Empty(again.EditedBlocks);
        Assert.Single(Document(again.Fill(After)).Descendants(W + "sectPr"));
        Assert.Equal(2, Document(again.Fill(Before)).Descendants(W + "sectPr").Count());
        Assert.Equal(["Före", "Efter"], Lines(again.Fill(After)));
    }

    [Theory]
    [InlineData(0, 1, 2, 3)]
    [InlineData(1, 0, 3, 2)]
    [InlineData(3, 2, 1, 0)]
    [InlineData(2, 3, 0, 1)]
    public void Bookmarks_with_nothing_between_them_may_come_in_any_order(params int[] order)
    {
        var template = Compile(Create(P("Hos {{Organisation}}{{#om Belopp = 2}} (två){{/om}}{{Belopp}} i år")));
        var saved = Edit(
            Dropped(template.Fill(Before)),
            root =>
            {
                var starts = root.Descendants(W + "bookmarkStart").ToList();
                root.Descendants(W + "bookmarkEnd").Remove();
                // The end of the first part, both of the one that holds nothing, and the beginning of the last.
                var together = starts[1..5];
                var place = new XElement("place");
                together[0].AddBeforeSelf(place);
                together.ForEach(m => m.Remove());
                place.ReplaceWith(order.Select(i => together[i]));
            }
        );
        var again = Compile(saved);
        Assert.Empty(again.Findings);
        Assert.Empty(again.EditedBlocks);
        Assert.Equal(["Hos Två (två)2 i år"], Lines(again.Fill(After)));
    }

    [Fact]
    public void A_copied_part_lives_on_as_two()
    {
        var saved = Edit(
            Dropped(Compile(Create(P("{{Organisation}}"))).Fill(Before)),
            root =>
            {
                var paragraph = Paragraph(root, "Ett");
                var copy = new XElement(paragraph);
                foreach (var name in copy.Descendants(W + "bookmarkStart").Attributes(W + "name"))
                    name.Value += "_Copy_1";
                paragraph.AddAfterSelf(copy);
            }
        );
        var refilled = Compile(saved).Fill(After);
        AssertValid(refilled);
        Assert.Equal(["Två", "Två"], Lines(refilled));
    }

    [Fact]
    public void The_styles_of_a_part_are_found_by_name_when_their_ids_have_changed()
    {
        var template = Compile(Create(P("{{#om Organisation}}") + P("{{Organisation}}", "Heading2") + P("{{/om}}")));
        using var stream = new MemoryStream();
        stream.Write(Dropped(template.Fill(Before)));
        using (var document = DocumentFormat.OpenXml.Packaging.WordprocessingDocument.Open(stream, isEditable: true))
            document
                .MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<DocumentFormat.OpenXml.Wordprocessing.Style>()
                .Single(s => s.StyleId == "Heading2")
                .StyleId = "Rubrik2";
        var refilled = Compile(
                Edit(
                    stream.ToArray(),
                    root => root.Descendants(W + "pStyle").Single().SetAttributeValue(W + "val", "Rubrik2")
                )
            )
            .Fill(After);
        Assert.Equal("Rubrik2", (string?)Document(refilled).Descendants(W + "pStyle").Single().Attribute(W + "val"));
    }

    [Fact]
    public void A_part_far_larger_than_the_buffer_has_its_bookmarks_in_its_first_and_last_paragraph()
    {
        var rows = Enumerable.Range(0, 5000).Select(i => new SampleRow($"Rad {i} {new string('x', i % 90)}")).ToList();
        var template = Compile(
            Create(
                Table(1, HeaderRow("Titel"), Row("{{Incidenter.Titel}}"))
                    + P("{{#om Organisation}}")
                    + Table(1, HeaderRow("Titel"), Row("{{Incidenter.Titel}}"))
                    + P("Slut")
                    + P("{{/om}}")
            )
        );
        var filled = template.Fill(Before with { Rows = rows });
        var marks = Document(filled)
            .Descendants(W + "bookmarkStart")
            .Select(b => (Name: ((string)b.Attribute(W + "name")!)[^3..], b.Parent!.Value))
            .ToList();
        Assert.Equal([("st0", rows[0].Title!), ("et0", rows[^1].Title!), ("sb1", "Titel"), ("eb0", "Slut")], marks);
        AssertSame(filled, Compile(filled).Fill(Before with { Rows = rows }));
        Assert.Equal(Lines(template.Fill(After)), Lines(Compile(Dropped(filled)).Fill(After)));
    }

    [Fact]
    public void A_text_box_last_in_a_part_does_not_take_its_bookmark()
    {
        var box =
            "<w:p><w:r><w:t>Ytterst</w:t></w:r><w:r><w:pict><v:shape><v:textbox><w:txbxContent>"
            + P("I rutan")
            + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>";
        var template = Compile(Create(P("{{#om Organisation}}") + P("Före") + box + P("{{/om}}")));
        var last = Document(template.Fill(Before))
            .Descendants(W + "bookmarkStart")
            .Single(b => ((string)b.Attribute(W + "name")!).EndsWith("eb0", StringComparison.Ordinal));
        Assert.StartsWith("Ytterst", last.Parent!.Value, StringComparison.Ordinal);
    }

    private static XElement Own(string text) => new(W + "p", new XElement(W + "r", new XElement(W + "t", text)));

    private static XElement Paragraph(XElement root, string text) =>
        root.Descendants(W + "p").Single(p => p.Value == text);

    // As LibreOffice saves it: controls are gone, bookmarks stay.
    private static byte[] Dropped(byte[] docx) =>
        Edit(
            docx,
            root =>
            {
                foreach (var control in root.Descendants(W + "sdt").ToList())
                    control.ReplaceWith(control.Element(W + "sdtContent")!.Nodes());
            }
        );

    private static Template Compile(byte[] docx)
    {
        var template = Template.Compile(docx, "mall.docx", Sample.Fields);
        Assert.DoesNotContain(template.Findings, f => f.Level == FindingLevel.Error);
        return template;
    }
}
