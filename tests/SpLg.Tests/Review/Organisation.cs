namespace SpLg.Tests.Review;

/// <summary>Rows as Graph sends them, by list, read with the real schema and built into a review of 2026.</summary>
internal sealed class Organisation
{
    public const int Year = 2026;

    /// <summary>The year is that of the title and of the follow-up, so that a test needs rows of one year only.</summary>
    public static readonly ReviewYears Years = ReviewYears.OfOneYear(Year, Year);

    public static readonly DateOnly Today = new(2026, 11, 20);

    /// <summary>The year is over: all of it is compared.</summary>
    public static readonly DateOnly EndOfYear = new(Year, 12, 31);

    private readonly Dictionary<string, List<ListRow>> rows = SplgTemplate
        .Schema.Lists.Where(l => !l.IsLibrary)
        .ToDictionary(l => l.Name, _ => new List<ListRow>(), StringComparer.Ordinal);

    public List<Finding> Findings { get; } = [];

    public IReadOnlyDictionary<string, List<ListRow>> Rows => rows;

    /// <summary>Adds a row; ids run from 1 in each list.</summary>
    public Organisation Add(string list, params (string Column, object Value)[] cells)
    {
        var id = (rows[list].Count + 1).ToString();
        rows[list]
            .Add(
                new(
                    id,
                    "\"1\"",
                    new($"https://contoso.sharepoint.com/Lists/{list}/DispForm.aspx?ID={id}"),
                    cells.ToDictionary(
                        c => c.Column,
                        c => JsonSerializer.SerializeToElement(c.Value),
                        StringComparer.Ordinal
                    )
                )
            );
        return this;
    }

    /// <summary>The same row several times.</summary>
    public Organisation Add(int times, string list, params (string Column, object Value)[] cells)
    {
        for (var i = 0; i < times; i++)
            Add(list, cells);
        return this;
    }

    public OrganisationLists Read() =>
        OrganisationLists.Read(
            rows.ToDictionary(r => r.Key, r => (IReadOnlyList<ListRow>)r.Value),
            SplgTemplate.Schema,
            TimeZoneInfo.Utc,
            Findings
        );

    public BuiltReview BuildOn(DateOnly today) => BuiltReview.Build(Read(), null, Years, Edition.Full, today, Findings);

    /// <summary>A review of these years, read on a day.</summary>
    public BuiltReview Build(ReviewYears years, DateOnly today, Edition edition = Edition.Full) =>
        BuiltReview.Build(Read(), null, years, edition, today, Findings);

    public BuiltReview Build(Edition edition) => BuiltReview.Build(Read(), null, Years, edition, Today, Findings);

    public BuiltReview Build(ReviewRequest? request = null) =>
        BuiltReview.Build(Read(), request, Years, Edition.Full, Today, Findings);
}
