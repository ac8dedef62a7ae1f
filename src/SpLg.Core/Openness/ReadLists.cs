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

    // Two callers at one time may both make it, with the same result.
    public OpenedLists Opened(OrganisationLists of)
    {
        if (once.Lists is null || !ReferenceEquals(once.Links, of.ListLinks))
            (once.Lists, once.Links) = (OpenedLists.Of(of), of.ListLinks);
        return once.Lists;
    }

    /// <summary>The same as read on a day; what is open of them is the same.</summary>
    public ReadLists AsOf(DateOnly day) =>
        new([.. All.Select(l => l with { Rows = l.List.AsOf(l.Rows, day) })], Zone, once);

    private sealed class OnceOpened
    {
        public OpenedLists? Lists { get; set; }

        /// <summary>Which addresses are closed is told by those of the lists.</summary>
        public IReadOnlyDictionary<string, Uri>? Links { get; set; }
    }
}
