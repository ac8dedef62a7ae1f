namespace SpLg.Tests.Openness;

/// <summary>
/// Rows that describe a weakness are told one by one where a person chose Öppen, and else count in totals.
/// </summary>
public sealed class WeaknessTests
{
    public static TheoryData<string, string, string> Lists =>
        new()
        {
            { "ProcessingActivities", "Informationssäkerhetsläge.Antal", "Informationssäkerhetsläge.Behandlingar" },
            { "UndesiredEvents", "Risker.Antal", "Risker.Händelser" },
            { "DpoFindings", "Dataskydd.Antal", "Dataskydd.Rader" },
            { "RequirementAssessments", "Självskattning.Antal", "Självskattning.Krav" },
            { "Audits", "Revisioner.Antal", "Revisioner.Rader" },
        };

    [Theory]
    [MemberData(nameof(Lists))]
    public void A_row_is_told_only_where_a_person_chose_it_and_every_row_counts(string list, string count, string rows)
    {
        var organisation = new Organisation();
        foreach (var publication in (string[])["", "Öppen", "Intern", "Sekretess", "kanske"])
            organisation.Add(
                list,
                ("Title", $"T{publication}"),
                ("Year", 2026),
                ("ReportYear", 2026),
                ("Clause", "4.1"),
                ("Edition", "2022"),
                ("Publication", publication)
            );
        // A ground says that it is secret, whatever stands beside it.
        organisation.Add(
            list,
            ("Title", "Tgrund"),
            ("Year", 2026),
            ("ReportYear", 2026),
            ("Clause", "4.1"),
            ("Edition", "2022"),
            ("Publication", "Öppen"),
            ("SecrecyGround", "18 kap. 8 §")
        );
        var open = Open(organisation);

        Assert.Equal(6m, FieldText.Of(open, count));
        Assert.Single((IReadOnlyList<object>)FieldText.Of(open, rows)!);
        Assert.Equal(
            6,
            ((IReadOnlyList<object>)FieldText.Of(organisation.Build(), rows)!).Count(r =>
                r is not ClauseRow { Origin.Id: "" }
            )
        );
        Assert.DoesNotMatch("T(Intern|Sekretess|kanske|grund)", FieldText.Of(open));
    }

    [Fact]
    public void Nobody_reads_where_a_system_stands_wrong_unless_somebody_chose_that()
    {
        (string, object)[] wrong =
        [
            ("Title", "Styrning av vattenrening"),
            ("NetworkZone", "Intern zon"),
            ("RequiredZone", "Skyddad zon"),
        ];
        var undecided = Open(new Organisation().Add("ProcessingActivities", wrong));
        var chosen = Open(new Organisation().Add("ProcessingActivities", [.. wrong, ("Publication", "Öppen")]));

        Assert.DoesNotMatch("vattenrening|kyddad zon|ntern zon", FieldText.Of(undecided));
        Assert.NotEqual(
            "Inget system står, enligt de uppgifter som finns, i en annan nätverkszon än den som klassningen kräver.",
            FieldText.Of(undecided, "Informationssäkerhetsläge.Zonmening")
        );
        Assert.Matches("Styrning av vattenrening", FieldText.Of(chosen));
        Assert.Null(FieldText.Of(chosen, "Informationssäkerhetsläge.Zonmening"));
    }

    [Fact]
    public void A_number_from_which_few_hidden_rows_could_be_told_is_not_shown_beside_rows_that_are()
    {
        var organisation = new Organisation()
            .Add(5, "ProcessingActivities", ("Title", "Känd"), ("SystemDescription", true), ("Publication", "Öppen"))
            .Add("ProcessingActivities", ("Title", "Okänd"), ("SystemDescription", false));
        var points = Open(organisation).ControlPoints.Points[6];

        // Six in all and five that are shown to be in order: whoever reads a gap knows whose it is.
        Assert.Equal(("visas inte", "visas inte"), (points.Judged.InOrder.Figure.Text, points.Judged.Gaps.Figure.Text));
        Assert.Equal(
            (5, 1),
            (organisation.Build().ControlPoints.Points[6].InOrder, organisation.Build().ControlPoints.Points[6].Gaps)
        );
    }

    [Fact]
    public void Totals_of_many_hidden_rows_are_the_true_ones()
    {
        var organisation = new Organisation()
            .Add(2, "ProcessingActivities", ("Title", "Känd"), ("SystemDescription", true), ("Publication", "Öppen"))
            .Add(4, "ProcessingActivities", ("Title", "Okänd"), ("SystemDescription", true))
            .Add(
                5,
                "ProcessingActivities",
                ("Title", "Okänd"),
                ("SystemDescription", false),
                ("Publication", "Intern")
            );
        var points = Open(organisation).ControlPoints.Points[6];

        Assert.Equal(("6", "5"), (points.Judged.InOrder.Figure.Text, points.Judged.Gaps.Figure.Text));
    }

    [Fact]
    public void The_number_of_an_event_does_not_tell_of_those_that_are_not_shown()
    {
        var open = Open(
            new Organisation()
                .Add(
                    4,
                    "UndesiredEvents",
                    ("Title", "Okänd"),
                    ("Year", 2026),
                    ("WorkingMethod", "Behörighetshantering"),
                    ("Likelihood", 5),
                    ("Impact", 5)
                )
                .Add(
                    "UndesiredEvents",
                    ("Title", "Känd"),
                    ("Year", 2026),
                    ("WorkingMethod", "Incidenthantering"),
                    ("Likelihood", 2),
                    ("Impact", 2),
                    ("Publication", "Öppen")
                )
        );

        Assert.Equal(
            1m,
            FieldText.Of(
                ReviewSections.Fields.Named("Risker").Inner!.Named("Händelser").Inner,
                Rows(open, "Risker.Händelser")[0],
                "Nr"
            )
        );
        Assert.Equal(
            "4",
            Convert.ToString(
                FieldText.Of(open, "Risker.Högsta riskvärde"),
                System.Globalization.CultureInfo.InvariantCulture
            )
        );
        Assert.DoesNotContain("= 25", FieldText.Of(open), StringComparison.Ordinal);
    }

    [Fact]
    public void Last_years_answer_of_a_row_that_nobody_chose_to_show_is_not_told_beside_this_years()
    {
        var organisation = new Organisation()
            .Add(
                "RequirementAssessments",
                ("Title", "K"),
                ("Clause", "4.1"),
                ("Edition", "2022"),
                ("Year", 2025),
                ("Fulfilled", "Nej")
            )
            .Add(
                "RequirementAssessments",
                ("Title", "K"),
                ("Clause", "4.1"),
                ("Edition", "2022"),
                ("Year", 2026),
                ("Fulfilled", "Ja"),
                ("Publication", "Öppen")
            );
        var text = FieldText.Of(Open(organisation));

        Assert.Contains("Uppfyllt förra året = Visas inte öppet", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Bättre", text, StringComparison.Ordinal);
        Assert.Contains("Uppfyllt förra året = Nej", FieldText.Of(organisation.Build()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("VoR", "UndesiredEvents", "Title")]
    [InlineData("RSA", "UndesiredEvents", "Title")]
    [InlineData("DSO", "DpoFindings", "Title")]
    [InlineData("Självskattning", "RequirementAssessments", "Clause")]
    [InlineData("KLASSA", "ProcessingActivities", "System")]
    [InlineData("Revision", "Audits", "Title")]
    public void An_action_is_as_closed_as_the_row_it_comes_from(string source, string list, string name)
    {
        (string, object)[] row =
        [
            .. new[] { "Title", name }.Distinct().Select(column => (column, (object)"Brist")),
            ("Year", 2026),
        ];
        (string, object)[] action =
        [
            ("Title", "Laga"),
            ("Source", source),
            ("SourceRow", "brist"),
            ("PlannedYears", new[] { "2026" }),
            ("Publication", "Öppen"),
        ];

        Assert.Empty(ToldActions(new Organisation().Add(list, row).Add("ActionItems", action)));
        Assert.Empty(
            ToldActions(new Organisation().Add(list, [.. row, ("Publication", "Intern")]).Add("ActionItems", action))
        );
        Assert.Single(
            ToldActions(new Organisation().Add(list, [.. row, ("Publication", "Öppen")]).Add("ActionItems", action))
        );
        // Where the row cannot be found nobody knows how closed it is.
        Assert.Empty(ToldActions(new Organisation().Add("ActionItems", action)));
    }

    [Theory]
    [InlineData("Beslut")]
    [InlineData("Årshjul")]
    [InlineData("")]
    public void An_action_whose_words_point_at_a_row_that_is_closed_or_not_there_is_counted_whatever_source_it_names(
        string source
    )
    {
        (string, object)[] action =
        [
            ("Title", "Laga"),
            ("Source", source),
            ("SourceRow", "Styrning av vattenrening"),
            ("PlannedYears", new[] { "2026" }),
            ("Publication", "Öppen"),
        ];
        var closed = new Organisation()
            .Add("ProcessingActivities", ("Title", "Styrning av vattenrening"))
            .Add("ActionItems", action);
        var gone = new Organisation().Add("ActionItems", action);

        Assert.All([closed, gone], organisation => Assert.Empty(ToldActions(organisation)));
        Assert.All(
            [closed, gone],
            o => Assert.DoesNotContain("vattenrening", FieldText.Of(Open(o)), StringComparison.Ordinal)
        );
        Assert.Equal(1m, FieldText.Of(Open(gone), "Plan.Antal"));
    }

    [Fact]
    public void A_change_of_an_action_from_a_closed_row_is_not_counted_among_the_open_changes()
    {
        var lists = new Organisation()
            .Add("ActionItems", ("Title", "Laga"), ("Source", "VoR"), ("SourceRow", "Brist"))
            .Add("ActionItems", ("Title", "Öva"), ("Source", "Beslut"))
            .Read();
        RowChange Changed(string id) => new(RowChangeKind.Changed, id, null, null, IsOpen: true, ["Status"]);
        var changes = new RowChanges([
            new(ActionItem.AsList, [Changed("1"), Changed("2")]),
            new(new ListOf<ActionItem>("Egen", "Egen lista", ActionItem.Read), [Changed("1")]),
        ]);
        var since = new SinceApproval(2025, new(2025, 12, 1), changes);

        var open = BuiltReview.Build(
            lists with
            {
                SinceApproval = since,
            },
            null,
            Organisation.Years,
            Edition.Open,
            Organisation.Today,
            []
        );

        Assert.Contains(
            "ändrats: 1\u00a0ändrad åtgärd och 1\u00a0ändrad rad.",
            FieldText.Of(open),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void An_action_from_an_incident_is_told_only_where_its_summary_was_chosen_to_be()
    {
        (string, object)[] action =
        [
            ("Title", "Laga"),
            ("Source", "Incident"),
            ("SourceRow", "IA-7"),
            ("PlannedYears", new[] { "2026" }),
        ];
        var open = new Organisation()
            .Add("Incidents", ("IaId", "IA-7"), ("Publication", "Öppen"))
            .Add("ActionItems", action);
        var summed = new Organisation()
            .Add("Incidents", ("IaId", "IA-7"), ("Publication", "Öppen"), ("ReportSummary", "S"))
            .Add("ActionItems", action);

        Assert.Empty(ToldActions(open));
        Assert.Single(ToldActions(summed));
        Assert.DoesNotContain("IA-7", FieldText.Of(Open(summed)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DSO", "Öppen DSO; Stängd DSO", 0)]
    [InlineData("DSO", "Öppen DSO och Stängd DSO", 0)]
    [InlineData("DSO", "Öppen DSO/Stängd DSO", 0)]
    [InlineData("DSO", "Öppen DSO (se Stängd revision)", 0)]
    [InlineData("DSO", "Öppen DSO efter det som hände i mars", 0)]
    [InlineData("DSO", "D-202, D-101", 0)]
    [InlineData("DSO", "rad 2 och 1", 0)]
    [InlineData("DSO", "Öppen DSO; Öppen till", 1)]
    [InlineData("DSO", "D-202, D-303", 1)]
    [InlineData("DSO", "rekommendation D-202", 1)]
    [InlineData("DSO", "Öppen DSO", 1)]
    [InlineData("DSO", "D-202, D-202-1", 0)]
    [InlineData("DSO", "-", 0)]
    [InlineData("DSO", "", 0)]
    [InlineData("", "", 0)]
    [InlineData("Beslut", "", 1)]
    public void An_action_is_as_closed_as_the_most_closed_of_the_rows_it_names(string source, string words, int told)
    {
        var organisation = new Organisation()
            .Add("DpoFindings", ("Title", "Stängd DSO"), ("ReportYear", 2026), ("ExternalKey", "D-101"))
            .Add(
                "DpoFindings",
                ("Title", "Öppen DSO"),
                ("ReportYear", 2026),
                ("ExternalKey", "D-202"),
                ("Publication", "Öppen")
            )
            .Add(
                "DpoFindings",
                ("Title", "Öppen till"),
                ("ReportYear", 2026),
                ("ExternalKey", "D-303"),
                ("Publication", "Öppen")
            )
            .Add("Audits", ("Title", "Stängd revision"), ("Year", 2026))
            .Add("ProcessingActivities", ("Title", "Arkiv"), ("Publication", "Öppen"))
            .Add(
                "ActionItems",
                ("Title", "Laga"),
                ("Source", source),
                ("SourceRow", words),
                ("ProcessingActivity", words.Length <= 1 && source == "DSO" ? "Arkiv" : ""),
                ("PlannedYears", new[] { "2026" })
            );

        Assert.Equal(told, ToldActions(organisation).Count);
        Assert.DoesNotMatch("Stängd (DSO|revision)", FieldText.Of(Open(organisation)));
    }

    [Fact]
    public void A_decision_is_as_closed_as_the_action_it_led_to()
    {
        var organisation = new Organisation()
            .Add("UndesiredEvents", ("Title", "Brist"), ("Year", 2026))
            .Add("ActionItems", ("Title", "Laga"), ("Source", "VoR"), ("SourceRow", "Brist"))
            .Add("ActionItems", ("Title", "Öva"), ("Source", "Beslut"))
            .Add("Decisions", ("Title", "BeslutLaga"), ("Year", 2026), ("ActionItem", "Laga"), ("Publication", "Öppen"))
            .Add("Decisions", ("Title", "BeslutÖva"), ("Year", 2026), ("ActionItem", "Öva"))
            .Add("Decisions", ("Title", "BeslutFritt"), ("Year", 2026));
        var open = Open(organisation);

        Assert.Equal(2, Rows(open, "Beslut.Rader").Count);
        Assert.Equal(3m, FieldText.Of(open, "Beslut.Antal"));
        Assert.DoesNotMatch("BeslutLaga|Åtgärd = Laga", FieldText.Of(open));
    }

    [Fact]
    public void A_plan_with_only_closed_actions_does_not_say_that_nothing_is_planned()
    {
        var open = Open(
            new Organisation().Add(
                3,
                "ActionItems",
                ("Title", "Laga"),
                ("Source", "VoR"),
                ("PlannedYears", new[] { "2026" })
            )
        );

        Assert.Equal(3m, FieldText.Of(open, "Plan.Antal"));
        Assert.Contains(
            "Åtgärderna för 2026 redovisas inte var för sig i den öppna utgåvan.",
            FieldText.Of(open),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "Inga öppna åtgärder är planerade för 2026",
            FieldText.Of(open),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_check_point_is_told_where_somebody_chose_it_and_left_to_do_is_counted()
    {
        var organisation = new Organisation()
            .Add("Procurements", ("Title", "Kassa"), ("Year", 2026), ("Publication", "Öppen"))
            .Add(
                "ProcurementChecks",
                ("Title", "Öppet"),
                ("Procurement", "Kassa"),
                ("Answer", "Nej"),
                ("Publication", "Öppen")
            )
            .Add(3, "ProcurementChecks", ("Title", "Oavgjort"), ("Procurement", "Kassa"), ("Answer", "Nej"));
        var text = FieldText.Of(Open(organisation));

        Assert.Contains("Kontrollpunkt = Öppet", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Oavgjort", text, StringComparison.Ordinal);
        Assert.Contains("Av 4\u00a0kontrollpunkter", text, StringComparison.Ordinal);
    }

    private static IReadOnlyList<object> ToldActions(Organisation organisation) =>
        Rows(Open(organisation), "Plan.Åtgärder");

    private static IReadOnlyList<object> Rows(BuiltReview review, string path) =>
        (IReadOnlyList<object>)FieldText.Of(review, path)!;

    private static BuiltReview Open(Organisation organisation) =>
        BuiltReview.Build(organisation.Read(), null, Organisation.Years, Edition.Open, Organisation.Today, []);
}
