namespace SpLg.Tests.Figures;

/// <summary>What an organisation calls its risks, what is left of them after treatment, and what is done about them.</summary>
public sealed class RiskLevelsTests
{
    [Theory]
    [InlineData("", "", "", "1–4 är låg risk, 5–9 medel, 10–16 hög och 20–25 mycket hög", "hög")]
    [InlineData("4", "8", "15", "1–3 är låg risk, 4–6 medel, 8–12 hög och 15–25 mycket hög", "mycket hög")]
    [InlineData("2", "25", "25", "1–4 är låg risk, 5–9 medel, 10–16 hög och 20–25 mycket hög", "hög")]
    [InlineData("2", "3", "25", "1 är låg risk, 2 medel, 3–20 hög och 25 mycket hög", "hög")]
    public void The_limits_are_those_of_the_settings_where_they_are_in_order(
        string medium,
        string high,
        string veryHigh,
        string words,
        string level
    )
    {
        var organisation = new Organisation()
            .Add("Settings", ("Title", "x"), ("RiskMedium", medium), ("RiskHigh", high), ("RiskVeryHigh", veryHigh))
            .Add(
                "UndesiredEvents",
                ("Title", "Konton finns kvar"),
                ("Likelihood", 4),
                ("Impact", 4),
                ("ResidualLikelihood", 1),
                ("Year", 2026)
            );
        var review = organisation.Build();

        Assert.Equal(words, FieldText.Of(review, "Risker.Risknivåer"));
        var row = Assert.Single((IReadOnlyList<object>)FieldText.Of(review, "Risker.Händelser")!);
        Assert.Equal(level, FieldText.Of(EventRow.Fields, row, "Risknivå"));
        Assert.Equal(4m, FieldText.Of(EventRow.Fields, row, "Kvarvarande riskvärde"));
        Assert.Equal(
            high == "25",
            organisation.Findings.Any(f => f.Message.Contains("standardgränserna", StringComparison.Ordinal))
                && medium == "2"
        );
    }

    [Fact]
    public void A_recommendation_is_followed_by_the_action_that_comes_from_it()
    {
        var organisation = new Organisation()
            .Add(
                "UndesiredEvents",
                ("Title", "Konton finns kvar"),
                ("Source", "VoR"),
                ("Recommendation", "Gallra konton."),
                ("Year", 2026)
            )
            .Add(
                "UndesiredEvents",
                ("Title", "Koder skrivs upp"),
                ("Source", "VoR"),
                ("Recommendation", "Ge alla kort."),
                ("Year", 2026)
            )
            .Add(
                "ActionItems",
                ("Title", "Gallra var månad"),
                ("Source", "VoR"),
                ("SourceRow", "Konton finns kvar"),
                ("PlannedYears", new[] { "2026" }),
                ("Role", new[] { "ISAM" }),
                ("Status", "Pågår"),
                ("PercentDone", 60)
            );
        var review = organisation.Build();

        var rows = (IReadOnlyList<object>)FieldText.Of(review, "Risker.Händelser")!;
        Assert.Equal(
            ["Gallra var månad (Pågår, 60\u00a0%)", null],
            rows.Select(r => (string?)FieldText.Of(EventRow.Fields, r, "Åtgärder")).OrderBy(t => t is null)
        );
        Assert.Equal(
            "2",
            Assert
                .Single(
                    organisation.Findings,
                    f => f.Message.StartsWith("Ingen åtgärd kommer ur", StringComparison.Ordinal)
                )
                .RowId
        );
    }

    [Fact]
    public void A_risk_that_is_higher_once_the_actions_are_done_is_a_finding()
    {
        var organisation = new Organisation().Add(
            "UndesiredEvents",
            ("Title", "Konton finns kvar"),
            ("Likelihood", 2),
            ("Impact", 2),
            ("ResidualImpact", 5),
            ("Year", 2026)
        );
        organisation.Build();

        Assert.Contains(
            organisation.Findings,
            f => f.Message.StartsWith("Riskvärdet efter åtgärd (10) överstiger", StringComparison.Ordinal)
        );
    }
}
