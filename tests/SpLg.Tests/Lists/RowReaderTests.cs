namespace SpLg.Tests.Lists;

public sealed partial class RowReaderTests
{
    private static readonly Uri Link = new("https://contoso.sharepoint.com/sites/x/Lists/Rader/DispForm.aspx?ID=7");
    private static readonly TimeZoneInfo Stockholm = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    private readonly List<Finding> findings = [];

    [Fact]
    public void An_absent_or_blank_cell_is_empty_and_no_finding()
    {
        var row = Row("{\"Note\":\"  \",\"Status\":null}");

        Assert.Null(row.Text("Note"));
        Assert.True(row.Choice<IncidentStatus>("Status").IsEmpty);
        Assert.True(row.Number("Level").IsEmpty);
        Assert.True(row.YesNo("Open").IsEmpty);
        Assert.True(row.Date("Day").IsEmpty);
        Assert.Empty(row.Choices<ActionRole>("Roles"));
        Assert.Null(row.Reference("Person"));
        Assert.Empty(findings);
    }

    [Theory]
    [InlineData(
        "<div class='ExternalClass0A1B'><p>Gäller <b>alla</b> dörrar &amp; portar.</p></div>",
        "Gäller alla dörrar & portar."
    )]
    [InlineData("<p>811228<span style='display:none'> x </span>-9874</p>", "811228-9874")]
    [InlineData("<p>a</p><ul><li>b</ul>", "a\n• b")]
    [InlineData("<div>\u200b</div>", null)]
    [InlineData("gräns <medel>", "gräns <medel>")]
    [InlineData("<anna@exempel.se>", "<anna@exempel.se>")]
    [InlineData("a < b och <p>", "a < b och <p>")]
    public void A_plain_note_that_came_as_html_is_read_as_a_reader_sees_it(string note, string? expected) =>
        Assert.Equal(expected, Row($"{{\"Note\":{JsonSerializer.Serialize(note)}}}").Text("Note"));

    [Fact]
    public void A_required_cell_that_is_empty_is_told_with_list_row_column_and_link()
    {
        Assert.Null(Row("{}").Text("Title"));

        var finding = Assert.Single(findings);
        Assert.Equal(("Rader", "7", "Rubrik", Link), (finding.List, finding.RowId, finding.Column, finding.Link));
        Assert.Contains("”Rubrik” är tom", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_choice_is_kept_as_written_and_told_with_the_choices_there_are()
    {
        var status = Row("{\"Status\":\"Påbörjad\"}").Choice<IncidentStatus>("Status");

        Assert.True(status.IsUnreadable);
        Assert.Equal("Påbörjad", status.Text);
        Assert.Contains("Ny, Utreds, Åtgärdas, Avslutad", Assert.Single(findings).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Åtgärdas")]
    [InlineData("åtgärdas")]
    [InlineData(" Åtgärdas ")]
    [InlineData("A\u030atga\u0308rdas")]
    public void A_choice_is_known_however_it_is_cased_spaced_or_composed(string text)
    {
        var status = Row(JsonSerializer.Serialize(new { Status = text })).Choice<IncidentStatus>("Status");

        Assert.True(status.Is(IncidentStatus.Mended));
        Assert.Equal("Åtgärdas", status.Text);
        Assert.Empty(findings);
    }

    [Theory]
    [InlineData("{\"Roles\":[\"Chefer\",\"DSO\"]}")]
    [InlineData("{\"Roles\":\"[\\\"Chefer\\\",\\\"DSO\\\"]\"}")]
    [InlineData("{\"Roles\":\"Chefer; DSO\"}")]
    [InlineData("{\"Roles\":\";#Chefer;#DSO;#\"}")]
    [InlineData("{\"Roles\":\"Chefer, DSO\"}")]
    public void Several_choices_are_read_from_every_form_they_come_in(string fields)
    {
        var roles = Row(fields).Choices<ActionRole>("Roles");

        Assert.Equal([ActionRole.Managers, ActionRole.DataProtectionOfficer], roles.Select(r => r.Value!.Value));
        Assert.Empty(findings);
    }

    [Fact]
    public void One_unknown_among_several_choices_leaves_the_others()
    {
        var roles = Row("{\"Roles\":[\"Chefer\",\"Vaktmästare\"]}").Choices<ActionRole>("Roles");

        Assert.True(roles[0].Is(ActionRole.Managers));
        Assert.True(roles[1].IsUnreadable);
        Assert.Contains("”Vaktmästare”", Assert.Single(findings).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026–2028", "2026|2027|2028")]
    [InlineData("2026 - 2027", "2026|2027")]
    [InlineData("2026, 2027 och 2028", "2026|2027|2028")]
    [InlineData("2028–2026", "2028–2026")]
    [InlineData("2026–2999", "2026–2999")]
    public void Years_in_words_or_from_one_to_another_are_several(string written, string expected) =>
        Assert.Equal(expected, string.Join('|', CellText.SplitKnown([written], y => y is "2026" or "2027" or "2028")));

    [Theory]
    [InlineData("Informationssäkerhet inom upphandlingsförfarandet", WorkingMethod.SecurityInProcurement)]
    [InlineData("behörigheter", WorkingMethod.AccessManagement)]
    [InlineData("Utbildning", WorkingMethod.Training)]
    public void Other_words_for_a_choice_are_read_as_it(string written, WorkingMethod expected) =>
        Assert.Equal(expected, Choice.TryValue<WorkingMethod>(written));

    [Fact]
    public void Years_parted_by_comma_are_several()
    {
        Assert.Equal(["2026", "2027"], Row("{\"Years\":\"2026, 2027\"}").Texts("Years"));
        Assert.Equal(["2026, snart"], Row("{\"Years\":\"2026, snart\"}").Texts("Years"));
    }

    [Theory]
    [InlineData("{\"Level\":3}", "3", "3")]
    [InlineData("{\"Level\":3.0}", "3", "3")]
    [InlineData("{\"Level\":\"3\"}", "3", "3")]
    [InlineData("{\"Share\":12.5}", "12.5", "12,5")]
    [InlineData("{\"Share\":\"12,5\"}", "12.5", "12,5")]
    [InlineData("{\"Share\":\"1 234,5\"}", "1234.5", "1234,5")]
    [InlineData("{\"Share\":\"−2\"}", "-2", "-2")]
    [InlineData("{\"Year\":\"2,026\"}", "2026", "2026")]
    [InlineData("{\"Year\":\"2\u00a0026\"}", "2026", "2026")]
    public void A_number_is_read_with_point_comma_or_spaces_and_shown_in_Swedish(
        string fields,
        string expected,
        string text
    )
    {
        var name = fields[2..fields.IndexOf('"', 2)];

        var number = Row(fields).Number(name);

        Assert.Equal(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), number.Value);
        Assert.Equal(text, number.Text);
        Assert.Empty(findings);
    }

    [Theory]
    [InlineData("{\"Level\":\"tre\"}", "är inte ett tal")]
    [InlineData("{\"Level\":\"1.234,5\"}", "är inte ett tal")]
    [InlineData("{\"Level\":7}", "utanför det som kolumnen tillåter: 1–5")]
    public void A_number_that_nothing_can_be_made_of_is_told_and_shown_as_written(string fields, string expected)
    {
        var number = Row(fields).Number("Level");

        Assert.True(number.IsUnreadable);
        Assert.Contains(expected, Assert.Single(findings).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1,000")]
    [InlineData("1.000")]
    [InlineData("-12,500")]
    public void A_number_that_is_one_in_Swedish_and_another_in_English_is_not_guessed(string text)
    {
        var share = Row(JsonSerializer.Serialize(new { Share = text })).Number("Share");

        Assert.True(share.IsUnreadable);
        Assert.Equal(text, share.Text);
        Assert.Contains("både tusental och decimaler", Assert.Single(findings).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"Share\":1.125}", "1.125")]
    [InlineData("{\"Share\":\"0,125\"}", "0.125")]
    [InlineData("{\"Share\":\"1,0000\"}", "1")]
    public void Three_decimals_are_read_where_they_can_be_nothing_else(string fields, string expected)
    {
        Assert.Equal(
            decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture),
            Row(fields).Number("Share").Value
        );
        Assert.Empty(findings);
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    [InlineData("\"Ja\"", true)]
    [InlineData("\"nej\"", false)]
    [InlineData("\"Sant\"", true)]
    [InlineData("1", true)]
    [InlineData("0", false)]
    public void Yes_and_no_are_read_in_both_languages(string cell, bool expected)
    {
        var open = Row($"{{\"Open\":{cell}}}").YesNo("Open");

        Assert.Equal(expected, open.Value);
        Assert.Equal(expected ? "Ja" : "Nej", open.Text);
    }

    [Fact]
    public void What_is_neither_yes_nor_no_is_told()
    {
        Assert.True(Row("{\"Open\":\"kanske\"}").YesNo("Open").IsUnreadable);
        Assert.Contains("ja eller nej", Assert.Single(findings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unreadable_date_is_kept_as_written_and_told()
    {
        var day = Row("{\"Day\":\"efter sommaren\"}").Date("Day");

        Assert.True(day.IsUnreadable);
        Assert.Equal("efter sommaren", day.Text);
        Assert.Contains("kan inte läsas som ett datum", Assert.Single(findings).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"PersonLookupId\":\"12\",\"Person\":\"Anna Berg\"}", 12, "Anna Berg")]
    [InlineData("{\"PersonLookupId\":12}", 12, null)]
    [InlineData("{\"PersonLookupId\":\"12\"}", 12, null)]
    [InlineData("{\"Person\":\"Anna Berg\"}", null, "Anna Berg")]
    [InlineData("{\"Person\":{\"LookupId\":12,\"LookupValue\":\"Anna Berg\",\"Email\":\"\"}}", 12, "Anna Berg")]
    [InlineData("{\"Person\":[{\"LookupId\":12,\"LookupValue\":\"Anna Berg\"}]}", 12, "Anna Berg")]
    [InlineData("{\"Person\":\"12;#Anna Berg\"}", 12, "Anna Berg")]
    [InlineData("{\"Person\":\"Anna Berg;#12\"}", 12, "Anna Berg")]
    public void A_reference_is_read_from_every_form_it_comes_in(string fields, int? id, string? text)
    {
        Assert.Equal(new Reference(id, text), Row(fields).Reference("Person"));
        Assert.Empty(findings);
    }

    [Theory]
    [InlineData("tolv")]
    [InlineData("-1")]
    [InlineData("0")]
    [InlineData("99999999999")]
    public void A_reference_that_is_no_row_id_is_told_and_its_text_kept(string id)
    {
        var person = Row($"{{\"PersonLookupId\":\"{id}\",\"Person\":\"Anna\"}}").Reference("Person");

        Assert.Equal(new Reference(null, "Anna"), person);
        Assert.Contains("inte ett radnummer", Assert.Single(findings).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-")]
    [InlineData("–")]
    [InlineData("Saknas")]
    [InlineData("vakant")]
    [InlineData("N/A")]
    [InlineData("Ej utsedd")]
    public void What_is_written_where_there_is_nobody_is_no_person(string text)
    {
        Assert.Null(Row(JsonSerializer.Serialize(new { Person = text })).Reference("Person"));
        var finding = Assert.Single(findings);
        Assert.Equal(FindingLevel.Info, finding.Level);
        Assert.Contains($"”{text}”", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<div class=\\\"ExternalClass1\\\"><p>\u200b</p></div>")]
    [InlineData("<p>&nbsp;</p>")]
    [InlineData("")]
    public void Rich_text_that_shows_nothing_is_empty(string html) =>
        Assert.Null(Row($"{{\"Html\":\"{html}\"}}").Html("Html"));

    [Theory]
    [InlineData("<p>Text</p>")]
    [InlineData("<p><img src='x'></p>")]
    public void Rich_text_that_shows_something_is_kept(string html) =>
        Assert.Equal(html, Row($"{{\"Html\":\"{html}\"}}").Html("Html"));

    [Fact]
    public void A_list_without_the_common_columns_leaves_them_empty()
    {
        var origin = Row("{}").Origin();

        Assert.Equal(("Rader", "7", Link), (origin.List, origin.Id, origin.Link));
        Assert.True(origin.Publication.IsEmpty);
        Assert.Null(origin.ExternalKey);
        Assert.Empty(findings);
    }

    [Fact]
    public void Reading_a_column_as_another_kind_is_a_programming_error() =>
        Assert.Throws<InvalidOperationException>(() => Row("{}").Text("Level"));

    [Fact]
    public void Reading_a_column_the_template_does_not_have_is_a_programming_error() =>
        Assert.Throws<KeyNotFoundException>(() => Row("{}").Text("Nobody"));

    private RowReader Row(string fields) =>
        new(
            List,
            new ListRow("7", null, Link, JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(fields)!),
            Stockholm,
            findings
        );

    private static readonly ListSchema List = new(
        Title: "Rader",
        Url: "Lists/Rows",
        IsLibrary: false,
        Versioning: true,
        MinorVersions: false,
        Columns:
        [
            Column("Title", "Rubrik", ColumnKind.Text) with
            {
                Required = true,
            },
            Column("Note", "Anteckning", ColumnKind.Note),
            Column("Html", "Text", ColumnKind.RichText),
            Column("Status", "Status", ColumnKind.Choice),
            Column("Roles", "Roller", ColumnKind.MultiChoice),
            Column("Years", "Planerade år", ColumnKind.MultiChoice) with
            {
                Choices = ["2026", "2027"],
            },
            Column("Level", "Nivå", ColumnKind.Number) with
            {
                Minimum = 1,
                Maximum = 5,
                Decimals = 0,
            },
            Column("Share", "Andel", ColumnKind.Number),
            Column("Year", "År", ColumnKind.Number) with
            {
                Decimals = 0,
            },
            Column("Open", "Öppen", ColumnKind.YesNo),
            Column("Day", "Dag", ColumnKind.Date),
            Column("Person", "Person", ColumnKind.Person),
        ],
        Views: []
    );

    private static ColumnSchema Column(string name, string displayName, ColumnKind kind) =>
        new(
            Id: new Guid(a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, g: 7, h: 8, i: 9, j: 10, k: 11),
            Name: name,
            DisplayName: displayName,
            Kind: kind,
            Required: false,
            Indexed: false,
            Choices: [],
            Default: null,
            LookupList: null,
            EnforceUnique: false,
            Description: null
        );
}
