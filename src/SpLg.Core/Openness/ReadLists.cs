namespace SpLg.Core.Openness;

/// <summary>
/// All lists of one reading. What an open edition holds of them is read from the same cells, once: the checks, what
/// stops a publication and the document all ask for it.
/// </summary>
internal sealed class ReadLists
{
    public static readonly ReadLists None = new([], TimeZoneInfo.Utc);

    private readonly OnceOpened once;

    public ReadLists(IReadOnlyList<ReadList> lists, TimeZoneInfo zone)
        : this(lists, zone, new()) { }

    private ReadLists(IReadOnlyList<ReadList> lists, TimeZoneInfo zone, OnceOpened once) =>
        (All, Zone, this.once) = (lists, zone, once);

    public IReadOnlyList<ReadList> All { get; }

    public TimeZoneInfo Zone { get; }

    public ReadList? TryFind(ListOf list) => All.FirstOrDefault(l => l.List == list);

    // Made twice by two callers at one time it is the same both times.
    public OpenedLists Opened(OrganisationLists of)
    {
        if (once.Lists is null || !ReferenceEquals(once.Links, of.ListLinks))
            (once.Lists, once.Links) = (OpenedLists.Of(of), of.ListLinks);
        return once.Lists;
    }

    /// <summary>The same with something added to each row of a list that does not change what is open of it.</summary>
    public ReadLists With<T>(ListOf<T> list, Func<T, T> change)
        where T : class, ISourceRow =>
        new([.. All.Select(l => l.List == list ? l with { Rows = Changed(l.Rows, change) } : l)], Zone, once);

    // Of the record's own type, so that they can be had as such.
    private static T[] Changed<T>(IReadOnlyList<ISourceRow> rows, Func<T, T> change)
        where T : class, ISourceRow => [.. rows.Cast<T>().Select(change)];

    private sealed class OnceOpened
    {
        public OpenedLists? Lists { get; set; }

        /// <summary>Which addresses are closed is told by those of the lists.</summary>
        public IReadOnlyDictionary<string, Uri>? Links { get; set; }
    }
}
