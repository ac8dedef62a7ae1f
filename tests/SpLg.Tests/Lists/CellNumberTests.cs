using FsCheck;
using FsCheck.Fluent;

namespace SpLg.Tests.Lists;

public class CellNumberTests
{
    private static readonly ColumnSchema Whole = Column(0);
    private static readonly ColumnSchema Any = Column(null);

    [Fact]
    public void Every_number_is_read_back_with_point_or_comma() =>
        Check.QuickThrowOnFailure(
            Prop.ForAll(
                ArbMap.Default.ArbFor<decimal>(),
                number =>
                {
                    // Text with a group of three digits may be another number; that is a test of its own.
                    var text = number.ToString(CultureInfo.InvariantCulture) + ".0";
                    text = text.IndexOf('.') == text.LastIndexOf('.') ? text : text[..^2];
                    return IsAmbiguous(text, Any)
                        || (Read(text, Any) == number && Read(text.Replace('.', ','), Any) == number);
                }
            )
        );

    [Fact]
    public void A_JSON_number_has_one_meaning_in_every_column_however_it_is_written() =>
        Check.QuickThrowOnFailure(
            Prop.ForAll(
                ArbMap.Default.ArbFor<int>(),
                ArbMap.Default.ArbFor<byte>(),
                (number, zeros) =>
                {
                    var written =
                        number.ToString(CultureInfo.InvariantCulture)
                        + (zeros % 9 == 0 ? "" : "." + new string('0', zeros % 9));
                    var exponent = $"{number * 1000L}e-3";
                    return new[] { written, exponent }.All(json =>
                        CellNumber.TryRead(Cell(json), Whole) == number
                        && CellNumber.TryRead(Cell(json), Any) == number
                        && !CellNumber.IsAmbiguous(Cell(json), Whole)
                        && CellText.One(Cell(json)) == number.ToString(CultureInfo.InvariantCulture)
                    );
                }
            )
        );

    [Theory]
    [InlineData("612.000", "612")]
    [InlineData("6.12e2", "612")]
    [InlineData("6.12E+2", "612")]
    [InlineData("-0", "0")]
    [InlineData("-0.000", "0")]
    [InlineData("1e-400", "0")]
    [InlineData("0.10", "0.1")]
    [InlineData("12345678901234567890.5", "12345678901234567890.5")]
    [InlineData("1e400", "1e400")]
    [InlineData("123456789012345678901234567890123", "123456789012345678901234567890123")]
    public void A_JSON_number_is_shown_one_way(string json, string expected) =>
        Assert.Equal(expected, CellText.One(Cell(json)));

    [Theory]
    [InlineData("1e400")]
    [InlineData("-1e29")]
    [InlineData("\"NaN\"")]
    [InlineData("\"Infinity\"")]
    [InlineData("\"1e400\"")]
    [InlineData("\"%\"")]
    [InlineData("\"50 %%\"")]
    [InlineData("\"1.000,00\"")]
    [InlineData("\"\"")]
    public void What_cannot_be_counted_with_is_no_number(string json) =>
        Assert.Null(CellNumber.TryRead(Cell(json), Whole));

    [Theory]
    [InlineData("2,026", 2026)]
    [InlineData("2.026", 2026)]
    [InlineData("1,234,567", 1234567)]
    [InlineData("1.000.000", 1000000)]
    public void Groups_of_three_digits_are_thousands_where_the_column_has_no_decimals(string text, int expected) =>
        Assert.Equal(expected, Read(text, Whole));

    [Theory]
    [InlineData("612.000")]
    [InlineData("612,000")]
    [InlineData("-1.000")]
    [InlineData("1 .000 %")]
    public void Text_that_can_be_two_whole_numbers_is_not_guessed(string text)
    {
        Assert.True(IsAmbiguous(text, Whole));
        Assert.Null(Read(text, Whole));
    }

    [Theory]
    [InlineData("2.000", 2000, 2100, 2000)]
    [InlineData("3.000", 1, 5, 3)]
    [InlineData("12.000", 0, 100, 12)]
    public void The_limits_of_the_column_settle_which_of_two_it_is(string text, int least, int most, int expected) =>
        Assert.Equal(expected, Read(text, Whole with { Minimum = least, Maximum = most }));

    [Theory]
    [InlineData("50 %", 50)]
    [InlineData("50%", 50)]
    [InlineData("12,5\u00a0%", 12.5)]
    public void A_per_cent_sign_is_left_out(string text, double expected) =>
        Assert.Equal((decimal)expected, Read(text, Any));

    [Theory]
    [InlineData("12.0", "12")]
    [InlineData("12,00", "12")]
    [InlineData("12.000", "12.000")]
    [InlineData("12", "12")]
    [InlineData("0.0", "0.0")]
    [InlineData("a.0", "a.0")]
    public void A_row_number_written_with_decimals_is_the_row_number(string text, string expected) =>
        Assert.Equal(expected, CellNumber.RowId(text));

    private static decimal? Read(string text, ColumnSchema column) =>
        CellNumber.TryRead(Cell(JsonSerializer.Serialize(text)), column);

    private static bool IsAmbiguous(string text, ColumnSchema column) =>
        CellNumber.IsAmbiguous(Cell(JsonSerializer.Serialize(text)), column);

    private static JsonElement Cell(string json) => JsonElement.Parse(json);

    private static ColumnSchema Column(int? decimals) =>
        new(
            Id: Guid.Empty,
            Name: "X",
            DisplayName: "X",
            Kind: ColumnKind.Number,
            Required: false,
            Indexed: false,
            Choices: [],
            Default: null,
            LookupList: null,
            EnforceUnique: false,
            Description: null
        )
        {
            Decimals = decimals,
        };
}
