using SpLg.Word;
using static SpLg.Tests.Word.TestDocx;

namespace SpLg.Tests.Word;

public class RichTextTests
{
    private const string Note =
        "<div class=\"ExternalClass\"><h2>Rubrik</h2><p>Ett <strong>fett</strong> &amp; <em>lutat</em>&#160;ord<br>ny rad</p><ul><li>Punkt<ul><li>Inre</li></ul></li></ul>"
        + "<ol><li>Första</li><li>Andra</li></ol><script>alert(1)</script><style>p{}</style><!-- <b>bort</b> --><table><tr><td>A</td><td>B</td></tr></table>"
        + "<img src=\"x\" alt=\"En bild\"><a href=\"https://example.org/\">länk</a> 3 < 4</div>";

    [Fact]
    public void A_note_alone_in_a_paragraph_becomes_paragraphs_lists_and_formatted_runs()
    {
        var filled = Fill(P("{{Sammanfattning}}"));
        Assert.Equal(["Rubrik", "Ett fett & lutat\u00a0ord\nny rad", "Punkt", "Inre", "1.\tFörsta", "2.\tAndra", "A\tB", "En bildlänk (https://example.org/) 3 < 4"], Lines(filled));
        var xml = BodyXml(filled);
        Assert.Contains("<w:rPr><w:b /></w:rPr><w:t xml:space=\"preserve\">fett</w:t>", xml, StringComparison.Ordinal);
        Assert.Contains("<w:pStyle w:val=\"ListBullet\" />", xml, StringComparison.Ordinal);
        Assert.DoesNotContain("alert", xml, StringComparison.Ordinal);
    }

    [Fact]
    public void A_note_among_other_words_is_only_its_words() =>
        Assert.StartsWith("Kort: Rubrik\nEtt fett & lutat\u00a0ord\nny rad\n• Punkt", Lines(Fill(P("Kort: {{Sammanfattning}}")))[0], StringComparison.Ordinal);

    [Fact]
    public void A_cell_with_an_empty_note_still_has_its_paragraph()
    {
        var filled = Template.Compile(Create(Table(1, Row("{{Incidenter.Titel}}", "{{Incidenter.Beskrivning}}"))), "m", Sample.Fields).Fill(new Sample(Rows: [new("a"), new("b", Html: "<p>x</p><p>y</p>")]));
        AssertValid(filled);
        Assert.Equal([["a", ""], ["b", "x|y"]], Rows(filled));
    }

    private static byte[] Fill(string body)
    {
        var template = Template.Compile(Create(body), "m", Sample.Fields);
        Assert.Empty(template.Findings);
        var data = new Sample(Rich: Note);
        var filled = template.Fill(data);
        AssertValid(filled);
        AssertSame(filled, Template.Compile(filled, "m", Sample.Fields).Fill(data));
        return filled;
    }
}
