using FsCheck;
using FsCheck.Fluent;

namespace SpLg.Tests.Review;

public class SmallCountsTests
{
    private static readonly SmallCounts Three = new(3);

    [Theory]
    [InlineData("10 5 0", "10 5 0")]
    [InlineData("10 1 0", "visas inte, färre än 3, 0")]
    [InlineData("10 6 1 0", "10, visas inte, färre än 3, 0")]
    [InlineData("10 1 2 0", "10, färre än 3, färre än 3, 0")]
    [InlineData("10 4 1 1 0", "10, visas inte, färre än 3, färre än 3, 0")]
    [InlineData("2 0", "visas inte, visas inte")]
    [InlineData("3 1 0", "visas inte, visas inte, visas inte")]
    [InlineData("3 0", "3 0")]
    public void A_small_part_is_hidden_and_so_is_what_would_tell_it(string parts, string shown)
    {
        int[] counts = [.. parts.Split(' ').Select(int.Parse)];

        Assert.Equal(
            shown.Contains(',', StringComparison.Ordinal) ? shown.Split(", ") : shown.Split(' '),
            Three.Hide(counts).Select((instead, i) => instead ?? $"{counts[i]}")
        );
    }

    /// <summary>Everything a reader knows: the whole, the parts that are shown, and what the words mean.</summary>
    [Fact]
    public void Every_small_part_could_be_another_number()
    {
        var parts =
            from limit in Gen.Choose(3, 5)
            from count in Gen.Choose(1, 4)
            from numbers in Gen.Choose(0, 12).ListOf(count)
            select (limit, numbers.ToArray());
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(500),
            Prop.ForAll(
                parts.ToArbitrary(),
                given =>
                {
                    var (limit, counts) = given;
                    var small = new SmallCounts(limit);
                    var instead = small.Hide(counts);
                    var fits = Combinations(counts, instead, small).ToList();
                    Assert.Contains(fits, f => f.SequenceEqual(counts));
                    for (var i = 0; i < counts.Length; i++)
                    {
                        if (instead[i] is null)
                            Assert.False(small.IsSmall(counts[i]));
                        else if (small.IsSmall(counts[i]) && counts.Length > 1)
                            Assert.True(
                                fits.Select(f => f[i]).Distinct().Count() > 1,
                                $"{string.Join(' ', counts)} at {i}, limit {limit}"
                            );
                    }
                }
            )
        );
    }

    [Fact]
    public void The_full_edition_shows_every_number() => Assert.All(SmallCounts.None.Hide([1, 2, 30]), Assert.Null);

    /// <summary>
    /// All parts that have the sum, what is shown, and what the words allow: small is below the limit, other words only
    /// that it is hidden for another's sake.
    /// </summary>
    private static IEnumerable<int[]> Combinations(int[] counts, IReadOnlyList<string?> instead, SmallCounts small)
    {
        var all = instead.All(i => i == SmallCounts.Hidden);
        return Fill(0, counts.Sum(), []);

        IEnumerable<int[]> Fill(int at, int left, int[] so)
        {
            if (at == counts.Length)
                return left == 0 ? [so] : [];
            var (low, high) = instead[at] switch
            {
                null => (counts[at], counts[at]),
                var words when words == small.Words => (1, small.Limit - 1),
                _ => (all ? 0 : small.Limit, left),
            };
            return Enumerable
                .Range(low, Math.Max(0, Math.Min(high, left) - low + 1))
                .SelectMany(n => Fill(at + 1, left - n, [.. so, n]));
        }
    }
}
