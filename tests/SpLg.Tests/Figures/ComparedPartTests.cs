namespace SpLg.Tests.Figures;

/// <summary>
/// A year that is not over is never compared with a whole one, nor one that the list knows only the end of.
/// </summary>
public sealed class ComparedPartTests
{
    private static readonly string[] Directions =
    [
        "fler",
        "färre",
        "högre",
        "lägre",
        "längre",
        "kortare",
        "oförändrat",
        "lika många",
    ];

    [Theory]
    [InlineData("2026-05-31", null, "2026-01-01", "2026-05-31", "till och med den 31 maj")]
    [InlineData("2026-05-31", "2025-03-01", "2026-03-01", "2026-05-31", "från mars till och med den 31 maj")]
    [InlineData("2027-01-10", "2025-03-01", "2026-03-01", "2026-12-31", "från mars")]
    [InlineData("2026-12-30", "2024-03-01", "2026-01-01", "2026-12-30", "till och med den 30 december")]
    public void The_part_that_is_known_of_both_years(
        string today,
        string? begun,
        string first,
        string last,
        string words
    )
    {
        var part = ComparedPart.Of(new(2026, 1, 1), Day(today), begun is null ? null : Day(begun))!;

        Assert.Equal((Day(first), Day(last), words), (part.First, part.Last, part.Words));
    }

    [Theory]
    [InlineData("2026-12-31", null)]
    [InlineData("2027-03-01", "2025-01-01")]
    [InlineData("2025-11-20", null)]
    [InlineData("2026-05-31", "2025-08-01")]
    public void There_is_no_part_where_both_years_are_known_or_nothing_is_known_of_both(string today, string? begun) =>
        Assert.Null(ComparedPart.Of(new(2026, 1, 1), Day(today), begun is null ? null : Day(begun)));

    [Fact]
    public void The_last_day_of_february_has_its_like_in_every_year() =>
        Assert.Equal(new(2027, 2, 28), ComparedPart.Of(new(2028, 1, 1), new(2028, 2, 29), null)!.LastIn(2027));

    /// <summary>Ten that had happened by May last year, ten later; twelve by May this year.</summary>
    [Fact]
    public void Incidents_of_a_year_that_is_not_over_are_compared_with_the_same_part_of_last_year()
    {
        var review = Incidents().BuildOn(new(2026, 5, 31));

        Assert.Equal(
            "Under 2026 rapporterades 12\u00a0incidenter, fler än 2025 räknat till och med den 31 maj, 12 mot 10.",
            FieldText.Of(review, "Incidenter.Mening")
        );
        Assert.Equal(20m, FieldText.Of(review, "Incidenter.Antal förra året"));
        const string More = "fler än året före räknat till och med den 31 maj, 12 mot 10";
        Assert.Equal(More, FieldText.Of(review, "Incidenter.Trend"));
        Assert.Equal(More, review.Incidents.ByKind.Single(k => k.Name == "Dataskydd").Trend);
        Assert.Equal(More, review.Incidents.ByCause.Single().Trend);
        Assert.Equal(More, FieldText.Of(review, "Incidenter.Personuppgiftsincidenter mot förra året"));
        Assert.Equal(More, review.Summary.Figures.Single(f => f.Name == "Rapporterade incidenter").Trend);
        // Closed a week after they were found, and last year's first ten first after the summer.
        Assert.Equal("inga uppgifter från året före", FieldText.Of(review, "Incidenter.Tid trend"));
    }

    [Fact]
    public void A_month_and_a_tertial_that_are_over_are_compared_whole_and_the_one_that_is_not_to_the_same_day()
    {
        var organisation = new Organisation()
            .Add(2, "Incidents", ("OccurredOn", "2025-02-03"))
            .Add(3, "Incidents", ("OccurredOn", "2025-05-03"))
            .Add(4, "Incidents", ("OccurredOn", "2025-05-30"))
            .Add("Incidents", ("OccurredOn", "2024-05-30"))
            .Add(3, "Incidents", ("OccurredOn", "2026-02-03"))
            .Add(5, "Incidents", ("OccurredOn", "2026-05-03"));
        var incidents = organisation.BuildOn(new(2026, 5, 20)).Incidents;

        Assert.Equal("fler än året före, 3 mot 2", incidents.ByMonth[1].Trend);
        Assert.Equal("fler än året före räknat till och med den 20 maj, 5 mot 3", incidents.ByMonth[4].Trend);
        Assert.Equal("fler än året före, 3 mot 2", incidents.ByTertial[0].Trend);
        Assert.Equal("fler än året före räknat till och med den 20 maj, 5 mot 3", incidents.ByTertial[1].Trend);
    }

    [Fact]
    public void A_month_that_has_not_begun_is_not_compared_although_a_row_has_a_day_to_come()
    {
        var incidents = new Organisation()
            .Add(2, "Incidents", ("OccurredOn", "2025-11-03"))
            .Add("Incidents", ("OccurredOn", "2024-11-03"))
            .Add("Incidents", ("OccurredOn", "2026-11-03"))
            .BuildOn(new(2026, 5, 20))
            .Incidents;

        Assert.Equal(Footing.PartsOfYears, incidents.ByMonth[10].Trend);
        Assert.Equal(Footing.PartsOfYears, incidents.ByTertial[2].Trend);
    }

    [Fact]
    public void A_year_that_the_list_was_begun_in_is_compared_from_the_month_it_begins_in()
    {
        var review = new Organisation()
            .Add(3, "Incidents", ("OccurredOn", "2025-09-03"))
            .Add(10, "Incidents", ("OccurredOn", "2026-02-03"))
            .Add(2, "Incidents", ("OccurredOn", "2026-10-03"))
            .BuildOn(new(2027, 1, 10));

        Assert.Equal("färre än året före räknat från september, 2 mot 3", FieldText.Of(review, "Incidenter.Trend"));
        Assert.Equal(
            "Under 2026 rapporterades 12\u00a0incidenter, färre än 2025 räknat från september, 2 mot 3.",
            FieldText.Of(review, "Incidenter.Mening")
        );
    }

    [Fact]
    public void Rows_without_a_day_may_be_of_either_part_so_that_no_direction_is_said_that_they_could_turn()
    {
        var review = Incidents().Add(2, "Incidents", ("Year", 2025)).BuildOn(new(2026, 5, 31));
        Assert.DoesNotContain("fler", (string)FieldText.Of(review, "Incidenter.Trend")!, StringComparison.Ordinal);

        var further = Incidents().Add("Incidents", ("Year", 2025)).BuildOn(new(2026, 5, 31));
        Assert.StartsWith("fler", (string)FieldText.Of(further, "Incidenter.Trend")!, StringComparison.Ordinal);
    }

    [Fact]
    public void Controls_of_a_year_that_is_not_over_are_not_compared()
    {
        var organisation = new Organisation()
            .Add(5, "InternalControlResults", ("Title", "K"), ("Year", 2025), ("Result", "Avvikelser"))
            .Add(2, "InternalControlResults", ("Title", "K"), ("Year", 2026), ("Result", "Avvikelser"));

        Assert.Equal(
            "jämförs inte, eftersom uppgifterna inte är från lika stor del av åren",
            organisation.BuildOn(new(2026, 5, 31)).InternalControls.ByResult.Single(t => t.Name == "Avvikelser").Trend
        );
        Assert.Equal(
            "färre än året före, 2 mot 5",
            organisation.BuildOn(new(2027, 1, 10)).InternalControls.ByResult.Single(t => t.Name == "Avvikelser").Trend
        );
    }

    [Fact]
    public void An_objective_that_follows_incidents_is_compared_as_they_are()
    {
        var review = Incidents()
            .Add(
                "Objectives",
                ("Title", "M"),
                ("Year", 2026),
                ("Follows", "Antal incidenter"),
                ("HigherIsBetter", false)
            )
            .BuildOn(new(2026, 5, 31));
        var objective = Assert.Single(review.Objectives.Rows);

        Assert.Equal(("12", "20"), (objective.Outcome.Text, objective.Previous.Text));
        Assert.Equal("högre än året före räknat till och med den 31 maj, 12 mot 10, en försämring", objective.Trend);
    }

    /// <summary>Of 20 last year 18 are told to be before the day: then two are after it, which are few.</summary>
    [Theory]
    [InlineData(18, false)]
    [InlineData(20, true)]
    [InlineData(10, true)]
    public void The_open_edition_does_not_say_the_number_of_a_part_that_leaves_few_for_the_rest(
        int before,
        bool isCompared
    )
    {
        var organisation = new Organisation()
            .Add(before, "Incidents", ("OccurredOn", "2025-02-03"), ("Kind", "Dataskydd"), ("Publication", "Öppen"))
            .Add(
                20 - before,
                "Incidents",
                ("OccurredOn", "2025-09-03"),
                ("Kind", "Dataskydd"),
                ("Publication", "Öppen")
            )
            .Add(12, "Incidents", ("OccurredOn", "2026-02-03"), ("Kind", "Dataskydd"), ("Publication", "Öppen"))
            .Add("Incidents", ("OccurredOn", "2024-02-03"), ("Publication", "Öppen"));
        // Nothing is told one by one of incidents in the open edition but summaries.
        var review = BuiltReview.Build(
            organisation.Read(),
            null,
            Organisation.Years,
            Edition.Open,
            new(2026, 5, 31),
            []
        );

        Assert.Equal(isCompared, Compares((string)FieldText.Of(review, "Incidenter.Trend")!));
        Assert.False(Compares(review.Incidents.ByKind.Single(k => k.Name == "Dataskydd").Trend));
        Assert.False(Compares(review.Incidents.ByTertial[1].Trend));
        Assert.Equal(isCompared, Compares((string)FieldText.Of(review, "Incidenter.Mening")!));
    }

    private static bool Compares(string text) => Directions.Any(d => text.Contains(d, StringComparison.Ordinal));

    private static Organisation Incidents()
    {
        (string, object)[] same =
        [
            ("Kind", "Dataskydd"),
            ("Cause", "Rutin"),
            ("PersonalDataBreach", true),
            ("Status", "Avslutad"),
        ];
        return new Organisation()
            .Add(10, "Incidents", [("OccurredOn", "2025-02-03"), ("ClosedOn", "2025-08-10"), .. same])
            .Add(10, "Incidents", [("OccurredOn", "2025-09-03"), ("ClosedOn", "2025-09-10"), .. same])
            .Add(12, "Incidents", [("OccurredOn", "2026-02-03"), ("ClosedOn", "2026-02-10"), .. same])
            .Add("Incidents", ("OccurredOn", "2024-02-03"));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}
