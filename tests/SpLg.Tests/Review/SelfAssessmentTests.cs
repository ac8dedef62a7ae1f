namespace SpLg.Tests.Review;

public class SelfAssessmentTests
{
    [Fact]
    public void The_edition_with_most_rows_of_the_year_is_chosen()
    {
        var assessment = new Organisation()
            .Add(2, "RequirementAssessments", ("Year", 2026), ("Edition", "2013"), ("Clause", "4.1"))
            .Add(3, "RequirementAssessments", ("Year", 2026), ("Edition", "2022"), ("Clause", "4.1"))
            .Build()
            .SelfAssessment;

        Assert.Equal(ClauseEdition.Edition2022, assessment.Edition);
        Assert.Equal(3, assessment.Clauses.Count(IsRow));
    }

    [Fact]
    public void Clauses_stand_in_the_order_of_their_numbers()
    {
        var organisation = new Organisation();
        foreach (var clause in new[] { "10.2", "4.10", "4.2", "6.1.2", "6.1", "9.3" })
            organisation.Add("RequirementAssessments", ("Year", 2026), ("Edition", "2022"), ("Clause", clause));

        Assert.Equal(
            ["4.2", "4.10", "6.1", "6.1.2", "9.3", "10.2"],
            organisation.Build().SelfAssessment.Clauses.Where(IsRow).Select(c => c.Now.Clause)
        );
    }

    [Theory]
    [InlineData("Ja", "Delvis", "Bättre")]
    [InlineData("Nej", "Delvis", "Sämre")]
    [InlineData("Nej", "Nej", "Oförändrat")]
    [InlineData("Nej", "kanske", "Ingen jämförelse")]
    public void The_change_is_said_in_words(string now, string before, string change)
    {
        var assessment = new Organisation()
            .Add("RequirementAssessments", ("Year", 2026), ("Edition", "2022"), ("Clause", "5.1"), ("Fulfilled", now))
            .Add(
                "RequirementAssessments",
                ("Year", 2025),
                ("Edition", "2022"),
                ("Clause", "5.1"),
                ("Fulfilled", before)
            )
            .Build()
            .SelfAssessment;

        Assert.Equal(change, Assert.Single(assessment.Clauses, IsRow).Change);
    }

    [Fact]
    public void Clauses_10_1_and_10_2_changed_places_between_the_editions()
    {
        var clauses = new Organisation()
            .Add("RequirementAssessments", ("Year", 2026), ("Edition", "2022"), ("Clause", "10.1"), ("Fulfilled", "Ja"))
            .Add("RequirementAssessments", ("Year", 2026), ("Edition", "2022"), ("Clause", "6.3"), ("Fulfilled", "Ja"))
            .Add(
                "RequirementAssessments",
                ("Year", 2025),
                ("Edition", "2013"),
                ("Clause", "10.1"),
                ("Fulfilled", "Nej")
            )
            .Add("RequirementAssessments", ("Year", 2025), ("Edition", "2013"), ("Clause", "10.2"), ("Fulfilled", "Ja"))
            .Build()
            .SelfAssessment.Clauses;

        Assert.Equal(["Ingen jämförelse", "Oförändrat"], clauses.Where(IsRow).Select(c => c.Change));
    }

    [Fact]
    public void Totals_are_counted_per_chapter_and_over_all()
    {
        var organisation = new Organisation();
        foreach (var (clause, answer) in new[] { ("4.1", "Ja"), ("4.2", "Delvis"), ("10.1", "Delvis"), ("10.2", "") })
            organisation.Add(
                "RequirementAssessments",
                ("Year", 2026),
                ("Edition", "2022"),
                ("Clause", clause),
                ("Fulfilled", answer)
            );
        var review = organisation.Build();

        Assert.Equal(["4", "5", "6", "7", "8", "9", "10"], review.SelfAssessment.Chapters.Select(c => c.Name));
        Assert.Equal([4, 3, 5, 7, 3, 3, 2], review.SelfAssessment.Chapters.Select(c => c.Total));
        Assert.Equal(
            "Av 27\u00a0krav i självskattningen är ett uppfyllt och två delvis uppfyllda; 24 saknar svar.",
            FieldText.Of(review, "Självskattning.Mening")
        );
        Assert.Equal("saknas", FieldText.Of(review, "Självskattning.Totalt.Ja förra året"));
    }

    [Fact]
    public void Rows_of_another_edition_are_told_in_the_sentence_and_as_findings()
    {
        var organisation = new Organisation()
            .Add("RequirementAssessments", ("Year", 2026), ("Edition", "2013"), ("Clause", "4.1"), ("Fulfilled", "Ja"))
            .Add("RequirementAssessments", ("Year", 2026), ("Edition", "2013"), ("Clause", "4.2"), ("Fulfilled", "Ja"))
            .Add("RequirementAssessments", ("Year", 2026), ("Edition", "2022"), ("Clause", "4.3"))
            .Add("RequirementAssessments", ("Year", 2026), ("Edition", "år 2022"), ("Clause", "4.4"));
        var review = organisation.Build();

        Assert.Equal(
            "Av 26\u00a0krav i självskattningen är två uppfyllda; 24 saknar svar. Två krav till är skattade men räknas inte, "
                + "eftersom de hör till en annan utgåva av standarden eller ingen utgåva är angiven.",
            FieldText.Of(review, "Självskattning.Mening")
        );
        Assert.Equal(
            ["3", "4"],
            organisation
                .Findings.Where(f => f.Column == "Utgåva" && f.Message.Contains("räknas inte"))
                .Select(f => f.RowId)
        );
    }

    [Fact]
    public void Rows_without_edition_are_shown_when_all_are()
    {
        var review = new Organisation()
            .Add(2, "RequirementAssessments", ("Year", 2026), ("Clause", "4.1"), ("Fulfilled", "Ja"))
            .Build();

        Assert.Equal(2, review.SelfAssessment.Clauses.Count);
        Assert.Equal("ej angiven", FieldText.Of(review, "Självskattning.Utgåva"));
    }

    [Theory]
    [InlineData("Ja", "Det enda kravet i självskattningen är uppfyllt.")]
    [InlineData("Delvis", "Det enda kravet i självskattningen är delvis uppfyllt.")]
    [InlineData("Nej", "Det enda kravet i självskattningen är inte uppfyllt.")]
    [InlineData("", "Det enda kravet i självskattningen saknar svar.")]
    public void A_single_clause_is_told_as_one(string answer, string sentence) =>
        Assert.Equal(
            sentence,
            FieldText.Of(
                new Organisation()
                    .Add("RequirementAssessments", ("Year", 2026), ("Clause", "4.1"), ("Fulfilled", answer))
                    .Build(),
                "Självskattning.Mening"
            )
        );

    [Fact]
    public void Without_last_years_assessment_no_comparison_is_claimed() =>
        Assert.Equal(
            "Det finns ingen självskattning för 2025 att jämföra med.",
            FieldText.Of(
                new Organisation()
                    .Add(
                        "RequirementAssessments",
                        ("Year", 2026),
                        ("Edition", "2022"),
                        ("Clause", "4.1"),
                        ("Fulfilled", "Ja")
                    )
                    .Build(),
                "Självskattning.Jämförelse"
            )
        );

    [Theory]
    [InlineData("Ja", "Nej", null, null, "Det enda krav som går att jämföra med 2025 är bättre uppfyllt.")]
    [InlineData(
        "Ja",
        "Nej",
        "Nej",
        "Ja",
        "Av två krav som går att jämföra med 2025 är ett bättre uppfyllt och ett sämre uppfyllt."
    )]
    [InlineData("Ja", "Ja", "Nej", "Nej", "Av två krav som går att jämföra med 2025 är två oförändrade.")]
    [InlineData("Ja", "vet ej", null, null, "Inget krav går att jämföra med 2025.")]
    public void The_comparison_counts_only_clauses_answered_both_years(
        string now,
        string before,
        string? secondNow,
        string? secondBefore,
        string sentence
    )
    {
        var organisation = new Organisation();
        foreach (
            var (clause, year, answer) in new[]
            {
                ("4.1", 2026, now),
                ("4.1", 2025, before),
                ("4.2", 2026, secondNow),
                ("4.2", 2025, secondBefore),
            }
        )
            organisation.Add(
                "RequirementAssessments",
                ("Year", year),
                ("Edition", "2022"),
                ("Clause", clause),
                ("Fulfilled", answer ?? "")
            );

        Assert.Equal(sentence, FieldText.Of(organisation.Build(), "Självskattning.Jämförelse"));
    }

    private static bool IsRow(ClauseRow clause) => clause.Origin.Id.Length > 0;
}
