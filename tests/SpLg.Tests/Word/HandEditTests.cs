using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using static SpLg.Tests.Word.TestDocx;

namespace SpLg.Tests.Word;

/// <summary>What people do inside generated parts of a document is never lost when it is filled again.</summary>
public class HandEditTests
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private static readonly Sample Data = new("Ett", 1, Rows: [new("Rad ett"), new("Rad två")]);

    private static readonly string Body =
        P("Hos {{Organisation}} och {{Belopp}}")
        + P("{{Sammanfattning}}")
        + Bullet("{{Incidenter.Titel}}")
        + Table(1, HeaderRow("Titel"), Row("{{Omvärld och uppdrag.Titel}}"));

    [Fact]
    public void Hand_written_text_is_kept_as_a_comment_at_the_part_that_was_written_anew()
    {
        var filled = Fill(Create(Body), Data with { Rich = "<p>Före</p><p>Efter</p>", Others = [new("Cell")] });
        var edited = Edit(
            filled,
            root =>
            {
                foreach (
                    var (from, to) in new[]
                    {
                        ("Ett", "Ettan"),
                        ("Efter", "Efteråt"),
                        ("Rad två", "Rad tre"),
                        ("Cell", "Cellen"),
                    }
                )
                    root.Descendants(W + "t").Single(t => t.Value == from).Value = to;
            }
        );
        var refilled = Fill(edited, Data with { Rich = "<p>Nytt</p>", Others = [new("Ny"), new("Nyare")] });
        Assert.Equal(["Hos Ett och 1", "Nytt", "Rad ett", "Rad två", "Titel", "Ny", "Nyare"], Lines(refilled));
        Assert.Equal(["Ettan", "Efteråt", "Rad tre", "Titel: Cellen"], Kept(refilled));
        Assert.Equal(["Ett", "Nytt", "Rad två", "Ny"], Commented(refilled));
        Assert.All(Comments(refilled), c => Assert.Equal("SpLg", c.Author!.Value));
    }

    [Fact]
    public void A_part_that_was_changed_is_told_under_its_heading_as_that_reads()
    {
        var filled = Fill(
            Create(P("Plan för {{Organisation}}", "Heading1") + P("{{Sammanfattning}}")),
            Data with
            {
                Rich = "<p>Före</p>",
            }
        );
        var edited = Edit(filled, root => root.Descendants(W + "t").Single(t => t.Value == "Före").Value = "Förut");
        Assert.Equal(
            "under rubriken ”Plan för Ett”",
            Assert.Single(Template.Compile(edited, "m", Sample.Fields).EditedBlocks).Where
        );
    }

    [Fact]
    public void A_kept_comment_stays_once_however_often_the_document_is_filled_again()
    {
        var edited = Edit(
            Fill(Create(Body), Data),
            root => root.Descendants(W + "t").Single(t => t.Value == "Ett").Value = "Ettan"
        );
        var first = Fill(edited, Data);
        AssertSame(first, Fill(first, Data));
        var other = Fill(Fill(first, Data with { Name = "Två" }), Data with { Name = "Tre" });
        Assert.Equal(["Ettan"], Kept(other));
        Assert.Equal(["Tre"], Commented(other));
        var again = Fill(
            Edit(other, root => root.Descendants(W + "t").Single(t => t.Value == "Tre").Value = "Trean"),
            Data
        );
        Assert.Equal(["Ettan", "Trean"], Kept(again));
        Assert.Equal(["Ett", "Ett"], Commented(again));
    }

    [Fact]
    public void A_part_with_a_comment_is_found_again_by_its_marks_alone()
    {
        var filled = Fill(Create(P("{{Sammanfattning}}")), Data with { Rich = "<p>Före</p><p>Efter</p>" });
        var edited = Fill(
            Edit(filled, root => root.Descendants(W + "t").Single(t => t.Value == "Före").Value = "Förut"),
            Data with
            {
                Rich = "<p>Nu</p>",
            }
        );
        var saved = Edit(
            edited,
            root =>
            {
                // LibreOffice drops a bookmark right before a comment on nothing, then the range of the comment, and
                // the control.
                var reference = root.Descendants(W + "commentReference").Single().Parent!;
                Assert.Empty(reference.ElementsBeforeSelf(W + "bookmarkStart"));
                Assert.Equal(2, reference.ElementsAfterSelf(W + "bookmarkStart").Count());
                foreach (
                    var element in root.Descendants()
                        .Where(e => e.Name.LocalName is "commentRangeStart" or "commentRangeEnd")
                        .ToList()
                )
                    element.Remove();
                var control = reference.Ancestors(W + "sdt").Single();
                control.ReplaceWith(control.Element(W + "sdtContent")!.Elements());
            }
        );
        var refilled = Fill(saved, Data with { Rich = "<p>Sedan</p>" });
        Assert.Equal(["Sedan"], Lines(refilled));
        Assert.Equal(["Förut"], Kept(refilled));
    }

    [Fact]
    public void Text_that_is_the_same_as_the_new_is_no_edit()
    {
        var edited = Edit(
            Fill(Create(Body), Data),
            root => root.Descendants(W + "t").Single(t => t.Value == "Ett").Value = "Två"
        );
        var template = Template.Compile(edited, "m", Sample.Fields);
        Assert.Single(template.EditedBlocks);
        using var output = new MemoryStream();
        Assert.Empty(template.Fill(Data with { Name = "Två" }, output).EditedBlocks);
        Assert.Empty(Comments(output.ToArray()));
        AssertValid(output.ToArray());
    }

    [Fact]
    public void A_picture_that_was_put_in_a_part_is_told_of_though_no_word_has_changed()
    {
        XNamespace drawing = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
        var edited = Edit(
            Fill(Create(Body), Data),
            root =>
                root.Descendants(W + "t")
                    .Single(t => t.Value == "Rad ett")
                    .AddAfterSelf(
                        new XElement(
                            W + "drawing",
                            new XElement(
                                drawing + "inline",
                                new XElement(drawing + "docPr", new XAttribute("id", 7), new XAttribute("name", "Bild"))
                            )
                        )
                    )
        );
        var refilled = Fill(edited, Data);
        Assert.StartsWith("En bild.", Assert.Single(Kept(refilled)), StringComparison.Ordinal);
        AssertSame(refilled, Fill(refilled, Data));
    }

    [Fact]
    public void Text_that_was_taken_away_leaves_a_comment_that_says_so()
    {
        var edited = Edit(
            Fill(Create(Body), Data),
            root => root.Descendants(W + "t").Single(t => t.Value == "Ett").Remove()
        );
        Assert.Contains(
            "tagits bort för hand",
            Assert.Single(Comments(Fill(edited, Data))).InnerText,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Of_a_table_the_comment_keeps_what_a_person_has_written()
    {
        var rows = Enumerable.Range(1, 30).Select(i => new SampleRow($"Rad {i}")).ToList();
        var filled = Fill(Create(Table(1, HeaderRow("Titel"), Row("{{Incidenter.Titel}}"))), Data with { Rows = rows });
        var edited = Edit(
            filled,
            root => root.Descendants(W + "t").Single(t => t.Value == "Rad 7").Value = "Rad 7, rättad"
        );
        Assert.Equal(["Titel: Rad 7, rättad"], Kept(Fill(edited, Data with { Rows = rows })));
        var deleted = Edit(filled, root => root.Descendants(W + "tr").Single(r => r.Value == "Rad 7").Remove());
        Assert.Contains(
            "tagits bort för hand",
            Assert.Single(Comments(Fill(deleted, Data with { Rows = rows }))).InnerText,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_changed_cell_is_told_with_its_row_and_column_also_when_another_cell_says_the_same()
    {
        IReadOnlyList<SampleRow> rows = [new("IA-1", 1), new("IA-2", 2), new("IA-3", 3)];
        var filled = Fill(
            Create(Table(2, HeaderRow("Titel", "Antal"), Row("{{Incidenter.Titel}}", "{{Incidenter.Antal}}"))),
            Data with
            {
                Rows = rows,
            }
        );
        var edited = Edit(filled, root => root.Descendants(W + "t").Single(t => t.Value == "2").Value = "3");
        var template = Template.Compile(edited, "m", Sample.Fields);
        Assert.Equal(["IA-2, Antal: 3"], Assert.Single(template.EditedBlocks).Written);
        Assert.Equal(["IA-2, Antal: 3"], Kept(Fill(edited, Data with { Rows = rows })));
    }

    [Fact]
    public void A_comment_on_a_cell_follows_its_row()
    {
        IReadOnlyList<SampleRow> rows = [new("IA-1", 1), new("IA-2", 2), new("IA-3", 3)];
        var filled = Fill(
            Create(Table(2, HeaderRow("Titel", "Antal"), Row("{{Incidenter.Titel}}", "{{Incidenter.Antal}}"))),
            Data with
            {
                Rows = rows,
            }
        );
        var commented = WithComments(filled, (0, Run("2"), Run("2")));
        Assert.Equal(
            ["22"],
            Commented(
                Fill(commented, Data with { Rows = [new("IA-0", 2), new("IA-1", 1), new("IA-2", 22), new("IA-3", 3)] })
            )
        );
        Assert.Equal(["IA-1"], Commented(Fill(commented, Data with { Rows = [new("IA-1", 1), new("IA-3", 3)] })));
        var edited = Edit(filled, root => root.Descendants(W + "t").Single(t => t.Value == "2").Value = "20");
        Assert.Equal(
            ["23"],
            Commented(Fill(edited, Data with { Rows = [new("IA-1", 1), new("IA-2", 23), new("IA-3", 3)] }))
        );
    }

    [Fact]
    public void A_comment_in_the_first_paragraph_of_a_part_begins_with_a_line_that_LibreOffice_may_lose()
    {
        var filled = Fill(Create(Body), Data with { Rich = "<p>Före</p><p>Efter</p>" });
        var commented = WithComments(
            filled,
            (0, Run("Före"), Run("Före")),
            (1, Run("Efter"), Run("Efter")),
            (2, Run("Ett"), Run("Ett"))
        );
        var refilled = Fill(commented, Data with { Rich = "<p>Före</p><p>Efter</p>" });
        Assert.Equal(
            [
                ["", "Kommentar 0"],
                ["Kommentar 1"],
                ["Kommentar 2"],
            ],
            Comments(refilled).Select(c => c.Elements<Paragraph>().Select(p => p.InnerText))
        );
        AssertSame(refilled, Fill(refilled, Data with { Rich = "<p>Före</p><p>Efter</p>" }));
    }

    [Fact]
    public void A_comment_gets_the_date_it_is_given_and_one_that_is_no_date_is_taken_away()
    {
        var edited = Edit(
            Fill(Create(Body), Data),
            root => root.Descendants(W + "t").Single(t => t.Value == "Ett").Value = "Ettan"
        );
        var properties = new DocumentProperties(
            CommentedOn: new(year: 2026, month: 3, day: 1, hour: 9, minute: 0, second: 0, offset: TimeSpan.FromHours(1))
        );
        var refilled = Template.Compile(edited, "m", Sample.Fields).Fill(Data, properties);
        AssertValid(refilled);
        Assert.Equal(
            "2026-03-01T08:00:00Z",
            Assert.Single(Comments(refilled)).GetAttribute("date", W.NamespaceName).Value
        );
        var saved = Edit(
            refilled,
            comments => comments.Elements().Single().SetAttributeValue(W + "date", "0-00-00T00:00:00Z"),
            "word/comments.xml"
        );
        Assert.Null(Assert.Single(Comments(Fill(saved, Data))).Date);
    }

    [Fact]
    public void An_edit_in_a_header_is_told_but_Word_has_no_comments_there()
    {
        var filled = Fill(Create(P("{{Belopp}}"), P("{{Organisation}}")), Data);
        using var stream = new MemoryStream();
        stream.Write(filled);
        using (var document = WordprocessingDocument.Open(stream, isEditable: true))
            document.MainDocumentPart!.HeaderParts.Single().Header.Descendants<Text>().Single().Text = "Ettan";
        var template = Template.Compile(stream.ToArray(), "m", Sample.Fields);
        using var output = new MemoryStream();
        Assert.Equal("Ettan", Assert.Single(template.Fill(Data, output).EditedBlocks).Text);
        AssertValid(output.ToArray());
        Assert.Empty(Comments(output.ToArray()));
    }

    [Fact]
    public void Tracked_changes_in_a_part_count_as_an_edit_and_outside_they_stay_tracked()
    {
        var edited = Edit(
            Fill(Create(Body + P("Fritt")), Data),
            root =>
            {
                Track(root.Descendants(W + "t").Single(t => t.Value == "Ett").Parent!);
                Track(root.Descendants(W + "t").Single(t => t.Value == "Fritt").Parent!);
            }
        );
        var refilled = Fill(edited, Data);
        Assert.Equal(["spårat"], Kept(refilled));
        using var document = WordprocessingDocument.Open(new MemoryStream(refilled), isEditable: false);
        var main = document.MainDocumentPart!.Document;
        Assert.Equal("Fritt", Assert.Single(main.Descendants<DeletedRun>()).InnerText);
        Assert.Equal("spårat", Assert.Single(main.Descendants<InsertedRun>()).InnerText);
    }

    [Fact]
    public void A_persons_comment_stays_at_the_part_it_was_about()
    {
        var filled = Fill(Create(Body), Data with { Others = [new("Cell ett"), new("Cell två")] });
        var commented = WithComments(
            filled,
            (0, Run("Ett"), Run("Ett")),
            (1, Run("Rad två"), Run("Rad två")),
            (2, Run("Cell två"), Run("Cell två")),
            (3, Run("Hos "), Run("Rad ett")),
            (4, Run("1"), Run("Titel"))
        );
        AssertValid(commented);
        foreach (
            var data in new[]
            {
                Data with
                {
                    Others = [new("Cell ett"), new("Cell två")],
                },
                Data with
                {
                    Rows = [],
                    Others = [],
                },
            }
        )
        {
            var refilled = Fill(commented, data);
            Assert.Equal(5, Comments(refilled).Count);
            using var document = WordprocessingDocument.Open(new MemoryStream(refilled), isEditable: false);
            var main = document.MainDocumentPart!.Document;
            Assert.Equal(
                ["0", "1", "2", "3", "4"],
                main.Descendants<CommentRangeStart>().Select(c => c.Id!.Value!).Order()
            );
            Assert.Equal(
                ["0", "1", "2", "3", "4"],
                main.Descendants<CommentRangeEnd>().Select(c => c.Id!.Value!).Order()
            );
            Assert.Equal(
                ["0", "1", "2", "3", "4"],
                main.Descendants<CommentReference>().Select(c => c.Id!.Value!).Order()
            );
            AssertSame(refilled, Fill(refilled, data));
        }
    }

    [Fact]
    public void A_comment_in_the_content_of_a_template_comes_once_and_stays()
    {
        var body =
            P("{{#om Belopp}}")
            + "<w:p><w:commentRangeStart w:id=\"7\"/><w:r><w:t>{{Organisation}}</w:t></w:r><w:commentRangeEnd "
            + "w:id=\"7\"/><w:r><w:commentReference w:id=\"7\"/></w:r></w:p>"
            + P("{{/om}}");
        var filled = Fill(Create(body, more: d => AddComments(d, 7)), Data);
        AssertSame(filled, Fill(filled, Data));
        Assert.Equal(["Ett"], Commented(filled));
    }

    [Fact]
    public void A_persons_bookmark_in_a_part_stays_there()
    {
        var edited = Edit(
            Fill(Create(Body), Data),
            root =>
            {
                var run = root.Descendants(W + "t").Single(t => t.Value == "Rad två").Parent!;
                run.AddBeforeSelf(
                    new XElement(W + "bookmarkStart", new XAttribute(W + "id", 3), new XAttribute(W + "name", "_Ref17"))
                );
                run.AddAfterSelf(new XElement(W + "bookmarkEnd", new XAttribute(W + "id", 3)));
            }
        );
        var refilled = Fill(edited, Data);
        AssertSame(refilled, Fill(refilled, Data));
        Assert.Equal(
            "Rad två",
            Document(refilled)
                .Descendants(W + "bookmarkStart")
                .Single(b => (string?)b.Attribute(W + "name") == "_Ref17")
                .Parent!.Value
        );
    }

    private static Func<XElement, XElement> Run(string text) =>
        root => root.Descendants(W + "t").Single(t => t.Value == text).Parent!;

    private static byte[] WithComments(
        byte[] docx,
        params (int Id, Func<XElement, XElement> From, Func<XElement, XElement> To)[] comments
    )
    {
        using var stream = new MemoryStream();
        stream.Write(docx);
        using (var document = WordprocessingDocument.Open(stream, isEditable: true))
            AddComments(document, [.. comments.Select(c => c.Id)]);
        return Edit(
            stream.ToArray(),
            root =>
            {
                foreach (var (id, from, to) in comments)
                {
                    var (first, last) = (from(root), to(root));
                    first.AddBeforeSelf(new XElement(W + "commentRangeStart", new XAttribute(W + "id", id)));
                    last.AddAfterSelf(
                        new XElement(W + "commentRangeEnd", new XAttribute(W + "id", id)),
                        new XElement(W + "r", new XElement(W + "commentReference", new XAttribute(W + "id", id)))
                    );
                }
            }
        );
    }

    private static void AddComments(WordprocessingDocument document, params int[] ids)
    {
        var part = document.MainDocumentPart!.AddNewPart<WordprocessingCommentsPart>("rIdComments");
        part.Comments = new([
            .. ids.Select(id => new Comment(new Paragraph(new Run(new Text($"Kommentar {id}"))))
            {
                Id = id.ToString(),
                Author = "Karin",
            }),
        ]);
    }

    private static void Track(XElement run)
    {
        static XAttribute[] By(int id) => [new(W + "id", id), new(W + "author", "Karin")];
        var deleted = new XElement(W + "del", By(90), new XElement(W + "r", new XElement(W + "delText", run.Value)));
        run.ReplaceWith(
            deleted,
            new XElement(W + "ins", By(91), new XElement(W + "r", new XElement(W + "t", "spårat")))
        );
    }

    private static byte[] Fill(byte[] docx, Sample data)
    {
        var template = Template.Compile(docx, "m", Sample.Fields);
        Assert.DoesNotContain(template.Findings, f => f.Level == FindingLevel.Error);
        var filled = template.Fill(data);
        AssertValid(filled);
        AssertSame(filled, template.Fill(data));
        return filled;
    }

    private static List<Comment> Comments(byte[] docx)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);
        return [.. document.MainDocumentPart!.WordprocessingCommentsPart?.Comments.Elements<Comment>() ?? []];
    }

    // The texts that comments keep, their lines with a bar between.
    private static IEnumerable<string> Kept(byte[] docx) =>
        Comments(docx).Select(c => string.Join('|', Lines(c).Skip(1)));

    // What stands first after each place where a comment begins.
    private static IEnumerable<string> Commented(byte[] docx) =>
        Document(docx)
            .Descendants(W + "commentRangeStart")
            .Select(c => c.Ancestors().Last().Descendants(W + "t").First(t => c.IsBefore(t)).Value);
}
