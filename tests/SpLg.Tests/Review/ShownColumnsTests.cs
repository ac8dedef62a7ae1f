namespace SpLg.Tests.Review;

/// <summary>What the templates show beside the figures of each section: every column has a place.</summary>
public class ShownColumnsTests
{
    [Fact]
    public void The_annual_wheel_goes_by_month_and_what_has_none_comes_last()
    {
        var review = new Organisation()
            .Add("AnnualWheelActivities", ("Title", "Utan månad"))
            .Add(
                "AnnualWheelActivities",
                ("Title", "Genomgång"),
                ("Month", 11),
                ("Role", new[] { "Chefer", "Objektledare" }),
                ("Recurs", "Årligen")
            )
            .Add("AnnualWheelActivities", ("Title", "Gästkonton"), ("Month", 1))
            .Build();

        Assert.Equal(["Januari", "November", "Månad ej angiven"], review.AnnualWheel.Months.Select(m => m.Month));
        Assert.Equal(
            "Chefer och objektledare",
            Read(AnnualWheel.Fields.TryFind("Rader")!.Inner!, review.AnnualWheel.Rows[1], "Roller")
        );
    }

    [Fact]
    public void An_action_of_several_roles_stands_once_a_year_and_is_described_once()
    {
        var review = new Organisation()
            .Add(
                "ActionItems",
                ("Title", "Granska"),
                ("Description", "Alla konton."),
                ("Status", "Pågår"),
                ("PlannedYears", new[] { "2026", "2027" }),
                ("Role", new[] { "DSO", "Objektledare" })
            )
            .Add(
                "ActionItems",
                ("Title", "Utbilda"),
                ("Status", "Pågår"),
                ("PlannedYears", new[] { "2026" }),
                ("Role", new[] { "Chefer" })
            )
            .Build();

        Assert.Equal(["Chefer", "Objektledare och DSO"], review.Plan.Years[0].Shared.Select(s => s.Roles));
        Assert.Equal(
            "Alla konton.",
            Read(PlanItem.Fields, review.Plan.Years[0].Shared[1].Items[0], "Beskrivning en gång")
        );
        Assert.Null(Read(PlanItem.Fields, review.Plan.Years[1].Shared[0].Items[0], "Beskrivning en gång"));
    }

    [Theory]
    [InlineData("Pågår", 60, "", "Pågår, 60\u00a0%")]
    [InlineData("Klar", 100, "2026-05-29", "Klar 2026-05-29")]
    [InlineData("Ej påbörjad", 0, "", "Ej påbörjad")]
    public void An_actions_state_says_how_far_it_has_come(string status, int percent, string completed, string expected)
    {
        var review = new Organisation()
            .Add(
                "ActionItems",
                ("Title", "Granska"),
                ("DecidedInYear", 2025),
                ("Status", status),
                ("PercentDone", percent),
                ("CompletedOn", completed)
            )
            .Build();
        Assert.Equal(
            expected,
            Read(EarlierActions.Fields.TryFind("Åtgärder")!.Inner!, review.EarlierActions.Actions[0], "Läge")
        );
    }

    [Theory]
    [InlineData("", "", "En informationsbehandling är samhällsviktig. Den saknar kontinuitetsplan.")]
    [InlineData(
        "2026-01-20",
        "",
        "En informationsbehandling är samhällsviktig. Den har en kontinuitetsplan som inte har övats."
    )]
    [InlineData(
        "2026-01-20",
        "2026-05-06",
        "En informationsbehandling är samhällsviktig. Den har en kontinuitetsplan som har övats."
    )]
    public void Continuity_is_told_in_words(string plan, string exercised, string expected)
    {
        var review = new Organisation()
            .Add(
                "ProcessingActivities",
                ("Title", "Vattenrening"),
                ("CriticalProcess", true),
                ("ContinuityPlanOn", plan),
                ("ContinuityExercisedOn", exercised)
            )
            .Add("ProcessingActivities", ("Title", "Nyhetsbrev"))
            .Build();
        Assert.Equal(expected, FieldText.Of(review, "Informationssäkerhetsläge.Kontinuitetsmening"));
    }

    [Fact]
    public void What_is_restored_first_comes_first_and_what_has_no_plan_and_is_not_critical_is_left_out()
    {
        var review = new Organisation()
            .Add(
                "ProcessingActivities",
                ("Title", "Bokning"),
                ("ContinuityPlanOn", "2026-01-20"),
                ("RecoveryPriority", 4)
            )
            .Add("ProcessingActivities", ("Title", "Vattenrening"), ("CriticalProcess", true), ("RecoveryPriority", 1))
            .Add("ProcessingActivities", ("Title", "Nyhetsbrev"), ("RecoveryPriority", 2))
            .Build();
        Assert.Equal(
            ["Vattenrening", "Bokning"],
            ControlPointSentences.WithContinuity(review.ControlPoints.Rows).Select(r => r.Activity.Title)
        );
    }

    [Fact]
    public void Classification_is_told_by_kind_of_system_and_the_oldest_dates_are_named()
    {
        var review = new Organisation()
            .Add(
                "ProcessingActivities",
                ("Title", "A"),
                ("SystemCategory", "Egen"),
                ("LastClassifiedOn", "2026-01-20"),
                ("Confidentiality", 3),
                ("Traceability", 2)
            )
            .Add("ProcessingActivities", ("Title", "B"), ("SystemCategory", "Egen"), ("LastClassifiedOn", "2022-03-17"))
            .Build();
        Assert.Equal(
            "Aktuell informationsklassning efter systemkategori: egna system 1 av 2.",
            FieldText.Of(review, "Informationssäkerhetsläge.Kategorimening")
        );
        Assert.Equal(
            "De äldsta datumen är 17 mars 2022 (klassning).",
            FieldText.Of(review, "Informationssäkerhetsläge.Åldersmening")
        );
        Assert.Equal("3-?-?-2", Read(ControlPointRow.Fields, review.ControlPoints.Rows[0], "Klassning"));
    }

    [Fact]
    public void Only_check_points_with_something_left_to_do_remain()
    {
        var organisation = new Organisation().Add("Procurements", ("Title", "Kassa"), ("Year", 2026));
        foreach (var answer in (string[])["Ja", "Ej tillämpligt", "Delvis", "Nej", ""])
            organisation.Add(
                "ProcurementChecks",
                ("Title", $"Svar {answer}"),
                ("ProcurementLookupId", "1"),
                ("Procurement", "Kassa"),
                ("Answer", answer),
                ("Mandatory", true)
            );
        var review = organisation.Build();

        Assert.Equal(
            ["Svar Delvis", "Svar Nej", "Svar"],
            Assert.Single(review.Procurements.Rows).Remaining.Select(c => c.Title)
        );
        Assert.Equal(
            "Av 5\u00a0kontrollpunkter i upphandlingarna har 2 svaret Ja eller Ej tillämpligt. De tre som "
                + "återstår är obesvarade eller har svaret Delvis eller Nej; antal obligatoriska utan svar: 1.",
            FieldText.Of(review, "Upphandlingar.Kontrollpunktsmening")
        );
    }

    [Fact]
    public void The_same_kind_of_finding_in_several_rows_is_one_with_an_example()
    {
        var review = new Organisation()
            .Add("ProcessingActivities", ("Title", "A"), ("LastClassifiedOn", "2022-03-17"))
            .Add("ProcessingActivities", ("Title", "B"), ("LastClassifiedOn", "2021-05-02"))
            .Build();
        var group = FindingGroup.Build(review.Findings.Rows).Single(g => g.List == "Informationsbehandlingar");
        var finding = Assert.Single(group.Findings, f => f.Column == "Senaste KLASSA");
        Assert.Matches("^<a href=\"https://[^\"]+\">1</a> och <a href=\"https://[^\"]+\">2</a>$", finding.Rows);
        Assert.StartsWith("Till exempel rad 1: ", finding.Message, StringComparison.Ordinal);
        Assert.Contains("17 mars 2022", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4, "låg")]
    [InlineData(5, "medel")]
    [InlineData(10, "hög")]
    [InlineData(16, "hög")]
    [InlineData(20, "mycket hög")]
    public void A_risk_value_has_a_level_in_words(int value, string level) =>
        Assert.Equal(level, RiskLevels.Default.Of(value));

    private static object? Read(FieldSet fields, object row, string name) => fields.TryFind(name)!.Read(row);
}
