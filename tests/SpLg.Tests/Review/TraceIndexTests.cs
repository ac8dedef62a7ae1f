using SpLg.Core.Choices;
using SpLg.Core.Fields;
using SpLg.Core.Review;
using SpLg.Tests.Demo;

namespace SpLg.Tests.Review;

public class TraceIndexTests
{
    private static readonly IReadOnlyList<TracedFigure> Demo = TraceIndex.Build(ReviewDocument.Fields, DemoLists.Review(), Edition.Full);

    /// <summary>The cover tells what somebody has written down, and standing texts are texts: neither is counted.</summary>
    [Fact]
    public void Every_number_and_text_of_the_sections_has_a_trace()
    {
        var tags = Demo.Select(f => f.Tag).ToHashSet(StringComparer.Ordinal);
        foreach (var line in FieldText.Of(DemoLists.Review()).Split('\n').Select(l => l.Split(" = ")).Where(l => l.Length == 2 && l[1].Trim().Length > 0))
        {
            var tag = line[0];
            if (tag.Contains('[', StringComparison.Ordinal) || tag.StartsWith("Genomgång.", StringComparison.Ordinal) || tag.StartsWith("Texter.", StringComparison.Ordinal))
                continue;
            if (KindOf(tag) is FieldKind.Number or FieldKind.Text)
                Assert.Contains(tag, tags);
        }
    }

    [Fact]
    public void Every_list_of_figures_has_traced_lines_and_every_list_of_rows_is_traced_to_them()
    {
        var review = DemoLists.Review();
        foreach (var group in ReviewDocument.Fields.Fields.Where(f => f.Kind == FieldKind.Group))
        {
            foreach (var list in group.Inner!.Fields.Where(f => f.Kind == FieldKind.List))
            {
                var rows = (IReadOnlyList<object>)list.Read(group.Read(review)!)!;
                if (rows.Count > 0 && group.Name != DataFindings.GroupName)
                    Assert.Contains(Demo, f => f.Tag.StartsWith($"{group.Name}.{list.Name}", StringComparison.Ordinal) && f.Trace.Rows.Count > 0);
            }
        }
    }

    [Fact]
    public void A_figure_is_traced_to_exactly_the_rows_that_were_counted()
    {
        var organisation = new Organisation()
            .Add("Incidents", ("Year", 2026), ("Kind", "Dataskydd"), ("Severity", "Hög"), ("PersonalDataBreach", true), ("ReportedToImyOn", "2026-03-01"))
            .Add("Incidents", ("Year", 2025), ("Kind", "Dataskydd"), ("PersonalDataBreach", true), ("ReportedToImyOn", "2025-03-01"))
            .Add("Incidents", ("Year", 2026), ("Kind", "Arbetsmiljö"), ("PersonalDataBreach", false))
            .Add("Incidents", ("OccurredOn", "2026-02-01"), ("Kind", "Dataskydd"), ("PersonalDataBreach", true), ("ReportedToImyOn", "2026-02-02"))
            .Add("ProcessingActivities", ("Title", "b"), ("LastRiskAnalysedOn", "2026-01-01"))
            .Add("ProcessingActivities", ("Title", "a"), ("LastRiskAnalysedOn", "2019-01-01"))
            .Add("ProcessingActivities", ("Title", "c"))
            .Add("ActionItems", ("Title", "förr"), ("DecidedInYear", 2025), ("Status", "Klar"), ("PlannedYears", new[] { "2026" }), ("Role", new[] { "ISAM" }))
            .Add("ActionItems", ("Title", "nu"), ("DecidedInYear", 2025), ("Status", "Pågår"), ("PlannedYears", new[] { "2026", "2027" }), ("Role", new[] { "HR" }))
            .Add("TrainingResults", ("Title", "Grund"), ("Year", 2026), ("Expected", 10), ("Completed", 5))
            .Add("TrainingResults", ("Title", "Chef"), ("Year", 2026), ("Expected", 10), ("Completed", 6))
            .Add("TrainingResults", ("Title", "Grund"), ("Year", 2025), ("Expected", 10), ("Completed", 4));
        var figures = TraceIndex.Build(ReviewDocument.Fields, organisation.Build(), Edition.Full);

        AssertRows("Incidenter.Antal", "3", "Incidenter", 1, 3, 4);
        AssertRows("Incidenter.Antal förra året", "1", "Incidenter", 2);
        AssertRows("Incidenter.Anmälda till IMY", "2", "Incidenter", 1, 4);
        AssertRows("Incidenter.Anmälda till IMY trend", "fler än förra året, 2 mot 1", "Incidenter", 1, 2, 4);
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
        AssertRows("Utbildningar.Per utbildning[Grund].Trend", "högre än förra året, 50 mot 40\u00a0procent, en förbättring", "Utbildningar", 1, 3);

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
            Demo.Single(f => f.Tag == "Incidenter.Anmälda till IMY").Trace.Filter);
        Assert.Equal("alla rader", Demo.Single(f => f.Tag == "Informationssäkerhetsläge.Antal").Trace.Filter);
    }

    [Fact]
    public void An_open_edition_tells_list_and_filter_but_no_row()
    {
        var figures = TraceIndex.Build(ReviewDocument.Fields, DemoLists.Review(), Edition.Open);

        Assert.Equal(Demo.Select(f => f.Tag), figures.Select(f => f.Tag));
        Assert.All(figures, f => Assert.Empty(f.Trace.Rows));
        Assert.All(figures, f => Assert.NotEqual("", f.Trace.Filter));
    }

    private static FieldKind KindOf(string tag)
    {
        Field? field = null;
        foreach (var name in tag.Split('.'))
            field = (field?.Inner ?? ReviewDocument.Fields).Named(name);
        return field!.Kind;
    }
}
