namespace SpLg.Tests.Lists;

public sealed class CellTextTests
{
    [Theory]
    [InlineData("null", null)]
    [InlineData("\"\"", null)]
    [InlineData("\" \\u00a0 \"", null)]
    [InlineData("\" text \"", "text")]
    [InlineData("12.5", "12.5")]
    [InlineData("true", "true")]
    [InlineData("[\"a\",\"b\"]", "a; b")]
    [InlineData("[]", null)]
    [InlineData("{\"LookupId\":7,\"LookupValue\":\"Anna\"}", "Anna")]
    [InlineData("{\"LookupId\":7,\"LookupValue\":null}", null)]
    public void A_cell_becomes_its_text(string json, string? expected) =>
        Assert.Equal(expected, CellText.One(Cell(json)));

    [Theory]
    [InlineData("\"[hakparentes] i text\"", "[hakparentes] i text")]
    [InlineData("\"[]\"", "")]
    [InlineData("\"[\\\"a; b\\\",\\\"c\\\"]\"", "a; b|c")]
    [InlineData("\"a;b; ;c\"", "a|b|c")]
    [InlineData("[\"a\",null,\"\"]", "a")]
    [InlineData("2026", "2026")]
    public void A_cell_of_several_values_becomes_its_texts(string json, string expected) =>
        Assert.Equal(expected, string.Join('|', CellText.Several(Cell(json))));

    private static JsonElement Cell(string json) => JsonDocument.Parse(json).RootElement;
}
