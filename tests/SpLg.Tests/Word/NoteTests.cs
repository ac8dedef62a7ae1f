using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using FsCheck;
using FsCheck.Fluent;
using static SpLg.Tests.Word.TestDocx;

namespace SpLg.Tests.Word;

public class NoteTests
{
    private const string Names = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    private static readonly Sample Two = new(Rows: [new("Policy", 2), new("Riktlinje", 3)]);
    private static readonly Sample Three = new("Två", Rows: [new("A"), new("B"), new("C")]);

    [Theory]
    [InlineData("<w:p><w:r><w:t>{{Incidenter.Titel}}</w:t></w:r>REF</w:p>")]
    [InlineData(
        "<w:p><w:r><w:t>{{#Incidenter}}</w:t></w:r></w:p><w:p><w:r><w:t>Fast</w:t></w:r>REF</w:p><w:p><w:r><w:t>"
            + "{{/Incidenter}}</w:t></w:r></w:p>"
    )]
    [InlineData(
        "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:p><w:r><w:t>"
            + "{{Incidenter.Titel}}</w:t></w:r>REF</w:p></w:tc></w:tr></w:tbl>"
    )]
    public void A_note_in_repeated_content_comes_once_for_each_row_with_its_values(string body)
    {
        var filled = Fill(body, "Se {{Incidenter.Titel}} hos {{Organisation}}", Two);
        Assert.Equal(
            [(1, "Se Policy hos Miljöförvaltningen"), (2, "Se Riktlinje hos Miljöförvaltningen")],
            Notes(filled)
        );
    }

    [Fact]
    public void A_note_outside_repeated_content_is_filled_where_it_is()
    {
        var filled = Fill("<w:p><w:r><w:t>Text</w:t></w:r>REF</w:p>", "Hos {{Organisation}}", Two);
        Assert.Equal([(2, "Hos Miljöförvaltningen")], Notes(filled));
    }

    [Fact]
    public void A_note_under_a_condition_is_there_only_when_it_holds()
    {
        var body = P("{{#om Godkänd}}") + "<w:p><w:r><w:t>Text</w:t></w:r>REF</w:p>" + P("{{/om}}");
        var empty = Fill(body, "Fast text", Two);
        Assert.Empty(Notes(empty));
        Assert.Equal([(1, "Fast text")], Notes(Compile(empty).Fill(Two with { Approved = true })));
    }

    [Fact]
    public void A_note_comes_back_when_a_program_that_saw_none_has_left_out_their_part()
    {
        var body = P("{{#om Godkänd}}") + "<w:p><w:r><w:t>Text</w:t></w:r>REF</w:p>" + P("{{/om}}");
        using var stream = new MemoryStream();
        stream.Write(Fill(body, "Se {{Organisation}}", Two));
        using (var document = WordprocessingDocument.Open(stream, isEditable: true))
            document.MainDocumentPart!.DeletePart(document.MainDocumentPart.FootnotesPart!);
        var refilled = Compile(stream.ToArray()).Fill(Two with { Approved = true });
        AssertValid(refilled);
        Assert.Equal([(1, "Se Miljöförvaltningen")], Notes(refilled));
        AssertSame(refilled, Compile(refilled).Fill(Two with { Approved = true }));
    }

    [Fact]
    public void Notes_written_by_hand_stay_and_those_of_rows_that_are_gone_go()
    {
        var filled = Fill("<w:p><w:r><w:t>{{Incidenter.Titel}}</w:t></w:r>REF</w:p>", "Se {{Incidenter.Titel}}", Two);
        using var stream = new MemoryStream();
        stream.Write(filled);
        using (var document = WordprocessingDocument.Open(stream, isEditable: true))
        {
            var main = document.MainDocumentPart!;
            main.FootnotesPart!.Footnotes.AppendChild(
                new Footnote(new Paragraph(new Run(new Text("Egen not")))) { Id = 7 }
            );
            main.Document.Body!.PrependChild(
                new Paragraph(new Run(new Text("Eget")), new Run(new FootnoteReference { Id = 7 }))
            );
        }
        var edited = Compile(stream.ToArray());
        Assert.Empty(edited.EditedBlocks);
        var refilled = edited.Fill(new Sample(Rows: [new("Bara en")]));
        AssertValid(refilled);
        Assert.Equal([(7, "Egen not"), (8, "Se Bara en")], Notes(refilled));
    }

    [Fact]
    public void A_note_that_a_person_has_changed_in_generated_content_is_told()
    {
        var filled = Fill("<w:p><w:r><w:t>{{Incidenter.Titel}}</w:t></w:r>REF</w:p>", "Se {{Incidenter.Titel}}", Two);
        using var stream = new MemoryStream();
        stream.Write(filled);
        using (var document = WordprocessingDocument.Open(stream, isEditable: true))
            document
                .MainDocumentPart!.FootnotesPart!.Footnotes.Descendants<Text>()
                .Single(t => t.Text == "Policy")
                .Text = "Policyn";
        Assert.Contains(
            "Se Policyn",
            Assert.Single(Compile(stream.ToArray()).EditedBlocks).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_wrong_name_in_a_note_is_told_with_its_place()
    {
        var template = Template.Compile(
            Docx("<w:p><w:r><w:t>{{Incidenter.Titel}}</w:t></w:r>REF</w:p>", "Se {{Incidenter.Tittel}}"),
            "m",
            Sample.Fields
        );
        var finding = Assert.Single(template.Findings);
        Assert.Equal(FindingLevel.Error, finding.Level);
        Assert.Contains("fotnoterna", finding.Place, StringComparison.Ordinal);
    }

    [Fact]
    public void The_laws_of_filling_hold_with_notes()
    {
        var pieces = Gen.Elements(
            P("Text {{Organisation}}"),
            "<w:p><w:r><w:t>{{Incidenter.Titel}}</w:t></w:r>REF</w:p>",
            "<w:p><w:r><w:t>Fast</w:t></w:r>REF</w:p>",
            P("{{#om Godkänd}}") + "<w:p><w:r><w:t>Ja {{Organisation}}</w:t></w:r>REF</w:p>" + P("{{/om}}"),
            P("{{#Incidenter}}")
                + "<w:p><w:r><w:t>Fast</w:t></w:r>REF</w:p>"
                + Table(1, Row("{{Punkter.Text}}"))
                + P("{{/Incidenter}}")
        );
        var notes = Gen.Elements("Se {{Organisation}} den {{Fastställd}}", "Fast text", "{{Sammanfattning}}");
        var data = Gen.Elements(
            Two,
            Three,
            new Sample("Inga"),
            Two with
            {
                Approved = true,
                Rich = "<p>Ett</p><ul><li>två</li></ul>",
            }
        );
        var cases =
            from body in Gen.NonEmptyListOf(pieces)
            from note in notes
            from a in data
            from b in data
            select (Body: string.Concat(body.Take(5)), note, a, b);
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(60),
            Prop.ForAll(
                cases.ToArbitrary(),
                t =>
                {
                    var template = Compile(Docx(t.Body + P("{{Organisation}}"), t.note));
                    var filled = template.Fill(t.a);
                    AssertValid(filled);
                    Assert.Empty(Compile(filled).EditedBlocks);
                    AssertSame(filled, Compile(filled).Fill(t.a));
                    AssertSame(template.Fill(t.b), Compile(filled).Fill(t.b));
                }
            )
        );
    }

    private static byte[] Fill(string body, string note, Sample data)
    {
        var template = Compile(Docx(body + P("{{Organisation}}"), note));
        var filled = template.Fill(data);
        AssertValid(filled);
        AssertSame(filled, Compile(filled).Fill(data));
        AssertSame(template.Fill(Three), Compile(filled).Fill(Three));
        return filled;
    }

    private static Template Compile(byte[] docx)
    {
        var template = Template.Compile(docx, "m", Sample.Fields);
        Assert.Empty(template.Findings);
        return template;
    }

    /// <summary>Each <c>REF</c> becomes a reference to a note of its own with this text.</summary>
    private static byte[] Docx(string body, string note)
    {
        var pieces = body.Split("REF");
        var referring = new StringBuilder(pieces[0]);
        var notes = new StringBuilder(
            "<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>"
        );
        for (var i = 1; i < pieces.Length; i++)
        {
            referring.Append(
                System.Globalization.CultureInfo.InvariantCulture,
                $"<w:r><w:footnoteReference w:id=\"{i + 1}\"/></w:r>{pieces[i]}"
            );
            notes.Append(
                System.Globalization.CultureInfo.InvariantCulture,
                $"<w:footnote w:id=\"{i + 1}\">{P(note)}</w:footnote>"
            );
        }
        return Create(
            referring.ToString(),
            more: d =>
                d.MainDocumentPart!.AddNewPart<FootnotesPart>("rIdNotes")
                    .FeedData(new MemoryStream(Encoding.UTF8.GetBytes($"<w:footnotes {Names}>{notes}</w:footnotes>")))
        );
    }

    /// <summary>Id and words of each note that the document refers to, in its order.</summary>
    private static (long Id, string Text)[] Notes(byte[] docx)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);
        var notes = document
            .MainDocumentPart!.FootnotesPart!.Footnotes.Elements<Footnote>()
            .Where(f => f.Type is null)
            .ToDictionary(f => f.Id!.Value, f => f.InnerText);
        var references = document
            .MainDocumentPart.Document.Descendants<FootnoteReference>()
            .Select(r => r.Id!.Value)
            .ToList();
        Assert.Equal(notes.Keys.Order(), references.Order());
        return [.. references.Select(r => (r, notes[r]))];
    }
}
