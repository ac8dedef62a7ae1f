using static SpLg.Tests.Word.TestDocx;

namespace SpLg.Tests.Word;

public class ScopeTests
{
    // A group with the name that a field of its rows has too.
    private static readonly FieldSet Fields = new FieldSetBuilder<Sample>()
        .Group(
            "Titel",
            "En grupp.",
            s => s,
            new FieldSetBuilder<Sample>()
                .Text("Namn", "Namnet.", s => s.Name)
                .List(
                    "Rader",
                    "Raderna.",
                    s => s.Rows ?? [],
                    new FieldSetBuilder<SampleRow>()
                        .Text("Titel", "Radens titel.", r => r.Title)
                        .Number("Antal", "Hur många.", r => r.Count)
                        .Build()
                )
                .Build()
        )
        .Build();

    private static readonly Sample Data = new(Rows: [new("Ett", 1), new("Två", 2)]);

    [Fact]
    public void A_full_name_is_known_in_a_row_that_has_a_field_named_as_the_group()
    {
        var table = Table(3, Row("{{Titel.Rader.Titel}}", "{{Titel.Rader.Antal}}", "{{Titel.Namn}}"));
        Assert.Equal(
            [
                ["Ett", "1", "Miljöförvaltningen"],
                ["Två", "2", "Miljöförvaltningen"],
            ],
            Rows(Fill(table))
        );
        Assert.Equal(
            ["Ett Ett", "Två Två"],
            Lines(Fill(P("{{#Titel.Rader}}") + P("{{Titel.Rader.Titel}} {{Titel}}") + P("{{/Titel.Rader}}")))
        );
    }

    [Fact]
    public void The_reading_that_came_furthest_is_explained()
    {
        var template = Template.Compile(
            Create(P("{{#Titel.Rader}}") + P("{{Titel.Rader.Antall}}") + P("{{/Titel.Rader}}")),
            "m",
            Fields
        );
        Assert.Contains(
            "Listan ”Rader” har inget fält ”Antall” – menade du ”Titel.Rader.Antal”?",
            Assert.Single(template.Findings).Message,
            StringComparison.Ordinal
        );
    }

    private static byte[] Fill(string body)
    {
        var template = Template.Compile(Create(body), "m", Fields);
        Assert.Empty(template.Findings);
        var filled = template.Fill(Data);
        AssertValid(filled);
        AssertSame(filled, Template.Compile(filled, "m", Fields).Fill(Data));
        return filled;
    }
}
