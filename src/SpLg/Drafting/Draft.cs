namespace SpLg.Drafting;

/// <summary>A document as it would be now, and what the library has.</summary>
/// <param name="Existing">The library's file; null when there is none.</param>
/// <param name="Filled">What was filled: the library's document, or a template.</param>
/// <param name="IsThere">True when the library's document is as it would be anew.</param>
/// <param name="HasEvidence">True when its evidence is there too.</param>
/// <param name="Changes">How the lists differ from what the library's document was made of; null when that is not
/// known.</param>
internal sealed record Draft(
    PlannedDocument Document,
    LibraryFile? Existing,
    DocumentFile File,
    (string Name, byte[] Content) Filled,
    bool IsThere,
    bool HasEvidence,
    RowChanges? Changes
)
{
    /// <summary>What SharePoint takes of a comment on a version.</summary>
    private const int LongestComment = 1023;

    /// <summary>
    /// What the lists say otherwise than when the library's draft was made, in Swedish; null when that is not known.
    /// </summary>
    public string? SinceLast =>
        Changes switch
        {
            null => null,
            { Sentence: { } changes } => $"Sedan förra utkastet: {changes}.",
            _ => "Inga uppgifter i listorna har ändrats sedan förra utkastet.",
        };

    /// <summary>
    /// Whether others have saved the document since the draft before this; this run's own may have got there though
    /// the answer was lost.
    /// </summary>
    public bool IsAfterOthers(Draft before, OpenSite site) =>
        Existing is { } there
        && !site.IsOwn(there.ModifiedBy)
        && !Filled.Content.AsSpan().SequenceEqual(before.Filled.Content);

    /// <summary>For the version history, in Swedish.</summary>
    /// <param name="today">The day of the reading.</param>
    public string CommentOn(DateOnly today)
    {
        string[] sentences =
        [
            $"{(Existing is null ? "Utkast" : "Uppdaterat")} ur listorna den {Swedish.Long(today)}.",
            .. SinceLast is { } since ? new[] { since } : [],
            .. File.Overwritten.Count == 0
                ? []
                : new[]
                {
                    $"Gjort om efter ändring för hand: {string.Join(", ", File.Overwritten.Select(b => b.Where).Distinct())}.",
                },
        ];
        var comment = string.Join(' ', sentences);
        return comment.Length <= LongestComment ? comment : comment[..(LongestComment - 1)] + "…";
    }
}
