using System.Text.RegularExpressions;

namespace SpLg.Tests.Demo;

/// <summary>
/// The made-up organisation says one figure of one thing: what its texts tell is what is computed, on whatever day it
/// is read.
/// </summary>
public sealed partial class SampleAgreesTests
{
    private static readonly DateOnly[] Days = [DemoLists.Today, new(2026, 11, 30), new(2027, 6, 1)];

    private readonly OrganisationLists lists = DemoLists.Read([]);

    [Fact]
    public void Every_objective_that_follows_a_figure_has_the_sections_own()
    {
        foreach (var day in Days)
        {
            var review = Review(2027, day);
            var outcomes = review.Objectives.Rows.ToDictionary(
                r => Choice.Text(r.Objective.Follows.Value!.Value),
                r => (r.Outcome.Text, r.Previous.Text),
                StringComparer.Ordinal
            );
            var course = review.Trainings.Courses.Single(c => c.Course == "Grundutbildning i informationssäkerhet");

            Assert.Equal(Percents(course.Share, $"{course.PercentBefore}"), outcomes["Andel som har gått utbildning"]);
            Assert.Equal(
                Percents(review.ControlPoints.Points[0].Share, "69"),
                outcomes["Andel behandlingar med aktuell klassning"]
            );
            Assert.Equal(
                Percents(review.ControlPoints.Points[2].Share, "47"),
                outcomes["Andel behandlingar med aktuell behörighetskontroll"]
            );
            Assert.Equal(
                Percents(
                    (string?)FieldText.Of(review, "Upphandlingar.Andel"),
                    $"{review.Procurements.ClearedPercentBefore}"
                ),
                outcomes["Andel upphandlingar med klartecken i tid"]
            );
            Assert.Equal((review.ControlPoints.Points[9].Sum.Text, "19"), outcomes["Antal öppna röda punkter"]);
            Assert.Equal(
                (Number(review.Incidents.Now.MedianDays), Number(review.Incidents.Before!.MedianDays)),
                outcomes["Mediantid i dagar till avslut av incidenter"]
            );
        }

        static (string?, string?) Percents(string? now, string? before) =>
            (now?.Replace("\u00a0%", "", StringComparison.Ordinal), before);

        static string? Number(decimal? value) => value is { } number ? Swedish.Number(number) : null;
    }

    [Theory]
    [InlineData(2026)]
    [InlineData(2027)]
    public void No_objective_is_written_otherwise_than_it_is_computed(int year)
    {
        foreach (var day in Days)
        {
            var findings = new List<Finding>();
            BuiltReview.Build(lists, null, ReviewYears.Of(year), Edition.Full, day, findings);
            Assert.Empty(
                findings
                    .Where(f =>
                        f.List == "Mål"
                        && f.Column is "Utfall" or "Föregående utfall" or "Följer uppgift" or "Utbildning som följs"
                    )
                    .Select(f => f.Message)
            );
        }
    }

    [Fact]
    public void What_texts_say_of_objectives_controls_and_procurements_is_what_the_lists_hold()
    {
        var (now, before) = (Review(2027, DemoLists.Today), Review(2026, DemoLists.Today));
        var added = now.Objectives.Rows.Count(r =>
            before.Objectives.Rows.All(b => b.Objective.Title != r.Objective.Title)
        );
        AssertSays("TextBlocks", "TXT-001", $"{Words(now.Objectives.Rows.Count)} mål");
        AssertSays("RequirementAssessments", "SJ-041", $"{Swedish.Sentence(Words(now.Objectives.Rows.Count))} mål");
        AssertSays(
            "Decisions",
            "BES-002",
            $"{Swedish.Sentence(Words(before.Objectives.Rows.Count))} mål",
            $"ytterligare {Words(added)}"
        );
        AssertSays(
            "ContextFactors",
            "OMV-011",
            $"{Words(now.InternalControls.Rows.Select(r => r.Title).Distinct().Count())} kontroller"
        );
        var late = before.Procurements.Deviations.Count;
        AssertSays(
            "InternalControlResults",
            "IK-003",
            $"{Swedish.Sentence(Words(late))} av {Words(before.Procurements.Gated)} upphandlingar"
        );
        AssertSays("Audits", "REV-005", $"{Words(late)} av {Words(before.Procurements.Gated)} fall");
        Assert.Equal(2, now.Procurements.Deviations.Count);
        AssertSays(
            "InternalControlResults",
            "IK-010",
            "En upphandling annonserades utan klartecken och en fick klartecken först efter annonsering"
        );
        Assert.Equal(
            [true, false],
            now.Procurements.Deviations.Select(d => d.Procurement.ClearedOn.IsEmpty).OrderDescending()
        );
    }

    [Fact]
    public void What_texts_say_of_processing_activities_is_what_the_control_points_say()
    {
        foreach (var day in Days)
        {
            var points = Review(2027, day).ControlPoints.Points;
            AssertSays("DpoFindings", "DSO-001", $"{Swedish.Sentence(Words(points[3].Gaps))} informationsbehandlingar");
            AssertSays("DpoFindings", "DSO-004", $"de övriga {Words(points[4].Gaps - 1)}");
            AssertSays("ActionItems", "ATG-003", $"{Words(points[6].Gaps)} behandlingar");
            AssertSays("ActionItems", "ATG-012", $"{Words(points[7].Gaps)} uppdrag");
            // What changes as days pass is not written as a number.
            AssertSays("InternalControlResults", "IK-013", "Flera informationsbehandlingar");
            Assert.True(points[0].Gaps > 1);
        }
        AssertSays(
            "RequirementAssessments",
            "SJ-052",
            $"av {Words(lists.ProcessingActivities.Select(a => a.ManagedObject).Distinct().Count())} förvaltningsplaner"
        );
    }

    [Fact]
    public void What_texts_say_of_last_years_classification_is_the_outcome_it_had()
    {
        AssertSays("UndesiredEvents", "OH-006", "Fyra av trettiosex", "för sju");
        Assert.Equal("69\u00a0%", Swedish.Share(36 - 4 - 7, 36));
        Assert.Equal(69, lists.Objectives.Single(o => o.Origin.ExternalKey == "MAL-002").Outcome.Value);
    }

    [Fact]
    public void What_texts_say_of_training_and_incidents_is_what_is_computed()
    {
        var review = Review(2027, DemoLists.Today);
        var managers = Training("UTB-003");
        AssertSays(
            "TrainingResults",
            "UTB-003",
            $"{Swedish.Sentence(Words((int)(managers.Expected.Value! - managers.Completed.Value!)))} chefer gick inte"
        );
        AssertSays("RequirementAssessments", "SJ-044", "hälften");
        Assert.Equal(50, review.Trainings.Courses.Single(c => c.Course == "Uppdraget som objektledare").Percent);
        AssertSays("UndesiredEvents", "OH-012", "drygt hälften");
        Assert.InRange(
            Training("UTB-004").Completed.Value!.Value / Training("UTB-004").Expected.Value!.Value,
            0.5m,
            0.6m
        );
        AssertSays("RequirementAssessments", "SJ-060", "Orsak anges nu för alla incidenter");
        Assert.All(review.Incidents.Now.Rows.Rows, i => Assert.NotNull(i.Cause));
        AssertSays("TextBlocks", "TXT-014", "fler uppfyllda krav", "högre utbildningsgrad");
        Assert.StartsWith("fler", review.SelfAssessment.Total.Trend, StringComparison.Ordinal);
        Assert.StartsWith("högre", review.Trainings.Total.Trend, StringComparison.Ordinal);
    }

    /// <summary>
    /// A new text with a number of something that is counted comes here and is held against the lists above.
    /// </summary>
    [Fact]
    public void No_other_text_counts_what_the_review_counts()
    {
        string[] examined =
        [
            "ATG-003",
            "DSO-001",
            "IK-003",
            "OMV-011",
            "BES-002",
            "SJ-041",
            "TXT-001",
            "OH-006",
            // Of last year's state, which the lists no longer tell.
            "SJ-007",
            "OH-008",
            "OH-011",
        ];
        var counting = RowFolder
            .Files(ShippedFiles.DemoFolder)
            .SelectMany(path =>
                CsvTable.Parse(File.ReadAllText(path), _ => true).Rows.Select(r => string.Join(" | ", r.Cells))
            )
            .Where(row => Counting().IsMatch(row) && !examined.Any(key => row.Contains(key, StringComparison.Ordinal)));
        Assert.Empty(counting);
    }

    private BuiltReview Review(int year, DateOnly day) =>
        BuiltReview.Build(lists, null, ReviewYears.Of(year), Edition.Full, day, []);

    private TrainingResult Training(string key) => lists.TrainingResults.Single(r => r.Origin.ExternalKey == key);

    private static string Words(int count) => Swedish.InWords(count);

    private static void AssertSays(string list, string key, params string[] words)
    {
        var row = File.ReadAllLines(Path.Combine(ShippedFiles.DemoFolder, $"{list}.csv"))
            .Single(l => l.Contains($",{key}", StringComparison.Ordinal));
        Assert.All(words, w => Assert.Contains(w, row, StringComparison.Ordinal));
    }

    [GeneratedRegex(
        @"\b([0-9]+|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|\w*tio(en|två|tre|fyra|fem|sex|sju|åtta|nio)) "
            + @"(informationsbehandlingar|behandlingar|upphandlingar|incidenter|kontroller|"
            + @"mål|oönskade händelser|krav|beslut|utbildningar)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Counting();
}
