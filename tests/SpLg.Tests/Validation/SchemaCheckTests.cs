using SpLg.Tests.Hostile;
using SpLg.Tests.Word;
using SpLg.Word.Validation;
using static SpLg.Tests.Word.TestDocx;

namespace SpLg.Tests.Validation;

/// <summary>
/// Documents held against Word's format: what a file has of its own is told, and what a filling adds is known from it.
/// </summary>
public class SchemaCheckTests
{
    private static readonly Sample Three = new(Rows: [new("a", 1), new("b", 2), new("c", 3)]);

    [Fact]
    public void A_fault_is_told_with_its_heading_its_place_in_words_and_how_often_it_stands()
    {
        var odd = OddDocx.WithFaultyRow("Incidenter", "Titel");
        var fault = Assert.Single(SchemaCheck.Of(odd).Faults);
        Assert.Equal(("Läget", "tabell 1, rad 2", 1), (fault.Heading, fault.Place, fault.Count));
        Assert.StartsWith(
            "En uppgift i ”jc” har ett värde som inte är tillåtet.",
            fault.Message,
            StringComparison.Ordinal
        );
        Assert.Equal(
            3,
            Assert.Single(SchemaCheck.Of(Template.Compile(odd, "m", Sample.Fields).Fill(Three)).Faults).Count
        );
    }

    [Fact]
    public void A_fault_outside_the_text_is_told_with_the_part_in_words()
    {
        var odd = Edit(
            Create(P("Hej")),
            r => r.Elements().Last().Add(new System.Xml.Linq.XElement(r.Name.Namespace + "fel")),
            "word/styles.xml"
        );
        var fault = Assert.Single(SchemaCheck.Of(odd).Faults);
        Assert.StartsWith("formatmallarna, formatmallen ”", fault.Place, StringComparison.Ordinal);
        Assert.Contains("”fel” får inte stå i ”style”", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_template_has_of_its_own_is_not_added_by_the_filling_however_often_its_row_repeats()
    {
        var odd = OddDocx.WithFaultyRow("Incidenter", "Titel");
        var template = Template.Compile(odd, "m", Sample.Fields);
        Assert.Empty(SchemaCheck.Of(template.Fill(Three)).AddedTo(odd));
    }

    [Fact]
    public void What_a_generated_part_is_made_from_is_not_added_either_when_another_program_has_mended_it_in_the_draft()
    {
        var filled = Template.Compile(OddDocx.WithFaultyRow("Incidenter", "Titel"), "m", Sample.Fields).Fill(Three);
        var mended = Edit(
            filled,
            r => System.Xml.Linq.Extensions.Remove(r.Descendants().Where(e => e.Name.LocalName == "jc"))
        );
        Assert.Empty(SchemaCheck.Of(mended).Faults);
        var again = SchemaCheck.Of(Template.Compile(mended, "m", Sample.Fields).Fill(Three));
        Assert.Single(again.Faults);
        Assert.Empty(again.AddedTo(mended));
    }

    [Fact]
    public void A_chart_that_the_draft_keeps_but_does_not_show_is_looked_at_too()
    {
        var odd = OddDocx.WithFaultyRow("Incidenter", "Titel", OddDocx.StockChart("Incidenter.Antal"));
        var hidden = Template.Compile(odd, "m", Sample.Fields).Fill(new Sample(Rows: [new("a")]));
        Assert.Contains("Diagrammet visas inte, eftersom det saknas uppgifter.", Lines(hidden));
        Assert.DoesNotContain(
            SchemaCheck.Of(hidden).AddedTo(odd),
            f => f.Place.StartsWith("tabell", StringComparison.Ordinal)
        );
        Assert.Empty(
            SchemaCheck
                .Of(Template.Compile(hidden, "m", Sample.Fields).Fill(new Sample(Rows: [new("a"), new("b")])))
                .AddedTo(hidden)
        );
    }

    [Fact]
    public void What_the_filling_adds_is_known()
    {
        var stock = OddDocx.WithStockChart("Incidenter.Antal");
        Assert.Empty(SchemaCheck.Of(stock).Faults);
        var template = Template.Compile(stock, "m", Sample.Fields);
        Assert.True(template.CanFill, string.Join('\n', template.Findings));
        var added = SchemaCheck.Of(template.Fill(Three)).AddedTo(stock);
        Assert.StartsWith("ett diagram", Assert.Single(added).Place, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_with_a_row_too_large_for_it_is_not_looked_at_and_says_so()
    {
        var body = $"<w:p>{string.Concat(Enumerable.Repeat("<w:r/>", 160_000))}</w:p>";
        var large = SchemaCheck.Of(Create(body));
        Assert.Empty(large.Faults);
        Assert.Contains("för stor", large.Unchecked, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("noise")]
    [InlineData("noise that begins as a zip")]
    [InlineData("nested without end")]
    [InlineData("a bomb in a part")]
    [InlineData("content types")]
    [InlineData("parts")]
    public void What_is_no_document_or_a_hostile_one_is_a_fault_and_no_exception(string kind)
    {
        var report = SchemaCheck.Of(HostileDocx.Named(kind).Make(6_000));
        Assert.True(report.Faults.Count <= 1, string.Join('\n', report.Faults));
    }
}
