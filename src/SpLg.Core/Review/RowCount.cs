using SpLg.Core.Fields;
using SpLg.Core.Language;
using SpLg.Core.Lists;

namespace SpLg.Core.Review;

/// <summary>A number of rows, with the rows.</summary>
/// <param name="Trace">The rows that were counted.</param>
/// <param name="Instead">What is said where the number may not be shown, see <see cref="SmallCounts"/>; null where it may.</param>
public sealed record RowCount(Trace Trace, string? Instead = null)
{
    public int Count => Trace.Rows.Count;

    /// <summary>Those of them of which nothing is told alone. A reader who subtracts the rows that are told finds this number.</summary>
    public int OnlyCounted => Trace.Rows.Count(r => r.IsCounted);

    /// <summary>What the reader sees: the number, or the words instead of it.</summary>
    public Entry<decimal> Figure => Instead is null ? new(Count, Swedish.Number(Count)) : new(null, Instead);

    /// <summary>Against last year in words, where both numbers may be shown.</summary>
    /// <param name="before">Null when last year has no rows at all.</param>
    public string Trend(RowCount? before) =>
        Instead is null && before?.Instead is null ? Language.Trend.OfCount(Count, before?.Count) : SmallCounts.NotComparable;
}
