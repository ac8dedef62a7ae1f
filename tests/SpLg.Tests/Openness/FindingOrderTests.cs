namespace SpLg.Tests.Openness;

public sealed class FindingOrderTests
{
    [Fact]
    public void Findings_are_told_by_level_list_and_row_whichever_check_found_them_first()
    {
        Finding[] told =
        [
            Found(FindingLevel.Error, "Mål", "9"),
            Found(FindingLevel.Error, "Mål", "10"),
            Found(FindingLevel.Error, "Åtgärder", "1"),
            Found(FindingLevel.Warning, "Beslut", "2"),
            Found(FindingLevel.Info, "Beslut", "1"),
        ];

        Assert.Equal(told, FindingOrder.WorstFirst(told.Reverse()));
    }

    // Not to be published is not the same as not to be read through: a title stands in the list for everybody who works
    // there.
    [Fact]
    public void An_identity_number_in_a_title_that_no_document_shows_is_found()
    {
        var organisation = new Organisation().Add(
            "Incidents",
            ("Year", 2026),
            ("Title", "Brev till 811228-9874"),
            ("Publication", "Intern")
        );
        organisation.Build();

        Assert.Contains(
            organisation.Findings,
            f =>
                f is { Level: FindingLevel.Error, List: "Incidenter", Column: "Rubrik" }
                && f.Message.Contains("personnummer", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void The_description_and_the_number_of_an_incident_are_not_looked_through()
    {
        var organisation = new Organisation().Add(
            "Incidents",
            ("Year", 2026),
            ("Description", "<p>811228-9874</p>"),
            ("IaId", "811228-9874")
        );
        organisation.Build();

        Assert.DoesNotContain(organisation.Findings, f => f.Message.Contains("personnummer", StringComparison.Ordinal));
    }

    private static Finding Found(FindingLevel level, string list, string row) => new(level, list, row, null, "M", null);
}
