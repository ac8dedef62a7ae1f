using FsCheck;
using FsCheck.Fluent;

namespace SpLg.Tests.Rollup;

public sealed class MeasureTests
{
    [Fact]
    public void A_number_a_share_and_what_is_not_known_are_told_in_words()
    {
        Assert.Equal("1\u00a0204", Measure.Of(1204).ToString());
        Assert.Equal("67\u00a0% (12 av 18)", Measure.Share(12, 18).ToString());
        Assert.Equal("67\u00a0% (12 av 18) (uppgift saknas för 3)", Measure.Share(12, 18, 3).ToString());
        Assert.Equal("uppgift saknas", Measure.Of((decimal?)null).ToString());
        Assert.Equal("inget att räkna", Measure.Share(0, 0).ToString());
        Assert.Equal("uppgift saknas", Measure.Share(0, 0, 2).ToString());
    }

    [Fact]
    public void What_is_missing_is_told_beside_the_total_and_is_no_zero()
    {
        Assert.Equal(
            "12 (uppgift saknas för 1\u00a0organisation)",
            Measure.Total([Measure.Of(5), Measure.Of(7), Measure.Missing]).ToString()
        );
        Assert.Equal(
            "12 (uppgift saknas för 2\u00a0rader och 2\u00a0organisationer)",
            Measure.Total([new(MeasureState.Known, 12, Unknown: 2), Measure.Missing, Measure.NotOpen]).ToString()
        );
        Assert.Equal("uppgift saknas", Measure.Total([Measure.Missing, Measure.Missing]).ToString());
        Assert.Equal(MeasureState.Missing, Measure.Total([]).State);
    }

    [Fact]
    public void A_share_of_all_is_of_all_that_is_known_and_not_a_mean_of_shares() =>
        Assert.Equal("20\u00a0% (2 av 10)", Measure.Total([Measure.Share(1, 1), Measure.Share(1, 9)]).ToString());

    [Fact]
    public void One_hidden_number_hides_the_total() =>
        Check.QuickThrowOnFailure(
            Prop.ForAll(
                ArbMap.Default.ArbFor<int[]>(),
                numbers =>
                {
                    var all = numbers.Select(n => Measure.Of(n)).Append(Measure.Hidden).ToArray();
                    Assert.Equal("visas inte", Measure.Total(all).ToString());
                    Assert.Null(Measure.Total(all).Figure.Value);
                }
            )
        );

    [Fact]
    public void Only_whole_numbers_are_compared()
    {
        Assert.Equal("färre", Measure.Of(3).Trend(Measure.Of(5), Polarity.Neutral));
        Assert.Equal("jämförs inte i den öppna utgåvan", Measure.Hidden.Trend(Measure.Of(5), Polarity.Neutral));
        Assert.Equal("inga uppgifter från förra året", Measure.Of(3).Trend(Measure.Missing, Polarity.Neutral));
        Assert.Equal(
            "går inte att jämföra, eftersom uppgiften inte är ifylld för alla",
            Measure.Total([Measure.Of(3), Measure.Missing]).Trend(Measure.Of(5), Polarity.Neutral)
        );
    }
}
