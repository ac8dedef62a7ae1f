namespace SpLg.Tests.Figures;

/// <summary>Objectives that follow a figure of the review.</summary>
public sealed class ObjectiveTests
{
    [Fact]
    public void An_objective_that_follows_a_figure_has_the_figures_outcome_this_year_and_last()
    {
        var review = Courses()
            .Add(
                "Objectives",
                ("Title", "Alla kan"),
                ("Year", 2026),
                ("Target", 90),
                ("Follows", "Andel som har gått utbildning"),
                ("FollowsCourse", "grund"),
                ("HigherIsBetter", true),
                ("Unit", "procent")
            )
            .Build();

        Assert.Equal(50m, First(review, "Utfall"));
        Assert.Equal(40m, First(review, "Föregående utfall"));
        Assert.Equal("högre än året före, 50 mot 40\u00a0procent, en förbättring", First(review, "Trend"));
        Assert.Equal("Inte nått", First(review, "Nått"));
    }

    [Fact]
    public void What_is_written_beside_a_figure_that_is_followed_must_be_the_same()
    {
        var organisation = Courses()
            .Add(
                "Objectives",
                ("Title", "Alla kan"),
                ("Year", 2026),
                ("Outcome", 75),
                ("Previous", 40.4),
                ("Follows", "Andel som har gått utbildning"),
                ("FollowsCourse", "Grund")
            );
        var review = organisation.Build();

        var finding = Assert.Single(organisation.Findings, f => f.List == "Mål" && f.Column != "Publicering");
        Assert.Equal(("Utfall", "1"), (finding.Column, finding.RowId));
        Assert.Equal(
            "Utfallet är ifyllt som 75, men målet följer ”Andel som har gått utbildning”, som är 50 enligt "
                + "listan Utbildningar. I dokumentet står 50. Töm Utfall, eller rätta listan Utbildningar om 75 är "
                + "rätt.",
            finding.Message
        );
        Assert.Equal(50m, First(review, "Utfall"));
    }

    [Fact]
    public void A_followed_figure_that_cannot_be_computed_is_missing_and_no_zero_and_that_is_a_finding()
    {
        var organisation = Courses()
            .Add(
                "Objectives",
                ("Title", "A"),
                ("Year", 2026),
                ("Outcome", 75),
                ("Follows", "Andel upphandlingar med klartecken i tid")
            )
            .Add(
                "Objectives",
                ("Title", "B"),
                ("Year", 2026),
                ("Follows", "Andel som har gått utbildning"),
                ("FollowsCourse", "Finns inte")
            )
            .Add("Objectives", ("Title", "C"), ("Year", 2026), ("FollowsCourse", "Grund"));
        var review = organisation.Build();

        Assert.All(
            review.Objectives.Rows,
            r => Assert.Equal("saknas", ReadOf(Objectives.Fields.Named("Rader").Inner!, r, "Utfall"))
        );
        Assert.Equal(
            [("1", "Följer uppgift"), ("2", "Utbildning som följs"), ("3", "Utbildning som följs")],
            organisation
                .Findings.Where(f => f.List == "Mål" && f.Column != "Publicering")
                .Select(f => (f.RowId!, f.Column!))
        );
    }

    [Fact]
    public void A_small_number_is_not_told_by_an_objective_that_follows_it()
    {
        var organisation = new Organisation()
            .Add(9, "Incidents", ("Year", 2026), ("PersonalDataBreach", false))
            .Add(2, "Incidents", ("Year", 2026), ("PersonalDataBreach", true))
            .Add(
                "Objectives",
                ("Title", "Få"),
                ("Year", 2026),
                ("Follows", "Antal personuppgiftsincidenter"),
                ("Outcome", 2),
                ("Publication", "Öppen")
            );
        var review = BuiltReview.Build(
            organisation.Read(),
            null,
            Organisation.Years,
            Edition.Open,
            Organisation.Today,
            []
        );

        Assert.Equal("färre än 3", First(review, "Utfall"));
    }

    /// <summary>Each figure as the section prints it.</summary>
    [Theory]
    [InlineData("Andel behandlingar med aktuell klassning", "Informationsbehandlingar")]
    [InlineData("Antal incidenter", "Incidenter")]
    public void Every_figure_names_the_list_it_is_counted_in(string figure, string list)
    {
        var organisation = new Organisation().Add("Objectives", ("Title", "M"), ("Year", 2026), ("Follows", figure));
        organisation.Build();

        Assert.Contains(
            organisation.Findings,
            f =>
                f.List == "Mål"
                && f.Column == "Följer uppgift"
                && f.Message.Contains($"listan {list}", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Every_figure_can_be_followed()
    {
        foreach (var figure in Choice.Texts<FollowedFigure>())
        {
            var review = new Organisation()
                .Add("Objectives", ("Title", "M"), ("Year", 2026), ("Outcome", 3), ("Follows", figure))
                .Build();
            Assert.Equal("saknas", First(review, "Utfall"));
        }
    }

    private static Organisation Courses() =>
        new Organisation()
            .Add("TrainingResults", ("Title", "Grund"), ("Year", 2026), ("Expected", 10), ("Completed", 5))
            .Add("TrainingResults", ("Title", "Chefer"), ("Year", 2026), ("Expected", 10), ("Completed", 10))
            .Add("TrainingResults", ("Title", "Grund"), ("Year", 2025), ("Expected", 10), ("Completed", 4));

    private static object? First(BuiltReview review, string field) =>
        ReadOf(Objectives.Fields.Named("Rader").Inner!, review.Objectives.Rows[0], field);

    private static object? ReadOf(FieldSet fields, object row, string field) => fields.Named(field).Read(row);
}
