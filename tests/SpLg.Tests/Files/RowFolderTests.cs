using System.Text.Json;
using SpLg.Core.Lists;
using SpLg.Core.Schema;
using SpLg.Files;
using SpLg.Running;

namespace SpLg.Tests.Files;

public sealed class RowFolderTests : IDisposable
{
    private static readonly SiteSchema Schema = ShippedFiles.Schema();
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
        var findings = new List<Finding>();

        var rows = RowFolder.Read(folder, Schema, findings);

        Assert.Equal("Stulen dator", Assert.Single(rows["Incidents"]).Fields["Title"].GetString());
        Assert.Contains(findings, f => f.List == "Semester.csv");
    }

    [Fact]
    public void Rows_written_as_JSON_are_read_back_with_version_address_and_every_field()
    {
        using var fields = JsonDocument.Parse("""{ "Title": "Stulen dator", "Affects": true, "Count": 3, "Many": ["a", "b"] }""");
        var row = new ListRow("4", "\"guid,2\"", new Uri("https://contoso.sharepoint.com/sites/a/Lists/Incidents/4_.000"), fields.RootElement.EnumerateObject().ToDictionary(p => p.Name, p => p.Value));

        var read = Assert.Single(JsonRows.Read(FileText.Decode(JsonRows.Write([row]))));

        Assert.Equal((row.Id, row.ETag, row.WebUrl), (read.Id, read.ETag, read.WebUrl));
        Assert.Equal(row.Fields.Keys, read.Fields.Keys);
        Assert.All(row.Fields, f => Assert.True(JsonElement.DeepEquals(f.Value, read.Fields[f.Key]), f.Key));
    }

    [Fact]
    public void A_saved_answer_of_Graph_is_read_as_rows() =>
        Assert.Equal("9", Assert.Single(JsonRows.Read("""{ "value": [ { "id": "9", "fields": { "Title": "x" } } ] }""")).Id);

    [Fact]
    public void A_JSON_file_of_another_shape_is_a_fault_that_names_the_file()
    {
        Write("Incidents.json", """[ { "Title": "no fields" } ]""");

        var fault = Assert.Throws<InvalidDataException>(() => RowFolder.Read(folder, Schema, []));

        Assert.Contains("Incidents.json", fault.Message, StringComparison.Ordinal);
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
