namespace SpLg.Core.Figures;

/// <summary>
/// How many rows have a property, where some rows may not say: an empty or unreadable cell is never counted as a no.
/// </summary>
/// <param name="Counted">Rows that are known to have it.</param>
/// <param name="Missing">Rows that do not say.</param>
/// <param name="Others">Rows that are known not to have it.</param>
public sealed record CountWithGaps(RowCount Counted, RowCount Missing, RowCount Others)
{
    /// <summary>The words where nothing is known.</summary>
    public const string NoData = "uppgift saknas";

    /// <summary>The words where too little is known to judge.</summary>
    public const string NotJudged = "Går inte att bedöma";

    /// <summary>The words in place of a comparison when one of the years is not known in full.</summary>
    public const string NotComparable = "går inte att jämföra, eftersom uppgiften inte är ifylld för alla";

    public int Count => Counted.Count;

    /// <summary>The number of all rows.</summary>
    public int Rows => Counted.Count + Missing.Count + Others.Count;

    public int Unknown => Missing.Count;

    /// <summary>Rows that say, either way.</summary>
    public int Known => Rows - Unknown;

    /// <summary>The rows that are known to have it.</summary>
    public Trace Trace => Counted.Trace;

    /// <summary>True when a number of it may not be shown.</summary>
    public bool IsHidden => Counted.Instead is not null || Missing.Instead is not null;

    /// <summary>The number where every row says; else words: what is known and for how many it is not.</summary>
    public Entry<decimal> Figure
    {
        get
        {
            if (Counted.Instead is not null || (Rows == 0 && Counted.Footing.Unknowable is not null))
                return Counted.Figure;
            return Missing.Instead is not null
                ? new(null, $"{Swedish.Number(Count)} (uppgift saknas för några)")
                : new(Unknown == 0 ? Count : null, Words(Count, Unknown, Rows));
        }
    }

    /// <param name="condition">Which rows have it, in the words of the columns.</param>
    /// <param name="has">Null when the row does not say.</param>
    /// <param name="small">Which numbers are too small to be told.</param>
    internal static CountWithGaps Of<T>(ChosenRows<T> of, string condition, Func<T, bool?> has, SmallCounts small)
        where T : class, ISourceRow
    {
        var (yes, unknown, no) = (new List<T>(), new List<T>(), new List<T>());
        foreach (var row in of.Rows)
        {
            switch (has(row))
            {
                case true:
                    yes.Add(row);
                    break;
                case null:
                    unknown.Add(row);
                    break;
                default:
                    no.Add(row);
                    break;
            }
        }
        var (counted, missing) = (of.Described(condition, yes).Count, of.Described("uppgiften saknas", unknown).Count);
        return new CountWithGaps(counted, missing, of.Described("inte det", no).Count).Guarded(small);
    }

    /// <summary>
    /// A sum over rows that may not say, shown as <see cref="Figure"/> is; hidden where it is made of few of those that
    /// are only counted.
    /// </summary>
    internal static Entry<decimal> Sum<T>(IReadOnlyCollection<T> rows, Func<T, decimal?> number, SmallCounts small)
        where T : class, ISourceRow
    {
        if (
            small.IsFew(rows.Where(r => number(r) is not (null or 0)))
            || small.IsFew(rows.Where(r => number(r) is null))
        )
            return new(null, SmallCounts.Hidden);
        var unknown = rows.Count(r => number(r) is null);
        var sum = rows.Sum(r => number(r) ?? 0);
        return rows.Count == 0
            ? new(null, Footing.NoRows)
            : new(unknown == 0 ? sum : null, Words(sum, unknown, rows.Count));
    }

    /// <summary>
    /// Hides the numbers that may not be shown. The rows that have the property, those that have not and those that do
    /// not say are together the whole.
    /// </summary>
    private CountWithGaps Guarded(SmallCounts small)
    {
        var guarded = small.Hide(Counted, Others, Missing);
        return new(guarded[0], guarded[2], guarded[1]);
    }

    /// <summary>
    /// The same for a subset of <paramref name="outer"/>: also hides this number when outer minus this would reveal a
    /// small one.
    /// </summary>
    /// <param name="outer">Guarded already.</param>
    public CountWithGaps Guarded(SmallCounts small, CountWithGaps outer)
    {
        var own = Guarded(small);
        if (outer.Counted.Instead is not null || outer.Count < Count)
            return own;
        var within = small.Hide([Counted.OnlyCounted, outer.Counted.OnlyCounted - Counted.OnlyCounted])[0];
        if (within is null || own.Counted.Instead == SmallCounts.Hidden)
            return own;
        return own with
        {
            Counted = Counted with { Instead = own.Counted.Instead is null ? SmallCounts.Hidden : within },
        };
    }

    /// <summary>Against last year in words, where both years are known in full.</summary>
    public string Trend(CountWithGaps? before, Polarity polarity = Polarity.Neutral) =>
        Language.Trend.OfCount(OfYear, before?.OfYear, polarity);

    internal YearFigure OfYear
    {
        get
        {
            var (value, footing) = Counted.OfYear;
            return new(
                Rows > 0 ? value ?? Count : value,
                footing with
                {
                    Unknown = footing.Unknown + Unknown,
                    IsHidden = IsHidden,
                }
            );
        }
    }

    public override string ToString() => Figure.ToString();

    private static string Words(decimal number, int unknown, int rows)
    {
        if (unknown == 0)
            return Swedish.Number(number);
        return unknown == rows ? NoData : $"{Swedish.Number(number)} (uppgift saknas för {Swedish.Number(unknown)})";
    }
}
