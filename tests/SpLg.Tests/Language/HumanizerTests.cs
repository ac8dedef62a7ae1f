using Humanizer;

namespace SpLg.Tests.Language;

/// <summary>
/// What Humanizer 3.0.10 says otherwise than Swedish is written, which <see cref="Swedish"/> and sentences of our own
/// therefore do. When one of these fails, a newer version may have become right: then that work can be given to it.
/// </summary>
public class HumanizerTests
{
    private static readonly CultureInfo Sv = Swedish.Culture;

    [Theory]
    [InlineData("åtgärd", "åtgärds")]
    [InlineData("incident", "incidents")]
    [InlineData("beslut", "besluts")]
    public void Plurals_are_English(string one, string many)
    {
        Assert.Equal(many, one.Pluralize());
        Assert.Equal($"2 {many}", one.ToQuantity(2, "0", Sv));
        Assert.DoesNotContain(many, Swedish.Count(2, "åtgärd", "åtgärder"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_above_ninety_nine_is_several_words()
    {
        Assert.Equal("två tusen tjugosex", 2026.ToWords(Sv));
        Assert.Equal("2\u00a0026", Swedish.InWords(2026));
    }

    [Fact]
    public void Figures_of_ordinals_have_no_ending() => Assert.Equal("1", 1.Ordinalize(Sv));

    [Fact]
    public void One_is_ett_of_either_gender()
    {
        Assert.Equal("ett", 1.ToWords(GrammaticalGender.Feminine, Sv));
        Assert.Equal("en", Swedish.InWords(1));
        Assert.Equal("ett", Swedish.InWords(1, neuter: true));
    }

    [Fact]
    public void A_title_has_a_capital_on_every_word()
    {
        Assert.Equal("En Åtgärd I Tid", "en åtgärd i tid".Transform(Sv, To.TitleCase));
        Assert.Equal("En åtgärd i tid", Swedish.Sentence("en åtgärd i tid"));
    }

    [Fact]
    public void The_same_day_is_now_and_yesterday_is_one_word()
    {
        var today = new DateOnly(2026, 11, 30);
        Assert.Equal("nu", today.Humanize(today, Sv));
        Assert.Equal("i dag", Swedish.FromToday(today, today));
        Assert.Equal("igår", today.AddDays(-1).Humanize(today, Sv));
    }

    [Fact]
    public void A_month_or_year_ago_lacks_its_first_word_and_one_day_in_words_is_English()
    {
        var today = new DateOnly(2026, 11, 30);
        Assert.Equal("en månad sedan", today.AddDays(-30).Humanize(today, Sv));
        Assert.Equal("one day", TimeSpan.FromDays(1).Humanize(culture: Sv, toWords: true));
    }

    [Fact]
    public void An_empty_file_has_bits()
    {
        Assert.Equal("0 b", 0L.Bytes().Humanize(Sv));
        Assert.Equal("0 B", Swedish.Size(0));
    }
}
