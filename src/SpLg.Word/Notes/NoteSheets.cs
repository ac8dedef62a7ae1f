namespace SpLg.Word.Notes;

/// <summary>All notes of a document.</summary>
internal sealed class NoteSheets(IReadOnlyList<NoteSheet> sheets)
{
    /// <summary>Those that generated content refers to.</summary>
    public IEnumerable<NoteSheet> Used => sheets.Where(s => s.IsUsed);

    /// <summary>Makes a part of notes ready to be compiled, after what refers to them.</summary>
    public void EndOf(string part)
    {
        foreach (var sheet in sheets.Where(s => s.Part == part))
        {
            sheet.RemoveMoved();
            if (sheet.IsUsed)
                sheet.MarkEnd();
        }
    }

    public void Use(NoteKind kind) => sheets.First(s => s.Kind == kind).IsUsed = true;

    /// <summary>Takes the notes that an element refers to into their references.</summary>
    public void Inline(XElement within)
    {
        foreach (
            var reference in within
                .DescendantsAndSelf()
                .Where(e => NoteKinds.TryOfReference(e) is not null && e.Element(NoteSheet.Inlined) is null)
                .ToList()
        )
            sheets.FirstOrDefault(s => s.Kind == NoteKinds.TryOfReference(reference))?.Inline(reference);
    }
}
