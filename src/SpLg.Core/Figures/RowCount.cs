namespace SpLg.Core.Figures;

/// <summary>A number of rows, with the rows.</summary>
/// <param name="Trace">The rows that were counted.</param>
/// <param name="Instead">What is said where the number may not be shown, see <see cref="SmallCounts"/>; null where it
/// may.</param>
public sealed record RowCount(Trace Trace, string? Instead = null)
{
    /// <summary>How whole the rows are.</summary>
    public Footing Footing { get; init; }

    /// <summary>
    /// The part that is compared, where not all of the year is; null where all is.
    /// </summary>
    internal PartCount? Part { get; init; }

    public int Count => Trace.Rows.Count;

    /// <summary>
    /// Those of them of which nothing is told alone. A reader who subtracts the rows that are told finds this number.
    /// </summary>
    public int OnlyCounted => Trace.Rows.Count(r => r.IsCounted);

    /// <summary>The figure as the reader sees it: the number, or words in its place.</summary>
    public Entry<decimal> Figure
    {
        get
        {
            if ((Instead ?? (Count == 0 ? Footing.Unknowable : null)) is { } words)
                return new(null, words);
            return new(Count, Swedish.Number(Count));
        }
    }

    /// <summary>The figure of a year that may have no rows at all.</summary>
    internal static Entry<decimal> FigureOf(RowCount? count) => count?.Figure ?? new(null, Footing.NoRows);

    /// <inheritdoc cref="FigureOf(RowCount)"/>
    internal static Entry<decimal> FigureOf(CountWithGaps? count) => count?.Figure ?? new(null, Footing.NoRows);

    /// <summary>Against last year in words, where both numbers may be shown and are of all rows.</summary>
    /// <param name="before">Null when last year has no rows at all.</param>
    public string Trend(RowCount? before) => Language.Trend.OfCount(OfYear, before?.OfYear);

    /// <summary>Why the two may not be compared, in Swedish; null when they may.</summary>
    internal string? ObjectionTo(RowCount before) =>
        Figures.Footing.Objection(OfYear.Footing, before.OfYear.Footing, (OfYear.Value - before.OfYear.Value) ?? 0);

    /// <summary>The number as something to compare.</summary>
    internal YearFigure OfYear
    {
        get
        {
            var footing = Footing with { IsHidden = Instead is not null };
            if (Count == 0 && Footing.Unknowable is not null)
                return new(null, footing);
            return Part is null
                ? new(Count, footing)
                : new(Part.Count, footing with { NotStated = footing.NotStated + Part.Loose, Part = Part.Words });
        }
    }
}
