namespace SpLg.Core.Figures;

/// <summary>
/// Hides, in the open edition, numbers so small that they could point at a person, and as many others as it takes for
/// the hidden ones not to be found by subtraction. A number that is hidden for being small is said to be fewer than the
/// limit; one that is hidden for another's sake is only said not to be shown.
/// </summary>
/// <param name="Limit">The lowest number that is shown; 0 shows every number.</param>
public sealed record SmallCounts(int Limit)
{
    /// <summary>
    /// The words in place of a large number that is hidden so that a small one cannot be got by subtraction.
    /// </summary>
    public const string Hidden = "visas inte";

    /// <summary>The words in place of a comparison with a hidden number.</summary>
    public const string NotComparable = "jämförs inte i den öppna utgåvan";

    /// <summary>Ends a sentence about numbers of which some are hidden.</summary>
    internal const string NotShown = "visas inte i den öppna utgåvan, eftersom något av antalen är litet";

    /// <summary>With a lower limit only ones were hidden, so that hiding a number would tell it.</summary>
    private const int Lowest = 3;

    public static readonly SmallCounts None = new(0);

    /// <summary>True when nothing small is shown.</summary>
    public bool IsOn => Limit > 0;

    /// <summary>The words in place of a small number.</summary>
    public string Words => $"färre än {Limit}";

    /// <param name="setting">The row of Inställningar, or null when there is none; it may raise the limit.</param>
    public static SmallCounts Of(Setting? setting, Edition edition) =>
        edition == Edition.Full
            ? None
            : new(Math.Max(Lowest, (int)Math.Min(setting?.SmallCount.Value ?? Lowest, 1000)));

    public bool IsSmall(int count) => count > 0 && count < Limit;

    /// <summary>
    /// Words in place of each part of a whole whose size the reader knows; null for a part that is shown.
    /// Whoever knows the whole, the parts that are shown and what the words mean is left with at least two possible
    /// values for each part that is small.
    /// </summary>
    /// <param name="parts">All parts of the whole.</param>
    public IReadOnlyList<string?> Hide(IReadOnlyList<int> parts)
    {
        var small = parts.Where(IsSmall).ToList();
        if (small.Count == 0)
            return new string?[parts.Count];
        if (AreHiddenByEachOther(small.Count, small.Sum()))
            return [.. parts.Select(p => IsSmall(p) ? Words : null)];
        // Secondary suppression: one large number is hidden too, so that a single small one cannot be got by
        // subtraction. It is large enough that the hidden sum fits every mix of small numbers.
        var cover = parts.Where(p => p >= 2 * Limit - 2).DefaultIfEmpty(0).Min();
        if (cover == 0)
            return [.. parts.Select(_ => Hidden)];
        var at = parts.ToList().IndexOf(cover);
        return [.. parts.Select((p, i) => IsSmall(p) ? Words : Covers(i))];

        string? Covers(int part) => part == at ? Hidden : null;
    }

    /// <summary>
    /// The same for numbers with their rows. Only rows that are not told one by one need protection, because they are
    /// what is left when a reader subtracts the told ones. A number that has told rows as well is not said to be fewer
    /// than the limit, because as a whole it may be more.
    /// </summary>
    internal IReadOnlyList<RowCount> Hide(params IReadOnlyList<RowCount> parts)
    {
        var instead = Hide([.. parts.Select(p => p.OnlyCounted)]);
        return
        [
            .. parts.Select(
                (p, i) => p with { Instead = instead[i] is null || p.OnlyCounted == p.Count ? instead[i] : Hidden }
            ),
        ];
    }

    /// <summary>A number, or that it is not shown.</summary>
    internal static Entry<decimal> Shown(int number, bool isHidden) =>
        isHidden ? new(null, Hidden) : new(number, Swedish.Number(number));

    /// <summary>
    /// True when few of the rows are only counted: a sum or a median of the rows would say too much of those few.
    /// </summary>
    internal bool IsFew(IEnumerable<ISourceRow> rows) => IsSmall(rows.Count(r => r.Origin.IsCounted));

    /// <summary>
    /// The reader knows their sum: each of them could then still be one, and still be the largest that is small.
    /// </summary>
    private bool AreHiddenByEachOther(int count, int sum) =>
        count > 1 && sum >= count - 1 + (Limit - 1) && sum <= 1 + (count - 1) * (Limit - 1);
}
