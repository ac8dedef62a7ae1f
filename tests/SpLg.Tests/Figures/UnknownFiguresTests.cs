using SpLg.Tests.Rollup;

namespace SpLg.Tests.Figures;

/// <summary>What is not known is written as such, in every figure that there is.</summary>
public sealed class UnknownFiguresTests
{
    /// <summary>What is counted of the reading itself, and of the rows of the year that is told.</summary>
    private static readonly string[] Counted = ["Iakttagelser", "Ändringar sedan fastställandet"];

    [Theory]
    [InlineData(Edition.Full)]
    [InlineData(Edition.Open)]
    public void An_organisation_without_any_row_has_no_zero(Edition edition)
    {
        var organisation = new Organisation();
        var review = organisation.Build(edition);

        Assert.DoesNotContain(
            Zeros(ReviewSections.Fields, review),
            path => !Counted.Any(c => path.StartsWith(c, StringComparison.Ordinal))
        );
    }

    /// <summary>The year before has no rows: no field, table or chart of it says 0.</summary>
    [Fact]
    public void A_last_year_without_rows_has_no_zero()
    {
        var organisation = new Organisation()
            .Add(
                4,
                "Incidents",
                ("Year", 2026),
                ("OccurredOn", "2026-02-03"),
                ("Kind", "Dataskydd"),
                ("Cause", "Rutin"),
                ("Unit", "Museet"),
                ("Severity", "Låg"),
                ("Status", "Avslutad"),
                ("ClosedOn", "2026-02-09")
            )
            .Add("TrainingResults", ("Title", "Grund"), ("Year", 2026), ("Expected", 10), ("Completed", 5))
            .Add("InternalControlResults", ("Title", "K"), ("Year", 2026), ("Result", "Avvikelser"))
            .Add(
                "Procurements",
                ("Title", "P"),
                ("Year", 2026),
                ("PublishedOn", "2026-03-01"),
                ("ClearedOn", "2026-02-01")
            )
            .Add(
                "RequirementAssessments",
                ("Title", "R"),
                ("Clause", "4.1"),
                ("Edition", "2022"),
                ("Year", 2026),
                ("Fulfilled", "Ja")
            )
            .Add("UndesiredEvents", ("Title", "E"), ("Year", 2026))
            .Add("ActionItems", ("Title", "Å"), ("PlannedYears", new[] { "2027" }))
            .Add("Objectives", ("Title", "M"), ("Year", 2026), ("Follows", "Antal incidenter"));
        var review = organisation.Build();

        Assert.Contains("uppgifter från 2025 saknas", FieldText.Of(review), StringComparison.Ordinal);
        Assert.DoesNotContain(
            Zeros(ReviewSections.Fields, review),
            p =>
                p.Contains("förra året", StringComparison.OrdinalIgnoreCase)
                || p.Contains("2025", StringComparison.Ordinal)
                || p.StartsWith("Uppföljda händelser", StringComparison.Ordinal)
        );
        Assert.Equal("saknas", FieldText.Of(review, "Incidenter.Antal förra året"));
        var months = (IReadOnlyList<object>)FieldText.Of(review, "Incidenter.Månad mot typ")!;
        Assert.All(months.Take(12), m => Assert.Equal("saknas", Month(m, "Summa")));
        Assert.All(months.Take(12), m => Assert.Equal("saknas", Month(m, "Dataskydd")));
        // The list was begun in February this year.
        Assert.Equal(
            ("saknas", 4m, 0m),
            (Month(months[12], "Dataskydd"), Month(months[13], "Dataskydd"), Month(months[14], "Dataskydd"))
        );
        Assert.Equal(("ännu inte", "ännu inte"), (Month(months[23], "Dataskydd"), Month(months[23], "Summa")));
    }

    [Fact]
    public void A_month_that_had_not_begun_when_the_lists_were_read_is_not_compared()
    {
        var organisation = new Organisation()
            .Add("Incidents", ("Year", 2026), ("OccurredOn", "2026-02-03"))
            .Add("Incidents", ("Year", 2025), ("OccurredOn", "2025-12-03"));
        var review = BuiltReview.Build(
            organisation.Read(),
            null,
            Organisation.Years,
            Edition.Full,
            new(2026, 5, 31),
            []
        );

        Assert.Equal(
            ("0", "ännu inte"),
            (review.Incidents.ByMonth[4].Counted.Figure.Text, review.Incidents.ByMonth[5].Counted.Figure.Text)
        );
        Assert.Equal("inga uppgifter från året", review.Incidents.ByMonth[11].Trend);
        Assert.Equal("ännu inte", review.Incidents.ByTertial[2].Counted.Figure.Text);
        Assert.DoesNotContain("färre", review.Incidents.ByTertial[2].Trend, StringComparison.Ordinal);
    }

    [Fact]
    public void A_month_before_the_list_was_begun_has_no_zero_wherever_months_are_told()
    {
        var organisation = new Organisation()
            .Add("Incidents", ("Title", "Första"), ("Year", 2025), ("OccurredOn", "2025-06-13"), ("Kind", "Dataskydd"))
            .Add("Incidents", ("Title", "Andra"), ("Year", 2025), ("OccurredOn", "2025-09-13"), ("Kind", "Dataskydd"))
            .Add("Incidents", ("Title", "Tredje"), ("Year", 2026), ("OccurredOn", "2026-02-03"), ("Kind", "Dataskydd"));
        var incidents = organisation.Build().Incidents;

        Assert.Equal(
            ["saknas", "saknas", "saknas", "saknas", "saknas", "1", "0", "0", "1", "0", "0", "0"],
            incidents.ByMonth.Select(m => m.CountedBefore!.Figure.Text)
        );
        Assert.Equal(["saknas", "1", "1"], incidents.ByTertial.Select(t => t.CountedBefore!.Figure.Text));
        Assert.Equal(
            ["saknas", "1", "0"],
            ((int[])[4, 5, 6]).Select(m => incidents.ByMonthAndKind[m].ByKind[1].Figure.Text)
        );
        Assert.Equal("inga uppgifter från året före", incidents.ByMonth[1].Trend);
        Assert.Equal("0", incidents.ByMonth[0].Counted.Figure.Text);
    }

    [Theory]
    [InlineData("Year", "2025")]
    [InlineData("OccurredOn", "2024-03-01")]
    public void A_list_that_may_be_older_than_its_first_day_has_zeros(string column, string value)
    {
        var incidents = new Organisation()
            .Add("Incidents", ("OccurredOn", "2025-06-13"))
            .Add("Incidents", (column, value))
            .Build()
            .Incidents;

        Assert.Equal("0", incidents.ByMonth[1].CountedBefore!.Figure.Text);
    }

    [Fact]
    public void A_zone_that_nobody_has_written_is_not_a_right_one()
    {
        var organisation = new Organisation()
            .Add("ProcessingActivities", ("Title", "A"), ("NetworkZone", "Intern zon"), ("RequiredZone", "Skyddad zon"))
            .Add("ProcessingActivities", ("Title", "B"), ("NetworkZone", "Intern zon"), ("RequiredZone", "intern  zon"))
            .Add("ProcessingActivities", ("Title", "C"), ("NetworkZone", "Intern zon"));
        Assert.Equal(
            "1 (uppgift saknas för 1)",
            FieldText.Of(organisation.Build(), "Informationssäkerhetsläge.Antal i fel zon")
        );
        Assert.Equal(
            "För en behandling är det inte angivet.",
            FieldText.Of(organisation.Build(), "Informationssäkerhetsläge.Zonmening")
        );

        var silent = new Organisation()
            .Add(2, "ProcessingActivities", ("Title", "A"), ("NetworkZone", "Intern zon"))
            .Build();
        Assert.Equal("uppgift saknas", FieldText.Of(silent, "Informationssäkerhetsläge.Antal i fel zon"));
        Assert.Equal(
            "Det är inte angivet för någon behandling om den står i den nätverkszon som klassningen kräver.",
            FieldText.Of(silent, "Informationssäkerhetsläge.Zonmening")
        );
    }

    [Fact]
    public void Organisations_without_rows_have_no_zero_in_a_comparison()
    {
        var rollup = RollupReview.Build(
            Organisation.Year,
            [RollupReviewTests.Of("A", _ => { }), RollupReviewTests.Of("B", _ => { })],
            []
        );

        Assert.DoesNotContain(
            Zeros(RollupDocument.Fields, rollup),
            p => !p.StartsWith("Samlad.", StringComparison.Ordinal)
        );
    }

    private static object? Month(object month, string field) => IncidentMonth.Fields.Named(field).Read(month);

    private static IEnumerable<string> Zeros(FieldSet fields, object of, string path = "")
    {
        foreach (var field in fields.Fields)
        {
            var value = field.Read(of);
            var name = path + field.Name;
            IEnumerable<string> found = field.Kind switch
            {
                FieldKind.Group => value is null ? [] : Zeros(field.Inner!, value, name + "."),
                FieldKind.List => ((IReadOnlyList<object>)value!).SelectMany(row =>
                    Zeros(
                        field.Inner!,
                        row,
                        $"{name}[{Convert.ToString(field.Inner!.Fields[0].Read(row), CultureInfo.InvariantCulture)}]."
                    )
                ),
                _ => value is 0m or "0" or "0\u00a0%" ? [name] : [],
            };
            foreach (var zero in found)
                yield return zero;
        }
    }
}
