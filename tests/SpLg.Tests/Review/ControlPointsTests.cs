namespace SpLg.Tests.Review;

public class ControlPointsTests
{
    [Fact]
    public void A_complete_activity_is_in_order_on_all_ten_points()
    {
        var row = Assert.Single(new Organisation().Add("ProcessingActivities", Complete()).Build().ControlPoints.Rows);

        Assert.Equal(Enumerable.Repeat<bool?>(true, 10), row.Points);
    }

    [Theory]
    [InlineData(0, "LastClassifiedOn", "2024-11-19")]
    [InlineData(1, "LastRiskAnalysedOn", "2024-11-19")]
    [InlineData(2, "LastAccessReviewedOn", "2025-11-19")]
    [InlineData(3, "InProcessingRegister", false)]
    [InlineData(4, "DpiaStatus", "Saknas")]
    [InlineData(5, "ClassificationProtocol", false)]
    [InlineData(6, "SystemDescription", false)]
    [InlineData(7, "ObjectManager", "")]
    [InlineData(8, "OpenPartly", 1)]
    [InlineData(9, "OpenNot", 2)]
    public void Each_point_has_its_own_gap(int point, string column, object value)
    {
        var position = new Organisation()
            .Add("ProcessingActivities", [.. Complete().Where(c => c.Column != column), (column, value)])
            .Build()
            .ControlPoints;

        Assert.Equal(Enumerable.Range(0, 10).Select(i => (bool?)(i != point)), position.Rows[0].Points);
        Assert.Equal(1, position.Points[point].Gaps);
        Assert.Equal(0, position.WithoutGap.Count);
    }

    [Fact]
    public void The_last_day_of_the_limit_is_not_too_old()
    {
        var position = new Organisation()
            .Add(
                "ProcessingActivities",
                [.. Complete().Where(c => c.Column != "LastClassifiedOn"), ("LastClassifiedOn", "2024-11-20")]
            )
            .Build()
            .ControlPoints;

        Assert.True(position.Rows[0].Points[0]);
    }

    [Fact]
    public void Limits_come_from_the_settings_where_they_are_set()
    {
        var limits = new Organisation()
            .Add("Settings", ("ClassificationMonths", 6), ("RiskAnalysisMonths", 0))
            .Build()
            .ControlPoints.Limits;

        Assert.Equal(new StalenessLimits(6, 24, 12), limits);
    }

    [Fact]
    public void An_unreadable_date_is_unknown_and_neither_gap_nor_in_order()
    {
        var position = new Organisation()
            .Add("ProcessingActivities", ("LastClassifiedOn", "i våras"))
            .Build()
            .ControlPoints;

        Assert.Null(position.Rows[0].Points[0]);
        Assert.Equal((0, 0, 1), (position.Points[0].InOrder, position.Points[0].Gaps, position.Points[0].Unknown));
    }

    [Fact]
    public void The_last_date_there_is_breaks_nothing()
    {
        var review = new Organisation()
            .Add("ProcessingActivities", ("LastClassifiedOn", "9999-12-31"))
            .Add("Incidents", ("Year", 2026), ("OccurredOn", "9999-12-31"))
            .Build();

        Assert.True(review.ControlPoints.Rows[0].Points[0]);
        Assert.Equal(0, review.Incidents.Now.OpenLong.Count);
    }

    [Fact]
    public void Activities_are_grouped_by_managed_object_and_then_by_system()
    {
        var position = new Organisation()
            .Add("ProcessingActivities", ("Title", "3"), ("ManagedObject", "Öppna data"), ("System", "X"))
            .Add("ProcessingActivities", ("Title", "2"), ("ManagedObject", "Arkiv"), ("System", "Y"))
            .Add("ProcessingActivities", ("Title", "1"), ("ManagedObject", "Arkiv"), ("System", "X"))
            .Add("ProcessingActivities", ("Title", "4"))
            .Build()
            .ControlPoints;

        Assert.Equal(["Arkiv", "Öppna data", "Ej angivet"], position.ByObject.Select(g => g.Name));
        Assert.Equal(["X", "Y"], position.ByObject[0].Systems.Select(s => s.Name));
        Assert.Equal(["1", "2", "3", "4"], position.Rows.Select(r => r.Activity.Title));
    }

    [Fact]
    public void A_column_that_is_empty_throughout_is_no_gap_of_anyone()
    {
        var organisation = new Organisation().Add(
            3,
            "ProcessingActivities",
            ("Title", "Lån"),
            ("LastRiskAnalysedOn", "2026-01-15")
        );
        var review = organisation.Build();

        Assert.All(review.ControlPoints.Rows, r => Assert.Null(r.Points[0]));
        Assert.Equal(
            (0, 0, 3),
            (
                review.ControlPoints.Points[0].InOrder,
                review.ControlPoints.Points[0].Gaps,
                review.ControlPoints.Points[0].Unknown
            )
        );
        Assert.Equal("Går inte att bedöma", review.ControlPoints.Points[0].Share);
        Assert.Contains("Informationssäkerhetsläge.Behandlingar[0].KLASSA läge = Uppgift saknas", FieldText.Of(review));
        Assert.Contains(
            organisation.Findings,
            f => f is { List: "Informationsbehandlingar", RowId: null, Column: "Senaste KLASSA" }
        );
        Assert.DoesNotContain(organisation.Findings, f => f is { RowId: null, Column: "Senaste RSA" });
        Assert.Equal(
            "uppgift saknas",
            review.Summary.Figures.Single(f => f.Name.Contains("informationsklassning")).Now
        );
    }

    [Fact]
    public void An_empty_date_beside_rows_that_have_one_is_a_gap() =>
        Assert.False(
            new Organisation()
                .Add("ProcessingActivities", ("Title", "Arkiv"), ("LastClassifiedOn", "2026-01-15"))
                .Add("ProcessingActivities", ("Title", "Lån"))
                .Build()
                .ControlPoints.Rows[1]
                .Points[0]
        );

    [Fact]
    public void The_share_is_of_the_activities_that_have_the_fact()
    {
        var point = new Organisation()
            .Add("ProcessingActivities", ("InProcessingRegister", true))
            .Add("ProcessingActivities", ("InProcessingRegister", false))
            .Add("ProcessingActivities")
            .Build()
            .ControlPoints.Points[3];

        Assert.Equal(("50\u00a0%", 1), (point.Share, point.Unknown));
    }

    [Fact]
    public void Open_points_that_are_not_stated_are_no_zero()
    {
        var review = new Organisation()
            .Add("ProcessingActivities", ("OpenNot", "12,5"))
            .Add("ProcessingActivities")
            .Build();

        Assert.Equal(
            "Öppna punkter som inte uppfylls (röda): 12,5 (uppgift saknas för 1). Öppna punkter som uppfylls "
                + "delvis (gula): uppgift saknas.",
            FieldText.Of(review, "Informationssäkerhetsläge.Punktmening")
        );
    }

    [Theory]
    [InlineData("-")]
    [InlineData("Saknas")]
    [InlineData("vakant")]
    [InlineData("N/A")]
    public void A_role_that_says_that_nobody_has_it_is_a_gap(string owner)
    {
        var position = new Organisation()
            .Add("ProcessingActivities", [.. Complete().Where(c => c.Column != "ObjectOwner"), ("ObjectOwner", owner)])
            .Build()
            .ControlPoints;

        Assert.False(position.Rows[0].Points[7]);
        Assert.Equal("0\u00a0%", position.Points[7].Share);
    }

    [Theory]
    [InlineData(null, null, "Inget förvaltningsobjekt är angivet.")]
    [InlineData(
        "Arkiv",
        null,
        "Behandlingarna ingår i ett förvaltningsobjekt; för en av dem är inget förvaltningsobjekt angivet."
    )]
    [InlineData("Arkiv", "arkiv", "Behandlingarna ingår i ett förvaltningsobjekt.")]
    [InlineData("Arkiv", "Lån", "Behandlingarna ingår i två förvaltningsobjekt.")]
    public void Only_managed_objects_that_are_named_are_counted(string? first, string? second, string sentence) =>
        Assert.Equal(
            sentence,
            FieldText.Of(
                new Organisation()
                    .Add("ProcessingActivities", ("ManagedObject", first ?? ""))
                    .Add("ProcessingActivities", ("ManagedObject", second ?? ""))
                    .Build(),
                "Informationssäkerhetsläge.Objektmening"
            )
        );

    [Theory]
    [InlineData(1, true, "Den enda informationsbehandlingen uppfyller alla tio kontrollpunkter.")]
    [InlineData(
        1,
        false,
        "Det går inte att bedöma om den enda informationsbehandlingen uppfyller alla tio kontrollpunkter."
    )]
    [InlineData(
        2,
        false,
        "Av 2\u00a0informationsbehandlingar uppfyller ingen alla tio kontrollpunkter; för två går det inte att bedöma."
    )]
    public void An_activity_with_a_point_that_is_not_known_is_not_said_to_have_gaps(
        int rows,
        bool known,
        string sentence
    ) =>
        Assert.Equal(
            sentence,
            FieldText.Of(
                new Organisation()
                    .Add(rows, "ProcessingActivities", [.. Complete().Where(c => known || c.Column != "OpenNot")])
                    .Build(),
                "Informationssäkerhetsläge.Mening"
            )
        );

    internal static (string Column, object Value)[] Complete() =>
        [
            ("Title", "Lån"),
            ("ManagedObject", "Bibliotek"),
            ("System", "Librion"),
            ("LastClassifiedOn", "2026-01-15"),
            ("LastRiskAnalysedOn", "2026-01-15"),
            ("LastAccessReviewedOn", "2026-01-15"),
            ("InProcessingRegister", true),
            ("DpiaStatus", "Behövs ej"),
            ("ClassificationProtocol", true),
            ("SystemDescription", true),
            ("ObjectOwner", "A"),
            ("ObjectManager", "B"),
            ("OpenPartly", 0),
            ("OpenNot", 0),
        ];
}
