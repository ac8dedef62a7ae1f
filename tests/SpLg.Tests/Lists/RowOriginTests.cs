namespace SpLg.Tests.Lists;

public class RowOriginTests
{
    [Theory]
    [InlineData("2026", 2026)]
    [InlineData("2026.0", 2026)]
    [InlineData("2026.5", null)]
    [InlineData("0", null)]
    [InlineData("-2026", null)]
    [InlineData("20260101000000", null)]
    [InlineData(null, null)]
    public void A_year_is_a_whole_number_of_at_most_four_digits(string? cell, int? year)
    {
        decimal? number = cell is null ? null : decimal.Parse(cell, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(year, RowOrigin.YearIn(new(number, cell)));
    }
}
