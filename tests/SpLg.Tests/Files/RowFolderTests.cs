namespace SpLg.Tests.Files;

public sealed class RowFolderTests : IDisposable
{
    private static readonly SiteSchema Schema = ShippedFiles.Schema();
    private static readonly ListSchema Incidents = Schema.List("Incidents");
    private readonly string folder = Directory.CreateTempSubdirectory("splg-rows-").FullName;

    [Theory]
    [InlineData("Incidenter.csv")]
    [InlineData("incidents.csv")]
    [InlineData("Incidenter (2).csv")]
    [InlineData("Incidenter 2026-11-20.csv")]
    [InlineData("Incidents_2026.csv")]
    public void A_file_is_known_by_its_lists_name_whatever_number_stands_behind_it(string file) =>
        Assert.Equal("Incidents", RowFolder.ListOf(file, Schema)?.Name);

    [Fact]
    public void A_file_named_after_no_list_is_told_and_the_others_are_read()
    {
        Write("Incidenter.csv", "Rubrik\nStulen dator\n");
        Write("Semester.csv", "Rubrik\nJuli\n");
        var findings = new FileFindings();

        var rows = RowFolder.Read(folder, Schema, findings);

        Assert.Equal("Stulen dator", Assert.Single(rows["Incidents"]).Fields["Title"].GetString());
        Assert.Contains(findings, f => f.List == "Semester.csv");
    }

    [Fact]
    public void Rows_written_as_JSON_are_read_back_with_version_address_and_every_field()
    {
        using var fields = JsonDocument.Parse(
            """{ "Title": "Stulen dator", "Affects": true, "Count": 3, "Many": ["a", "b"] }"""
        );
        var row = new ListRow(
            "4",
            "\"guid,2\"",
            new Uri("https://contoso.sharepoint.com/sites/a/Lists/Incidents/4_.000"),
            fields.RootElement.EnumerateObject().ToDictionary(p => p.Name, p => p.Value)
        );

        var read = Assert.Single(JsonRows.Read(FileText.Decode(JsonRows.Write([row])).Text, Incidents, []));

        Assert.Equal((row.Id, row.ETag, row.WebUrl), (read.Id, read.ETag, read.WebUrl));
        Assert.Equal(row.Fields.Keys, read.Fields.Keys);
        Assert.All(row.Fields, f => Assert.True(JsonElement.DeepEquals(f.Value, read.Fields[f.Key]), f.Key));
    }

    [Fact]
    public void A_saved_answer_of_Graph_is_read_as_rows() =>
        Assert.Equal(
            "9",
            Assert
                .Single(JsonRows.Read("""{ "value": [ { "id": "9", "fields": { "Title": "x" } } ] }""", Incidents, []))
                .Id
        );

    [Fact]
    public void Two_items_of_a_JSON_file_with_the_same_id_are_one_row_as_last_told_and_that_is_said()
    {
        var findings = new FileFindings();

        var rows = JsonRows.Read(
            """
            [ { "id": "7", "fields": { "Title": "Gammal" } },
              { "id": "8", "fields": { "Title": "b" } },
              { "id": 7.0, "fields": { "Title": "Ny" } } ]
            """,
            Incidents,
            findings
        );

        Assert.Equal(["7 Ny", "8 b"], rows.Select(r => $"{r.Id} {r.Fields["Title"]}"));
        Assert.StartsWith(
            "Post 1 och post 3 i filen har samma id, 7.",
            Assert.Single(findings).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void An_item_without_an_id_is_not_taken_for_the_one_that_has_its_place_as_id()
    {
        var findings = new FileFindings();

        var rows = JsonRows.Read(
            """[ { "id": "2", "fields": { "Title": "a" } }, { "fields": { "Title": "b" } } ]""",
            Incidents,
            findings
        );

        Assert.Equal(["2", "filens post 2"], rows.Select(r => r.Id));
        Assert.Empty(findings);
    }

    [Fact]
    public void A_field_of_a_JSON_row_may_have_the_columns_Swedish_name_and_one_that_is_no_column_is_told_once()
    {
        var findings = new FileFindings();

        var rows = JsonRows.Read(
            """
            [ { "id": "1", "fields": { "Title": "x", "Allvarlighetsgrad": "Hög", "InvestigatorLookupId": "7",
            "Modified": "2026-01-01T00:00:00Z", "Severty": "Låg" } },
              { "id": "2", "fields": { "Severty": "Låg" } } ]
            """,
            Incidents,
            findings
        );

        Assert.Equal("Hög", rows[0].Fields["Severity"].GetString());
        Assert.Equal("Severty", Assert.Single(findings).Column);
    }

    [Theory]
    [InlineData("""[ { "Title": "no fields" } ]""")]
    [InlineData("""[ { "fields": """)]
    public void A_JSON_file_that_cannot_be_read_is_an_error_that_names_it_and_the_other_files_are_read(string text)
    {
        Write("Incidents.json", text);
        Write("Mål.csv", "Rubrik\nNå målet\n");
        var findings = new FileFindings();

        var rows = RowFolder.Read(folder, Schema, findings);

        Assert.Equal(["Objectives"], rows.Keys);
        Assert.Contains(
            "Incidents.json",
            Assert.Single(findings, f => f.Level == FindingLevel.Error).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Of_two_files_for_a_list_the_one_named_exactly_after_it_is_read_and_the_choice_is_told()
    {
        Write("Incidenter (1).csv", "Rubrik\nGammal\n");
        Write("Incidenter.csv", "Rubrik\nNy\n");
        var findings = new FileFindings();

        var rows = RowFolder.Read(folder, Schema, findings);

        Assert.Equal("Ny", Assert.Single(rows["Incidents"]).Fields["Title"].GetString());
        Assert.Contains(
            findings,
            f => f.Message.Contains("Bara Incidenter.csv läses, inte Incidenter (1).csv", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_spreadsheet_is_not_read_and_that_is_told()
    {
        Write("Incidenter.csv", "Rubrik\nNy\n");
        Write("Beslut.xls", "PK");
        var findings = new FileFindings();

        var rows = RowFolder.Read(folder, Schema, findings);

        Assert.Equal(["Incidents"], rows.Keys);
        Assert.Contains(
            findings,
            f => f.List == "Beslut" && f.Message.Contains("Beslut.xls läses inte", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Bytes_that_are_no_character_are_told_with_file_and_line()
    {
        File.WriteAllBytes(
            Path.Combine(folder, "Incidenter.csv"),
            [.. "Rubrik,Inträffade\nÖvertrasserat f"u8, 0xF6, .. "nster,2026-03-01\n"u8]
        );
        var findings = new FileFindings();

        var row = Assert.Single(RowFolder.Read(folder, Schema, findings)["Incidents"]);

        Assert.Equal("2026-03-01", row.Fields["OccurredOn"].GetString());
        Assert.Contains(
            findings,
            f =>
                f.Message.Contains(
                    "Incidenter.csv är i UTF-8 men har tecken som inte går att läsa, på rad 2",
                    StringComparison.Ordinal
                )
        );
    }

    [Fact]
    public void A_column_that_a_file_lacks_is_not_told_again_for_each_row()
    {
        Write("Incidenter.csv", "Rubrik,Typ\nEtt,Dataskydd\nTvå,\nTre,Dataskydd\n");
        var findings = new FileFindings();

        OrganisationLists.Read(RowFolder.Read(folder, Schema, findings), Schema, TimeZoneInfo.Utc, findings);

        var told = findings.Where(f => f.List == "Incidenter").Select(f => (f.RowId, f.Column)).ToList();
        Assert.Equal([(null, null), ("3", "Typ")], told);
    }

    [Fact]
    public void A_folder_without_any_lists_file_is_a_fault_rather_than_an_empty_review()
    {
        Write("Semester.csv", "Rubrik\nJuli\n");

        Assert.Throws<InvalidDataException>(() => RowFolder.Read(folder, Schema, []));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(folder, name), text);
}
