namespace SpLg.Core.Review;

/// <summary>
/// Source of a review: the lists, and the sections as they are built. A section is built when it is first asked for, by
/// the review or by another section.
/// </summary>
/// <param name="lists">In an open edition those that it may hold.</param>
/// <param name="limits">How old dates may be.</param>
/// <param name="years">The years it tells of.</param>
/// <param name="today">The day the lists were read.</param>
public sealed class ReviewSource(OrganisationLists lists, StalenessLimits limits, ReviewYears years, DateOnly today)
{
    private readonly Dictionary<Section, object?> built = [];

    public OrganisationLists Lists { get; } = lists;

    public StalenessLimits Limits { get; } = limits;

    public ReviewYears Years { get; } = years;

    /// <summary>The last day that figures can be known for.</summary>
    internal DateOnly Until => Years.KnownUntil(Today);

    public DateOnly Today { get; } = today;

    public Edition Edition { get; init; }

    /// <summary>The row that asked for the review; null when it is made without one.</summary>
    public ReviewRequest? Request { get; init; }

    /// <summary>The findings: what is wrong or missing in the lists.</summary>
    public IEnumerable<Finding> Findings { get; init; } = [];

    public T Of<T>(Section<T> section)
        where T : class => (T)Of((Section)section);

    internal object Of(Section section)
    {
        if (!built.TryGetValue(section, out var part))
        {
            built.Add(section, null);
            built[section] = part = section.Build(this);
        }
        return part ?? throw new InvalidOperationException($"The section {section.Name} is built of itself.");
    }
}
