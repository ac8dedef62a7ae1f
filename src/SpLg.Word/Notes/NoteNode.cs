namespace SpLg.Word.Notes;

/// <summary>A reference to a note, and the note itself in its own part.</summary>
/// <param name="reference">The start tag of the reference up to its id.</param>
/// <param name="note">The start tag of the note up to its id.</param>
internal sealed class NoteNode(NoteKind kind, string reference, string note, FillNode[] content) : FillNode
{
    public override void Write(FillRun run)
    {
        var notes = run.Notes.First(n => n.Kind == kind);
        var id = notes.NextId();
        run.Markup($"{reference} w:id=\"{id}\"/>");
        run.Divert(
            notes,
            () =>
            {
                run.Markup($"{note} w:id=\"{id}\">");
                content.Write(run);
                run.Markup(kind == NoteKind.Footnote ? "</w:footnote>" : "</w:endnote>");
            }
        );
    }
}

/// <summary>The place in the notes' part of those that a filling makes.</summary>
internal sealed class MadeNotesNode(NoteKind kind) : FillNode
{
    public override void Write(FillRun run) => run.Output.Write(run.Notes.First(n => n.Kind == kind).Made());
}
