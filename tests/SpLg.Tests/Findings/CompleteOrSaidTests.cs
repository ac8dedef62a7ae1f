using SpLg.Tests.Review;

namespace SpLg.Tests.Findings;

/// <summary>What is missing is said, and what is answered with nothing is an answer.</summary>
public sealed class CompleteOrSaidTests
{
    private static readonly string[] Missing = ["4.4", "6.3", "7.5.3"];

    [Fact]
    public void Clauses_without_a_row_are_named_in_the_document_and_in_the_findings()
    {
        var organisation = new Organisation();
        foreach (var (number, _) in ClauseList.Of(ClauseEdition.Edition2022).Where(c => !Missing.Contains(c.Number)))
            organisation.Add(
                "RequirementAssessments",
                ("Title", $"Krav {number}"),
                ("Year", 2026),
                ("Edition", "2022"),
                ("Clause", number),
                ("Fulfilled", "Ja")
            );
        var review = organisation.Build();

        Assert.Equal(
            "Av 27\u00a0krav i självskattningen är 24 uppfyllda; tre saknar svar.",
            FieldText.Of(review, "Självskattning.Mening")
        );
        Assert.Equal("4.4, 6.3 och 7.5.3", FieldText.Of(review, "Självskattning.Obesvarade"));
        Assert.Contains(
            "ISO/IEC 27001:2022",
            (string?)FieldText.Of(review, "Självskattning.Standard"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            organisation.Findings,
            f => f.Message.Contains("avsnitt 4.4, 6.3 och 7.5.3 i utgåva 2022", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData(
        "Inget i Revisioner",
        2026,
        "Inget att rapportera",
        "Inga revisioner har gjorts, enligt beslut av chefen."
    )]
    [InlineData(
        "inget i revisioner",
        2026,
        "Inget att rapportera",
        "Inga revisioner har gjorts, enligt beslut av chefen."
    )]
    [InlineData("Inget i Revisioner", 2020, "Underlag saknas", "Underlag saknas: listan Revisioner är tom. Ansvarig")]
    [InlineData("Slutsats", 2026, "Underlag saknas", "Underlag saknas: listan Revisioner är tom. Ansvarig")]
    public void A_text_block_answers_that_there_is_nothing(string key, int year, string coverage, string begins)
    {
        var organisation = new Organisation().Add(
            "TextBlocks",
            ("Title", "Inga revisioner"),
            ("Key", key),
            ("Year", year),
            ("Text", "<p>Inga revisioner har gjorts, enligt beslut av chefen</p>")
        );
        var review = organisation.Build();

        Assert.Equal(coverage, FieldText.Of(review, "Revisioner.Läge"));
        Assert.StartsWith(begins, (string?)FieldText.Of(review, "Revisioner.Underlag"), StringComparison.Ordinal);
        Assert.DoesNotContain(organisation.Findings, f => f.Column == "Nyckel");
    }

    [Fact]
    public void An_answer_that_there_is_nothing_beside_rows_is_a_finding()
    {
        var organisation = new Organisation()
            .Add("Audits", ("Title", "Intern revision"), ("Year", 2026))
            .Add(
                "TextBlocks",
                ("Title", "Inga revisioner"),
                ("Key", "Inget i Revisioner"),
                ("Year", 2026),
                ("Text", "<p>Inga revisioner har gjorts</p>")
            );
        var review = organisation.Build();

        Assert.Equal("Redovisad", FieldText.Of(review, "Revisioner.Läge"));
        Assert.Contains(
            "men den har en rad för det året",
            Assert.Single(organisation.Findings, f => f.Column == "Nyckel").Message,
            StringComparison.Ordinal
        );
    }
}
