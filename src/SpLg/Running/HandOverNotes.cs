namespace SpLg.Running;

/// <summary>What people are to know of the drafts they have handed over: files, each with headings in it.</summary>
/// <param name="Unwritten">Where only the template's instruction stands.</param>
/// <param name="Removed">Sections of the template that a person has taken out.</param>
internal sealed record HandOverNotes(IReadOnlyList<(string File, IReadOnlyList<string> Headings)> Unwritten, IReadOnlyList<(string File, IReadOnlyList<string> Headings)> Removed);
