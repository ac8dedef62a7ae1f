namespace SpLg.Core.Rows;

/// <summary>
/// Which columns of Informationsbehandlingar hold anything on any row. Where a column is empty throughout, an empty
/// cell cannot be told from a column that was not in the data.
/// </summary>
public sealed record FilledColumns(bool Classified, bool RiskAnalysed, bool AccessReviewed, bool Owners, bool Managers)
{
    /// <summary>True when an object owner or an object manager is named anywhere.</summary>
    public bool Roles => Owners || Managers;

    public static FilledColumns Of(IReadOnlyList<ProcessingActivity> rows) =>
        new(
            rows.Any(r => !r.LastClassifiedOn.IsEmpty),
            rows.Any(r => !r.LastRiskAnalysedOn.IsEmpty),
            rows.Any(r => !r.LastAccessReviewedOn.IsEmpty),
            rows.Any(r => r.ObjectOwner is not null),
            rows.Any(r => r.ObjectManager is not null)
        );

    /// <summary>The Swedish names of those that are empty throughout.</summary>
    public IEnumerable<string> Empty()
    {
        if (!Classified)
            yield return "Senaste KLASSA";
        if (!RiskAnalysed)
            yield return "Senaste RSA";
        if (!AccessReviewed)
            yield return "Senaste behörighetskontroll";
        if (!Owners)
            yield return "Objektägare";
        if (!Managers)
            yield return "Objektledare";
    }
}
