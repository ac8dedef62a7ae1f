namespace SpLg.Tests.Openness;

/// <summary>What no list declares open is in no open edition: a list, a column, a section.</summary>
public sealed class ClosedByDefaultTests
{
    private const string Word = "HEMLIGT";

    [Fact]
    public void A_list_that_declares_nothing_is_not_in_the_open_edition()
    {
        var own = new ListOf<Own>("Audits", "Revisioner", Own.Read);
        var full = Read([own]);

        Assert.Equal(Word, Assert.Single(full.Of(own)).Title);
        var open = OpenEdition.Of(full);
        Assert.Empty(open.Of(own));
        Assert.Contains("Revisioner", open.Closed);
    }

    [Fact]
    public void A_column_that_its_list_does_not_declare_is_not_in_the_open_edition_whatever_its_kind()
    {
        var own = new ListOf<Own>("Audits", "Revisioner", Own.Read) { Rule = OpenRule.UnlessClosed, Open = ["Status"] };

        var row = Assert.Single(OpenEdition.Of(Read([own])).Of(own));
        Assert.Equal((null, null, default, default), (row.Title, row.Result, row.Kind, row.CompletedOn));
        Assert.True(row.Status.Is(AuditStatus.Closed));
    }

    [Fact]
    public void A_person_or_lookup_column_that_nobody_declares_tells_not_even_that_somebody_is_named()
    {
        var own = new ListOf<Pointing>("Decisions", "Beslut", Pointing.Read)
        {
            Rule = OpenRule.UnlessClosed,
            Open = ["Title"],
        };

        var row = Assert.Single(OpenEdition.Of(Read([own])).Of(own));
        Assert.Equal((Word, null, null), (row.Title, row.DecidedBy, row.ActionItem));
    }

    [Fact]
    public void A_person_column_that_is_declared_tells_that_somebody_is_named_and_a_lookup_only_of_a_row_that_is_told()
    {
        var own = new ListOf<Pointing>("Decisions", "Beslut", Pointing.Read)
        {
            Rule = OpenRule.UnlessClosed,
            Open = ["Title", "DecidedBy", "ActionItem"],
        };

        // Åtgärder is not among the lists, so that nothing says that its row is told.
        var row = Assert.Single(OpenEdition.Of(Read([own])).Of(own));
        Assert.Equal(("en namngiven person", "Visas inte öppet"), (row.DecidedBy!.Text, row.ActionItem!.Text));
    }

    [Fact]
    public void A_section_that_no_list_declares_is_not_in_the_open_edition()
    {
        var organisation = new Organisation().Add(
            "Objectives",
            ("Year", Organisation.Year),
            ("Title", Word),
            ("Publication", "Öppen")
        );
        var open = BuiltReview.Build(
            organisation.Read(),
            null,
            Organisation.Years,
            Edition.Open,
            Organisation.Today,
            []
        );
        var without = ReviewSections.FieldsOf([.. KnownLists.All.Where(l => l != Objective.AsList)]);

        Assert.Contains(Word, FieldText.Of(ReviewSections.Fields, open), StringComparison.Ordinal);
        Assert.Null(without.Named("Mål").Read(open));
        Assert.NotNull(without.Named("Mål").Read(organisation.Build()));
    }

    [Fact]
    public void Every_list_of_the_template_is_known_and_each_of_its_open_columns_is_there()
    {
        Assert.Equal(
            SplgTemplate.Schema.Lists.Where(l => !l.IsLibrary).Select(l => l.Name).Order(StringComparer.Ordinal),
            KnownLists.All.Select(l => l.Name).Order(StringComparer.Ordinal)
        );
        Assert.All(
            KnownLists.All,
            list =>
            {
                Assert.Equal(SplgTemplate.Schema.List(list.Name).Title, list.Title);
                string[] named =
                [
                    .. list.Open,
                    .. list.OpenWhereChosen,
                    .. list.CountedBy,
                    .. list.Addresses,
                    .. list.NotExamined,
                    .. list.NeverPublished,
                    .. list.YearColumns.Except(["Year"]),
                ];
                Assert.All(named, column => Assert.NotNull(SplgTemplate.Schema.List(list.Name).TryColumn(column)));
                Assert.All([.. list.OpenWhereChosen, .. list.CountedBy], column => Assert.Contains(column, list.Open));
                Assert.Empty(list.Open.Intersect(list.NeverPublished));
            }
        );
    }

    // The title of the row it points to is what a lookup shows.
    [Fact]
    public void No_lookup_points_to_a_list_whose_title_stands_in_no_document() =>
        Assert.All(
            KnownLists
                .All.SelectMany(l => SplgTemplate.Schema.List(l.Name).Columns)
                .Where(c => c.LookupList is not null),
            column =>
                Assert.DoesNotContain("Title", KnownLists.All.Single(l => l.Title == column.LookupList).NeverPublished)
        );

    [Fact]
    public void What_is_open_is_read_once_however_many_ask()
    {
        var lists = new Organisation().Add("Audits", ("Title", "T"), ("Publication", "Öppen")).Read();

        Assert.Same(OpenEdition.Of(lists).Audits, OpenEdition.Of(lists with { ReadOn = Organisation.Today }).Audits);
    }

    private static OrganisationLists Read(IReadOnlyList<ListOf> lists) =>
        OrganisationLists.Read(
            new Dictionary<string, IReadOnlyList<ListRow>>
            {
                ["Audits"] =
                [
                    Row(
                        ("Title", Word),
                        ("Result", Word),
                        ("Kind", "Intern"),
                        ("CompletedOn", "2026-03-01"),
                        ("Status", "Avslutad"),
                        ("Publication", "Öppen")
                    ),
                ],
                ["Decisions"] =
                [
                    Row(("Title", Word), ("DecidedBy", "Eva Ek"), ("ActionItem", Word), ("Publication", "Öppen")),
                ],
            },
            SplgTemplate.Schema,
            TimeZoneInfo.Utc,
            [],
            lists
        );

    private static ListRow Row(params (string Column, string Text)[] cells) =>
        new(
            "1",
            null,
            null,
            cells.ToDictionary(c => c.Column, c => JsonSerializer.SerializeToElement(c.Text), StringComparer.Ordinal)
        );

    private sealed record Own(
        RowOrigin Origin,
        string? Title,
        string? Result,
        Entry<AuditKind> Kind,
        Entry<DateOnly> CompletedOn,
        Entry<AuditStatus> Status
    ) : ISourceRow
    {
        public static Own Read(RowReader row) =>
            new(
                row.Origin(),
                row.Text("Title"),
                row.Text("Result"),
                row.Choice<AuditKind>("Kind"),
                row.Date("CompletedOn"),
                row.Choice<AuditStatus>("Status")
            );
    }

    private sealed record Pointing(RowOrigin Origin, string? Title, Reference? DecidedBy, Reference? ActionItem)
        : ISourceRow
    {
        public static Pointing Read(RowReader row) =>
            new(row.Origin(), row.Text("Title"), row.Reference("DecidedBy"), row.Reference("ActionItem"));
    }
}
