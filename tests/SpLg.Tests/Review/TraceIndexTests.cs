using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using SpLg.Tests.Demo;

namespace SpLg.Tests.Review;

public class TraceIndexTests
{
    private static readonly IReadOnlyList<TracedFigure> Demo = TraceIndex.Build(
        ReviewSections.Fields,
        DemoLists.Review(),
        Edition.Full
    );

    /// <summary>
    /// The cover tells what somebody has written down, and standing texts are texts: neither is counted.
    /// </summary>
    [Fact]
    public void Every_number_and_text_of_the_sections_has_a_trace()
    {
        var tags = Demo.Select(f => f.Tag).ToHashSet(StringComparer.Ordinal);
        foreach (
            var line in FieldText
                .Of(DemoLists.Review())
                .Split('\n')
                .Select(l => l.Split(" = "))
                .Where(l => l.Length == 2 && l[1].Trim().Length > 0)
        )
        {
            var tag = line[0];
            if (
                tag.Contains('[', StringComparison.Ordinal)
                || tag.StartsWith("Genomgång.", StringComparison.Ordinal)
                || tag.StartsWith("Texter.", StringComparison.Ordinal)
            )
                continue;
            if (KindOf(tag) is FieldKind.Number or FieldKind.Text)
                Assert.Contains(tag, tags);
        }
    }

    [Fact]
    public void Every_list_of_figures_has_traced_lines_and_every_list_of_rows_is_traced_to_them()
    {
        var review = DemoLists.Review();
        foreach (var group in ReviewSections.Fields.Fields.Where(f => f.Kind == FieldKind.Group))
        {
            foreach (var list in group.Inner!.Fields.Where(f => f.Kind == FieldKind.List))
            {
                var rows = (IReadOnlyList<object>)list.Read(group.Read(review)!)!;
                // What the head decides stands in the request, which is no list that a review is made of.
                if (rows.Count > 0 && group.Name is not (DataFindings.GroupName or Verdicts.GroupName))
                    Assert.Contains(
                        Demo,
                        f =>
                            f.Tag.StartsWith($"{group.Name}.{list.Name}", StringComparison.Ordinal)
                            && f.Trace.Rows.Count > 0
                    );
            }
        }
    }

    [Fact]
    public void A_figure_is_traced_to_exactly_the_rows_that_were_counted()
    {
        var organisation = new Organisation()
            .Add(
                "Incidents",
                ("Year", 2026),
                ("Kind", "Dataskydd"),
                ("Severity", "Hög"),
                ("PersonalDataBreach", true),
                ("ReportedToImyOn", "2026-03-01")
            )
            .Add(
                "Incidents",
                ("Year", 2025),
                ("Kind", "Dataskydd"),
                ("PersonalDataBreach", true),
                ("ReportedToImyOn", "2025-03-01")
            )
            .Add("Incidents", ("Year", 2026), ("Kind", "Arbetsmiljö"), ("PersonalDataBreach", false))
            .Add(
                "Incidents",
                ("OccurredOn", "2026-02-01"),
                ("Kind", "Dataskydd"),
                ("PersonalDataBreach", true),
                ("ReportedToImyOn", "2026-02-02")
            )
            .Add("ProcessingActivities", ("Title", "b"), ("LastRiskAnalysedOn", "2026-01-01"))
            .Add("ProcessingActivities", ("Title", "a"), ("LastRiskAnalysedOn", "2019-01-01"))
            .Add("ProcessingActivities", ("Title", "c"))
            .Add(
                "ActionItems",
                ("Title", "förr"),
                ("DecidedInYear", 2025),
                ("Status", "Klar"),
                ("PlannedYears", new[] { "2026" }),
                ("Role", new[] { "ISAM" })
            )
            .Add(
                "ActionItems",
                ("Title", "nu"),
                ("DecidedInYear", 2025),
                ("Status", "Pågår"),
                ("PlannedYears", new[] { "2026", "2027" }),
                ("Role", new[] { "HR" })
            )
            .Add("TrainingResults", ("Title", "Grund"), ("Year", 2026), ("Expected", 10), ("Completed", 5))
            .Add("TrainingResults", ("Title", "Chef"), ("Year", 2026), ("Expected", 10), ("Completed", 6))
            .Add("TrainingResults", ("Title", "Grund"), ("Year", 2025), ("Expected", 10), ("Completed", 4));
        var figures = TraceIndex.Build(
            ReviewSections.Fields,
            organisation.BuildOn(Organisation.EndOfYear),
            Edition.Full
        );

        AssertRows("Incidenter.Antal", "3", "Incidenter", 1, 3, 4);
        AssertRows("Incidenter.Antal förra året", "1", "Incidenter", 2);
        AssertRows("Incidenter.Anmälda till IMY", "2", "Incidenter", 1, 4);
        AssertRows("Incidenter.Anmälda till IMY trend", "fler än året före, 2 mot 1", "Incidenter", 1, 2, 4);
        AssertRows("Incidenter.Per typ[Dataskydd].Antal", "2", "Incidenter", 1, 4);
        AssertRows("Incidenter.Typ mot allvar[Dataskydd].Hög", "1", "Incidenter", 1);
        AssertRows("Incidenter.Månad mot typ[feb 2026].Dataskydd", "1", "Incidenter", 4);
        AssertRows("Sammanfattning.Nyckeltal[Personuppgiftsincidenter].I år", "2", "Incidenter", 1, 4);
        AssertRows("Informationssäkerhetsläge.Kontrollpunkter[2].Brister", "2", "Informationsbehandlingar", 2, 3);
        AssertRows("Tidigare åtgärder.Antal klara", "1", "Åtgärder", 1);
        AssertRows("Tidigare åtgärder.Åtgärder", "2\u00a0rader", "Åtgärder", 1, 2);
        AssertRows("Plan.Per år[2027].Antal", "1", "Åtgärder", 2);
        AssertRows("Plan.Per år[2026].Per roll[HR].Antal", "1", "Åtgärder", 2);
        AssertRows("Utbildningar.Per utbildning[Grund].Andel", "50\u00a0%", "Utbildningar", 1);
        AssertRows(
            "Utbildningar.Per utbildning[Grund].Trend",
            "högre än året före, 50 mot 40\u00a0%, en förbättring",
            "Utbildningar",
            1,
            3
        );

        void AssertRows(string tag, string value, string list, params int[] ids)
        {
            var figure = Assert.Single(figures, f => f.Tag == tag);
            Assert.Equal((value, list), (figure.Value, figure.Trace.List));
            Assert.Equal(ids.Select(i => i.ToString()), figure.Trace.Rows.Select(r => r.Id));
        }
    }

    [Fact]
    public void The_filter_says_in_the_columns_own_names_which_rows_count()
    {
        Assert.Equal(
            "År är 2026 (där År är tomt: Inträffade, annars Upptäcktes under 2026) och Anmäld till IMY är ifylld",
            Demo.Single(f => f.Tag == "Incidenter.Anmälda till IMY").Trace.Filter
        );
        Assert.Equal("alla rader", Demo.Single(f => f.Tag == "Informationssäkerhetsläge.Antal").Trace.Filter);
    }

    [Fact]
    public void An_open_edition_tells_list_and_filter_but_no_row()
    {
        var figures = TraceIndex.Build(ReviewSections.Fields, DemoLists.Review(), Edition.Open);

        Assert.Equal(Demo.Select(f => f.Tag), figures.Select(f => f.Tag));
        Assert.All(figures, f => Assert.Empty(f.Trace.Rows));
        Assert.All(figures, f => Assert.NotEqual("", f.Trace.Filter));
    }

    /// <summary>
    /// For the numbers that are numbers of rows: the traced rows are as many as the number says, whatever the lists
    /// hold.
    /// </summary>
    [Fact]
    public void A_number_of_rows_is_the_number_of_its_traced_rows()
    {
        var answers = Gen.Elements<object>(true, false, "", "kanske");
        var incident =
            from year in Gen.Elements(2026, 2025)
            from kind in Gen.Elements("Dataskydd", "Arbetsmiljö", "Eget", "")
            from breach in answers
            from assessed in answers
            from status in Gen.Elements("Avslutad", "Ny", "okänd", "")
            from day in Gen.Elements("2026-02-03", "2025-11-01", "")
            select (year, kind, breach, assessed, status, day);
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(40),
            Prop.ForAll(
                incident.ListOf().ToArbitrary(),
                incidents =>
                {
                    var organisation = new Organisation();
                    foreach (var (year, kind, breach, assessed, status, day) in incidents)
                    {
                        organisation.Add(
                            "Incidents",
                            ("Year", year),
                            ("Kind", kind),
                            ("PersonalDataBreach", breach),
                            ("RiskAssessed", assessed),
                            ("Status", status),
                            ("OccurredOn", day),
                            ("ReportedToImyOn", day)
                        );
                    }
                    var figures = TraceIndex.Build(Incidents.Fields, organisation.Build().Incidents, Edition.Full);
                    foreach (
                        var figure in figures.Where(f =>
                            Incidents.Fields.TryFind(f.Tag)?.Kind == FieldKind.Number
                            || f.Tag.Contains('[', StringComparison.Ordinal)
                        )
                    )
                    {
                        if (
                            !figure.Tag.Contains("dagar", StringComparison.Ordinal)
                            && int.TryParse(figure.Value, out var number)
                        )
                            Assert.Equal((figure.Tag, number), (figure.Tag, figure.Trace.Rows.Count));
                    }
                    Assert.True(incidents.Count == 0 || figures.Count > 100);
                }
            )
        );
    }

    /// <summary>
    /// One run against another, so that the machine's speed does not count: nothing may be quadratic.
    /// </summary>
    [Fact]
    public void Ten_times_the_rows_take_about_ten_times_the_work()
    {
        Work(200);
        var rows = SampleOrAll.IsAll ? 2_000 : 500;
        var (few, many) = (Work(rows), Work(10 * rows));

        Assert.True(many < 40 * few + TimeSpan.FromSeconds(1), $"{rows} rows took {few}, ten times as many {many}.");
    }

    private static TimeSpan Work(int rows)
    {
        var organisation = new Organisation();
        for (var i = 0; i < rows; i++)
        {
            organisation
                .Add(
                    "Incidents",
                    ("Year", 2025 + i % 2),
                    ("OccurredOn", "2026-03-01"),
                    ("Kind", "Dataskydd"),
                    ("PersonalDataBreach", true),
                    ("Cause", $"orsak {i}")
                )
                .Add(
                    "UndesiredEvents",
                    ("Year", 2025 + i % 2),
                    ("WorkingMethod", "Utbildning"),
                    ("Likelihood", 1 + i % 5),
                    ("Impact", 3)
                )
                .Add(
                    "ProcessingActivities",
                    ("Title", $"behandling {i}"),
                    ("ManagedObject", $"objekt {i % 50}"),
                    ("System", $"system {i}"),
                    ("OpenNot", 1)
                )
                .Add(
                    "ActionItems",
                    ("Title", $"åtgärd {i}"),
                    ("PlannedYears", new[] { "2026", "2027" }),
                    ("Role", new[] { "ISAM" }),
                    ("Status", "Pågår")
                )
                .Add(
                    "RequirementAssessments",
                    ("Year", 2025 + i % 2),
                    ("Edition", "2022"),
                    ("Clause", $"{4 + i % 7}.{i}"),
                    ("Fulfilled", "Nej")
                );
        }
        var review = organisation.Build();
        // Every figure that repeated the rows of its whole section would make the evidence grow with the square of the
        // rows.
        Assert.InRange(
            TraceIndex.Build(ReviewSections.Fields, review, Edition.Full).Sum(f => (long)f.Trace.Rows.Count),
            rows,
            200L * rows
        );
        return Enumerable
            .Range(0, 3)
            .Min(_ =>
            {
                var watch = Stopwatch.StartNew();
                TraceIndex.Build(ReviewSections.Fields, review, Edition.Full);
                return watch.Elapsed;
            });
    }

    private static FieldKind KindOf(string tag)
    {
        Field? field = null;
        foreach (var name in tag.Split('.'))
            field = (field?.Inner ?? ReviewSections.Fields).Named(name);
        return field!.Kind;
    }
}
