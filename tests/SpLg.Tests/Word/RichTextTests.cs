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

    [Theory]
    [InlineData("Gräns <medel och resten av texten", "Gräns <medel och resten av texten")]
    [InlineData("Se <b och c> samt a<b och x > y", "Se <b och c> samt a<b och x > y")]
    [InlineData("Rad ett\r\n\r\n  - rad <två>\nR&D", "Rad ett|  - rad <två>|R&D")]
    [InlineData("Slut <!-- utan slut", "Slut <!-- utan slut")]
    [InlineData("<p>Se <title> och <ingen tagg> samt <!-- bort -->kvar</p>", "Se och <ingen tagg> samt kvar")]
    [InlineData("<div>Utan &lt;b&gt; slut <p", "Utan <b> slut <p")]
    [InlineData("<DIV CLASS=ExternalClass1><o:p></o:p><font color='red' size=2>Röd</font><input disabled><?xml:namespace prefix = o /></div>", "Röd")]
    public void Only_markup_is_markup_and_text_without_any_keeps_its_lines(string html, string expected) =>
        Assert.Equal(expected.Split('|'), Lines(Fill(P("{{Sammanfattning}}"), html)));

    [Fact]
    public void Numbers_go_on_after_an_inner_list_and_an_item_has_one_mark() =>
        Assert.Equal(["1.\ta", "x", "2.\tb", "mer", "1.\tc"], Lines(Fill(P("{{Sammanfattning}}"), "<ol><li>a<ul><li>x</li></ul></li><li><p>b</p><p>mer</p></li></ol><ol><li>c</li></ol>")));

    [Fact]
    public void An_emptied_note_counts_as_empty_and_a_note_equals_its_words()
    {
        var body = P("{{#om Sammanfattning}}") + P("finns") + P("{{/om}}") + P("{{#om Sammanfattning = \"klart\"}}") + P("lika") + P("{{/om}}");
        Assert.Empty(Lines(Fill(body, "<div class=\"ExternalClass1\"><p>\u200b</p><br></div>")));
        Assert.Equal(["finns", "lika"], Lines(Fill(body, "<div>Klart</div>")));
    }

    private static byte[] Fill(string body, string html = Note)
    {
        var template = Template.Compile(Create(body), "m", Sample.Fields);
        Assert.Empty(template.Findings);
        var data = new Sample(Rich: html);
        var filled = template.Fill(data);
        AssertValid(filled);
        AssertSame(filled, Template.Compile(filled, "m", Sample.Fields).Fill(data));
        return filled;
    }
}
