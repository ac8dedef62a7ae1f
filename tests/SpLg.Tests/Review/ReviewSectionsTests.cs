namespace SpLg.Tests.Review;

public class ReviewSectionsTests
{
    private const string Private = "får-inte-synas";

    private static readonly string[] WordsOfConditions = ["och", "eller", "inte", "om", "annars"];

    [Fact]
    public void Every_name_can_be_typed_in_an_expression_without_meaning_something_else() =>
        Assert.All(
            All(ReviewSections.Fields),
            field =>
            {
                Assert.DoesNotContain(field.Name, c => !char.IsLetterOrDigit(c) && c is not (' ' or '-'));
                Assert.DoesNotContain(
                    field.Name.Split(' '),
                    w => WordsOfConditions.Contains(w, StringComparer.OrdinalIgnoreCase)
                );
            }
        );

    [Fact]
    public void Every_field_is_described_in_one_sentence() =>
        Assert.All(
            All(ReviewSections.Fields),
            field =>
            {
                Assert.EndsWith(".", field.Description);
                Assert.DoesNotContain(". ", field.Description);
                Assert.True(char.IsUpper(field.Description[0]), field.Description);
            }
        );

    [Fact]
    public void Every_section_tells_how_it_stands() =>
        Assert.All(
            ReviewSections.Fields.Fields.Where(f =>
                f.Kind == FieldKind.Group
                && f.Name is not ("Genomgång" or "Bedömning" or "Texter" or "Ändrat" or "Iakttagelser")
            ),
            group =>
                Assert.Equal(
                    [SectionSource.TextName, SectionSource.CoverageName, SectionSource.LeftOutName],
                    group.Inner!.Fields.Take(3).Select(f => f.Name)
                )
        );

    [Fact]
    public void Everything_can_be_read_of_an_empty_organisation_and_of_a_full_one()
    {
        Assert.NotEqual("", FieldText.Of(new Organisation().Build()));
        Assert.Contains("Incidenter.Antal = 3", FieldText.Of(Full().Build()));
    }

    [Fact]
    public void What_is_never_published_is_in_no_field()
    {
        var text = FieldText.Of(
            new Organisation()
                .Add(
                    "Incidents",
                    ("Year", 2026),
                    ("Title", Private),
                    ("Description", Private),
                    ("Investigator", Private),
                    ("InvestigatorLookupId", "3"),
                    ("Publication", "Öppen"),
                    ("ReportSummary", "syns")
                )
                .Build()
        );

        Assert.Contains("syns", text);
        Assert.DoesNotContain(Private, text);
    }

    [Fact]
    public void The_same_rows_in_another_order_give_the_same_review()
    {
        var expected = FieldText.Of(Full().Build());
        for (var seed = 1; seed <= 20; seed++)
        {
            var organisation = Full();
            foreach (var rows in organisation.Rows.Values)
                new Random(seed).Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(rows));
            Assert.Equal(expected, FieldText.Of(organisation.Build()));
        }
    }

    [Fact]
    public void Unreadable_cells_stop_nothing()
    {
        var organisation = new Organisation();
        foreach (var list in SplgTemplate.Schema.Lists.Where(l => !l.IsLibrary))
            organisation.Add(list.Name, [.. list.Columns.Select(c => (c.Name, (object)"%¤ ]["))]);

        Assert.NotEqual("", FieldText.Of(organisation.Build()));
        Assert.NotEmpty(organisation.Findings);
    }

    /// <summary>Three rows in every list with every column filled, of this year, last year and this.</summary>
    private static Organisation Full()
    {
        var organisation = new Organisation();
        foreach (var list in SplgTemplate.Schema.Lists.Where(l => !l.IsLibrary))
        {
            for (var i = 0; i < 3; i++)
                organisation.Add(list.Name, [.. list.Columns.Select(c => (c.Name, Value(c, i)))]);
        }
        foreach (var year in new[] { 2026, 2025 })
            organisation.Add("Incidents", ("Year", year));
        return organisation;
    }

    private static object Value(ColumnSchema column, int row) =>
        (column.Name, column.Kind) switch
        {
            ("Year" or "ReportYear" or "DecidedInYear", _) => row == 1 ? 2025 : 2026,
            ("PlannedYears", _) => new[] { "2026" },
            (_, ColumnKind.Number) => row + 1,
            (_, ColumnKind.YesNo) => row != 1,
            (_, ColumnKind.Date) => $"2026-0{row + 1}-01",
            (_, ColumnKind.DateTime) => "2026-01-01T10:00:00Z",
            (_, ColumnKind.Choice) => column.Choices[row % column.Choices.Count],
            (_, ColumnKind.MultiChoice) => column.Choices.Take(row + 1).ToArray(),
            _ => $"{column.DisplayName} {row % 2}",
        };

    private static IEnumerable<Field> All(FieldSet fields) =>
        fields.Fields.SelectMany(f => f.Inner is null ? [f] : new[] { f }.Concat(All(f.Inner)));
}
