using SpLg.Core.Language;
using SpLg.Core.Lists;

namespace SpLg.Core.Review;

/// <summary>
/// How many rows have a property, where some rows may not say: an empty or unreadable cell is never counted as a no.
/// </summary>
/// <param name="Count">Rows that are known to have it.</param>
/// <param name="Unknown">Rows that do not say.</param>
/// <param name="Rows">All rows.</param>
public readonly record struct KnownCount(int Count, int Unknown, int Rows)
{
    /// <summary>What is said where nothing is known.</summary>
    public const string NoData = "uppgift saknas";

    /// <summary>What is said instead of a judgement that what is known does not allow.</summary>
    public const string NotJudged = "Går inte att bedöma";

    /// <summary>What is said instead of a comparison when one of the years is not known in full.</summary>
    public const string NotComparable = "går inte att jämföra, eftersom uppgiften inte är ifylld för alla";

    /// <summary>Rows that say, either way.</summary>
    public int Known => Rows - Unknown;

    /// <summary>The number where every row says; else words: what is known and for how many it is not.</summary>
    public Entry<decimal> Figure => new(Unknown == 0 ? Count : null, Words(Count, Unknown, Rows));

    /// <param name="has">Null when the row does not say.</param>
    public static KnownCount Of<T>(IReadOnlyCollection<T> rows, Func<T, bool?> has)
    {
        var (yes, unknown) = (0, 0);
        foreach (var row in rows)
        {
            switch (has(row))
            {
                case true: yes++; break;
                case null: unknown++; break;
                default: break;
            }
        }
        return new(yes, unknown, rows.Count);
    }

    /// <summary>A sum over rows that may not say, shown as <see cref="Figure"/> is.</summary>
    public static Entry<decimal> Sum<T>(IReadOnlyCollection<T> rows, Func<T, decimal?> number)
    {
        var unknown = rows.Count(r => number(r) is null);
        var sum = rows.Sum(r => number(r) ?? 0);
        return new(unknown == 0 ? sum : null, Words(sum, unknown, rows.Count));
    }

    /// <summary>Against last year in words, where both years are known in full.</summary>
    public string Trend(KnownCount? before) =>
        before is not { } earlier ? Language.Trend.NoComparison
            : Unknown > 0 || earlier.Unknown > 0 ? NotComparable
            : Language.Trend.OfCount(Count, earlier.Count);

    public override string ToString() => Figure.ToString();

    private static string Words(decimal number, int unknown, int rows) =>
        unknown == 0 ? Swedish.Number(number)
            : unknown == rows ? NoData
            : $"{Swedish.Number(number)} (uppgift saknas för {Swedish.Number(unknown)})";
}
