using SpLg.Word.Links;

namespace SpLg.Word.Notes;

/// <summary>
/// The footnotes or endnotes of a document. One that generated content refers to leaves them and stands inside its
/// reference, in an element <see cref="Inlined"/>: so it is kept with the content, and is made anew for each row. The
/// others are left where they are.
/// </summary>
/// <param name="root">The root of the notes' part.</param>
/// <param name="relationships">Those of the notes' part.</param>
internal sealed class NoteSheet(
    NoteKind kind,
    string part,
    XElement root,
    PartRelationships relationships,
    XmlBudget budget
)
{
    public static readonly XName Inlined = BlockStore.Namespace + "note";

    /// <summary>Stands last in the notes' part, where those that a filling makes are written.</summary>
    public static readonly XName Made = BlockStore.Namespace + "made";

    private readonly ILookup<string, XElement> notes = root.Elements(kind.Note())
        .ToLookup(n => (string?)n.Attribute(W.Id) ?? "", StringComparer.Ordinal);
    private readonly List<XElement> moved = [];
    private readonly Dictionary<string, XElement> taken = new(StringComparer.Ordinal);

    public NoteKind Kind => kind;

    public string Part => part;

    /// <summary>Generated content has notes of this kind.</summary>
    public bool IsUsed { get; set; }

    /// <summary>The highest id among the notes that are left.</summary>
    public int LastId =>
        root.Elements(kind.Note())
            .Select(n => int.TryParse((string?)n.Attribute(W.Id), CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Append(0)
            .Max();

    public void Inline(XElement reference)
    {
        var id = (string?)reference.Attribute(W.Id) ?? "";
        if (taken.TryGetValue(id, out var known))
        {
            // The content was copied with its reference.
            budget.Take(Siblings.Size(known), part);
            reference.Add(new XElement(known));
            return;
        }
        if (notes[id].FirstOrDefault() is not { } note)
            return;
        LinkTargets.TakeAll(note, relationships);
        moved.Add(note);
        // Moved and not copied: the paragraphs know their places.
        var nodes = note.Nodes().ToList();
        note.RemoveNodes();
        var inlined = new XElement(Inlined, nodes);
        reference.Add(inlined);
        taken.Add(id, inlined);
    }

    /// <summary>Takes away the notes that have moved into their references.</summary>
    public void RemoveMoved() => Siblings.RemoveAll(moved);

    public void MarkEnd() => root.Add(new XElement(Made, new XAttribute("kind", kind.ToString())));
}
