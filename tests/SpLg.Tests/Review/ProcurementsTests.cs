namespace SpLg.Tests.Review;

public class ProcurementsTests
{
    [Fact]
    public void The_share_counts_published_procurements_with_information()
    {
        var review = new Organisation()
            .Add("Procurements", ("Title", "i tid"), ("Year", 2026), ("HandlesInformation", true), ("Phase", "Avtal"), ("ClearedOn", "2026-02-01"), ("PublishedOn", "2026-02-01"))
            .Add("Procurements", ("Title", "för sent"), ("Year", 2026), ("HandlesInformation", true), ("Phase", "Avtal"), ("ClearedOn", "2026-03-05"), ("PublishedOn", "2026-03-01"))
            .Add("Procurements", ("Title", "utan"), ("Year", 2026), ("Phase", "Annonserad"), ("PublishedOn", "2026-04-01"))
            .Add("Procurements", ("Title", "utan information"), ("Year", 2026), ("HandlesInformation", false), ("Phase", "Avtal"), ("PublishedOn", "2026-03-01"))
            .Add("Procurements", ("Title", "på väg"), ("HandlesInformation", true), ("Phase", "Behov"))
            .Build();

        Assert.Equal(5, review.Procurements.Rows.Count);
        Assert.Equal((3, 1), (review.Procurements.Gated, review.Procurements.Cleared));
        Assert.Equal("33\u00a0%", FieldText.Of(review, "Upphandlingar.Andel"));
        Assert.Equal("Av tre annonserade upphandlingar som hanterar information fick en klartecken före annonseringen.", FieldText.Of(review, "Upphandlingar.Mening"));
        Assert.Equal(
            ["annonserades den 1 mars 2026 men fick klartecken först den 5 mars 2026", "annonserades den 1 april 2026 utan klartecken från samordnaren"],
            review.Procurements.Deviations.Select(d => d.Deviation));
    }

    [Fact]
    public void Check_points_find_their_procurement_by_id_or_by_title_and_stand_by_phase()
    {
        var rows = new Organisation()
            .Add("Procurements", ("Title", "Lås"), ("Year", 2026), ("Phase", "Behov"))
            .Add("Procurements", ("Title", "Kort"), ("Year", 2026), ("Phase", "Behov"))
            .Add("ProcurementChecks", ("Title", "b"), ("ProcurementLookupId", "1"), ("Procurement", "Lås"), ("Phase", "Avtal"), ("Mandatory", true))
            .Add("ProcurementChecks", ("Title", "a"), ("Procurement", "lås"), ("Phase", "Behov"), ("Mandatory", true), ("Answer", "Ja"))
            .Build().Procurements.Rows;

        Assert.Equal(["a", "b"], rows[0].Checks.Select(c => c.Title));
        Assert.Empty(rows[1].Checks);
        Assert.Equal(1, rows[0].Unanswered);
    }

    [Fact]
    public void A_larger_share_than_last_year_is_better()
    {
        var review = new Organisation()
            .Add("Procurements", ("Year", 2026), ("Phase", "Avtal"), ("ClearedOn", "2026-01-01"), ("PublishedOn", "2026-02-01"))
            .Add("Procurements", ("Year", 2025), ("Phase", "Avtal"), ("PublishedOn", "2025-02-01"))
            .Build();

        Assert.Equal("högre än förra året, 100 mot 0\u00a0procent, en förbättring", FieldText.Of(review, "Upphandlingar.Trend"));
    }
}
