namespace SpLg.Tests.Secrecy;

/// <summary>What a request, a mail or a log says of the data quotes no row marked Sekretess.</summary>
public sealed class SecretTextsTests
{
    private static readonly SiteSchema Schema = SplgTemplate.Schema;

    public static TheoryData<string> Lists =>
        [.. Schema.Lists.Where(l => !l.IsLibrary && l.TryColumn("Publication") is not null).Select(l => l.Name)];

    [Theory]
    [MemberData(nameof(Lists))]
    public void No_cell_of_a_secret_row_is_quoted_in_any_list_and_the_row_is_named(string name)
    {
        var list = Schema.List(name);
        // Two alike: what is told twice, or differs, is a finding that quotes both.
        var rows = new[]
        {
            Planted(list, "7", "Sekretess"),
            Planted(list, "8", "Sekretess"),
            Planted(list, "9", "Hemligt"),
        };

        var findings = Told(list, rows);

        Assert.Contains(findings, f => f.RowId is "7" or "8");
        Assert.All(
            findings,
            f =>
                Assert.False(
                    f.Message.Contains("hemlig", StringComparison.OrdinalIgnoreCase)
                        || f.Message.Contains("811228", StringComparison.Ordinal),
                    f.Message
                )
        );
        Assert.Contains(
            findings,
            f => f.Message.StartsWith("Raden är märkt Sekretess, så texten visas inte här.", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void An_open_row_that_is_compared_with_a_secret_one_does_not_tell_its_words()
    {
        var list = Schema.List("UndesiredEvents");
        var rows = new[]
        {
            Row(
                "3",
                ("Title", "Strömavbrott"),
                ("Year", 2026),
                ("Likelihood", 2),
                ("Publication", "Sekretess"),
                ("SecrecyGround", "18 kap. 8 §")
            ),
            Row("4", ("Title", "Strömavbrott"), ("Year", 2026), ("Likelihood", 5), ("Publication", "Öppen")),
        };

        var finding = Assert.Single(Told(list, rows), f => f is { RowId: "4", Column: "Sannolikhet (1–5)" });

        Assert.StartsWith(
            "Texten visas inte här, eftersom den rör en rad som är märkt Sekretess.",
            finding.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void What_says_nothing_of_the_row_and_what_an_internal_row_says_stay()
    {
        var list = Schema.List("Incidents");
        var rows = new[]
        {
            Row(
                "1",
                ("Title", "Stöld"),
                ("Kind", "Dataskydd"),
                ("Severity", "Låg"),
                ("Status", "Ny"),
                ("OccurredOn", "2026-03-01T23:00:00Z"),
                ("Year", 2026),
                ("Publication", "Sekretess")
            ),
            Row(
                "2",
                ("Title", "Förlust"),
                ("Kind", "Okänt slag"),
                ("Severity", "Låg"),
                ("Status", "Ny"),
                ("OccurredOn", "2026-03-01T23:00:00Z"),
                ("Year", 2026),
                ("Publication", "Intern")
            ),
        };

        var findings = Told(list, rows);

        Assert.Contains(
            findings,
            f =>
                f.RowId == "1"
                && f.Message.StartsWith(
                    "Raden är märkt Sekretess men grunden saknas. Ange paragrafen",
                    StringComparison.Ordinal
                )
        );
        Assert.Contains(findings, f => f.RowId == "2" && f.Message.Contains("”Okänt slag”", StringComparison.Ordinal));
    }

    [Fact]
    public void What_people_wrote_over_a_secret_text_is_not_quoted_either()
    {
        var secrets = SecretTexts.Of(
            new Dictionary<string, IReadOnlyList<ListRow>>
            {
                ["Incidents"] =
                [
                    Row(
                        "1",
                        (
                            "Description",
                            "<p>Larmet var ur funktion.</p><p>Koden är känd.</p><p>Dör<span title='a>b'></span>ren stod öppen.</p>"
                        ),
                        ("Publication", "Sekretess")
                    ),
                    Row("2", ("Title", "Stöld"), ("Publication", "Öppen")),
                ],
            },
            Schema
        );

        Assert.DoesNotContain("Koden", secrets.Without("Ändrat: Koden är känd. Mer."), StringComparison.Ordinal);
        Assert.DoesNotContain("Dörren", secrets.Without("Dörren stod öppen."), StringComparison.Ordinal);
        Assert.Equal("Koden är känd sedan länge", secrets.Without("Koden är känd sedan länge"));
        Assert.Equal("Stöld", secrets.Without("Stöld"));
    }

    private static IReadOnlyList<Finding> Told(ListSchema list, IReadOnlyList<ListRow> rows)
    {
        var all = new Dictionary<string, IReadOnlyList<ListRow>> { [list.Name] = rows };
        var findings = new List<Finding>();
        var typed = OrganisationLists.Read(all, Schema, TimeZoneInfo.Utc, findings);
        BuiltReview.Build(typed, null, Organisation.Years, Edition.Full, new(2026, 11, 30), findings);
        return [.. findings.Select(SecretTexts.Of(all, Schema).Without)];
    }

    /// <summary>A word of its own in every cell, wrong for what the column holds wherever that is possible.</summary>
    private static ListRow Planted(ListSchema list, string id, string publication) =>
        Row(
            id,
            [
                .. list
                    .Columns.Where(c => c.Name is not ("Publication" or "SecrecyGround"))
                    .Select(c =>
                        (
                            c.Name,
                            (object)(
                                c.Kind switch
                                {
                                    ColumnKind.RichText => $"<p>Hemlig {c.Name} 811228-9874</p>",
                                    ColumnKind.Person or ColumnKind.Lookup => $"Hemlig {c.Name}",
                                    _ => $"hemlig-{c.Name}-{(c.Name == "Title" ? "" : id)} 811228-9874",
                                }
                            )
                        )
                    ),
                ("Publication", publication),
            ]
        );

    private static ListRow Row(string id, params IReadOnlyList<(string Name, object Value)> cells) =>
        new(
            id,
            null,
            null,
            cells.ToDictionary(c => c.Name, c => JsonSerializer.SerializeToElement(c.Value), StringComparer.Ordinal)
        );
}
