using SpLg.Core.Checklists;

namespace SpLg.Tests.Checklists;

public class SelfAssessmentChecklistTests
{
    [Fact]
    public void Clauses_that_nobody_has_assessed_stand_there_as_unanswered()
    {
        var document = Of(
            new Organisation()
                .Add("RequirementAssessments", Row("4.2", 2026, "Ja"))
                .Add("RequirementAssessments", Row("6.3", 2026, "Delvis"))
        );

        Assert.Equal(27, Clauses(document).Count);
        Assert.Equal(25m, document.Field("Antal obesvarade"));
        Assert.Equal(
            "Av 27\u00a0krav i självskattningen är ett uppfyllt och ett delvis uppfyllt; 25 saknar svar.",
            document.Field("Mening")
        );
        Assert.StartsWith(
            "4.1, 4.3, 4.4, 5.1",
            Assert.IsType<string>(document.Field("Obesvarade")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Totals_per_chapter_add_up_to_the_whole_and_to_the_clauses()
    {
        var document = Of(
            new Organisation()
                .Add("RequirementAssessments", Row("9.1", 2026, "Nej"))
                .Add("RequirementAssessments", Row("9.2.1", 2026, "Ja"))
        );
        var checklist = Assert.IsType<SelfAssessmentChecklist>(document.Data);

        Assert.Equal(checklist.Assessment.Clauses.Count, checklist.Assessment.Chapters.Sum(c => c.Total));
        Assert.Equal(checklist.Assessment.Total.Unanswered, checklist.Assessment.Chapters.Sum(c => c.Unanswered));
        // 9.2.2 is missing beside 9.2.1; 9.3 has no part that is assessed and stands as a whole.
        Assert.Equal(
            ["9.1", "9.2.1", "9.2.2", "9.3"],
            checklist.Assessment.Clauses.Select(c => c.Now.Clause!).Where(c => c.StartsWith('9'))
        );
    }

    [Fact]
    public void A_year_without_any_row_gives_the_form_to_fill_in()
    {
        var document = Of(new Organisation().Add("RequirementAssessments", Row("4.1", 2025, "Ja", "2013")));

        Assert.Equal("ISO/IEC 27001:2013", document.Field("Standard"));
        Assert.Equal("Inget av de 26 kraven är besvarat än.", document.Field("Mening"));
    }

    [Theory]
    [InlineData("2013", "ISO/IEC 27001:2013", 26)]
    [InlineData("ISO/IEC 27001:2022", "ISO/IEC 27001:2022", 27)]
    public void The_edition_can_be_asked_for_by_its_year_or_its_whole_name(
        string selection,
        string standard,
        int clauses
    )
    {
        var document = Of(new Organisation().Add("RequirementAssessments", Row("4.1", 2026, "Ja")), selection);

        Assert.Equal(standard, document.Field("Standard"));
        Assert.Equal(clauses, Clauses(document).Count);
        Assert.EndsWith($"utgåva {standard[^4..]}", document.FileName, StringComparison.Ordinal);
    }

    [Fact]
    public void Last_year_is_compared_over_the_editions()
    {
        var document = Of(
            new Organisation()
                .Add("RequirementAssessments", Row("10.1", 2025, "Nej", "2013"))
                .Add("RequirementAssessments", Row("10.2", 2026, "Ja"))
        );
        var row = Assert.Single(
            Assert.IsType<SelfAssessmentChecklist>(document.Data).Assessment.Clauses,
            c => c.Now.Clause == "10.2"
        );

        Assert.Equal("Bättre", row.Change);
    }

    [Fact]
    public void The_workbook_has_a_row_for_every_clause_and_one_for_every_chapter_and_the_whole()
    {
        var document = Of(new Organisation().Add("RequirementAssessments", Row("4.1", 2026, "Ja")));

        Assert.Equal([27, 8], document.Sheets.Select(s => s.Rows.Count));
    }

    private static ChecklistDocument Of(Organisation organisation, string? selection = null) =>
        Made.One(organisation, DocumentType.SelfAssessment, selection);

    private static IReadOnlyList<object> Clauses(ChecklistDocument document) =>
        Assert.IsAssignableFrom<IReadOnlyList<object>>(document.Field("Självskattning.Krav"));

    private static (string, object)[] Row(string clause, int year, string fulfilled, string edition = "2022") =>
        [
            ("Title", $"Krav {clause}"),
            ("Clause", clause),
            ("Year", year),
            ("Fulfilled", fulfilled),
            ("Edition", edition),
        ];
}
