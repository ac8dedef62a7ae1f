using SpLg.Word;
using static SpLg.Tests.Word.TestDocx;

namespace SpLg.Tests.Word;

public class ControlExpressionTests
{
    private static readonly Sample Data = new(Approved: true, Rows: [new("Ett", 1), new("Två", 2)]);

    [Fact]
    public void A_text_control_in_a_paragraph_or_around_one_or_around_a_cell_is_filled_by_its_tag()
    {
        var body = "<w:p><w:r><w:t xml:space=\"preserve\">Hos </w:t></w:r>" + Control("{{Organisation}}", "<w:r><w:t>x</w:t></w:r>") + "</w:p>"
            + Control("{{Belopp:0,0}}", P("y", "Heading1"))
            + Table(1, "<w:tr>" + Control("{{Organisation}}", Cell("z")) + "</w:tr>");
        var filled = Fill(body);
        Assert.Equal(["Hos Miljöförvaltningen", "1\u00a0234,5", "Miljöförvaltningen"], Lines(filled));
        Assert.Contains("<w:pStyle w:val=\"Heading1\" />", BodyXml(filled), StringComparison.Ordinal);
    }

    [Fact]
    public void The_title_of_a_control_does_when_it_has_no_tag() =>
        Assert.Equal(["Miljöförvaltningen"], Lines(Fill("<w:sdt><w:sdtPr><w:alias w:val=\"{{Organisation}}\"/></w:sdtPr><w:sdtContent>" + P("x") + "</w:sdtContent></w:sdt>")));

    [Fact]
    public void A_check_box_is_ticked_by_a_yes() =>
        Assert.Equal(["☒"], Lines(Fill("<w:p>" + Control("{{Godkänd}}", "<w:r><w:t>☐</w:t></w:r>", "<w14:checkbox><w14:checked w14:val=\"0\"/></w14:checkbox>") + "</w:p>")));

    [Fact]
    public void A_control_around_rows_or_paragraphs_repeats_them_for_its_list()
    {
        var rows = Table(1, HeaderRow("Titel"), Control("{{Incidenter}}", Row("{{Titel}}")));
        Assert.Equal([["Titel"], ["Ett"], ["Två"]], Rows(Fill(rows)));
        Assert.Equal(["Ett", "1", "Två", "2"], Lines(Fill(Control("{{#Incidenter}}", P("{{Titel}}") + P("{{Antal}}")))));
        Assert.Equal(["ja"], Lines(Fill(Control("{{#om Godkänd}}", P("ja") + P("{{annars}}") + P("nej")))));
    }

    [Fact]
    public void A_repeating_section_takes_its_first_item_as_the_pattern()
    {
        var item = "<w:sdt><w:sdtPr><w15:repeatingSectionItem/></w:sdtPr><w:sdtContent>";
        var section = Control("{{Incidenter}}", item + Row("{{Titel}}") + "</w:sdtContent></w:sdt>" + item + Row("exempel") + "</w:sdtContent></w:sdt>", "<w15:repeatingSection/>");
        Assert.Equal([["Ett"], ["Två"]], Rows(Fill(Table(1, section))));
    }

    private static string Control(string tag, string content, string more = "") =>
        $"<w:sdt><w:sdtPr><w:tag w:val=\"{tag}\"/>{more}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>";

    private static byte[] Fill(string body)
    {
        var template = Template.Compile(Create(body), "m", Sample.Fields);
        Assert.Empty(template.Findings);
        var filled = template.Fill(Data);
        AssertValid(filled);
        AssertSame(filled, Template.Compile(filled, "m", Sample.Fields).Fill(Data));
        return filled;
    }
}
