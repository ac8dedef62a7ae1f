namespace SpLg.Tests.Review;

public class IncidentsTests
{
    [Fact]
    public void This_year_stands_against_last_year_by_kind_severity_and_month()
    {
        var incidents = new Organisation()
            .Add(
                2,
                "Incidents",
                ("Year", 2026),
                ("OccurredOn", "2026-03-02"),
                ("Kind", "Dataskydd"),
                ("Severity", "Hög")
            )
            .Add(
                "Incidents",
                ("Year", 2026),
                ("OccurredOn", "2026-04-02"),
                ("Kind", "Fysisk säkerhet"),
                ("Severity", "Låg")
            )
            .Add(
                "Incidents",
                ("Year", 2025),
                ("OccurredOn", "2025-03-02"),
                ("Kind", "Dataskydd"),
                ("Severity", "Medel")
            )
            .Add(
                9,
                "Incidents",
                ("Year", 2024),
                ("OccurredOn", "2024-03-02"),
                ("Kind", "Dataskydd"),
                ("Severity", "Medel")
            )
            .Build()
            .Incidents;

        Assert.Equal(3, incidents.Now.Count);
        Assert.Equal(1, incidents.Before!.Count);
        Assert.Equal(("Dataskydd", 2, 1), Counts(incidents.ByKind[1]));
        Assert.Equal(("Hög", 2, 0), Counts(incidents.BySeverity[2]));
        Assert.Equal(("mars", 2, 1), Counts(incidents.ByMonth[2]));
        Assert.Equal(("T1", 3, 1), Counts(incidents.ByTertial[0]));
        Assert.Equal(("T2", 0, 0), Counts(incidents.ByTertial[1]));
        Assert.Equal(("Dataskydd", "0 0 2 0 0", 2, 1), Counts(incidents.KindBySeverity[1]));
        Assert.Equal(("Summa", "1 0 2 0 0", 3, 1), Counts(incidents.KindBySeverity[^1]));
    }

    [Fact]
    public void Fewer_incidents_are_not_called_better()
    {
        var review = new Organisation()
            .Add("Incidents", ("Year", 2026))
            .Add(2, "Incidents", ("Year", 2025))
            .BuildOn(Organisation.EndOfYear);

        Assert.Equal("färre än året före, 1 mot 2", FieldText.Of(review, "Incidenter.Trend"));
        Assert.Equal(
            "Under 2026 rapporterades 1\u00a0incident, färre än de två som rapporterades 2025.",
            FieldText.Of(review, "Incidenter.Mening")
        );
    }

    [Theory]
    [InlineData(2, 1, "Under 2026 rapporterades 2\u00a0incidenter, fler än den enda som rapporterades 2025.")]
    [InlineData(2, 2, "Under 2026 rapporterades 2\u00a0incidenter, lika många som 2025.")]
    [InlineData(
        0,
        2,
        "Inga incidenter har rapporterats under 2026. Ansvarig för underlaget: informationssäkerhetssamordnaren."
    )]
    public void The_number_is_said_in_a_sentence(int now, int before, string sentence) =>
        Assert.Equal(
            sentence,
            FieldText.Of(
                new Organisation()
                    .Add(now, "Incidents", ("Year", 2026))
                    .Add(before, "Incidents", ("Year", 2025))
                    .BuildOn(Organisation.EndOfYear),
                "Incidenter.Mening"
            )
        );

    [Fact]
    public void Without_last_years_rows_there_is_nothing_to_compare_with()
    {
        var review = new Organisation().Add(2, "Incidents", ("Year", 2026)).Build();

        Assert.Null(review.Incidents.Before);
        Assert.Equal("inga uppgifter från året före", FieldText.Of(review, "Incidenter.Trend"));
        Assert.Equal(
            "Under 2026 rapporterades 2\u00a0incidenter; uppgifter från 2025 saknas.",
            FieldText.Of(review, "Incidenter.Mening")
        );
    }

    [Fact]
    public void An_incident_without_year_belongs_to_the_year_it_occurred_or_was_discovered()
    {
        var incidents = new Organisation()
            .Add("Incidents", ("OccurredOn", "2026-01-01"), ("DiscoveredOn", "2025-12-31"))
            .Add("Incidents", ("DiscoveredOn", "2026-01-01"))
            .Add("Incidents", ("Year", 2025), ("OccurredOn", "2026-01-01"))
            .Build()
            .Incidents;

        Assert.Equal(2, incidents.Now.Count);
        Assert.Equal(1, incidents.Before!.Count);
    }

    [Fact]
    public void Time_to_close_counts_closed_incidents_from_discovery()
    {
        var figures = new Organisation()
            .Add(
                "Incidents",
                ("Year", 2026),
                ("Status", "Avslutad"),
                ("OccurredOn", "2026-01-01"),
                ("DiscoveredOn", "2026-01-05"),
                ("ClosedOn", "2026-01-08")
            )
            .Add(
                "Incidents",
                ("Year", 2026),
                ("Status", "Avslutad"),
                ("OccurredOn", "2026-01-01"),
                ("ClosedOn", "2026-01-11")
            )
            .Add("Incidents", ("Year", 2026), ("Status", "Avslutad"), ("OccurredOn", "2026-01-01"))
            .Add("Incidents", ("Year", 2026), ("Status", "Utreds"), ("OccurredOn", "2026-08-22"))
            .Add("Incidents", ("Year", 2026), ("Status", "Ny"), ("OccurredOn", "2026-08-21"))
            .Build()
            .Incidents.Now;

        Assert.Equal(6.5m, figures.MedianDays);
        Assert.Equal(6.5m, figures.MeanDays);
        Assert.Equal(2, figures.Open.Count);
        Assert.Equal(1, figures.OpenLong.Count);
    }

    [Fact]
    public void Only_open_summaries_written_for_publication_are_listed()
    {
        var summaries = new Organisation()
            .Add(
                "Incidents",
                ("Year", 2026),
                ("ReportSummary", "sedan"),
                ("Publication", "Öppen"),
                ("OccurredOn", "2026-05-01")
            )
            .Add(
                "Incidents",
                ("Year", 2026),
                ("ReportSummary", "först"),
                ("Publication", "Öppen"),
                ("OccurredOn", "2026-04-01")
            )
            .Add(
                "Incidents",
                ("Year", 2026),
                ("ReportSummary", "hemlig"),
                ("Publication", "Sekretess"),
                ("SecrecyGround", "18:8")
            )
            .Add("Incidents", ("Year", 2026), ("ReportSummary", "obedömd"))
            .Add("Incidents", ("Year", 2026), ("Publication", "Öppen"))
            .Build()
            .Incidents.Summaries;

        Assert.Equal(["först", "sedan"], summaries.Select(s => s.ReportSummary));
    }

    [Fact]
    public void A_kind_outside_the_choices_is_counted_under_its_own_text()
    {
        var incidents = new Organisation()
            .Add("Incidents", ("Year", 2026), ("Kind", "Klimat"))
            .Add("Incidents", ("Year", 2026))
            .Build()
            .Incidents;

        Assert.Equal(["Klimat", "Ej angivet"], incidents.ByKind.Skip(4).Select(t => t.Name));
        Assert.Equal(2, incidents.KindBySeverity[^1].Total.Count);
    }

    [Fact]
    public void What_no_row_says_is_told_as_missing_and_not_as_zero()
    {
        var review = new Organisation().Add(2, "Incidents", ("Year", 2026)).Build();

        foreach (
            var figure in (string[])
                [
                    "Personuppgiftsincidenter",
                    "Anmälda till IMY",
                    "Betydande",
                    "Betydande anmälda",
                    "Konfidentialitet",
                    "Riktighet",
                    "Tillgänglighet",
                    "Riskbedömda",
                    "Avslutade",
                    "Öppna",
                    "Öppna länge",
                ]
        )
            Assert.Equal("uppgift saknas", FieldText.Of(review, $"Incidenter.{figure}"));
        Assert.Equal(
            "Det går inte att bedöma hur många av incidenterna som är avslutade.",
            FieldText.Of(review, "Incidenter.Statusmening")
        );
        Assert.Equal("uppgift saknas", review.Summary.Figures.Single(f => f.Name == "Personuppgiftsincidenter").Now);
    }

    [Fact]
    public void What_some_rows_do_not_say_is_told_beside_the_number_and_not_compared()
    {
        var review = new Organisation()
            .Add("Incidents", ("Year", 2026), ("PersonalDataBreach", true), ("ReportedToImyOn", "2026-02-01"))
            .Add("Incidents", ("Year", 2026), ("PersonalDataBreach", "kanske"), ("ReportedToImyOn", "snart"))
            .Add("Incidents", ("Year", 2025), ("PersonalDataBreach", true))
            .Build();

        Assert.Equal("1 (uppgift saknas för 1)", FieldText.Of(review, "Incidenter.Personuppgiftsincidenter"));
        Assert.Equal("1 (uppgift saknas för 1)", FieldText.Of(review, "Incidenter.Anmälda till IMY"));
        Assert.Equal(1m, FieldText.Of(review, "Incidenter.Personuppgiftsincidenter förra året"));
        Assert.Equal(
            "går inte att jämföra, eftersom uppgiften inte är ifylld för alla",
            FieldText.Of(review, "Incidenter.Personuppgiftsincidenter trend")
        );
    }

    [Fact]
    public void No_breach_at_all_is_none_reported_though_no_day_of_reporting_is_in_the_list() =>
        Assert.Equal(
            0m,
            FieldText.Of(
                new Organisation().Add("Incidents", ("Year", 2026), ("PersonalDataBreach", false)).Build(),
                "Incidenter.Anmälda till IMY"
            )
        );

    [Theory]
    [InlineData(
        "Avslutad",
        "Utreds",
        "Avslutat",
        "Av incidenterna är en avslutad och en pågående; för en går status inte att bedöma."
    )]
    [InlineData("Avslutad", "Avslutad", "Avslutad", "Av incidenterna är tre avslutade och ingen pågående.")]
    [InlineData("Avslutad", "Ny", "Utreds", "Av incidenterna är en avslutad och två pågående.")]
    public void An_incident_whose_status_cannot_be_read_is_neither_closed_nor_going_on(
        string first,
        string second,
        string third,
        string sentence
    )
    {
        var organisation = new Organisation();
        foreach (var status in (string[])[first, second, third])
            organisation.Add(
                "Incidents",
                ("Year", 2026),
                ("OccurredOn", "2026-01-01"),
                ("Status", status),
                ("ClosedOn", "2026-02-01")
            );

        Assert.Equal(sentence, FieldText.Of(organisation.Build(), "Incidenter.Statusmening"));
    }

    [Fact]
    public void An_incident_whose_status_cannot_be_read_is_not_called_open_for_long()
    {
        var figures = new Organisation()
            .Add("Incidents", ("Year", 2026), ("OccurredOn", "2026-01-01"), ("Status", "Stängd"))
            .Build()
            .Incidents.Now;

        Assert.Equal((0, 1, 1), (figures.OpenLong.Count, figures.OpenLong.Unknown, figures.OpenLong.Rows));
    }

    [Fact]
    public void Incidents_of_no_year_are_told_beside_those_that_are_counted()
    {
        var review = new Organisation()
            .Add("Incidents", ("Year", 2026))
            .Add(2, "Incidents", ("OccurredOn", "i våras"))
            .Build();

        Assert.Equal(
            "Under 2026 rapporterades 1\u00a0incident; uppgifter från 2025 saknas. Två incidenter till i listan "
                + "har inget år som går att läsa och räknas inte.",
            FieldText.Of(review, "Incidenter.Mening")
        );
    }

    [Fact]
    public void Incidents_without_a_day_of_the_year_are_told_to_be_in_no_month()
    {
        var review = new Organisation()
            .Add("Incidents", ("Year", 2026))
            .Add("Incidents", ("Year", 2026), ("OccurredOn", "2025-12-31"))
            .Add("Incidents", ("Year", 2026), ("OccurredOn", "2026-01-31"))
            .Build();

        Assert.Equal(1, review.Incidents.ByMonth.Sum(m => m.Now));
        Assert.Equal(
            "Incidenter som inte är med i diagrammet, eftersom de inte har något datum under året: 2 från 2026.",
            FieldText.Of(review, "Incidenter.Månadsmening")
        );
        Assert.Null(
            FieldText.Of(
                new Organisation().Add("Incidents", ("OccurredOn", "2026-01-31")).Build(),
                "Incidenter.Månadsmening"
            )
        );
    }

    [Fact]
    public void The_months_are_named_by_year_so_that_the_legend_of_a_chart_is()
    {
        var text = FieldText.Of(new Organisation().Add("Incidents", ("OccurredOn", "2026-01-31")).Build());

        Assert.Contains("Incidenter.Per månad[0].I år = 1", text);
        Assert.DoesNotContain("Incidenter.Per månad[0].Antal", text);
    }

    [Fact]
    public void A_summary_that_holds_a_personal_identity_number_is_withheld_and_says_so()
    {
        var review = new Organisation()
            .Add("Incidents", ("Year", 2026), ("ReportSummary", "Gällde 811228-9874."), ("Publication", "Öppen"))
            .Build();
        var list = Incidents.Fields.TryFind("Sammanfattningar")!;
        var text = (string)list.Inner!.TryFind("Sammanfattning")!.Read(review.Incidents.Summaries[0])!;
        Assert.DoesNotContain("811228", text, StringComparison.Ordinal);
        Assert.Contains("visas inte", text, StringComparison.Ordinal);
    }

    private static (string, int, int?) Counts(CountPerValue tally) => (tally.Name, tally.Now, tally.Before);

    private static (string, string, int, int?) Counts(IncidentMatrixRow row) =>
        (row.Kind, string.Join(' ', row.BySeverity.Select(c => c.Count)), row.Total.Count, row.TotalBefore?.Count);
}
