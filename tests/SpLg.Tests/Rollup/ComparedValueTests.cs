using FsCheck;
using FsCheck.Fluent;

namespace SpLg.Tests.Rollup;

public sealed class ComparedValueTests
{
    [Fact]
    public void A_number_a_share_and_what_is_not_known_are_told_in_words()
    {
        Assert.Equal("1\u00a0204", ComparedValue.Of(1204).ToString());
        Assert.Equal("67\u00a0% (12 av 18)", ComparedValue.Share(12, 18).ToString());
        Assert.Equal("67\u00a0% (12 av 18) (uppgift saknas för 3)", ComparedValue.Share(12, 18, 3).ToString());
        Assert.Equal("uppgift saknas", ComparedValue.Of((decimal?)null).ToString());
        Assert.Equal("inget att räkna", ComparedValue.Share(0, 0).ToString());
        Assert.Equal("uppgift saknas", ComparedValue.Share(0, 0, 2).ToString());
    }

    [Fact]
    public void What_is_missing_is_told_beside_the_total_and_is_no_zero()
    {
        Assert.Equal(
            "12 (uppgift saknas för 1\u00a0organisation)",
            ComparedValue.Total([ComparedValue.Of(5), ComparedValue.Of(7), ComparedValue.Missing]).ToString()
        );
        Assert.Equal(
            "12 (uppgift saknas för 2\u00a0rader och 2\u00a0organisationer)",
            ComparedValue
                .Total([new(ComparedState.Known, 12, Unknown: 2), ComparedValue.Missing, ComparedValue.NotOpen])
                .ToString()
        );
        Assert.Equal("uppgift saknas", ComparedValue.Total([ComparedValue.Missing, ComparedValue.Missing]).ToString());
        Assert.Equal(ComparedState.Missing, ComparedValue.Total([]).State);
    }

    [Fact]
    public void A_share_of_all_is_of_all_that_is_known_and_not_a_mean_of_shares() =>
        Assert.Equal(
            "20\u00a0% (2 av 10)",
            ComparedValue.Total([ComparedValue.Share(1, 1), ComparedValue.Share(1, 9)]).ToString()
        );

    [Fact]
    public void One_hidden_number_hides_the_total() =>
        Check.QuickThrowOnFailure(
            Prop.ForAll(
                ArbMap.Default.ArbFor<int[]>(),
                numbers =>
                {
                    var all = numbers.Select(n => ComparedValue.Of(n)).Append(ComparedValue.Hidden).ToArray();
                    Assert.Equal("visas inte", ComparedValue.Total(all).ToString());
                    Assert.Null(ComparedValue.Total(all).Figure.Value);
                }
            )
        );

    [Fact]
    public void Only_whole_numbers_are_compared()
    {
        Assert.Equal("färre", ComparedValue.Of(3).Trend(ComparedValue.Of(5), Polarity.Neutral));
        Assert.Equal(
            "jämförs inte i den öppna utgåvan",
            ComparedValue.Hidden.Trend(ComparedValue.Of(5), Polarity.Neutral)
        );
        Assert.Equal(
            "inga uppgifter från året före",
            ComparedValue.Of(3).Trend(ComparedValue.Missing, Polarity.Neutral)
        );
        Assert.Equal(
            "går inte att jämföra, eftersom uppgiften inte är ifylld för alla",
            ComparedValue
                .Total([ComparedValue.Of(3), ComparedValue.Missing])
                .Trend(ComparedValue.Of(5), Polarity.Neutral)
        );
    }
}
