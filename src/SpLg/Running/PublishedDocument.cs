namespace SpLg.Running;

/// <summary>A document as it now is in the library.</summary>
/// <param name="Address">Where a person opens it.</param>
/// <param name="Unchanged">True when the library already held the same, so that nothing was uploaded.</param>
/// <param name="Notes">What the person who asked should know of the files beside it, in Swedish.</param>
internal sealed record PublishedDocument(string FileName, Uri Address, bool Unchanged, DocumentFile File, IReadOnlyList<string> Notes);
