namespace SpLg.Tests.Language;

public class SwedishTests
{
    [Theory]
    [InlineData(0, "noll")]
    [InlineData(1, "en")]
    [InlineData(12, "tolv")]
    [InlineData(13, "13")]
    [InlineData(1204, "1\u00a0204")]
    public void Up_to_twelve_is_written_in_words(int count, string words) =>
        Assert.Equal(words, Swedish.InWords(count));

    [Fact]
    public void One_of_a_neuter_noun_is_ett() => Assert.Equal("ett", Swedish.InWords(1, neuter: true));

    [Theory]
    [InlineData(0, false, "ingen")]
    [InlineData(0, true, "inget")]
    [InlineData(1, true, "ett")]
    [InlineData(7, false, "sju")]
    public void None_of_some_is_ingen_or_inget(int count, bool neuter, string words) =>
        Assert.Equal(words, Swedish.HowMany(count, neuter));

    [Theory]
    [InlineData(0, "0\u00a0incidenter")]
    [InlineData(1, "1\u00a0incident")]
    [InlineData(2, "2\u00a0incidenter")]
    public void Only_one_takes_the_singular(int count, string text) =>
        Assert.Equal(text, Swedish.Count(count, "incident", "incidenter"));

    [Fact]
    public void A_day_in_prose_has_no_leading_zero_and_a_month_in_lower_case() =>
        Assert.Equal("1 mars 2026", Swedish.Long(new(2026, 3, 1)));

    [Theory]
    [InlineData(0, 0, null)]
    [InlineData(2, 3, "67\u00a0%")]
    [InlineData(1, 8, "13\u00a0%")]
    public void A_share_is_whole_per_cent_and_nothing_of_nothing_is_none(int part, int whole, string? share) =>
        Assert.Equal(share, Swedish.Share(part, whole));

    [Theory]
    [InlineData("", new string[0])]
    [InlineData("a", new[] { "a" })]
    [InlineData("a och b", new[] { "a", "b" })]
    [InlineData("a, b och c", new[] { "a", "b", "c" })]
    public void Lists_are_joined_with_och(string text, string[] items) => Assert.Equal(text, Swedish.Join(items));

    [Theory]
    [InlineData("-1,5", -1.5)]
    [InlineData("1\u00a0234\u00a0567,9", 1234567.9)]
    public void Numbers_have_a_decimal_comma_and_spaces_between_thousands(string text, double number) =>
        Assert.Equal(text, Swedish.Number((decimal)number));

    [Theory]
    [InlineData("a, b och c", 3)]
    [InlineData("a, b och fyra till", 6)]
    public void Of_many_the_first_are_named_and_the_rest_counted(string text, int count) =>
        Assert.Equal(text, Swedish.JoinMost([.. "abcdef"[..count].Select(c => c.ToString())], count == 3 ? 3 : 2));

    [Theory]
    [InlineData(0, "i dag")]
    [InlineData(1, "i morgon")]
    [InlineData(-1, "i går")]
    [InlineData(5, "om 5 dagar")]
    [InlineData(-5, "för 5 dagar sedan")]
    [InlineData(92, "om 3 månader")]
    [InlineData(-400, "ett år sedan")]
    public void How_far_off_a_day_is_stands_in_words(int days, string words) =>
        Assert.Equal(words, Swedish.FromToday(new DateOnly(2026, 11, 30).AddDays(days), new(2026, 11, 30)));

    [Theory]
    [InlineData(900, "900 B")]
    [InlineData(98_304, "96 KB")]
    [InlineData(4_404_020, "4,2 MB")]
    public void The_size_of_a_file_is_told_in_its_largest_unit(long bytes, string text) =>
        Assert.Equal(text, Swedish.Size(bytes));
}
