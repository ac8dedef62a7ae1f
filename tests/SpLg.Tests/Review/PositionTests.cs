using SpLg.Core.Review;

namespace SpLg.Tests.Review;

public class PositionTests
{
    [Fact]
    public void A_complete_activity_is_in_order_on_all_ten_points()
    {
        var row = Assert.Single(new Organisation().Add("ProcessingActivities", Complete()).Build().Position.Rows);

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
        var position = new Organisation().Add("ProcessingActivities", [.. Complete().Where(c => c.Column != column), (column, value)]).Build().Position;

        Assert.Equal(Enumerable.Range(0, 10).Select(i => (bool?)(i != point)), position.Rows[0].Points);
        Assert.Equal(1, position.Points[point].Gaps);
        Assert.Equal(0, position.WithoutGap);
    }

    [Fact]
    public void The_last_day_of_the_limit_is_not_too_old()
    {
        var position = new Organisation()
            .Add("ProcessingActivities", [.. Complete().Where(c => c.Column != "LastClassifiedOn"), ("LastClassifiedOn", "2024-11-20")])
            .Build().Position;

        Assert.True(position.Rows[0].Points[0]);
    }

    [Fact]
    public void Limits_come_from_the_settings_where_they_are_set()
    {
        var limits = new Organisation().Add("Settings", ("ClassificationMonths", 6), ("RiskAnalysisMonths", 0)).Build().Position.Limits;

        Assert.Equal(new StalenessLimits(6, 24, 12), limits);
    }

    [Fact]
    public void An_unreadable_date_is_unknown_and_neither_gap_nor_in_order()
    {
        var position = new Organisation().Add("ProcessingActivities", ("LastClassifiedOn", "i våras")).Build().Position;

        Assert.Null(position.Rows[0].Points[0]);
        Assert.Equal((0, 0, 1), (position.Points[0].InOrder, position.Points[0].Gaps, position.Points[0].Unknown));
    }

    [Fact]
    public void The_last_date_there_is_breaks_nothing()
    {
        var review = new Organisation().Add("ProcessingActivities", ("LastClassifiedOn", "9999-12-31")).Add("Incidents", ("Year", 2026), ("OccurredOn", "9999-12-31")).Build();

        Assert.True(review.Position.Rows[0].Points[0]);
        Assert.Equal(0, review.Incidents.Now.OpenLong);
    }

    [Fact]
    public void Activities_are_grouped_by_managed_object_and_then_by_system()
    {
        var position = new Organisation()
            .Add("ProcessingActivities", ("Title", "3"), ("ManagedObject", "Öppna data"), ("System", "X"))
            .Add("ProcessingActivities", ("Title", "2"), ("ManagedObject", "Arkiv"), ("System", "Y"))
            .Add("ProcessingActivities", ("Title", "1"), ("ManagedObject", "Arkiv"), ("System", "X"))
            .Add("ProcessingActivities", ("Title", "4"))
            .Build().Position;

        Assert.Equal(["Arkiv", "Öppna data", "Ej angivet"], position.ByObject.Select(g => g.Name));
        Assert.Equal(["X", "Y"], position.ByObject[0].Systems.Select(s => s.Name));
        Assert.Equal(["1", "2", "3", "4"], position.Rows.Select(r => r.Activity.Title));
    }

    internal static (string Column, object Value)[] Complete() =>
    [
        ("Title", "Lån"), ("ManagedObject", "Bibliotek"), ("System", "Librion"), ("LastClassifiedOn", "2026-01-15"), ("LastRiskAnalysedOn", "2026-01-15"),
        ("LastAccessReviewedOn", "2026-01-15"), ("InProcessingRegister", true), ("DpiaStatus", "Behövs ej"), ("ClassificationProtocol", true),
        ("SystemDescription", true), ("ObjectOwner", "A"), ("ObjectManager", "B"), ("OpenPartly", 0), ("OpenNot", 0),
    ];
}
