namespace SpLg.Tests.Review;

public class ActionSectionsTests
{
    [Fact]
    public void Earlier_actions_are_those_decided_or_planned_before_the_year()
    {
        var earlier = new Organisation()
            .Add("ActionItems", ("Title", "beslutad förut"), ("DecidedInYear", 2025), ("Status", "Pågår"))
            .Add(
                "ActionItems",
                ("Title", "planerad förut"),
                ("DecidedInYear", 2026),
                ("PlannedYears", new[] { "2025", "2026" }),
                ("Status", "Klar"),
                ("CompletedOn", "2026-02-01")
            )
            .Add(
                "ActionItems",
                ("Title", "redan redovisad"),
                ("DecidedInYear", 2022),
                ("Status", "Klar"),
                ("CompletedOn", "2024-12-31")
            )
            .Add(
                "ActionItems",
                ("Title", "ny"),
                ("DecidedInYear", 2026),
                ("PlannedYears", new[] { "2026" }),
                ("Status", "Pågår")
            )
            .Build();

        Assert.Equal(["beslutad förut", "planerad förut"], earlier.EarlierActions.Actions.Select(a => a.Title));
        Assert.Equal(
            "Av 2\u00a0åtgärder från tidigare år är en klar och en varken klar eller planerad på nytt.",
            FieldText.Of(earlier, "Tidigare åtgärder.Mening")
        );
        Assert.Equal(["Pågår 1", "Klar 1"], earlier.EarlierActions.ByStatus.Select(t => $"{t.Name} {t.Now}"));
    }

    [Fact]
    public void The_plan_holds_three_years_from_the_reviews_own_even_when_one_is_empty()
    {
        var plan = new Organisation()
            .Add(
                "ActionItems",
                ("Title", "a"),
                ("PlannedYears", new[] { "2026", "2028" }),
                ("Role", new[] { "Chefer", "ISAM" }),
                ("Status", "Pågår")
            )
            .Add("ActionItems", ("Title", "gjord"), ("PlannedYears", new[] { "2027" }), ("Status", "Klar"))
            .Build()
            .Plan;

        Assert.Equal([2026, 2027, 2028], plan.Years.Select(y => y.Year));
        Assert.Equal([1, 0, 1], plan.Years.Select(y => y.Actions.Count));
        Assert.Equal(["Chefer", "ISAM"], plan.Years[0].Roles.Select(r => r.Role));
        Assert.Equal("a", Assert.Single(plan.Actions).Title);
    }

    [Fact]
    public void A_plan_that_reached_further_began_the_year_after_and_kept_what_remained_of_its_year_in_an_earlier_version()
    {
        var organisation = new Organisation()
            .Add("ActionItems", ("Title", "i år"), ("PlannedYears", new[] { "2026" }), ("Status", "Pågår"))
            .Add(
                "ActionItems",
                ("Title", "sedan"),
                ("PlannedYears", new[] { "2026", "2029" }),
                ("Status", "Ej påbörjad")
            );
        var review = organisation.Build(
            ReviewYears.OfOneYear(Organisation.Year, organisation.Read()),
            Organisation.Today
        );

        Assert.Equal([2027, 2028, 2029], review.Plan.Years.Select(y => y.Year));
        Assert.Equal(["i år"], review.Plan.Remaining.Select(a => a.Title));
        Assert.Equal("2027–2029", FieldText.Of(review, "Genomgång.Planperiod"));
    }

    [Fact]
    public void No_open_action_with_a_year_from_this_one_on_is_lost()
    {
        var organisation = new Organisation();
        foreach (var year in Enumerable.Range(2026, 8))
            organisation.Add(
                "ActionItems",
                ("Title", $"till {year}"),
                ("PlannedYears", new[] { year.ToString() }),
                ("Status", "Pågår")
            );
        var plan = organisation.Build().Plan;

        Assert.Equal(8, plan.Years.SelectMany(y => y.Actions).Concat(plan.Remaining).Distinct().Count());
    }

    [Fact]
    public void Actions_without_role_or_year_are_shown_as_such()
    {
        var plan = new Organisation()
            .Add("ActionItems", ("PlannedYears", new[] { "2026" }), ("Status", "Pågår"))
            .Add("ActionItems", ("Title", "utan år"), ("Status", "Pågår"))
            .Build()
            .Plan;

        Assert.Equal("Roll saknas", Assert.Single(plan.Years[0].Roles).Role);
        Assert.Equal("Övriga prioriteringar", Assert.Single(plan.Years[0].Shared).Roles);
        Assert.Equal("utan år", Assert.Single(plan.Unplanned).Title);
    }

    [Fact]
    public void Actions_stand_by_priority_then_date_then_number()
    {
        var organisation = new Organisation();
        foreach (
            var (title, priority, due) in new[]
            {
                ("d", "Låg", "2026-01-01"),
                ("c", "Hög", ""),
                ("b", "Hög", "2026-05-01"),
                ("a", "Hög", "2026-04-01"),
            }
        )
            organisation.Add(
                "ActionItems",
                ("Title", title),
                ("Priority", priority),
                ("DueOn", due),
                ("InSummary", true),
                ("Status", "Pågår")
            );

        Assert.Equal(["a", "b", "c", "d"], organisation.Build().Summary.Actions.Select(a => a.Title));
    }

    [Fact]
    public void Open_actions_whose_years_cannot_be_read_are_kept_with_what_was_written()
    {
        var review = new Organisation()
            .Add("ActionItems", ("Title", "till hösten"), ("PlannedYears", "ht 2027"), ("Status", "Pågår"))
            .Build();

        Assert.Equal("till hösten", Assert.Single(review.Plan.Unplanned).Title);
        Assert.Contains("Plan.Utan år[0].Planerade år = ht 2027", FieldText.Of(review));
        Assert.Equal(
            "Underlag saknas: ingen öppen åtgärd har ett läsbart planerat år från 2026 eller senare. Ansvarig "
                + "för underlaget: informationssäkerhetssamordnaren.",
            FieldText.Of(review, "Plan.Underlag")
        );
    }

    [Fact]
    public void An_earlier_action_whose_status_cannot_be_read_is_not_said_to_remain() =>
        Assert.Equal(
            "Av 2\u00a0åtgärder från tidigare år är en klar; för en går status inte att bedöma.",
            FieldText.Of(
                new Organisation()
                    .Add("ActionItems", ("DecidedInYear", 2025), ("Status", "Klar"), ("CompletedOn", "2026-01-01"))
                    .Add("ActionItems", ("DecidedInYear", 2025), ("Status", "Färdig"))
                    .Build(),
                "Tidigare åtgärder.Mening"
            )
        );
}
