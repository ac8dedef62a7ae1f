namespace SpLg.Core.Rollup;

/// <summary>An organisation of the roll-up: its approved review, as it may be told outside the organisation.</summary>
/// <param name="Review">In the open edition.</param>
/// <param name="ApprovedBy">The office that approved it.</param>
/// <param name="Source">Name of the evidence file it was made of.</param>
/// <param name="Sha256">Of that file, in lower-case hexadecimal.</param>
public sealed record RollupOrganisation(
    BuiltReview Review,
    string ApprovedBy,
    DateOnly ApprovedOn,
    string Source,
    string Sha256
)
{
    /// <summary>The organisation's name; the file's where the organisation has not given one.</summary>
    public string Name => Review.Cover.Organisation ?? Source;
}
