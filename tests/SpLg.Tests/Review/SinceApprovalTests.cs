namespace SpLg.Tests.Review;

public sealed class SinceApprovalTests
{
    private static readonly DateOnly ApprovedOn = new(2026, 3, 5);

    [Fact]
    public void Without_an_approved_review_nothing_is_said()
    {
        var review = new Organisation().Build();

        Assert.Null(FieldText.Of(review, "Ändrat.Mening"));
        Assert.Null(FieldText.Of(review, "Ändrat.Fastställt år"));
    }

    [Fact]
    public void That_nothing_has_changed_is_said_in_words() =>
        Assert.Equal(
            "Sedan genomgången 2025 fastställdes den 5 mars 2026 har listorna inte ändrats.",
            FieldText.Of(Review(new(2025, ApprovedOn, RowChanges.None), Edition.Full, []), "Ändrat.Mening")
        );

    [Fact]
    public void The_full_edition_tells_each_row_and_the_open_one_counts_what_is_open()
    {
        var before = new Organisation()
            .Add("ActionItems", ("Title", "Öva"), ("DecidedInYear", 2025))
            .Add("Audits", ("Title", "Hemlig"), ("Year", 2025), ("Publication", "Sekretess"));
        var after = new Organisation()
            .Add("ActionItems", ("Title", "Öva"), ("DecidedInYear", 2025), ("Status", "Klar"))
            .Add("Incidents", ("Title", "Kalle läckte"), ("Year", 2025));
        var since = Between(before, after, 2026);

        var full = Review(since, Edition.Full, []);
        Assert.Equal(
            "Sedan genomgången 2025 fastställdes den 5 mars 2026 har listorna ändrats: 1\u00a0ny incident, "
                + "1\u00a0ändrad åtgärd och 1\u00a0borttagen revision.",
            FieldText.Of(full, "Ändrat.Mening")
        );
        var text = FieldText.Of(full);
        Assert.Contains(
            "Ändrat.Rader[1].Rad = <a href=\"https://contoso.sharepoint.com/Lists/ActionItems/DispForm.aspx?ID=1\">Öva</a>",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains("Ändrat.Rader[1].Kolumner = Status", text, StringComparison.Ordinal);
        Assert.Contains("Ändrat.Per lista[2].Borttagna = 1", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Kalle", text, StringComparison.Ordinal);

        var open = Review(since, Edition.Open, []);
        Assert.Equal(
            "Sedan genomgången 2025 fastställdes den 5 mars 2026 har de öppna uppgifterna i listorna ändrats: "
                + "1\u00a0ny incident och 1\u00a0ändrad åtgärd.",
            FieldText.Of(open, "Ändrat.Mening")
        );
        Assert.DoesNotContain("Ändrat.Rader[", FieldText.Of(open), StringComparison.Ordinal);
        Assert.DoesNotContain("Hemlig", FieldText.Of(open), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_changed_row_is_a_finding_with_its_link()
    {
        var before = new Organisation();
        var after = new Organisation().Add(2, "Audits", ("Title", "A"), ("Year", 2025));
        var findings = new List<Finding>();

        var review = Review(Between(before, after, 2026), Edition.Full, findings);

        var told = findings
            .Where(f => f.List == "Revisioner" && f.Message.Contains("fastställdes", StringComparison.Ordinal))
            .ToList();
        Assert.Equal(["1", "2"], told.Select(f => f.RowId));
        Assert.All(told, f => Assert.Equal((FindingLevel.Info, true), (f.Level, f.Link is not null)));
        Assert.Contains("\">1</a> och <a href=", FieldText.Of(review), StringComparison.Ordinal);
    }

    [Fact]
    public void A_later_years_draft_leaves_out_rows_of_its_own_year()
    {
        var before = new Organisation()
            .Add("Incidents", ("Title", "a"), ("Year", 2025))
            .Add("ProcessingActivities", ("Title", "Lån"), ("System", "Gammalt"));
        var after = new Organisation()
            .Add("Incidents", ("Title", "b"), ("Year", 2025))
            .Add("Incidents", ("Title", "ny"), ("Year", 2026))
            .Add("Incidents", ("Title", "sen"), ("OccurredOn", "2025-12-31"))
            .Add("Incidents", ("Title", "nyår"), ("OccurredOn", "2025-12-31T23:00:00Z"))
            .Add("ProcessingActivities", ("Title", "Lån"), ("System", "Nytt"))
            .Add("ProcessingActivities", ("Title", "Böcker"));

        Assert.Equal(
            ["ProcessingActivities 1", "Incidents 3", "Incidents 1"],
            Between(before, after, 2026).Changes.Lists.SelectMany(l => l.Rows.Select(r => $"{l.Name} {r.RowId}"))
        );
        Assert.Equal(6, Between(before, after, 2025).Changes.Lists.Sum(l => l.Rows.Count));
    }

    [Fact]
    public void A_row_moved_to_a_later_year_is_told()
    {
        var before = new Organisation().Add("Decisions", ("Title", "a"), ("Year", 2025));
        var after = new Organisation().Add("Decisions", ("Title", "a"), ("Year", 2026));

        Assert.Equal("1\u00a0ändrat beslut", Between(before, after, 2026).Changes.Sentence);
    }

    [Fact]
    public void More_rows_than_there_is_room_for_are_counted()
    {
        var since = Between(
            new Organisation(),
            new Organisation().Add(53, "Decisions", ("Title", "a"), ("Year", 2025)),
            2026
        );

        Assert.Equal(
            "Ytterligare 3\u00a0rader har ändrats.",
            FieldText.Of(Review(since, Edition.Full, []), "Ändrat.Fler")
        );
    }

    private static BuiltReview Review(SinceApproval since, Edition edition, List<Finding> findings) =>
        BuiltReview.Build(
            new Organisation().Read() with
            {
                SinceApproval = since,
            },
            null,
            Organisation.Years,
            edition,
            Organisation.Today,
            findings
        );

    private static SinceApproval Between(Organisation before, Organisation after, int year) =>
        SinceApproval.Of(
            approved: ReviewYears.OfOneYear(2025, 2025),
            approvedOn: ApprovedOn,
            frozen: Rows(before),
            rows: Rows(after),
            schema: SplgTemplate.Schema,
            year: year,
            zone: TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm")
        );

    private static Dictionary<string, IReadOnlyList<ListRow>> Rows(Organisation organisation) =>
        organisation.Rows.ToDictionary(r => r.Key, r => (IReadOnlyList<ListRow>)r.Value, StringComparer.Ordinal);
}
