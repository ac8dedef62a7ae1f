using FsCheck;
using FsCheck.Fluent;

namespace SpLg.Tests.Language;

public class TrendTests
{
    [Theory]
    [InlineData(23, 18, "fler än året före, 23 mot 18")]
    [InlineData(18, 23, "färre än året före, 18 mot 23")]
    [InlineData(5, 5, "oförändrat")]
    [InlineData(5, null, "inga uppgifter från året före")]
    [InlineData(0, 0, "oförändrat")]
    public void The_direction_of_a_count_is_said_in_words(int now, int? before, string text) =>
        Assert.Equal(text, Trend.OfCount(Whole(now), Of(before)));

    [Theory]
    [InlineData(92, 88, Polarity.HigherIsBetter, "högre än året före, 92 mot 88\u00a0procent, en förbättring")]
    [InlineData(88, 92, Polarity.HigherIsBetter, "lägre än året före, 88 mot 92\u00a0procent, en försämring")]
    [InlineData(88, 92, Polarity.LowerIsBetter, "lägre än året före, 88 mot 92\u00a0procent, en förbättring")]
    [InlineData(88, 92, Polarity.Neutral, "lägre än året före, 88 mot 92\u00a0procent")]
    public void A_measure_is_judged_by_its_polarity(int now, int before, Polarity polarity, string text) =>
        Assert.Equal(text, Trend.OfMeasure(Whole(now), Whole(before), "procent", polarity));

    [Fact]
    public void Shorter_time_is_an_improvement() =>
        Assert.Equal(
            "kortare än året före, 16 mot 20,5\u00a0dagar, en förbättring",
            Trend.OfDuration(Whole(16), Whole(20.5m))
        );

    [Theory]
    [InlineData("kortare än året före, 16 mot 20,5\u00a0dagar, en förbättring", "kortare, en förbättring")]
    [InlineData("färre än året före, 18 mot 23", "färre")]
    [InlineData(
        "färre än året före räknat till och med den 20 maj, 18 mot 23",
        "färre till och med den 20 maj, 18 mot 23"
    )]
    [InlineData(
        "kortare än året före räknat från mars, 16 mot 20,5\u00a0dagar, en förbättring",
        "kortare från mars, 16 mot 20,5\u00a0dagar, en förbättring"
    )]
    [InlineData("oförändrat räknat till och med den 20 maj, 18", "oförändrat till och med den 20 maj, 18")]
    [InlineData("oförändrat", "oförändrat")]
    [InlineData(Trend.NoComparison, Trend.NoComparison)]
    public void Beside_its_numbers_a_comparison_does_not_say_them_again(string trend, string text) =>
        Assert.Equal(text, Trend.WithoutNumbers(trend));

    [Fact]
    public void Without_a_figure_this_year_nothing_is_compared() =>
        Assert.Equal("inga uppgifter från året", Trend.OfMeasure(Whole(null), Whole(5), "", Polarity.Neutral));

    [Fact]
    public void A_count_without_polarity_is_never_called_better_or_worse() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<int>(),
                ArbMap.Default.ArbFor<int>(),
                (now, before) =>
                    !Trend.OfCount(Whole(now), Of(before)).Contains("förbättring")
                    && !Trend.OfCount(Whole(now), Of(before)).Contains("försämring")
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Swapping_the_years_turns_the_direction_round() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<int>(),
                ArbMap.Default.ArbFor<int>(),
                (now, before) =>
                    Trend.OfCount(Whole(now), Of(before)).StartsWith("fler", StringComparison.Ordinal)
                    == Trend.OfCount(Whole(before), Whole(now)).StartsWith("färre", StringComparison.Ordinal)
            )
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("färre än året före, 6 mot 8", "färre än 8 året före")]
    [InlineData(
        "kortare än året före, 16 mot 20,5\u00a0dagar, en förbättring",
        "kortare än 20,5\u00a0dagar året före, en förbättring"
    )]
    [InlineData("oförändrat", "oförändrat")]
    [InlineData(Trend.NoComparison, Trend.NoComparison)]
    public void After_this_years_number_only_last_years_is_said(string trend, string expected) =>
        Assert.Equal(expected, Trend.AfterNumber(trend));

    [Theory]
    [InlineData(5, 3, 2, "går inte att jämföra, eftersom det finns rader utan år")]
    [InlineData(6, 3, 2, "fler än året före, 6 mot 3")]
    [InlineData(3, 6, 2, "färre än året före, 3 mot 6")]
    [InlineData(4, 4, 1, "går inte att jämföra, eftersom det finns rader utan år")]
    public void A_word_that_a_row_without_year_could_turn_round_is_not_said(
        int now,
        int before,
        int undated,
        string text
    ) =>
        Assert.Equal(
            text,
            Trend.OfCount(new(now, new(Undated: undated)), new YearFigure(before, new(Undated: undated)))
        );

    [Fact]
    public void A_share_with_any_loose_row_is_not_compared()
    {
        Assert.Equal(
            CountWithGaps.NotComparable,
            Trend.OfMeasure(new(90, new(Unknown: 1)), Whole(10), "%", Polarity.HigherIsBetter)
        );
        Assert.Equal(
            Footing.RowsWithoutYear,
            Trend.OfMeasure(Whole(90), new YearFigure(10, new(Undated: 1)), "%", Polarity.HigherIsBetter)
        );
        Assert.Equal(
            SmallCounts.NotComparable,
            Trend.OfMeasure(Whole(90), new YearFigure(10, new(Withheld: 1)), "%", Polarity.HigherIsBetter)
        );
    }

    private static YearFigure Whole(decimal? value) => new(value, default);

    private static YearFigure? Of(int? value) => value is { } known ? Whole(known) : null;
}
