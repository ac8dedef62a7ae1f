using System.Xml.Linq;

namespace SpLg.Word.Notes;

/// <summary>All notes of a document.</summary>
internal sealed class NoteSheets(IReadOnlyList<NoteSheet> sheets)
{
    /// <summary>Those that generated content refers to.</summary>
    public IEnumerable<NoteSheet> Used => sheets.Where(s => s.IsUsed);

    public void Use(NoteKind kind) => sheets.First(s => s.Kind == kind).IsUsed = true;

    /// <summary>Takes the notes that an element refers to into their references.</summary>
    public void Inline(XElement within)
    {
        foreach (var reference in within.DescendantsAndSelf().Where(e => NoteKinds.TryOfReference(e) is not null && e.Element(NoteSheet.Inlined) is null).ToList())
            sheets.FirstOrDefault(s => s.Kind == NoteKinds.TryOfReference(reference))?.Inline(reference);
    }
}
