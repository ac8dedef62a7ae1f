namespace SpLg.Word.Notes;

/// <summary>A part that gets the notes a filling makes.</summary>
/// <param name="LastId">The highest id the template's own notes in it use.</param>
internal sealed record NotePart(NoteKind Kind, string Part, int LastId);
