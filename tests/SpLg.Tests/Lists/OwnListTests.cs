using SpLg.Import;

namespace SpLg.Tests.Lists;

/// <summary>
/// A list that the program does not know: its schema as the template would declare it, a record and the description
/// beside it. Nothing else is told of it anywhere.
/// </summary>
public sealed class OwnListTests
{
    private const string Word = "HEMLIGT";

    /// <summary>The columns that every list has, and three of its own.</summary>
    private static readonly ListSchema Schema = new(
        "Leverantörer",
        "Lists/Suppliers",
        IsLibrary: false,
        Versioning: true,
        MinorVersions: false,
        [
            .. SplgTemplate
                .Schema.List("Audits")
                .Columns.Where(c =>
                    c.Name
                        is "Title"
                            or "Year"
                            or "Publication"
                            or "SecrecyGround"
                            or "PersonalDataReviewed"
                            or "ExternalKey"
                )
                .Select(c => c.Name == "Title" ? c with { DisplayName = "Leverantör" } : c),
            Column("Note", "Anteckning", ColumnKind.Text),
            Column("Secret", "Internt", ColumnKind.Text),
            Column("ReviewedOn", "Granskad", ColumnKind.Date),
        ],
        []
    );

    private static readonly SiteSchema Site = SplgTemplate.Schema with
    {
        Lists = [.. SplgTemplate.Schema.Lists, Schema],
    };

    private static readonly IReadOnlyList<ListOf> Known = [.. KnownLists.All, Supplier.AsList];

    [Fact]
    public void It_is_read_with_the_others()
    {
        var row = Assert.Single(Read(Row("1", ("Title", "Bolaget"), ("Note", Word))).Of(Supplier.AsList));

        Assert.Equal(("Bolaget", Word), (row.Title, row.Note));
        Assert.Equal("Leverantörer", row.Origin.List);
    }

    [Fact]
    public void A_column_that_it_does_not_open_is_closed()
    {
        var open = OpenEdition.Of(
            Read(Row("1", ("Title", "Bolaget"), ("Note", "ord"), ("Secret", Word), ("Publication", "Öppen")))
        );

        var row = Assert.Single(open.Of(Supplier.AsList));
        Assert.Equal(("Bolaget", "ord", null), (row.Title, row.Note, row.Secret));
    }

    [Fact]
    public void Its_closed_rows_are_left_out_and_counted_by_the_year_of_its_own_columns()
    {
        var open = OpenEdition.Of(
            Read(Row("1", ("Title", "Bolaget"), ("ReviewedOn", "2025-03-01"), ("Publication", "Intern")))
        );

        Assert.Empty(open.Of(Supplier.AsList));
        Assert.Equal(1, open.LeftOut["Leverantörer"].Internal);
        Assert.Equal((1, 0), (open.Withheld.Of("Leverantörer", 2025), open.Withheld.Of("Leverantörer", 2026)));
    }

    [Fact]
    public void It_is_checked_by_the_rules_for_every_list_and_by_its_own()
    {
        List<Finding> findings = [];
        DataChecks.Run(
            Read(
                Row("1", ("Note", "Ring 811228-9874"), ("Publication", "Sekretess"), ("ExternalKey", "L-1")),
                Row("2", ("Title", "Bolaget"), ("ExternalKey", "L-1"))
            ),
            StalenessLimits.Default,
            Organisation.Years,
            Organisation.Today,
            findings
        );

        var told = findings.Where(f => f.List == "Leverantörer").Select(f => (f.RowId, f.Column));
        Assert.Superset(
            new HashSet<(string?, string?)>
            {
                ("1", "Anteckning"),
                ("1", "Sekretessgrund (OSL)"),
                ("2", "Extern nyckel"),
                (null, "Publicering"),
                ("1", "Leverantör"),
            },
            told.ToHashSet()
        );
    }

    [Fact]
    public void Its_changes_since_the_last_approval_are_told_by_its_noun_and_its_year()
    {
        ListRow[] before = [Row("1", ("Title", "Bolaget"), ("ReviewedOn", "2025-03-01"))];
        ListRow[] after =
        [
            Row("1", ("Title", "Företaget"), ("ReviewedOn", "2025-03-01")),
            Row("2", ("Title", "Nytt"), ("ReviewedOn", "2026-03-01")),
        ];
        var since = SinceApproval.Of(
            approved: ReviewYears.OfOneYear(2025, 2025),
            approvedOn: new(2025, 12, 1),
            frozen: Rows(before),
            rows: Rows(after),
            schema: Site,
            year: 2026,
            zone: TimeZoneInfo.Utc,
            known: Known
        );

        Assert.Equal("1\u00a0ändrad leverantör", since.Changes.Sentence);
    }

    [Fact]
    public void An_action_may_come_from_a_row_of_it()
    {
        var lists = OrganisationLists.Read(
            new Dictionary<string, IReadOnlyList<ListRow>>
            {
                [Schema.Name] = [Row("1", ("Title", "Bolaget"))],
                ["ActionItems"] = [Row("7", ("Title", "Åtgärd"), ("SourceRow", "Bolaget"))],
            },
            Site,
            TimeZoneInfo.Utc,
            [],
            Known
        );

        var link = ActionLinks.Of(lists)[Assert.Single(lists.ActionItems)];
        Assert.Equal(("Leverantörer", "1"), Assert.Single(link.Rows.Select(r => (r.List, r.Id))));
    }

    [Fact]
    public async Task Its_rows_are_imported_from_a_file_that_has_its_name()
    {
        await using var test = await TestSite.StartAsync(schema: Site);
        var path = Path.Combine(test.Folder, "Leverantörer.csv");
        await File.WriteAllTextAsync(
            path,
            "Leverantör;Anteckning;Granskad;Extern nyckel\nBolaget;ord;2026-03-01;L-1\n",
            CancellationToken.None
        );
        using var site = await test.OpenAsync(Site);
        List<ImportReport> reports = [];
        var list = SpLg.Files.RowFolder.ListOf(path, Site)!;

        await FolderImport.RunAsync(
            site,
            [(path, list)],
            ColumnMap.None,
            dryRun: false,
            reports,
            new(),
            new Lines().Progress,
            CancellationToken.None
        );

        Assert.Equal(("Leverantörer", 1, 0), Assert.Single(reports.Select(r => (r.List, r.Created, r.Skipped))));
        var row = Assert.Single(
            await site.Reader.RowsAsync(site.List("Suppliers"), list, CancellationToken.None).ToListAsync()
        );
        Assert.Equal("ord", row.Fields["Note"].GetString());
    }

    private static ColumnSchema Column(string name, string display, ColumnKind kind) =>
        new(
            Id: Guid.Parse($"7d2f6c10-5a3e-4a54-9a0e-{name.Length:x12}"),
            Name: name,
            DisplayName: display,
            Kind: kind,
            Required: false,
            Indexed: false,
            Choices: [],
            Default: null,
            LookupList: null,
            EnforceUnique: false,
            Description: null
        );

    private static OrganisationLists Read(params ListRow[] rows) =>
        OrganisationLists.Read(Rows(rows), Site, TimeZoneInfo.Utc, [], Known);

    private static Dictionary<string, IReadOnlyList<ListRow>> Rows(IReadOnlyList<ListRow> rows) =>
        new(StringComparer.Ordinal) { [Schema.Name] = rows };

    private static ListRow Row(string id, params (string Column, string Text)[] cells) =>
        new(
            id,
            null,
            null,
            cells.ToDictionary(c => c.Column, c => JsonSerializer.SerializeToElement(c.Text), StringComparer.Ordinal)
        );

    private sealed record Supplier(
        RowOrigin Origin,
        string? Title,
        string? Note,
        string? Secret,
        Entry<DateOnly> ReviewedOn
    ) : ISourceRow
    {
        public static ListOf<Supplier> AsList { get; } =
            new("Suppliers", "Leverantörer", Read)
            {
                Noun = new("leverantör", "leverantörer"),
                Rule = OpenRule.UnlessClosed,
                Open = [nameof(Title), nameof(Note), nameof(ReviewedOn)],
                YearColumns = ["Year", nameof(ReviewedOn)],
                PointedAt = r => new(r.Origin, r.Title, r.Origin.WholeYear),
                Checks = (rows, _) => RowChecks.Named(rows, r => r.Title, "Leverantör"),
            };

        public static Supplier Read(RowReader row) =>
            new(row.Origin(), row.Text("Title"), row.Text("Note"), row.Text("Secret"), row.Date("ReviewedOn"));
    }
}
