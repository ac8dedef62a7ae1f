using FsCheck;
using FsCheck.Fluent;

namespace SpLg.Tests.Review;

public sealed class RowChangesTests
{
    [Fact]
    public void The_sentence_counts_new_changed_and_removed_rows_with_their_own_nouns()
    {
        var before = new Organisation().Add("ActionItems", ("Title", "Öva")).Add(2, "Decisions", ("Title", "Beslut"));
        var after = new Organisation()
            .Add("ActionItems", ("Title", "Öva"), ("Status", "Klar"))
            .Add(3, "Incidents", ("Title", "Avbrott"));

        Assert.Equal(
            "3\u00a0nya incidenter, 1\u00a0ändrad åtgärd och 2\u00a0borttagna beslut",
            Between(before, after).Sentence
        );
    }

    [Fact]
    public void A_neuter_noun_bends_what_is_said_of_it()
    {
        var before = new Organisation().Add("Objectives", ("Title", "A")).Add("Objectives", ("Title", "B"));
        var after = new Organisation().Add("Objectives", ("Title", "A2")).Add("Decisions", ("Title", "C"));

        Assert.Equal("1\u00a0ändrat mål, 1\u00a0borttaget mål och 1\u00a0nytt beslut", Between(before, after).Sentence);
    }

    [Fact]
    public void A_change_names_the_row_and_its_columns_in_the_lists_order()
    {
        var before = new Organisation().Add("Incidents", ("Title", "Avbrott"), ("Status", "Ny"), ("Severity", "Hög"));
        var after = new Organisation().Add(
            "Incidents",
            ("Title", "Avbrott"),
            ("Status", "Avslutad"),
            ("Severity", "Låg")
        );

        var list = Assert.Single(Between(before, after).Lists);
        var row = Assert.Single(list.Rows);
        Assert.Equal(("Incidents", "Incidenter"), (list.Name, list.Title));
        Assert.Equal((RowChangeKind.Changed, "1", "Avbrott", true), (row.Kind, row.RowId, row.Title, row.IsOpen));
        Assert.Equal(["Allvarlighetsgrad", "Status"], row.Columns);
        Assert.EndsWith("ID=1", row.Link!.AbsoluteUri, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "Incidents",
        "Description",
        "\"<div class='ExternalClassA'><p>Läst</p></div>\"",
        "\"<p><b>Läst</b>\u200b</p>\""
    )]
    [InlineData("Incidents", "Description", "\"<p>\u200b</p>\"", "null")]
    [InlineData("ActionItems", "PlannedYears", "[\"2026\",\"2027\"]", "[\"2027\",\"2026\"]")]
    [InlineData("ActionItems", "PercentDone", "50", "50.0")]
    [InlineData("ActionItems", "Description", "\"a\\r\\nb\"", "\"a\\nb\"")]
    [InlineData("ProcessingActivities", "InProcessingRegister", "true", "\"Ja\"")]
    [InlineData("ActionItems", "ExternalKey", "\"a\"", "\"b\"")]
    public void How_a_cell_is_written_is_no_change(string list, string column, string before, string after) =>
        Assert.True(Between(One(list, column, before), One(list, column, after)).IsEmpty);

    [Theory]
    [InlineData("Incidents", "Description", "\"<p>a</p>\"", "\"<p>b</p>\"")]
    [InlineData("ActionItems", "PlannedYears", "[\"2026\"]", "[\"2026\",\"2027\"]")]
    [InlineData("ActionItems", "PercentDone", "50", "null")]
    [InlineData("ProcessingActivities", "InProcessingRegister", "true", "false")]
    public void What_a_cell_says_is_a_change(string list, string column, string before, string after) =>
        Assert.False(Between(One(list, column, before), One(list, column, after)).IsEmpty);

    [Fact]
    public void A_person_who_has_got_a_new_name_is_the_same_person()
    {
        var before = new Organisation().Add(
            "ActionItems",
            ("Title", "A"),
            ("ResponsibleLookupId", "7"),
            ("Responsible", "Anna Ek")
        );
        var renamed = new Organisation().Add(
            "ActionItems",
            ("Title", "A"),
            ("ResponsibleLookupId", "7"),
            ("Responsible", "Anna Berg")
        );
        var another = new Organisation().Add(
            "ActionItems",
            ("Title", "A"),
            ("ResponsibleLookupId", "8"),
            ("Responsible", "Anna Ek")
        );

        Assert.True(Between(before, renamed).IsEmpty);
        Assert.Equal(["Ansvarig"], Between(before, another).Lists[0].Rows[0].Columns);
    }

    [Fact]
    public void A_row_that_was_or_is_secret_is_not_open()
    {
        var before = new Organisation().Add("Audits", ("Title", "A"), ("Publication", "Öppen"));
        var after = new Organisation().Add("Audits", ("Title", "A"), ("Publication", "Sekretess"));

        Assert.False(Between(before, after).Lists[0].Rows[0].IsOpen);
        Assert.False(Between(after, before).Lists[0].Rows[0].IsOpen);
    }

    [Fact]
    public void Requests_do_not_count()
    {
        var before = new Organisation();
        var after = new Organisation().Add("ReviewRequests", ("Title", "2026"), ("Status", "Begärd"));

        Assert.Null(Between(before, after).Sentence);
    }

    [Fact]
    public void Of_a_list_that_was_not_read_once_nothing_is_said()
    {
        var after = Rows(new Organisation().Add("Incidents", ("Title", "Avbrott")));
        var before = Rows(new Organisation());
        before.Remove(Incident.List);

        Assert.True(RowChanges.Between(before, after, SplgTemplate.Schema).IsEmpty);
    }

    [Fact]
    public void Every_other_list_has_its_noun()
    {
        var after = SplgTemplate
            .Schema.Lists.Where(l => !l.IsLibrary)
            .Aggregate(new Organisation(), (o, l) => o.Add(l.Name, ("Title", "A")));

        var changes = Between(new Organisation(), after);

        Assert.Equal(19, changes.Lists.Count);
        Assert.All(changes.Lists, l => Assert.Matches("^1\u00a0nyt?t? [a-zåäö]", Assert.Single(l.Phrases)));
    }

    [Fact]
    public void Turning_time_around_makes_new_rows_removed_and_removed_rows_new() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(200),
            Prop.ForAll(
                TwoReadings(),
                two =>
                {
                    var (before, after) = two;
                    var forth = RowChanges.Between(before, after, SplgTemplate.Schema);
                    var back = RowChanges.Between(after, before, SplgTemplate.Schema);
                    Assert.Equal(Ids(forth, RowChangeKind.New), Ids(back, RowChangeKind.Removed));
                    Assert.Equal(Ids(forth, RowChangeKind.Removed), Ids(back, RowChangeKind.New));
                    Assert.Equal(Ids(forth, RowChangeKind.Changed), Ids(back, RowChangeKind.Changed));
                    Assert.Null(RowChanges.Between(after, after, SplgTemplate.Schema).Sentence);
                }
            )
        );

    private static IEnumerable<string> Ids(RowChanges changes, RowChangeKind kind) =>
        changes.Lists.SelectMany(l =>
            l.Rows.Where(r => r.Kind == kind).Select(r => $"{l.Name} {r.RowId} {string.Join(',', r.Columns)}")
        );

    private static Arbitrary<(
        Dictionary<string, IReadOnlyList<ListRow>> Before,
        Dictionary<string, IReadOnlyList<ListRow>> After
    )> TwoReadings()
    {
        var row =
            from id in Gen.Choose(1, 6)
            from title in Gen.Elements("a", "b", "")
            from status in Gen.Elements("Klar", "Pågår")
            select new ListRow(
                $"{id}",
                null,
                null,
                new Dictionary<string, JsonElement>(StringComparer.Ordinal)
                {
                    ["Title"] = JsonSerializer.SerializeToElement(title),
                    ["Status"] = JsonSerializer.SerializeToElement(status),
                }
            );
        var rows = row.ListOf().Select(l => (IReadOnlyList<ListRow>)[.. l.DistinctBy(r => r.Id)]);
        var reading =
            from actions in rows
            from audits in rows
            select new Dictionary<string, IReadOnlyList<ListRow>>(StringComparer.Ordinal)
            {
                [ActionItem.List] = actions,
                [Audit.List] = audits,
            };
        return (from before in reading from after in reading select (before, after)).ToArbitrary();
    }

    private static Organisation One(string list, string column, string json) =>
        new Organisation().Add(list, ("Title", "A"), (column, JsonElement.Parse(json)));

    private static RowChanges Between(Organisation before, Organisation after) =>
        RowChanges.Between(Rows(before), Rows(after), SplgTemplate.Schema);

    private static Dictionary<string, IReadOnlyList<ListRow>> Rows(Organisation organisation) =>
        organisation.Rows.ToDictionary(r => r.Key, r => (IReadOnlyList<ListRow>)r.Value, StringComparer.Ordinal);
}
