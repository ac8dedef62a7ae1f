using SpLg.Core.Review;

namespace SpLg.Tests.Review;

public class IncidentsTests
{
    [Fact]
    public void This_year_stands_against_last_year_by_kind_severity_and_month()
    {
        var incidents = new Organisation()
            .Add(2, "Incidents", ("Year", 2026), ("OccurredOn", "2026-03-02"), ("Kind", "Dataskydd"), ("Severity", "Hög"))
            .Add("Incidents", ("Year", 2026), ("OccurredOn", "2026-04-02"), ("Kind", "Fysisk säkerhet"), ("Severity", "Låg"))
            .Add("Incidents", ("Year", 2025), ("OccurredOn", "2025-03-02"), ("Kind", "Dataskydd"), ("Severity", "Medel"))
            .Add(9, "Incidents", ("Year", 2024), ("OccurredOn", "2024-03-02"), ("Kind", "Dataskydd"), ("Severity", "Medel"))
            .Build().Incidents;

        Assert.Equal(3, incidents.Now.Count);
        Assert.Equal(1, incidents.Before!.Count);
        Assert.Equal(new Tally("Dataskydd", 2, 1), incidents.ByKind[1]);
        Assert.Equal(new Tally("Hög", 2, 0), incidents.BySeverity[2]);
        Assert.Equal(new Tally("mars", 2, 1), incidents.ByMonth[2]);
        Assert.Equal(new IncidentMatrixRow("Dataskydd", 0, 0, 2, 0, 0, 2, 1), incidents.KindBySeverity[1]);
        Assert.Equal(new IncidentMatrixRow("Summa", 1, 0, 2, 0, 0, 3, 1), incidents.KindBySeverity[^1]);
    }

    [Fact]
    public void Fewer_incidents_are_not_called_better()
    {
        var review = new Organisation().Add("Incidents", ("Year", 2026)).Add(2, "Incidents", ("Year", 2025)).Build();

        Assert.Equal("färre än förra året, 1 mot 2", FieldText.Of(review, "Incidenter.Trend"));
        Assert.Equal("Under 2026 rapporterades 1\u00a0incident, färre än de två som rapporterades 2025.", FieldText.Of(review, "Incidenter.Mening"));
    }

    [Theory]
    [InlineData(2, 1, "Under 2026 rapporterades 2\u00a0incidenter, fler än den enda som rapporterades 2025.")]
    [InlineData(2, 2, "Under 2026 rapporterades 2\u00a0incidenter, lika många som 2025.")]
    [InlineData(0, 2, "Inga incidenter har rapporterats under 2026.")]
    public void The_number_is_said_in_a_sentence(int now, int before, string sentence) => Assert.Equal(
        sentence,
        FieldText.Of(new Organisation().Add(now, "Incidents", ("Year", 2026)).Add(before, "Incidents", ("Year", 2025)).Build(), "Incidenter.Mening"));

    [Fact]
    public void Without_last_years_rows_there_is_nothing_to_compare_with()
    {
        var review = new Organisation().Add(2, "Incidents", ("Year", 2026)).Build();

        Assert.Null(review.Incidents.Before);
        Assert.Equal("inga uppgifter från förra året", FieldText.Of(review, "Incidenter.Trend"));
        Assert.Equal("Under 2026 rapporterades 2\u00a0incidenter; uppgifter från 2025 saknas.", FieldText.Of(review, "Incidenter.Mening"));
    }

    [Fact]
    public void An_incident_without_year_belongs_to_the_year_it_occurred_or_was_discovered()
    {
        var incidents = new Organisation()
            .Add("Incidents", ("OccurredOn", "2026-01-01"), ("DiscoveredOn", "2025-12-31"))
            .Add("Incidents", ("DiscoveredOn", "2026-01-01"))
            .Add("Incidents", ("Year", 2025), ("OccurredOn", "2026-01-01"))
            .Build().Incidents;

        Assert.Equal(2, incidents.Now.Count);
        Assert.Equal(1, incidents.Before!.Count);
    }

    [Fact]
    public void Time_to_close_counts_closed_incidents_from_discovery()
    {
        var figures = new Organisation()
            .Add("Incidents", ("Year", 2026), ("Status", "Avslutad"), ("OccurredOn", "2026-01-01"), ("DiscoveredOn", "2026-01-05"), ("ClosedOn", "2026-01-08"))
            .Add("Incidents", ("Year", 2026), ("Status", "Avslutad"), ("OccurredOn", "2026-01-01"), ("ClosedOn", "2026-01-11"))
            .Add("Incidents", ("Year", 2026), ("Status", "Avslutad"), ("OccurredOn", "2026-01-01"))
            .Add("Incidents", ("Year", 2026), ("Status", "Utreds"), ("OccurredOn", "2026-08-22"))
            .Add("Incidents", ("Year", 2026), ("Status", "Ny"), ("OccurredOn", "2026-08-21"))
            .Build().Incidents.Now;

        Assert.Equal(6.5m, figures.MedianDays);
        Assert.Equal(6.5m, figures.MeanDays);
        Assert.Equal(2, figures.Open);
        Assert.Equal(1, figures.OpenLong);
    }

    [Fact]
    public void Only_open_summaries_written_for_publication_are_listed()
    {
        var summaries = new Organisation()
            .Add("Incidents", ("Year", 2026), ("ReportSummary", "sedan"), ("Publication", "Öppen"), ("OccurredOn", "2026-05-01"))
            .Add("Incidents", ("Year", 2026), ("ReportSummary", "först"), ("Publication", "Öppen"), ("OccurredOn", "2026-04-01"))
            .Add("Incidents", ("Year", 2026), ("ReportSummary", "hemlig"), ("Publication", "Sekretess"), ("SecrecyGround", "18:8"))
            .Add("Incidents", ("Year", 2026), ("ReportSummary", "obedömd"))
            .Add("Incidents", ("Year", 2026), ("Publication", "Öppen"))
            .Build().Incidents.Summaries;

        Assert.Equal(["först", "sedan"], summaries.Select(s => s.ReportSummary));
    }

    [Fact]
    public void A_kind_outside_the_choices_is_counted_under_its_own_text()
    {
        var incidents = new Organisation().Add("Incidents", ("Year", 2026), ("Kind", "Klimat")).Add("Incidents", ("Year", 2026)).Build().Incidents;

        Assert.Equal(["Klimat", "Ej angivet"], incidents.ByKind.Skip(4).Select(t => t.Name));
        Assert.Equal(2, incidents.KindBySeverity[^1].Total);
    }
}
