namespace SpLg.Approvals;

/// <summary>A part of a review as it is to lie in the library for drafts.</summary>
/// <param name="Existing">The file that is there; null when there is none.</param>
/// <param name="IsThere">True when the library has it already.</param>
/// <param name="Refilled">The coordinator's own; null when a new one has been made.</param>
internal sealed record DraftPart(
    ReviewPart Part,
    DocumentSet Set,
    PlannedDocument Document,
    DocumentFile File,
    LibraryFile? Existing,
    bool IsThere,
    Template? Refilled
);
