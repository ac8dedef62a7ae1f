using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using SpLg.Core.Lists;

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
    public void A_cell_becomes_its_text(string json, string? expected) => Assert.Equal(expected, CellText.One(Cell(json)));

    [Theory]
    [InlineData("\"[hakparentes] i text\"", "[hakparentes] i text")]
    [InlineData("\"[]\"", "")]
    [InlineData("\"[\\\"a; b\\\",\\\"c\\\"]\"", "a; b|c")]
    [InlineData("\"a;b; ;c\"", "a|b|c")]
    [InlineData("[\"a\",null,\"\"]", "a")]
    [InlineData("2026", "2026")]
    public void A_cell_of_several_values_becomes_its_texts(string json, string expected) =>
        Assert.Equal(expected, string.Join('|', CellText.Several(Cell(json))));

    [Fact]
    public void Every_number_is_read_back_with_point_or_comma() =>
        Check.QuickThrowOnFailure(Prop.ForAll(ArbMap.Default.ArbFor<decimal>(), number =>
        {
            var text = number.ToString(System.Globalization.CultureInfo.InvariantCulture);
            return CellText.TryNumber(text) == number && CellText.TryNumber(text.Replace('.', ',')) == number;
        }));

    [Theory]
    [InlineData("2,026", 0, 2026)]
    [InlineData("2.026", 0, 2026)]
    [InlineData("1,234,567", 0, 1234567)]
    public void Groups_of_three_digits_are_thousands_where_the_column_has_no_decimals(string text, int decimals, int expected) =>
        Assert.Equal(expected, CellText.TryNumber(text, decimals));

    [Fact]
    public void Groups_of_three_digits_are_decimals_elsewhere() => Assert.Equal(2.026m, CellText.TryNumber("2,026"));

    [Theory]
    [InlineData("50 %", 50)]
    [InlineData("50%", 50)]
    [InlineData("12,5\u00a0%", 12.5)]
    public void A_per_cent_sign_is_left_out(string text, double expected) => Assert.Equal((decimal)expected, CellText.TryNumber(text));

    [Theory]
    [InlineData("%")]
    [InlineData("50 %%")]
    public void A_per_cent_sign_alone_is_no_number(string text) => Assert.Null(CellText.TryNumber(text));

    private static JsonElement Cell(string json) => JsonDocument.Parse(json).RootElement;
}
