namespace SpLg.Core.Lists;

/// <summary>The typed rows of all lists of the organisation, in the order of their ids.</summary>
public sealed record OrganisationLists
{
    /// <summary>The list is meant to have one row; the data checks say so when it has not.</summary>
    public Setting? Setting => Of(Setting.AsList).MinBy(s => RowOrder.ById(s.Origin));

    /// <summary>The lists that were asked for, whether they were there or not.</summary>
    internal IReadOnlyList<ListOf> Known { get; init; } = KnownLists.All;

    /// <summary>The same rows with the cells they were read from.</summary>
    internal ReadLists AsRead { get; init; } = ReadLists.None;

    /// <summary>True when they hold what an open edition may and nothing else.</summary>
    internal bool AreOpen { get; init; }

    /// <summary>Which numbers are too small to be told; in the full edition none.</summary>
    internal SmallCounts Small { get; init; } = SmallCounts.None;

    /// <summary>The titles of lists that are not in an open edition; empty in the full edition.</summary>
    internal IReadOnlySet<string> Closed { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>The titles of lists that were not there to read, which is not the same as empty.</summary>
    public IReadOnlySet<string> NotRead { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Where a person opens each list, by Swedish title; empty when the rows come from files.</summary>
    public IReadOnlyDictionary<string, Uri> ListLinks { get; init; } =
        new Dictionary<string, Uri>(StringComparer.Ordinal);

    /// <summary>The day they were read, from which ages are counted.</summary>
    public DateOnly ReadOn { get; init; }

    /// <summary>The same lists as read this day, by which what they hold is late or not.</summary>
    internal OrganisationLists AsOf(DateOnly day) => this with { ReadOn = day, AsRead = AsRead.AsOf(day) };

    /// <summary>The changes since the last approved review; null when there is none.</summary>
    public SinceApproval? SinceApproval { get; init; }

    /// <summary>The rows that an open edition leaves out, by Swedish list title; empty in the full edition.</summary>
    public IReadOnlyDictionary<string, LeftOutRows> LeftOut { get; init; } =
        new Dictionary<string, LeftOutRows>(StringComparer.Ordinal);

    /// <summary>By Swedish list title, the sentence by which somebody says that there is nothing in the list.</summary>
    internal IReadOnlyDictionary<string, string> StatedNil { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>How many rows of each year it has left out.</summary>
    public WithheldRows Withheld { get; init; } = WithheldRows.None;

    /// <summary>
    /// Reads every list; what a cell holds wrongly becomes a finding, and so does a list that is not there.
    /// </summary>
    /// <param name="rows">Rows by the list's English name.</param>
    /// <param name="zone">The site's time zone.</param>
    /// <param name="known">The lists to read; all that the program knows when it is not said.</param>
    public static OrganisationLists Read(
        IReadOnlyDictionary<string, IReadOnlyList<ListRow>> rows,
        SiteSchema schema,
        TimeZoneInfo zone,
        ICollection<Finding> findings,
        IReadOnlyList<ListOf>? known = null
    )
    {
        var notRead = new HashSet<string>(StringComparer.Ordinal);
        var read = new List<ReadList>();
        known ??= KnownLists.All;
        foreach (var of in known)
        {
            var list = schema.List(of.Name);
            if (rows.TryGetValue(of.Name, out var found))
            {
                IReadOnlyList<ListRow> cells = [.. found.OrderBy(row => RowOrder.ById(row.Id))];
                read.Add(new(of, list, of.Read(cells.Select(row => new RowReader(list, row, zone, findings))), cells));
                continue;
            }
            notRead.Add(list.Title);
            findings.Add(
                new(
                    FindingLevel.Warning,
                    list.Title,
                    null,
                    null,
                    $"Listan {list.Title} saknas i underlaget, så uppgifter ur den kommer inte med.",
                    null
                )
            );
        }
        return new()
        {
            Known = known,
            AsRead = new(read, zone),
            NotRead = notRead,
        };
    }

    /// <summary>The rows of a list; none when it was not read or is not in an open edition.</summary>
    public IReadOnlyList<T> Of<T>(ListOf<T> list)
        where T : class, ISourceRow => AsRead.TryFind(list) is { } read ? (IReadOnlyList<T>)read.Rows : [];
}
