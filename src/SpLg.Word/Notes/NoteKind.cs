namespace SpLg.Word.Notes;

internal enum NoteKind
{
    Footnote,
    Endnote,
}

internal static class NoteKinds
{
    /// <summary>The element of a note in its own part.</summary>
    public static XName Note(this NoteKind kind) => W.Main + (kind == NoteKind.Footnote ? "footnote" : "endnote");

    /// <summary>The kind of the note that an element refers to, or null when it is no reference.</summary>
    public static NoteKind? TryOfReference(XElement element)
    {
        if (element.Name == W.FootnoteReference)
            return NoteKind.Footnote;
        return element.Name == W.EndnoteReference ? NoteKind.Endnote : null;
    }
}
