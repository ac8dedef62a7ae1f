using static SpLg.Tests.Word.TestDocx;

namespace SpLg.Tests.Word;

public class InlineConditionTests
{
    private static readonly Sample Yes = new(Approved: true, Rows: [new("Ett", 1, Done: true), new("Två", 2)]);
    private static readonly Sample No = Yes with { Approved = false };

    [Theory]
    [InlineData(
        "Läget är {{#om Godkänd}}bra hos {{Organisation}}{{annars}}dåligt{{/om}}.",
        "Läget är bra hos Miljöförvaltningen.",
        "Läget är dåligt."
    )]
    [InlineData("Läget{{#om Godkänd}} är bra{{/om}}.", "Läget är bra.", "Läget.")]
    [InlineData("{{#om Godkänd}}A{{#om Belopp > 1}}B{{annars}}C{{/om}}{{annars}}D{{/om}}", "AB", "D")]
    [InlineData("{{#om Godkänd}}{{annars}}nej{{/om}}!", "!", "nej!")]
    public void A_condition_within_a_paragraph_chooses_words(string typed, string yes, string no)
    {
        Assert.Equal([yes], Lines(Fill(P(typed), Yes)));
        Assert.Equal([no], Lines(Fill(P(typed), No)));
    }

    [Fact]
    public void What_is_left_of_a_dropped_block_keeps_a_heading_with_its_text_but_not_the_rows_of_a_table_together()
    {
        var block = P("{{#om Godkänd}}") + P("ja") + P("{{/om}}");

        Assert.Contains(
            "<w:keepNext />",
            BodyXml(Fill(P("Rubrik", "Heading1") + block + P("Text"), No)),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "<w:keepNext />",
            BodyXml(Fill(Table(1, "<w:tr><w:tc>" + block + P("Text") + "</w:tc></w:tr>"), No)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void It_may_stand_in_a_repeated_row_in_a_heading_and_keeps_the_formatting()
    {
        Assert.Equal(
            [
                ["Ett", "1 (klar)"],
                ["Två", "2"],
            ],
            Rows(
                Fill(
                    Table(2, Row("{{Incidenter.Titel}}", "{{Incidenter.Antal}}{{#om Incidenter.Klar}} (klar){{/om}}")),
                    Yes
                )
            )
        );
        Assert.Equal(
            ["Läget är bra", "Läget är bra"],
            Lines(
                Fill(
                    P("{{Innehållsförteckning}}") + P("Läget är {{#om Godkänd}}bra{{annars}}dåligt{{/om}}", "Heading1"),
                    Yes
                )
            )
        );
        var split =
            "<w:p><w:r><w:t>{{#om "
            + "God</w:t></w:r><w:r><w:t>känd}}</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>fet</w:t></w:r><w:r><w:t>"
            + "{{/om}}</w:t></w:r></w:p>";
        Assert.Contains("<w:rPr><w:b /></w:rPr><w:t>fet</w:t>", BodyXml(Fill(split, Yes)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_control_among_words_may_hold_it()
    {
        var control =
            "<w:p><w:r><w:t xml:space=\"preserve\">Läget </w:t></w:r><w:sdt><w:sdtPr><w:tag w:val=\"{{#om "
            + "Godkänd}}\"/></w:sdtPr><w:sdtContent><w:r><w:t>bra</w:t></w:r></w:sdtContent></w:sdt></w:p>";
        Assert.Equal(["Läget bra"], Lines(Fill(control, Yes)));
        Assert.Equal(["Läget "], Lines(Fill(control, No)));
    }

    [Theory]
    [InlineData("Läget är {{#om Godkänd}}bra", "Skriv {{/om}} efter det som ska ingå")]
    [InlineData("Läget är bra{{/om}}", "som aldrig börjar")]
    [InlineData("Läget är bra{{annars}}dåligt", "utanför ett {{#om …}}-block")]
    [InlineData("Läget är {{#om Godkännd}}bra{{/om}}", "menade du ”Godkänd”?")]
    public void A_mistake_in_it_is_told(string typed, string expected) =>
        Assert.Contains(
            expected,
            Assert.Single(Template.Compile(Create(P(typed)), "m", Sample.Fields).Findings).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_condition_longer_than_anyone_writes_is_told_and_takes_no_time()
    {
        foreach (
            var condition in new[]
            {
                string.Concat(Enumerable.Repeat("inte ", 20_000)) + "Godkänd",
                string.Join(" och ", Enumerable.Range(0, 40).Select(i => $"Okänd{i}")),
            }
        )
            Assert.Single(
                Template
                    .Compile(Create(P("{{#om " + condition + "}}") + P("x") + P("{{/om}}")), "m", Sample.Fields)
                    .Findings
            );
    }

    private static byte[] Fill(string body, Sample data)
    {
        var template = Template.Compile(Create(body), "m", Sample.Fields);
        Assert.Empty(template.Findings);
        var filled = template.Fill(data);
        AssertValid(filled);
        var again = Template.Compile(filled, "m", Sample.Fields);
        Assert.Empty(again.EditedBlocks);
        AssertSame(filled, again.Fill(data));
        AssertSame(template.Fill(No), again.Fill(No));
        return filled;
    }
}
