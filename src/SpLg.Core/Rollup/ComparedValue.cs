namespace SpLg.Core.Rollup;

/// <summary>A number, or a share of a whole, of one organisation or of all of them together.</summary>
/// <param name="Number">0 when it is not known.</param>
/// <param name="Whole">What the number is a share of; null for a mere number.</param>
/// <param name="Unknown">Rows that do not say and are in neither.</param>
/// <param name="Organisations">Organisations that a total lacks.</param>
/// <param name="Instead">What is said where the number is not known.</param>
public sealed record ComparedValue(
    ComparedState State,
    decimal Number = 0,
    decimal? Whole = null,
    int Unknown = 0,
    int Organisations = 0,
    string? Instead = null
)
{
    /// <summary>
    /// The number as something to compare, with how whole the rows are that it was counted among; null where it is just
    /// the number.
    /// </summary>
    private YearFigure? Compared { get; init; }

    /// <summary>The words for a share of nothing.</summary>
    internal const string NothingToCount = "inget att räkna";

    public static readonly ComparedValue Missing = new(ComparedState.Missing, Instead: CountWithGaps.NoData);

    /// <summary>The rows are there, but none may be told of outside the organisation.</summary>
    public static readonly ComparedValue NotOpen = new(ComparedState.Missing, Instead: Footing.NotOpen);

    public static readonly ComparedValue Hidden = new(ComparedState.Hidden, Instead: SmallCounts.Hidden);

    /// <summary>A number that all rows tell of.</summary>
    public bool IsWhole => State == ComparedState.Known && Unknown == 0 && Organisations == 0;

    /// <summary>A number for a format or a chart where it is one, else words.</summary>
    public Entry<decimal> Figure => new(IsWhole && Whole is null ? Number : null, ToString());

    public static ComparedValue Of(decimal? number) => number is { } known ? new(ComparedState.Known, known) : Missing;

    public static ComparedValue Of(RowCount count)
    {
        if (count.Instead is not null)
            return Hidden with { Instead = count.Instead };
        return count.Figure.Value is null
            ? Missing with
            {
                Instead = count.Figure.Text,
            }
            : Of(count.Count) with
            {
                Compared = count.OfYear,
            };
    }

    public static ComparedValue Of(CountWithGaps count)
    {
        if (count.IsHidden)
            return Hidden with { Instead = count.Figure.Text };
        return count.Known == 0 && count.Rows > 0
            ? Missing
            : new(ComparedState.Known, count.Count, Unknown: count.Unknown);
    }

    /// <summary>The sum of what rows say.</summary>
    public static ComparedValue Sum<T>(IReadOnlyCollection<T> rows, Func<T, decimal?> number) =>
        rows.Count > 0 && rows.All(r => number(r) is null)
            ? Missing
            : new(ComparedState.Known, rows.Sum(r => number(r) ?? 0), Unknown: rows.Count(r => number(r) is null));

    /// <param name="unknown">Rows that do not say and are not in <paramref name="whole"/>.</param>
    public static ComparedValue Share(decimal part, decimal whole, int unknown = 0) =>
        whole == 0 && unknown > 0 ? Missing : new(ComparedState.Known, part, whole, unknown);

    /// <summary>
    /// All together: one hidden number hides the sum, from which it could be found; one that is missing is told beside
    /// it.
    /// </summary>
    public static ComparedValue Total(IReadOnlyCollection<ComparedValue> all)
    {
        var known = all.Where(m => m.State == ComparedState.Known).ToList();
        if (all.Any(m => m.State == ComparedState.Hidden))
            return Hidden;
        return known.Count == 0
            ? Missing
            : new(
                ComparedState.Known,
                known.Sum(m => m.Number),
                known.Any(m => m.Whole is not null) ? known.Sum(m => m.Whole ?? 0) : null,
                known.Sum(m => m.Unknown),
                all.Count - known.Count
            )
            {
                Compared = known
                    .Select(m => m.OfYear)
                    .Aggregate((sum, next) => new((sum.Value ?? 0) + (next.Value ?? 0), sum.Footing + next.Footing)),
            };
    }

    /// <summary>Against the year before, in words without the numbers.</summary>
    public string Trend(ComparedValue before, Polarity polarity)
    {
        if (State == ComparedState.Hidden || before.State == ComparedState.Hidden)
            return SmallCounts.NotComparable;
        if (State == ComparedState.Missing)
            return CountWithGaps.NoData;
        if (before.State == ComparedState.Missing)
            return Language.Trend.NoComparison;
        return !IsWhole || !before.IsWhole
            ? CountWithGaps.NotComparable
            : Language.Trend.WithoutNumbers(Language.Trend.OfCount(OfYear, before.OfYear, polarity));
    }

    /// <summary>The number with its noun, in the middle of a sentence.</summary>
    public string Counted(string one, string many) =>
        IsWhole ? Swedish.Count((int)Number, one, many) : $"{this} {many}";

    /// <summary>The share in a sentence.</summary>
    /// <param name="what">What the share is of, for when there is none.</param>
    public string Shared(string what, Func<ComparedValue, string> say) =>
        this is { State: ComparedState.Known, Whole: > 0 } ? say(this) : $"{what} går inte att räkna samman: {this}.";

    /// <summary>The comparison with the year before, to stand after the number; empty when there is none.</summary>
    public string Against(ComparedValue before) =>
        IsWhole && before.IsWhole
            ? $" ({Language.Trend.AfterNumber(Language.Trend.OfCount(OfYear, before.OfYear))})"
            : "";

    /// <summary>How many rows have this answer; those that have none that can be read are told beside it.</summary>
    public static ComparedValue Having<TRow, TChoice>(
        IReadOnlyCollection<TRow> rows,
        Func<TRow, Entry<TChoice>> choice,
        TChoice answer
    )
        where TChoice : struct, Enum =>
        Sum(rows, r => choice(r).Value is { } value ? Convert.ToInt32(value.Equals(answer)) : null);

    /// <summary>The number as something to compare.</summary>
    internal YearFigure OfYear => Compared ?? new(Number, default);

    /// <summary>
    /// As it is shown: <c>12</c>, <c>67 % (12 av 18)</c>, <c>12 (uppgift saknas för 1 organisation)</c>.
    /// </summary>
    public override string ToString()
    {
        if (State != ComparedState.Known)
            return Instead!;
        var number = Whole switch
        {
            null => Swedish.Number(Number),
            0 => NothingToCount,
            { } whole => $"{Swedish.Share(Number, whole)} ({Swedish.Number(Number)} av {Swedish.Number(whole)})",
        };
        var rows = Swedish.Count(Unknown, "rad", "rader");
        var organisations = Swedish.Count(Organisations, "organisation", "organisationer");
        var missing = (Unknown, Organisations) switch
        {
            (0, 0) => null,
            (_, 0) => Swedish.Number(Unknown),
            (0, _) => organisations,
            _ => Swedish.Join([rows, organisations]),
        };
        return missing is null ? number : $"{number} (uppgift saknas för {missing})";
    }
}
