using SpLg.Tests.Templates;

namespace SpLg.Tests.Review;

/// <summary>What the review says of actions is true of each of them, whatever their status, years and dates.</summary>
public sealed class FollowUpTests
{
    private const string Reason = "Leverantören är inte vald";

    private static readonly string[] Statuses =
    [
        "",
        "Ej påbörjad",
        "Pågår",
        "Klar",
        "Uppskjuten",
        "Avslutad utan åtgärd",
        "Nästan klar",
    ];
    private static readonly int?[] Decided = [null, 2024, 2025, 2026];
    private static readonly string[][] Planned =
    [
        [],
        ["2025"],
        ["2026"],
        ["2025", "2027"],
        ["2028"],
    ];
    private static readonly string[] Due = ["", "2026-01-01", "2026-11-20", "2027-01-01"];
    private static readonly string[] Completed = ["", "2024-05-01", "2026-05-01"];

    [Fact]
    public void Every_action_stands_in_one_group_of_the_follow_up_and_in_the_plan_exactly_when_it_says_so()
    {
        foreach (var further in (string[])["2028", "2029"])
        {
            var organisation = All()
                .Add("ActionItems", ("Title", "Sist"), ("Status", "Pågår"), ("PlannedYears", new[] { further }));
            var review = organisation.Build(
                ReviewYears.OfOneYear(Organisation.Year, organisation.Read()),
                Organisation.Today
            );
            var (earlier, plan) = (review.EarlierActions, review.Plan);

            Assert.Equal(further == "2029" ? 2027 : 2026, earlier.FirstPlanned);
            foreach (var action in earlier.Actions)
            {
                var isOpen =
                    action.Status.Value is ActionStatus.NotStarted or ActionStatus.Ongoing or ActionStatus.Postponed;
                Assert.Equal(isOpen, earlier.Of(action) is FollowUp.Planned or FollowUp.NotPlanned);
                if (isOpen)
                    Assert.Equal(plan.Actions.Contains(action), earlier.Of(action) == FollowUp.Planned);
                Assert.Equal(action.Status.Value is null, earlier.Of(action) == FollowUp.Unknown);
            }
            Assert.Equal(
                earlier.Actions.Count,
                Number(review, "Antal klara")
                    + Number(review, "Antal planerade")
                    + Number(review, "Antal oplanerade")
                    + earlier.Actions.Count(a => earlier.Of(a) is FollowUp.ClosedWithoutAction or FollowUp.Unknown)
            );
        }
    }

    [Fact]
    public void Every_action_of_the_year_or_before_is_told_somewhere_and_the_ended_ones_once()
    {
        var organisation = All();
        var review = organisation.Build();

        foreach (var action in organisation.Read().ActionItems)
        {
            var ended = Holds(review.Plan.Ended, action);
            var earlier = Holds(review.EarlierActions.Actions, action);
            Assert.False(ended && earlier);
            var isReported =
                action.CompletedOn.Value?.Year == 2024
                && action.Status.Value is ActionStatus.Done or ActionStatus.ClosedWithoutAction;
            Assert.True(
                isReported
                    || ended
                    || earlier
                    || Holds(review.Plan.Actions, action)
                    || Holds(review.Plan.Remaining, action)
                    || Holds(review.Plan.Unplanned, action),
                $"{action.Status.Text}, {action.DecidedInYear.Text}, {string.Join('+', action.PlannedYears)}"
            );
        }
    }

    [Fact]
    public void An_action_is_late_when_its_day_had_passed_as_the_row_was_read_and_it_is_not_known_to_be_done()
    {
        foreach (var action in All().Build().EarlierActions.Actions)
        {
            var mayBeLate = action.Status.Text is null or "Ej påbörjad" or "Pågår" or "Uppskjuten";
            Assert.Equal(mayBeLate && action.DueOn.Value == new DateOnly(2026, 1, 1), Lateness.IsLate(action));
        }
        var late = new Organisation().Add("ActionItems", ("Title", "A"), ("Status", "Pågår"), ("DueOn", "2026-11-20"));
        Assert.False(Lateness.IsLate(Assert.Single(late.Read().AsOf(new(2026, 11, 20)).ActionItems)));
        Assert.True(Lateness.IsLate(Assert.Single(late.Read().AsOf(new(2026, 11, 21)).ActionItems)));
    }

    [Theory]
    [InlineData(
        "Pågår:2025",
        "En åtgärd från tidigare år följs upp; den är varken klar eller planerad på nytt.",
        "Den ska planeras på nytt eller avslutas med skäl."
    )]
    [InlineData(
        "Pågår:2027",
        "En åtgärd från tidigare år följs upp; den är inte klar men planerad för 2026 eller senare.",
        null
    )]
    [InlineData(
        "Pågår:2027 Pågår:2026",
        "Av 2\u00a0åtgärder från tidigare år är ingen klar och två planerade för 2026 eller senare.",
        null
    )]
    [InlineData(
        "Klar:2025 Pågår:2027 Uppskjuten:2025",
        "Av 3\u00a0åtgärder från tidigare år är en klar, en planerad för 2026 eller senare och en varken klar eller planerad på nytt.",
        "Den som varken är klar eller planerad på nytt ska planeras eller avslutas med skäl."
    )]
    [InlineData(
        "Klar:2025 Klar:2025 Avslutad_utan_åtgärd:2025 Pågår:2025 Uppskjuten:2025 Konstig:2025",
        "Av 6\u00a0åtgärder från tidigare år är två klara, två varken klara eller planerade på nytt och en "
            + "avslutad utan åtgärd; för en går status inte att bedöma.",
        "De två som varken är klara eller planerade på nytt ska planeras eller avslutas med skäl."
    )]
    public void What_is_planned_already_is_not_said_to_be_in_want_of_it(string rows, string expected, string? planning)
    {
        var organisation = new Organisation();
        foreach (var row in rows.Split(' ').Select(r => r.Split(':')))
            organisation.Add(
                "ActionItems",
                ("Title", "Åtgärd"),
                ("DecidedInYear", 2025),
                ("Status", row[0].Replace('_', ' ')),
                ("PlannedYears", new[] { row[1] })
            );
        var review = organisation.Build();

        Assert.Equal(expected, review.EarlierActions.Sentence);
        Assert.Equal(planning, FieldText.Of(review, "Tidigare åtgärder.Planeringsmening"));
    }

    [Theory]
    [InlineData(0, "")]
    [InlineData(1, " En av dem är försenad.")]
    [InlineData(3, " Tre av dem är försenade.")]
    public void Late_actions_are_counted_in_the_sentence_and_among_the_key_figures(int late, string expected)
    {
        var review = new Organisation()
            .Add(
                late,
                "ActionItems",
                ("Title", "Sen"),
                ("DecidedInYear", 2025),
                ("Status", "Pågår"),
                ("DueOn", "2026-03-01"),
                ("PlannedYears", new[] { "2026" })
            )
            .Add(
                4,
                "ActionItems",
                ("Title", "I tid"),
                ("DecidedInYear", 2025),
                ("Status", "Pågår"),
                ("DueOn", "2027-03-01"),
                ("PlannedYears", new[] { "2026" })
            )
            .Build();

        Assert.EndsWith($"för 2026 eller senare.{expected}", review.EarlierActions.Sentence, StringComparison.Ordinal);
        Assert.Equal(
            $"{late} av {late + 4}",
            review.Summary.Figures.Single(f => f.Name == "Öppna åtgärder som är försenade").Now
        );
    }

    [Theory]
    [MemberData(nameof(ReviewTemplates.Names), MemberType = typeof(ReviewTemplates))]
    public void A_template_tells_why_an_action_is_postponed_or_closed_and_marks_those_that_are_late(string template)
    {
        var review = new Organisation()
            .Add(
                "ActionItems",
                ("Title", "Uppskjuten i år"),
                ("DecidedInYear", 2026),
                ("Status", "Uppskjuten"),
                ("StatusReason", Reason),
                ("PlannedYears", new[] { "2027" })
            )
            .Add(
                "ActionItems",
                ("Title", "Struken i år"),
                ("DecidedInYear", 2026),
                ("Status", "Avslutad utan åtgärd"),
                ("StatusReason", "Systemet är avvecklat"),
                ("PlannedYears", new[] { "2026" })
            )
            .Add(
                "ActionItems",
                ("Title", "Sen i planen"),
                ("DecidedInYear", 2026),
                ("Status", "Pågår"),
                ("DueOn", "2026-02-01"),
                ("PlannedYears", new[] { "2026" })
            )
            .Add(
                "ActionItems",
                ("Title", "Sen förut"),
                ("DecidedInYear", 2025),
                ("Status", "Ej påbörjad"),
                ("DueOn", "2026-02-02"),
                ("PlannedYears", new[] { "2025" })
            )
            .Add(
                "ActionItems",
                ("Title", "Sen utan år"),
                ("DecidedInYear", 2026),
                ("Status", "Pågår"),
                ("DueOn", "2026-02-03")
            )
            .Add(
                "ActionItems",
                ("Title", "Sen och viktig"),
                ("DecidedInYear", 2026),
                ("Status", "Pågår"),
                ("DueOn", "2026-02-04"),
                ("PlannedYears", new[] { "2027" }),
                ("InSummary", true)
            )
            .Add(
                "Decisions",
                ("Title", "Beslut"),
                ("Year", 2026),
                ("DecidedOn", "2026-01-10"),
                ("ActionItem", "Sen i planen")
            )
            .Add(
                "Decisions",
                ("Title", "Beslut"),
                ("Year", 2025),
                ("DecidedOn", "2025-01-10"),
                ("ActionItem", "Sen förut")
            )
            .Add(
                "RequirementAssessments",
                ("Title", "Krav"),
                ("Year", 2026),
                ("Clause", "4.1"),
                ("Edition", "2022"),
                ("Fulfilled", "Delvis"),
                ("ProposedAction", "Gör om"),
                ("DueOn", "2026-02-05")
            )
            .Build();

        using var filled = new DocxExamination(ReviewTemplates.Compile(template).Fill(review));

        Assert.Contains($"Uppskjuten: {Reason}.", filled.Text, StringComparison.Ordinal);
        Assert.Contains("Systemet är avvecklat", filled.Text, StringComparison.Ordinal);
        foreach (
            var mark in (string[])
                [
                    "1 februari 2026, försenad",
                    "Ej påbörjad, försenad",
                    "3 februari 2026, försenad",
                    "4 februari 2026, försenad",
                    "5 februari 2026, försenad",
                    "Sen i planen, försenad",
                    "Sen förut, försenad",
                ]
        )
            Assert.Contains(mark, filled.Text, StringComparison.Ordinal);
    }

    private static Organisation All()
    {
        var organisation = new Organisation();
        foreach (var (status, decided) in Statuses.SelectMany(s => Decided.Select(d => (s, d))))
        {
            foreach (
                var (planned, due, completed) in Planned.SelectMany(p =>
                    Due.SelectMany(d => Completed.Select(c => (p, d, c)))
                )
            )
                organisation.Add(
                    "ActionItems",
                    ("Title", "Åtgärd"),
                    ("Status", status),
                    ("DecidedInYear", decided is { } year ? year : ""),
                    ("PlannedYears", planned),
                    ("DueOn", due),
                    ("CompletedOn", completed)
                );
        }
        return organisation;
    }

    private static bool Holds(IEnumerable<ActionItem> actions, ActionItem action) =>
        actions.Any(a => a.Origin.Id == action.Origin.Id);

    private static int Number(BuiltReview review, string field) =>
        (int)(decimal)EarlierActions.Fields.TryFind(field)!.Read(review.EarlierActions)!;
}
