using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using static SpLg.Tests.Word.TestDocx;

namespace SpLg.Tests.Word.OtherPrograms;

/// <summary>
/// What Word writes into runs of its own accord, and what a comment leaves there, shows nothing and is no object in a
/// name.
/// </summary>
public class UnseenRunContentTests
{
    private const string Broke = "<w:lastRenderedPageBreak/>";

    [Theory]
    [InlineData($"<w:r><w:t>{{{{Organi</w:t>{Broke}<w:t>sation}}}}</w:t></w:r>")]
    [InlineData($"<w:r><w:t>{{{{Organi</w:t></w:r><w:r>{Broke}<w:t>sation}}}}</w:t></w:r>")]
    [InlineData($"<w:r><w:t>{{{{Organi</w:t></w:r><w:r>{Broke}</w:r><w:r><w:t>sation}}}}</w:t></w:r>")]
    [InlineData($"<w:r>{Broke}<w:t>{{{{Organisation}}}}</w:t>{Broke}</w:r>")]
    [InlineData($"<w:r><w:t>{{</w:t>{Broke}<w:t>{{Organisation}}</w:t>{Broke}<w:t>}}</w:t></w:r>")]
    public void Where_a_page_broke_last_time_is_nothing_in_a_name_or_beside_it(string runs) =>
        Assert.Equal(["Miljöförvaltningen"], Lines(Fill($"<w:p>{runs}</w:p>")));

    [Fact]
    public void Where_a_page_broke_last_time_is_nothing_in_the_mark_of_a_block()
    {
        var begin = $"<w:p><w:r>{Broke}<w:t>{{{{#om God</w:t>{Broke}<w:t>känd}}}}</w:t></w:r></w:p>";
        var end = $"<w:p><w:r><w:t>{{{{/</w:t></w:r><w:r>{Broke}<w:t>om}}}}</w:t></w:r></w:p>";
        Assert.Equal(["Före", "Visas", "Efter"], Lines(Fill(P("Före") + begin + P("Visas") + end + P("Efter"))));
    }

    [Fact]
    public void A_comment_on_a_part_of_a_name_stays_and_the_name_is_filled()
    {
        var filled = Fill(
            "<w:p><w:r><w:t>{{Organi</w:t></w:r><w:commentRangeStart w:id=\"1\"/><w:r><w:t>sat</w:t></w:r>"
                + "<w:commentRangeEnd w:id=\"1\"/><w:r><w:commentReference w:id=\"1\"/></w:r>"
                + "<w:r><w:t>ion}} tar emot.</w:t></w:r></w:p>"
        );
        Assert.Equal(["Miljöförvaltningen tar emot."], Lines(filled));
        using var document = WordprocessingDocument.Open(new MemoryStream(filled), isEditable: false);
        Assert.Single(document.MainDocumentPart!.Document.Descendants<CommentReference>());
    }

    private static byte[] Fill(string body)
    {
        var docx = Create(
            body,
            title: "Mall",
            more: document =>
                document.MainDocumentPart!.AddNewPart<WordprocessingCommentsPart>().Comments = new(
                    new Comment(new Paragraph(new Run(new Text("Stämmer det?")))) { Id = "1", Author = "Anna" }
                )
        );
        var template = Template.Compile(docx, "m", Sample.Fields);
        Assert.True(template.CanFill, string.Join('\n', template.Findings));
        return template.Fill(new Sample(Approved: true));
    }
}
