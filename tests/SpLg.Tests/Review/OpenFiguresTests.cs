using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;

namespace SpLg.Tests.Review;

/// <summary>What the open edition tells of incidents and groups that are few.</summary>
public partial class OpenFiguresTests
{
    private const int Limit = 3;

    private static readonly string[] Kinds =
    [
        "Informations-/it-säkerhet",
        "Dataskydd",
        "Arbetsmiljö",
        "Fysisk säkerhet",
        "Eget",
    ];

    [Fact]
    public void No_small_number_of_a_subset_is_shown_or_can_be_found_by_subtraction()
    {
        var incident =
            from year in Gen.Elements(2026, 2026, 2025)
            from month in Gen.Choose(1, 12)
            from kind in Gen.Frequency((8, Gen.Elements(Kinds)), (8, Gen.Constant(Kinds[1])))
            from severity in Gen.Frequency((6, Gen.Constant("Låg")), (1, Gen.Elements("Medel", "Hög", "Kritisk")))
            from cause in Gen.Elements("misstag", "misstag", "phishing", "ensam")
            from yes in Gen.Choose(0, 7)
            from status in Gen.Elements("Avslutad", "Avslutad", "Avslutad", "Utreds")
            select (year, month, kind, severity, cause, yes, status);
        var lists = from count in Gen.Choose(0, 40) from incidents in incident.ListOf(count) select incidents;
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(150),
            Prop.ForAll(
                lists.ToArbitrary(),
                incidents =>
                {
                    var organisation = new Organisation();
                    foreach (var (year, month, kind, severity, cause, yes, status) in incidents)
                    {
                        List<(string, object)> cells =
                        [
                            ("Year", year),
                            ("OccurredOn", $"{year}-{month:00}-05"),
                            ("Kind", kind),
                            ("Severity", severity),
                            ("Cause", cause),
                            ("Unit", cause + "s enhet"),
                            ("PersonalDataBreach", (yes & 1) > 0),
                            ("SignificantUnderCybersecurityAct", (yes & 2) > 0),
                            ("RiskAssessed", yes > 0),
                            ("AffectsIntegrity", (yes & 4) > 0),
                            ("Status", status),
                            ("ClosedOn", $"{year}-12-10"),
                        ];
                        if ((yes & 1) > 0 && yes > 3)
                            cells.Add(("ReportedToImyOn", $"{year}-12-06"));
                        organisation.Add("Incidents", [.. cells]);
                    }
                    var (full, open) = (organisation.Build().Incidents, Open(organisation));
                    AssertNothingSmall(open, full);
                }
            )
        );
    }

    [Fact]
    public void A_median_does_not_tell_how_many_are_closed_where_that_is_hidden()
    {
        // Of five one is open. A median with a half is of an even number, which could only be four.
        var organisation = new Organisation().Add(
            "Incidents",
            ("Year", 2026),
            ("OccurredOn", "2026-05-01"),
            ("Status", "Utreds")
        );
        foreach (var day in (string[])["02", "03", "04", "05"])
            organisation.Add(
                "Incidents",
                ("Year", 2026),
                ("OccurredOn", "2026-05-01"),
                ("Status", "Avslutad"),
                ("ClosedOn", $"2026-05-{day}")
            );
        var incidents = Open(organisation);

        Assert.True(incidents.Now.Closed.IsHidden);
        Assert.Null(incidents.Now.MedianDays);
        Assert.Null(incidents.Now.MeanDays);
        Assert.Equal(2.5m, organisation.Build().Incidents.Now.MedianDays);
    }

    [Fact]
    public void What_is_hidden_is_told_in_words_in_tables_sentences_and_the_summary()
    {
        var organisation = new Organisation()
            .Add(
                10,
                "Incidents",
                ("Year", 2026),
                ("OccurredOn", "2026-05-01"),
                ("Kind", "Arbetsmiljö"),
                ("Severity", "Låg"),
                ("Cause", "misstag"),
                ("PersonalDataBreach", false),
                ("Status", "Avslutad"),
                ("ClosedOn", "2026-05-03")
            )
            .Add(
                "Incidents",
                ("Year", 2026),
                ("OccurredOn", "2026-02-01"),
                ("Kind", "Dataskydd"),
                ("Severity", "Hög"),
                ("Cause", "ensam orsak"),
                ("PersonalDataBreach", true),
                ("ReportedToImyOn", "2026-02-02"),
                ("Status", "Utreds")
            )
            .Add(
                2,
                "Incidents",
                ("Year", 2026),
                ("OccurredOn", "2026-02-01"),
                ("Kind", "Fysisk säkerhet"),
                ("Severity", "Medel"),
                ("Cause", "annan orsak"),
                ("PersonalDataBreach", false),
                ("Status", "Avslutad"),
                ("ClosedOn", "2026-05-03")
            )
            .Add(
                20,
                "Incidents",
                ("Year", 2025),
                ("OccurredOn", "2025-02-01"),
                ("Kind", "Dataskydd"),
                ("PersonalDataBreach", true)
            );
        var text = FieldText.Of(OpenReview(organisation));

        Assert.Contains("Incidenter.Antal = 13", text);
        Assert.Contains("Incidenter.Anmälda till IMY = färre än 3", text);
        Assert.Contains("Incidenter.Personuppgiftsincidenter trend = jämförs inte i den öppna utgåvan", text);
        Assert.Contains(
            "Incidenter.Statusmening = Hur många av incidenterna som är avslutade och pågående visas inte i "
                + "den öppna utgåvan, eftersom något av antalen är litet.",
            text
        );
        Assert.Contains("Incidenter.Per orsak[2].Orsak = Övriga (färre än 3 var)", text);
        Assert.Contains("Incidenter.Per orsak[2].Antal = 3", text);
        Assert.DoesNotContain("ensam orsak", text);
        Assert.Contains("Incidenter.Per typ[1].Antal = färre än 3", text);
        Assert.Contains("Incidenter.Per tertial[1].I år = 10", text);
        Assert.Contains("Incidenter.Per månad[4].I år = visas inte", text);
        Assert.Contains("Sammanfattning.Nyckeltal[1].I år = färre än 3", text);
        Assert.Contains(
            "<p>Källa: Incidenter, 13\u00a0rader, läst den 20 november 2026. Avser 2026 till och med den 20 november.</p>",
            text
        );
    }

    [Fact]
    public void The_limit_of_the_organisation_may_be_higher_but_not_lower()
    {
        Assert.Equal(5, Open(new Organisation().Add("Settings", ("SmallCount", 5))).Small.Limit);
        Assert.Equal(3, Open(new Organisation().Add("Settings", ("SmallCount", 1))).Small.Limit);
        Assert.Equal(0, new Organisation().Add("Settings", ("SmallCount", 5)).Build().Incidents.Small.Limit);
    }

    [Fact]
    public void A_group_of_a_course_with_few_people_is_in_no_figure()
    {
        var organisation = new Organisation()
            .Add(
                "TrainingResults",
                ("Title", "Grund"),
                ("Year", 2026),
                ("Unit", "Stora"),
                ("Expected", 10),
                ("Completed", 5)
            )
            .Add(
                "TrainingResults",
                ("Title", "Grund"),
                ("Year", 2026),
                ("Unit", "Lilla"),
                ("Expected", 2),
                ("Completed", 1),
                ("Result", "en av två")
            )
            .Add("TrainingResults", ("Title", "Grund"), ("Year", 2025), ("Expected", 10), ("Completed", 4));
        var text = FieldText.Of(OpenReview(organisation));

        Assert.Contains("Utbildningar.Totalt.Ska gå = 10", text);
        Assert.Contains("Utbildningar.Per utbildning[0].Andel = 50\u00a0%", text);
        Assert.Contains("Utbildningar.Resultat[0].Ska gå = färre än 3", text);
        Assert.Contains("Utbildningar.Resultat[0].Har gått = visas inte", text);
        Assert.DoesNotContain("en av två", text);
        Assert.Contains(
            "(jämförs inte i den öppna utgåvan). Grupper med färre än 3 personer är inte medräknade.",
            text
        );
        Assert.Contains("Utbildningar.Totalt.Ska gå = 12", FieldText.Of(organisation.Build()));
    }

    private static BuiltReview OpenReview(Organisation organisation) => organisation.Build(Edition.Open);

    private static Incidents Open(Organisation organisation) => OpenReview(organisation).Incidents;

    /// <summary>
    /// Of each way to part a year's incidents: what is shown, and what is left when that is taken from the whole.
    /// </summary>
    private static void AssertNothingSmall(Incidents open, Incidents full)
    {
        foreach (
            var tallies in (IReadOnlyList<CountPerValue>[])
                [open.ByKind, open.BySeverity, open.ByCause, open.ByUnit, open.ByTertial]
        )
        {
            AssertParts([.. tallies.Select(t => t.Counted)], full.Now.Count);
            if (full.Before is not null)
                AssertParts([.. tallies.Select(t => t.CountedBefore!)], full.Before.Count);
        }
        AssertParts([.. open.ByMonth.Select(m => m.Counted)], full.Now.Count);
        AssertParts([.. open.KindBySeverity.SkipLast(1).Select(r => r.Total)], full.Now.Count);
        AssertParts(open.KindBySeverity[^1].BySeverity, full.Now.Count);
        foreach (var row in open.KindBySeverity.SkipLast(1))
            AssertParts(row.BySeverity, row.Total.Instead is null ? row.Total.Count : null);
        Assert.All(
            open.ByMonthAndKind,
            m => Assert.All(IncidentMonth.Fields.Fields.Skip(1), f => Assert.Null(f.Read(m)))
        );
        foreach (
            var (figures, whole) in new[] { (open.Now, full.Now.Count), (open.Before!, full.Before?.Count ?? 0) }.Where(
                f => f.Item1 is not null
            )
        )
        {
            CountWithGaps[] all =
            [
                figures.DataBreaches,
                figures.ReportedToImy,
                figures.Significant,
                figures.SignificantReported,
                figures.Confidentiality,
                figures.Integrity,
                figures.Availability,
                figures.RiskAssessed,
                figures.Closed,
                figures.Open,
                figures.OpenLong,
            ];
            foreach (var count in all.Where(c => c.Counted.Instead is null))
                AssertShown(count.Count, whole);
            foreach (
                var (inner, outer) in new[]
                {
                    (figures.ReportedToImy, figures.DataBreaches),
                    (figures.SignificantReported, figures.Significant),
                    (figures.OpenLong, figures.Open),
                }
            )
            {
                if (inner.Counted.Instead is null && outer.Counted.Instead is null)
                    AssertShown(inner.Count, outer.Count);
            }
        }
        // Words tell no number that the tables hide.
        Assert.DoesNotMatch("(^| )(en|två) (avslutad|pågående)", FieldOf(open, "Statusmening"));
    }

    private static string FieldOf(Incidents open, string name) =>
        Incidents.Fields.Named(name).Read(open) as string ?? "";

    private static void AssertShown(int part, int whole)
    {
        Assert.False(part is > 0 and < Limit && part < whole, $"{part} of {whole} is shown");
        Assert.False(whole - part is > 0 and < Limit && part > 0, $"{whole - part} of {whole} can be found");
    }

    private static void AssertParts(IReadOnlyList<RowCount> parts, int? whole)
    {
        foreach (var part in parts.Where(p => p.Instead is null && p.Count != whole))
            Assert.False(part.Count is > 0 and < Limit, $"{part.Count} is shown");
        IReadOnlyList<RowCount> hidden = [.. parts.Where(p => p.Instead is not null)];
        Assert.True(
            whole is null || hidden.Count != 1 || hidden[0].Count >= Limit || hidden[0].Count == whole,
            "one hidden part is what is left of the whole"
        );
        Assert.All(
            hidden,
            h => Assert.Empty(Numbers(h.Figure.Text!.Replace($"färre än {Limit}", "", StringComparison.Ordinal)))
        );
    }

    private static string[] Numbers(string? text) => [.. Number().Matches(text ?? "").Select(m => m.Value)];

    [GeneratedRegex("[0-9]+", RegexOptions.None, 1000)]
    private static partial Regex Number();
}
