using FsCheck.Fluent;

namespace SpLg.Tests.Review;

/// <summary>The sentences that reports led by results or position are made of.</summary>
public class SentenceFieldsTests
{
    [Theory]
    [InlineData("Mats Hellgren", "genomför", "Mats Hellgren ansvarar för att åtgärden genomförs.")]
    [InlineData("Mats Hellgren", "initierar", "Mats Hellgren ansvarar för att åtgärden initieras.")]
    [InlineData("Mats Hellgren", "", "Mats Hellgren ansvarar för åtgärden.")]
    [InlineData("", "genomför", "Chefer, objektledare och HR ansvarar för att åtgärden genomförs.")]
    public void The_responsible_person_or_else_the_roles_are_told_in_a_sentence(
        string person,
        string mode,
        string expected
    )
    {
        var organisation = new Organisation().Add(
            "ActionItems",
            ("Title", "a"),
            ("PlannedYears", new[] { "2026" }),
            ("Status", "Pågår"),
            ("Role", new[] { "Chefer", "Objektledare", "HR" }),
            ("ResponsibleMode", mode),
            ("Responsible", person)
        );

        Assert.Equal(expected, FieldText.First(organisation, "Plan.Åtgärder", "Ansvarsmening"));
    }

    [Theory]
    [InlineData(new[] { 1 }, "Målet är nått.")]
    [InlineData(new[] { 0 }, "Målet är inte nått.")]
    [InlineData(new[] { -1 }, "Det går inte att bedöma om målet är nått.")]
    [InlineData(new[] { 1, 0, 0 }, "Ett av tre mål är nått.")]
    [InlineData(new[] { 1, 1, 0, -1 }, "Två av fyra mål är nådda; ett går inte att bedöma.")]
    [InlineData(new[] { -1, -1 }, "Inget av målen går att bedöma.")]
    public void How_many_objectives_are_reached_is_told_in_a_sentence(int[] outcomes, string sentence)
    {
        var organisation = new Organisation();
        foreach (var outcome in outcomes)
            organisation.Add(
                "Objectives",
                ("Title", "M"),
                ("Year", 2026),
                ("Target", 1),
                ("Outcome", outcome < 0 ? "" : outcome),
                ("HigherIsBetter", true)
            );

        Assert.Equal(sentence, FieldText.Of(organisation.Build(), "Mål.Mening"));
    }

    [Theory]
    [InlineData(
        new[] { 4, 3, 1 },
        "Rapporten ger tre rekommendationer. Två av dem har allvar 3 eller 4 och en rör informationssäkerhet."
    )]
    [InlineData(new[] { 2 }, "Rapporten ger en rekommendation.")]
    [InlineData(new[] { 0, 0 }, "Rapporten ger två rekommendationer. Ingen av dem rör informationssäkerhet.")]
    public void The_data_protection_officers_recommendations_are_counted_in_words(int[] severities, string sentence)
    {
        var organisation = new Organisation();
        foreach (var severity in severities)
            organisation.Add(
                "DpoFindings",
                ("Title", "R"),
                ("ReportYear", 2025),
                ("Severity", severity == 0 ? "" : severity),
                ("InformationSecurity", severity == 4)
            );

        Assert.Equal(sentence, FieldText.Of(organisation.Build(), "Dataskydd.Mening"));
    }

    [Fact]
    public void An_objective_that_counts_things_does_not_say_the_word_number_as_a_unit() =>
        Assert.Equal(
            "lägre än året före, 17 mot 19, en förbättring",
            FieldText.First(
                new Organisation().Add(
                    "Objectives",
                    ("Title", "M"),
                    ("Year", 2026),
                    ("Unit", "antal"),
                    ("Outcome", 17),
                    ("Previous", 19),
                    ("HigherIsBetter", false)
                ),
                "Mål.Rader",
                "Trend"
            )
        );

    [Fact]
    public void An_action_that_nobody_has_says_so() =>
        Assert.Equal(
            "Ansvarig är inte utsedd.",
            FieldText.First(
                new Organisation().Add(
                    "ActionItems",
                    ("Title", "a"),
                    ("PlannedYears", new[] { "2026" }),
                    ("Status", "Pågår")
                ),
                "Plan.Åtgärder",
                "Ansvarsmening"
            )
        );

    [Fact]
    public void An_action_of_several_years_is_new_in_the_first_and_continues_in_the_others()
    {
        var years = new Organisation()
            .Add(
                "ActionItems",
                ("Title", "lång"),
                ("PlannedYears", new[] { "2025", "2026", "2028" }),
                ("Status", "Pågår")
            )
            .Add("ActionItems", ("Title", "sen"), ("PlannedYears", new[] { "2028" }), ("Status", "Pågår"))
            .Build()
            .Plan.Years;

        Assert.Equal(["lång"], years[0].Beginning.Select(a => a.Title));
        Assert.Equal(["sen"], years[2].Beginning.Select(a => a.Title));
        Assert.Equal(["lång"], years[2].Continuing.Select(a => a.Title));
    }

    [Fact]
    public void An_exercise_without_a_plan_is_not_counted_as_one_of_the_plan()
    {
        var review = new Organisation()
            .Add(
                2,
                "ProcessingActivities",
                ("Title", "A"),
                ("CriticalProcess", true),
                ("ContinuityPlanOn", "2026-01-20")
            )
            .Add(
                2,
                "ProcessingActivities",
                ("Title", "B"),
                ("CriticalProcess", true),
                ("ContinuityExercisedOn", "2026-05-06")
            )
            .Build();

        Assert.Equal(
            "Två av de fyra samhällsviktiga informationsbehandlingarna har en kontinuitetsplan; ingen har övat den.",
            FieldText.Of(review, "Informationssäkerhetsläge.Kontinuitetsmening")
        );
    }

    /// <summary>A number before an article gives the word twice: "har en en plan".</summary>
    [Fact]
    public void No_sentence_says_a_word_twice_on_end_whatever_is_counted()
    {
        foreach (
            var (rows, n) in RandomRows
                .Of(RandomRows.Loose, "Öppen", "Öppen", "Intern")
                .Sample(8, 60)
                .Select((r, n) => (r, n))
        )
        {
            // Few of each, so that ones, twos and none are counted.
            var few = new RandomRows([.. rows.Rows.GroupBy(r => r.List).SelectMany((g, i) => g.Take((n + i) % 5))])
                .Organisation()
                .Read();
            foreach (var edition in Enum.GetValues<Edition>())
            {
                var review = BuiltReview.Build(few, null, Organisation.Years, edition, Organisation.EndOfYear, []);
                Assert.DoesNotMatch(@"(?i)\b(\p{L}+) \1\b", FieldText.Of(review));
            }
        }
    }

    [Theory]
    [InlineData(0, 0, "Ingen av de tre samhällsviktiga informationsbehandlingarna har en kontinuitetsplan.")]
    [InlineData(
        1,
        0,
        "En av de tre samhällsviktiga informationsbehandlingarna har en kontinuitetsplan, som inte har övats."
    )]
    [InlineData(
        1,
        1,
        "En av de tre samhällsviktiga informationsbehandlingarna har en kontinuitetsplan, som har övats."
    )]
    [InlineData(
        2,
        1,
        "Två av de tre samhällsviktiga informationsbehandlingarna har en kontinuitetsplan; en har övat den."
    )]
    [InlineData(
        2,
        2,
        "Två av de tre samhällsviktiga informationsbehandlingarna har en kontinuitetsplan; båda har övat den."
    )]
    [InlineData(3, 1, "Alla tre samhällsviktiga informationsbehandlingar har en kontinuitetsplan; en har övat den.")]
    public void Continuity_plans_are_counted_in_words_that_can_be_read_aloud(
        int planned,
        int exercised,
        string expected
    )
    {
        var organisation = new Organisation();
        for (var n = 0; n < 3; n++)
        {
            organisation.Add(
                "ProcessingActivities",
                ("Title", $"A{n}"),
                ("CriticalProcess", true),
                ("ContinuityPlanOn", n < planned ? "2026-01-20" : ""),
                ("ContinuityExercisedOn", n < exercised ? "2026-05-06" : "")
            );
        }

        Assert.Equal(expected, FieldText.Of(organisation.Build(), "Informationssäkerhetsläge.Kontinuitetsmening"));
    }

    [Fact]
    public void A_check_point_with_an_answer_that_cannot_be_read_is_not_said_to_have_another()
    {
        var review = new Organisation()
            .Add("Procurements", ("Title", "Kassa"), ("Year", 2026))
            .Add("ProcurementChecks", ("Title", "Punkt"), ("Procurement", "Kassa"), ("Answer", "Kanske"))
            .Build();

        Assert.EndsWith(
            "Den som återstår är obesvarad eller har svaret Delvis, Nej eller ett svar som inte går att läsa.",
            (string?)FieldText.Of(review, "Upphandlingar.Kontrollpunktsmening"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Every_factor_stands_under_one_of_three_headings_also_when_its_kind_cannot_be_read()
    {
        var organisation = new Organisation();
        foreach (
            var kind in (string[])
                [
                    "Omvärld",
                    "Lagstiftning",
                    "Teknik",
                    "Staden",
                    "Budgetuppdrag",
                    "Sektorsansvar",
                    "Intern kontroll",
                    "RSA",
                    "Organisation",
                    "Annat",
                    "",
                ]
        )
            organisation.Add("ContextFactors", ("Title", kind), ("Kind", kind));
        var review = organisation.Build();

        Assert.Equal(["Omvärld", "Lagstiftning", "Teknik"], FieldText.All(review, "Omvärld.Yttre faktorer", "Faktor"));
        Assert.Equal(["Intern kontroll", "RSA"], FieldText.All(review, "Omvärld.Egen analys", "Faktor"));
        Assert.Equal(
            ["Staden", "Budgetuppdrag", "Sektorsansvar", "Organisation", "Annat", null],
            FieldText.All(review, "Omvärld.Inre faktorer", "Faktor")
        );
    }

    [Theory]
    [InlineData(
        "2026-03-02",
        "Kommunstyrelsen",
        "Gällande",
        "2029-03-02",
        "Fastställt den 2 mars 2026 av kommunstyrelsen. Ses över senast den 2 mars 2029."
    )]
    [InlineData(
        "2026-03-02",
        "Karin Ekdahl",
        "Under revidering",
        "",
        "Fastställt den 2 mars 2026 av Karin Ekdahl. Under revidering."
    )]
    [InlineData("", "VD", "", "", "Fastställt av VD.")]
    [InlineData("2026-03-02", "", "", "", "Fastställt den 2 mars 2026.")]
    [InlineData("", "", "Under framtagande", "", "Under framtagande.")]
    [InlineData("", "", "Gällande", "", null)]
    public void A_governing_document_is_told_in_words(
        string on,
        string by,
        string status,
        string review,
        string? expected
    ) =>
        Assert.Equal(
            expected,
            FieldText.First(
                new Organisation().Add(
                    "GoverningDocuments",
                    ("Title", "Riktlinje"),
                    ("Level", "Stad"),
                    ("AdoptedOn", on),
                    ("AdoptedBy", by),
                    ("Status", status),
                    ("NextReviewOn", review)
                ),
                "Styrdokument.Stadens",
                "Uppgifter"
            )
        );

    [Fact]
    public void Ages_are_whole_months_and_their_median_and_highest_stand_with_the_control_point()
    {
        var organisation = new Organisation();
        foreach (var day in (string[])["2026-11-20", "2026-10-21", "2025-11-20", "2024-01-31"])
            organisation.Add("ProcessingActivities", ("Title", day), ("LastClassifiedOn", day));
        var review = organisation.Build();

        Assert.Equal(
            ["33\u00a0mån", "12\u00a0mån", "0\u00a0mån", "0\u00a0mån"],
            FieldText.All(review, "Informationssäkerhetsläge.Behandlingar", "KLASSA ålder")
        );
        Assert.Equal(
            ["median 6, högst 33\u00a0mån", null, null],
            FieldText.All(review, "Informationssäkerhetsläge.Kontrollpunkter", "Åldrar").Take(3)
        );
    }

    [Fact]
    public void The_gaps_of_an_activity_are_told_by_the_numbers_of_the_control_points()
    {
        var organisation = new Organisation().Add(
            "ProcessingActivities",
            ("Title", "a"),
            ("LastClassifiedOn", "2020-01-01"),
            ("InProcessingRegister", false),
            ("OpenNot", 2),
            ("OpenPartly", 0)
        );

        Assert.Equal(
            "1, 4 och 10",
            FieldText.First(organisation, "Informationssäkerhetsläge.Med brist", "Punkter med brist")
        );
        Assert.Equal(
            "2, 3, 5, 6, 7 och 8",
            FieldText.First(organisation, "Informationssäkerhetsläge.Med brist", "Punkter utan uppgift")
        );
    }

    [Fact]
    public void A_recommendation_that_is_not_about_information_security_stands_among_the_others()
    {
        var review = new Organisation()
            .Add("DpoFindings", ("Title", "a"), ("ReportYear", 2025), ("InformationSecurity", true))
            .Add("DpoFindings", ("Title", "b"), ("ReportYear", 2025))
            .Build();

        Assert.Equal(["a"], FieldText.All(review, "Dataskydd.Informationssäkerhet", "Rubrik"));
        Assert.Equal(["b"], FieldText.All(review, "Dataskydd.Övriga", "Rubrik"));
    }
}
