namespace SpLg.Tests.Review;

public class RisksTests
{
    [Fact]
    public void Last_years_events_are_followed_up_and_this_years_are_the_risks()
    {
        var review = new Organisation()
            .Add("UndesiredEvents", ("Title", "förra"), ("Year", 2025), ("Assessment", "Följs"))
            .Add("UndesiredEvents", ("Title", "årets"), ("Year", 2026))
            .Build();

        Assert.Equal("förra", Assert.Single(review.FollowedUpEvents.Events).Event.Title);
        Assert.Equal("årets", Assert.Single(review.Risks.Events).Event.Title);
    }

    [Fact]
    public void Events_are_numbered_by_working_method_with_the_highest_risk_first_and_set_in_the_matrix()
    {
        var risks = new Organisation()
            .Add(
                "UndesiredEvents",
                ("Title", "c"),
                ("Year", 2026),
                ("WorkingMethod", "Utbildning"),
                ("Likelihood", 5),
                ("Impact", 5)
            )
            .Add(
                "UndesiredEvents",
                ("Title", "b"),
                ("Year", 2026),
                ("WorkingMethod", "Behörighetshantering"),
                ("Likelihood", 2),
                ("Impact", 3)
            )
            .Add(
                "UndesiredEvents",
                ("Title", "a"),
                ("Year", 2026),
                ("WorkingMethod", "Behörighetshantering"),
                ("Likelihood", 4),
                ("Impact", 3)
            )
            .Add(
                "UndesiredEvents",
                ("Title", "d"),
                ("Year", 2026),
                ("WorkingMethod", "Utbildning"),
                ("Likelihood", 6),
                ("Impact", 5)
            )
            .Build()
            .Risks;

        Assert.Equal(
            ["a 12", "b 6", "c 25", "d "],
            risks.Events.OrderBy(e => e.Event.Title).Select(e => $"{e.Event.Title} {e.RiskValue}")
        );
        Assert.Equal(["Behörighetshantering", "Utbildning"], risks.ByMethod.Select(g => g.Method));
        Assert.Equal([5, 4, 3, 2, 1], risks.Matrix.Select(r => r.Likelihood));
        Assert.Equal("1", risks.Matrix[1].Cells[2]);
        Assert.Equal(3, risks.Matrix.Sum(r => r.Cells.Count(c => c is not null)));
    }

    [Fact]
    public void The_mandatory_working_methods_without_event_are_named()
    {
        var organisation = new Organisation();
        foreach (var method in new[] { "Behörighetshantering", "Incidenthantering", "Informationsklassning" })
            organisation.Add("UndesiredEvents", ("Year", 2026), ("WorkingMethod", method));

        Assert.Equal(
            "Två av de fem obligatoriska arbetssätten saknar oönskad händelse: Implementering av lokal anvisning "
                + "och Informationssäkerhet i upphandling.",
            FieldText.Of(organisation.Build(), "Risker.Mening")
        );
    }

    [Fact]
    public void An_event_whose_method_cannot_be_read_is_told_beside_the_methods_that_have_none() =>
        Assert.Equal(
            "Inget av de fem obligatoriska arbetssätten har någon oönskad händelse. En händelse har inget arbetssätt som går att läsa.",
            FieldText.Of(
                new Organisation().Add("UndesiredEvents", ("Title", "H"), ("Year", 2026)).Build(),
                "Risker.Mening"
            )
        );

    [Fact]
    public void A_risk_value_that_cannot_be_counted_is_said_to_be_missing() =>
        Assert.Equal(
            "Analysen omfattar 1\u00a0oönskad händelse. Antal som är med i internkontrollplanen: uppgift saknas. "
                + "Riskvärdet går inte att räkna, eftersom sannolikhet eller konsekvens saknas.",
            FieldText.Of(
                new Organisation().Add("UndesiredEvents", ("Title", "H"), ("Year", 2026)).Build(),
                "Risker.Antalsmening"
            )
        );

    [Theory]
    [InlineData(1, 1, "Den är med i internkontrollplanen.")]
    [InlineData(1, 0, "Den är inte med i internkontrollplanen.")]
    [InlineData(3, 0, "Ingen av dem är med i internkontrollplanen.")]
    [InlineData(3, 2, "Två av dem är med i internkontrollplanen.")]
    public void How_many_events_internal_control_looks_after_is_a_sentence(int events, int inPlan, string sentence)
    {
        var organisation = new Organisation();
        for (var i = 0; i < events; i++)
            organisation.Add(
                "UndesiredEvents",
                ("Title", $"H{i}"),
                ("Year", 2026),
                ("InInternalControlPlan", i < inPlan)
            );

        Assert.Contains(
            $" {sentence} ",
            FieldText.Of(organisation.Build(), "Risker.Antalsmening") as string,
            StringComparison.Ordinal
        );
    }
}
