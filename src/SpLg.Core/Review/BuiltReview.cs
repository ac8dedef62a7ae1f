namespace SpLg.Core.Review;

/// <summary>The review (ledningens genomgång): what each section says, and nothing that is still to be done.</summary>
public sealed record BuiltReview
{
    private BuiltReview(IReadOnlyDictionary<Section, object> parts) => Parts = parts;

    internal IReadOnlyDictionary<Section, object> Parts { get; init; }

    /// <summary>The cover, which says what review it is.</summary>
    public Cover Cover => Of(Cover.Section);

    public T Of<T>(Section<T> section)
        where T : class => (T)Parts[section];

    /// <summary>Rows in, review out: pure and deterministic, the same rows and dates give the same review.</summary>
    /// <param name="request">The row that asked for the review; null when made without one.</param>
    /// <param name="years">The years it tells of.</param>
    /// <param name="edition">An open edition is built from the rows it may hold alone; the checks look at all of
    /// them.</param>
    /// <param name="today">The day the lists were read, from which ages are counted.</param>
    /// <param name="findings">Those of the reading; the checks of the data are added, and all of them stand in the
    /// review's full edition.</param>
    public static BuiltReview Build(
        OrganisationLists lists,
        ReviewRequest? request,
        ReviewYears years,
        Edition edition,
        DateOnly today,
        ICollection<Finding> findings
    )
    {
        lists = lists.AsOf(today);
        var limits = StalenessLimits.Of(lists.Setting);
        years = years with { Rsa = Context.NewestRsa(lists, years) };
        DataChecks.Run(lists, limits, years, today, findings);
        EmptyColumns.TellOnce(lists, findings);
        foreach (var finding in lists.SinceApproval is { } since ? ChangedSinceApproval.FindingsOf(since) : [])
            findings.Add(finding);
        if (edition == Edition.Open)
        {
            var links = OpenLinks.Of(lists.ListLinks.Values);
            (lists, request) = (OpenEdition.Of(lists), request is null ? null : OpenEdition.Of(request, links));
        }
        lists = lists with { StatedNil = StatedNil.Of(lists, years, today) };
        var source = new ReviewSource(lists, limits, years, today)
        {
            Edition = edition,
            Request = request,
            Findings = findings,
        };
        return new(ReviewSections.All.ToDictionary(s => s, s => source.Of(s)));
    }
}
