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

    [Fact]
    public void A_column_that_an_older_site_lacks_is_told_once_and_not_on_every_row()
    {
        var organisation = new Organisation();
        for (var i = 0; i < 30; i++)
            organisation
                .Add("Audits", ("Title", $"Revision {i}"))
                .Add("Incidents", ("Title", $"Incident {i}"), ("Severity", i == 0 ? "Låg" : ""));
        organisation.Build();

        Assert.DoesNotContain(organisation.Findings, f => f is { List: "Revisioner", Column: "Typ" });
        var told = Assert.Single(organisation.Findings, f => f.List == "Alla listor");
        Assert.Contains("Typ i Incidenter", told.Message, StringComparison.Ordinal);
        Assert.Contains("köra splg provision", told.Message, StringComparison.Ordinal);
        Assert.Null(told.RowId);
        // A column that some row has is told where it is missing.
        Assert.DoesNotContain("Allvarlighetsgrad i Incidenter", told.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Ingen", "Delvis", "Samla kraven", "HR", "Prioritet är Ingen fast en åtgärd är föreslagen")]
    [InlineData("Ingen", "Delvis", "", "Karin Ek", "Någon är ansvarig fast ingen åtgärd är föreslagen")]
    [InlineData("Medel", "Delvis", "Samla kraven", "Karin Ek", null)]
    public void An_answer_that_says_two_things_is_a_finding(
        string priority,
        string answer,
        string action,
        string responsible,
        string? told
    )
    {
        var organisation = new Organisation().Add(
            "RequirementAssessments",
            ("Title", "Intressenter"),
            ("Clause", "4.2"),
            ("Edition", "2022"),
            ("Year", 2026),
            ("Fulfilled", answer),
            ("Comment", "Kraven är inte samlade."),
            ("Priority", priority),
            ("ProposedAction", action),
            ("Responsible", responsible)
        );
        organisation.Build();

        var findings = organisation.Findings.Where(f => f is { List: "Självskattning", RowId: not null }).ToList();
        if (told is null)
            Assert.Empty(findings);
        else
            Assert.Contains(told, Assert.Single(findings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_role_is_somebody_who_answers_and_a_workshop_needs_no_numbers()
    {
        var organisation = new Organisation()
            .Add(
                "ActionItems",
                ("Title", "Öva"),
                ("Source", "Beslut"),
                ("PlannedYears", new[] { "2026" }),
                ("Role", new[] { "Chefer" }),
                ("Status", "Pågår")
            )
            .Add(
                "TrainingResults",
                ("Title", "Workshop om risker"),
                ("Year", 2026),
                ("Result", "Tre nya risker hittades.")
            );
        organisation.Build();

        Assert.DoesNotContain(organisation.Findings, f => f is { List: "Åtgärder", Column: "Ansvarig" });
        Assert.DoesNotContain(
            organisation.Findings,
            f => f is { List: "Utbildningar", RowId: not null, Level: FindingLevel.Warning }
        );
    }
}
