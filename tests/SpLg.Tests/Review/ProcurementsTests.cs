namespace SpLg.Tests.Review;

public class ProcurementsTests
{
    [Fact]
    public void The_share_counts_published_procurements_with_information()
    {
        var review = new Organisation()
            .Add(
                "Procurements",
                ("Title", "i tid"),
                ("Year", 2026),
                ("HandlesInformation", true),
                ("Phase", "Avtal"),
                ("ClearedOn", "2026-02-01"),
                ("PublishedOn", "2026-02-01")
            )
            .Add(
                "Procurements",
                ("Title", "för sent"),
                ("Year", 2026),
                ("HandlesInformation", true),
                ("Phase", "Avtal"),
                ("ClearedOn", "2026-03-05"),
                ("PublishedOn", "2026-03-01")
            )
            .Add(
                "Procurements",
                ("Title", "utan"),
                ("Year", 2026),
                ("Phase", "Annonserad"),
                ("PublishedOn", "2026-04-01")
            )
            .Add(
                "Procurements",
                ("Title", "utan information"),
                ("Year", 2026),
                ("HandlesInformation", false),
                ("Phase", "Avtal"),
                ("PublishedOn", "2026-03-01")
            )
            .Add("Procurements", ("Title", "på väg"), ("HandlesInformation", true), ("Phase", "Behov"))
            .Build();

        Assert.Equal(5, review.Procurements.Rows.Count);
        Assert.Equal((3, 1), (review.Procurements.Gated, review.Procurements.Cleared));
        Assert.Equal("33\u00a0%", FieldText.Of(review, "Upphandlingar.Andel"));
        Assert.Equal(
            "Av tre annonserade upphandlingar som kräver klartecken fick en det före annonseringen.",
            FieldText.Of(review, "Upphandlingar.Mening")
        );
        Assert.Equal(
            [
                "annonserades den 1 mars 2026 men fick klartecken först den 5 mars 2026",
                "annonserades den 1 april 2026 utan klartecken från samordnaren",
            ],
            review.Procurements.Deviations.Select(d => d.Deviation)
        );
    }

    [Fact]
    public void Check_points_find_their_procurement_by_id_or_by_title_and_stand_by_phase()
    {
        var rows = new Organisation()
            .Add("Procurements", ("Title", "Lås"), ("Year", 2026), ("Phase", "Behov"))
            .Add("Procurements", ("Title", "Kort"), ("Year", 2026), ("Phase", "Behov"))
            .Add(
                "ProcurementChecks",
                ("Title", "b"),
                ("ProcurementLookupId", "1"),
                ("Procurement", "Lås"),
                ("Phase", "Avtal"),
                ("Mandatory", true)
            )
            .Add(
                "ProcurementChecks",
                ("Title", "a"),
                ("Procurement", "lås"),
                ("Phase", "Behov"),
                ("Mandatory", true),
                ("Answer", "Ja")
            )
            .Build()
            .Procurements.Rows;

        Assert.Equal(["a", "b"], rows[0].Checks.Select(c => c.Title));
        Assert.Empty(rows[1].Checks);
        Assert.Equal(1, rows[0].Unanswered);
    }

    [Fact]
    public void A_larger_share_than_last_year_is_better()
    {
        var review = new Organisation()
            .Add(
                "Procurements",
                ("Year", 2026),
                ("Phase", "Avtal"),
                ("ClearedOn", "2026-01-01"),
                ("PublishedOn", "2026-02-01")
            )
            .Add("Procurements", ("Year", 2025), ("Phase", "Avtal"), ("PublishedOn", "2025-02-01"))
            .Build();

        Assert.Equal(
            "högre än året före, 100 mot 0\u00a0%, en förbättring",
            FieldText.Of(review, "Upphandlingar.Trend")
        );
    }

    [Theory]
    [InlineData("ClearedOn", "vecka 12", "datumet för klartecken går inte att läsa (”vecka 12”)")]
    [InlineData("PublishedOn", "snart", "datumet för annonseringen går inte att läsa (”snart”)")]
    [InlineData("PublishedOn", "", "datumet för annonseringen saknas")]
    [InlineData("HandlesInformation", "Vet ej", "det framgår inte om den hanterar information (”Vet ej”)")]
    public void What_cannot_be_read_is_neither_in_time_nor_a_deviation(string column, string value, string reason)
    {
        (string Column, object Value)[] row =
        [
            ("Title", "Lås"),
            ("Year", 2026),
            ("HandlesInformation", true),
            ("Phase", "Avtal"),
            ("ClearedOn", "2026-02-01"),
            ("PublishedOn", "2026-05-01"),
        ];
        var organisation = new Organisation().Add(
            "Procurements",
            [.. row.Where(c => c.Column != column), (column, value)]
        );
        var review = organisation.Build();

        Assert.Equal(
            (0, 0, reason),
            (
                review.Procurements.Cleared,
                review.Procurements.Deviations.Count,
                Assert.Single(review.Procurements.NotJudged).NotJudged
            )
        );
        Assert.Contains("Upphandlingar.Rader[0].Klartecken i tid = Går inte att bedöma", FieldText.Of(review));
        Assert.Null(FieldText.Of(review, "Upphandlingar.Andel"));
        Assert.Equal(
            "Det går inte att bedöma om den enda annonserade upphandlingen fick klartecken före annonseringen.",
            FieldText.Of(review, "Upphandlingar.Mening")
        );
        Assert.Equal(
            "Ingen känd avvikelse från kravet på klartecken.",
            FieldText.Of(review, "Upphandlingar.Ingen avvikelse")
        );
        Assert.Contains(organisation.Findings, f => f.Column == "Klartecken den" && f.Message.Contains(reason));
    }

    [Fact]
    public void A_check_point_of_one_of_two_procurements_with_the_same_title_stands_under_neither()
    {
        var organisation = new Organisation()
            .Add(2, "Procurements", ("Title", "Lås"), ("Year", 2026), ("Phase", "Behov"))
            .Add("ProcurementChecks", ("Title", "a"), ("Procurement", "Lås"), ("Phase", "Behov"));

        Assert.All(organisation.Build().Procurements.Rows, r => Assert.Empty(r.Checks));
        Assert.Contains(
            "flera rader som heter ”Lås”",
            Assert.Single(organisation.Findings, f => f.List == "Kontrollpunkter" && f.Column == "Upphandling").Message
        );
    }

    [Fact]
    public void One_that_needs_no_clearance_is_said_to_need_none() =>
        Assert.Contains(
            "Upphandlingar.Rader[0].Klartecken i tid = Behövs inte",
            FieldText.Of(
                new Organisation()
                    .Add(
                        "Procurements",
                        ("Year", 2026),
                        ("HandlesInformation", false),
                        ("Phase", "Avtal"),
                        ("PublishedOn", "2026-03-01")
                    )
                    .Build()
            )
        );

    [Fact]
    public void One_whose_phase_cannot_be_read_is_not_said_to_be_unpublished()
    {
        var review = new Organisation()
            .Add(
                "Procurements",
                ("Title", "Lås"),
                ("Year", 2026),
                ("HandlesInformation", true),
                ("Phase", "Annonserat")
            )
            .Build();

        Assert.Contains("Upphandlingar.Rader[0].Klartecken i tid = Går inte att bedöma", FieldText.Of(review));
        Assert.Equal(
            "Det går inte att bedöma om någon upphandling som kräver klartecken har annonserats.",
            FieldText.Of(review, "Upphandlingar.Mening")
        );
        Assert.Equal("det framgår inte om den har annonserats", Assert.Single(review.Procurements.NotJudged).NotJudged);
    }
}
