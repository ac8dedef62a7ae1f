namespace SpLg.Word.Numbering;

/// <summary>Numbers that are given out while a document is filled.</summary>
internal sealed class FillNumbers(int lastFigure)
{
    // Far from the ids that programs give, which start at 0, and below those of a block's own bookmarks.
    private const int FirstChange = 1 << 29;

    private readonly HashSet<object> written = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<(int Copy, string Id), int> changes = [];
    private int figure = lastFigure;
    private int heading;
    private int copies;

    /// <summary>The copy of repeated content that is being written; 0 outside such.</summary>
    public int Copy { get; set; }

    public int NextFigure() => ++figure;

    public int NextHeading() => ++heading;

    public int NextCopy() => ++copies;

    /// <summary>Whether it is asked for the first time.</summary>
    public bool IsFirst(object node) => written.Add(node);

    public int Change(string id)
    {
        if (!changes.TryGetValue((Copy, id), out var number))
            changes[(Copy, id)] = number = FirstChange + changes.Count;
        return number;
    }
}
