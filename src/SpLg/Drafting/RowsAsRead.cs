namespace SpLg.Drafting;

/// <summary>The rows of all lists as they were at one time: all that a document is made of but its template.</summary>
/// <param name="Rows">By the list's English name. A list that is not there is absent.</param>
/// <param name="ReadOn">When the reading began; the clock is read once.</param>
/// <param name="Zone">The site's time zone.</param>
/// <param name="Links">Where each list is opened in the browser, by Swedish title; empty for rows from files.</param>
internal sealed record RowsAsRead(
    IReadOnlyDictionary<string, IReadOnlyList<ListRow>> Rows,
    SiteSchema Schema,
    DateTimeOffset ReadOn,
    TimeZoneInfo Zone,
    IReadOnlyDictionary<string, Uri> Links
)
{
    /// <summary>The day of the reading where the site is.</summary>
    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(ReadOn, Zone).DateTime);

    /// <summary>How these rows differ from those of the last approved review; null when there is none.</summary>
    public SinceApproval? SinceApproval { get; init; }

    /// <summary>How many rows each list had, by Swedish title.</summary>
    public IReadOnlyDictionary<string, int> Counts =>
        Rows.ToDictionary(r => Schema.List(r.Key).Title, r => r.Value.Count, StringComparer.Ordinal);

    /// <summary>What rows marked Sekretess hold, which nothing but the full edition says.</summary>
    public SecretTexts Secrets => field ??= SecretTexts.Of(Rows, Schema);

    /// <param name="findings">Gets what the cells hold wrongly.</param>
    public OrganisationLists Typed(ICollection<Finding> findings) =>
        OrganisationLists.Read(Rows, Schema, Zone, findings) with
        {
            ListLinks = Links,
            SinceApproval = SinceApproval,
        };
}
