namespace SpLg.Tests.Lists;

public class RowCellsTests
{
    [Fact]
    public void Cells_are_found_by_their_own_name_and_annotations_are_none()
    {
        var cells = Cells("""{ "@odata.etag": "x", "Title": "Stulen dator", "Year": 2026, "Title@odata.type": "y" }""");

        Assert.Equal(["Title", "Year"], cells.Keys);
        Assert.Equal(2, cells.Count);
        Assert.Equal("Stulen dator", cells["Title"].GetString());
        Assert.Equal([JsonValueKind.String, JsonValueKind.Number], cells.Values.Select(v => v.ValueKind));
        Assert.False(cells.ContainsKey("title"));
        Assert.Throws<KeyNotFoundException>(() => cells["Kind"]);
    }

    [Fact]
    public void Half_a_character_is_read_as_damaged_and_a_whole_one_as_it_is()
    {
        var cells = Cells("""{ "Title": "a\ud83d b\uDE00 c\ud83d\ude00 d\\ud83d", "Unit": "\ud83d" }""");

        Assert.Equal("a\ufffd b\ufffd c😀 d\\ud83d", cells["Title"].GetString());
        Assert.Equal("\ufffd", cells["Unit"].GetString());
    }

    [Fact]
    public void Only_an_object_holds_cells() => Assert.Throws<ArgumentException>(() => Cells("[]"));

    private static RowCells Cells(string json) => new(JsonElement.Parse(json));
}
