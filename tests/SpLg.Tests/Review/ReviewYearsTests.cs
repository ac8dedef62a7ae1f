namespace SpLg.Tests.Review;

/// <summary>Which years a review tells of: that of its title, the one it follows up, and those it plans for.</summary>
public sealed class ReviewYearsTests
{
    [Theory]
    [InlineData("Före året", "31 augusti", "2023-01-01", "2023-08-31")]
    [InlineData("Före året", null, "2023-01-01", "2023-12-31")]
    [InlineData("Efter året", "31 augusti", "2023-01-01", "2023-12-31")]
    [InlineData(null, null, "2023-01-01", "2023-12-31")]
    public void The_year_before_that_of_the_title_is_followed_up(string? form, string? end, string from, string to)
    {
        var years = Of(2024, form, end);

        Assert.Equal((Day(from), Day(to)), (years.FollowUpFrom, years.FollowUpTo));
        Assert.Equal((2024, 2026), (years.PlanFrom, years.PlanTo));
    }

    [Fact]
    public void The_request_may_choose_days_plan_and_report()
    {
        var years = ReviewYears.Of(
            2024,
            null,
            Request(
                ("FollowUpFrom", "2023-02-01"),
                ("FollowUpTo", "2023-09-30"),
                ("PlanFrom", 2025),
                ("PlanTo", 2027),
                ("DpoReportYear", 2022)
            )
        );

        Assert.Equal((new(2023, 2, 1), new(2023, 9, 30)), (years.FollowUpFrom, years.FollowUpTo));
        Assert.Equal((2025, 2027, 2022), (years.PlanFrom, years.PlanTo, years.DpoReport));
    }

    [Theory]
    [InlineData("2022-09-01", "2023-08-31", "Båda dagarna ska ligga i samma år")]
    [InlineData("2023-09-01", "2023-08-31", "Båda dagarna ska ligga i samma år")]
    [InlineData("2025-01-01", "2025-08-31", "efter året 2024 som genomgången gäller")]
    public void Days_that_contradict_one_another_are_refused_with_what_to_do(string from, string to, string said)
    {
        var request = Request(("FollowUpFrom", from), ("FollowUpTo", to));

        var refused = Assert.Throws<ReviewYearsException>(() => ReviewYears.Of(2024, null, request));

        Assert.Contains(said, refused.Message, StringComparison.Ordinal);
        Assert.Contains("Rätta Uppföljning", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_review_written_before_its_year_takes_each_section_from_the_year_it_is_about()
    {
        var review = City().Build(Of(2024, "Före året", "31 augusti"), new(2023, 11, 20));

        Assert.Equal(
            "Under 2023 till och med den 31 augusti rapporterades 3\u00a0incidenter; uppgifter från 2022 saknas.",
            Text(review, "Incidenter.Mening")
        );
        Assert.Equal(["följs upp"], review.FollowedUpEvents.Events.Select(e => e.Event.Title));
        Assert.Equal(["värderas"], review.Risks.Events.Select(e => e.Event.Title));
        Assert.Equal(["Budget 2024", "Hot 2023", "RSA 2022"], review.Context.Factors.Select(f => f.Title).Order());
        Assert.Equal("2022", Text(review, "Dataskydd.Årsrapport"));
        Assert.Equal("2024–2026", Text(review, "Genomgång.Planperiod"));
        Assert.Equal(["fattat nu"], review.Of(NewDecisions.Section).Rows.Select(d => d.Title));
        Assert.Equal(["fattat då"], review.EarlierActions.Decisions.Select(d => d.Title));
        Assert.Equal("2023 till och med den 31 augusti", Text(review, "Genomgång.Uppföljning"));
    }

    [Fact]
    public void The_figures_are_the_same_whenever_the_review_is_made()
    {
        var years = Of(2024, "Före året", "31 augusti");
        var then = City().Build(years, new(2023, 11, 20));
        var later = City().Build(years, new(2026, 3, 1));

        foreach (
            var field in (string[])["Incidenter.Mening", "Incidenter.Antal", "Internkontroll.Antal", "Plan.Mening"]
        )
            Assert.Equal(Text(then, field), Text(later, field));
    }

    [Fact]
    public void Rows_of_the_year_that_come_after_what_is_followed_up_are_told_and_found()
    {
        var city = City();
        var review = city.Build(Of(2024, "Före året", "31 augusti"), new(2023, 11, 20));

        Assert.EndsWith(
            "Avser 2023 till och med den 31 augusti. En rad med en dag utanför den tiden är inte med.</p>",
            Text(review, "Incidenter.Källa"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Raden har en dag utanför det som följs upp",
            Assert.Single(city.Findings, f => f is { List: "Incidenter", Column: "År" }).Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(2025, FindingLevel.Warning, "Genomgången 2024 redovisar ur listan 2022 och 2023, så är den inte med.")]
    [InlineData(2019, FindingLevel.Info, "Genomgången 2024 redovisar ur listan 2022 och 2023, så är den inte med.")]
    public void A_row_that_falls_in_no_year_of_the_review_is_a_finding(int year, FindingLevel level, string said)
    {
        var organisation = new Organisation().Add("Incidents", ("Title", "x"), ("Year", year));
        organisation.Build(Of(2024, null, null), new(2023, 11, 20));

        var finding = Assert.Single(organisation.Findings, f => f is { List: "Incidenter", Column: "År" });
        Assert.Equal((level, "1"), (finding.Level, finding.RowId));
        Assert.Contains(said, finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_follow_up_that_has_not_begun_is_not_called_fewer()
    {
        var organisation = new Organisation().Add(23, "Incidents", ("Title", "x"), ("OccurredOn", "2026-05-01"));
        var review = organisation.Build(Of(2028, null, null), new(2026, 11, 30));

        Assert.DoesNotContain("färre", Text(review, "Incidenter.Trend"), StringComparison.Ordinal);
        Assert.Equal("ännu inte", Text(review, "Incidenter.Antal"));
    }

    [Fact]
    public void A_tertial_that_is_over_and_has_no_result_is_named()
    {
        var organisation = new Organisation().Add(
            "InternalControlResults",
            ("Title", "Behörigheter"),
            ("Year", 2023),
            ("Period", "T1"),
            ("Result", "Avvikelser")
        );
        var years = Of(2024, "Före året", "31 augusti");

        Assert.EndsWith(
            "Resultat saknas för T2.</p>",
            Text(organisation.Build(years, new(2023, 11, 20)), "Internkontroll.Källa"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_part_of_the_year_is_compared_with_the_same_part_of_the_year_before()
    {
        var organisation = new Organisation();
        foreach (
            var (day, cleared) in new[]
            {
                ("2023-05-10", "2023-05-01"),
                ("2022-05-10", "2022-05-01"),
                ("2022-11-10", null),
            }
        )
            organisation.Add(
                "Procurements",
                [
                    ("Title", day),
                    ("HandlesInformation", true),
                    ("PublishedOn", day),
                    ("Phase", "Annonserad"),
                    .. cleared is null
                        ? Array.Empty<(string, object)>()
                        : [("ClearedOn", cleared), ("ClearedBy", "Sara")],
                ]
            );
        var review = organisation.Build(Of(2024, "Före året", "31 augusti"), new(2023, 11, 20));

        Assert.Equal(100, review.Procurements.ClearedPercentBefore);
    }

    [Fact]
    public void A_budget_mission_and_an_analysis_that_are_not_told_are_findings()
    {
        var city = City();
        city.Build(Of(2024, "Före året", "31 augusti"), new(2023, 11, 20));

        Assert.Equal(
            [(FindingLevel.Info, "1"), (FindingLevel.Warning, "3")],
            city.Findings.Where(f => f is { List: "Omvärld och uppdrag", Column: "År" })
                .Select(f => (f.Level, f.RowId!))
        );
    }

    [Fact]
    public void A_decision_without_year_belongs_to_the_review_that_its_day_leads_to()
    {
        var organisation = new Organisation()
            .Add("Decisions", ("Title", "före"), ("DecidedOn", "2022-10-20"))
            .Add("Decisions", ("Title", "efter"), ("DecidedOn", "2024-01-20"));
        organisation.Build(Of(2024, null, null), new(2024, 2, 20));

        Assert.Equal(
            ["2"],
            organisation.Findings.Where(f => f is { List: "Beslut", Column: "År" }).Select(f => f.RowId)
        );
    }

    [Fact]
    public void A_day_of_the_request_that_cannot_be_read_is_refused_by_its_column()
    {
        var refused = Assert.Throws<ReviewYearsException>(() =>
            ReviewYears.Of(2024, null, Request(("FollowUpTo", "i höst")))
        );

        Assert.StartsWith("Uppföljning till i begäran går inte att läsa.", refused.Message, StringComparison.Ordinal);
    }

    /// <summary>A city that plans: its rows say which section should tell of them.</summary>
    private static Organisation City() =>
        new Organisation()
            .Add(2, "Incidents", ("Title", "vår"), ("OccurredOn", "2023-03-10"))
            .Add("Incidents", ("Title", "utan dag"), ("Year", 2023))
            .Add("Incidents", ("Title", "höst"), ("OccurredOn", "2023-10-02"))
            .Add("UndesiredEvents", ("Title", "följs upp"), ("Year", 2023))
            .Add("UndesiredEvents", ("Title", "värderas"), ("Year", 2024))
            .Add("InternalControlResults", ("Title", "Behörigheter"), ("Year", 2023), ("Period", "T2"))
            .Add("ContextFactors", ("Title", "RSA 2020"), ("Kind", "RSA"), ("Year", 2020))
            .Add("ContextFactors", ("Title", "RSA 2022"), ("Kind", "RSA"), ("Year", 2022))
            .Add("ContextFactors", ("Title", "Budget 2023"), ("Kind", "Budgetuppdrag"), ("Year", 2023))
            .Add("ContextFactors", ("Title", "Budget 2024"), ("Kind", "Budgetuppdrag"), ("Year", 2024))
            .Add("ContextFactors", ("Title", "Hot 2023"), ("Kind", "Omvärld"), ("Year", 2023))
            .Add("DpoFindings", ("Title", "x"), ("Finding", "y"), ("ReportYear", 2022))
            .Add("Decisions", ("Title", "fattat nu"), ("DecidedOn", "2023-12-05"))
            .Add("Decisions", ("Title", "fattat då"), ("DecidedOn", "2022-12-06"))
            .Add("ActionItems", ("Title", "plan"), ("PlannedYears", new[] { "2024" }), ("Status", "Ej påbörjad"));

    private static ReviewYears Of(int title, string? form, string? end)
    {
        var organisation = new Organisation().Add(
            "Settings",
            [
                ("Title", "x"),
                .. form is null ? [] : Cell("ReviewForm", form),
                .. end is null ? [] : Cell("FollowUpEnd", end),
            ]
        );
        return ReviewYears.Of(title, organisation.Read().Setting, null);

        static (string, object)[] Cell(string column, string value) => [(column, value)];
    }

    private static ReviewRequest Request(params (string, object)[] cells) =>
        new Organisation().Add("ReviewRequests", cells).Read().Of(ReviewRequest.AsList)[0];

    private static string Text(BuiltReview review, string field) => FieldText.Of(review, field)!.ToString()!;

    private static DateOnly Day(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture);
}
