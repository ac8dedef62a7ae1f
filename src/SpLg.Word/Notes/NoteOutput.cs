namespace SpLg.Word.Notes;

/// <summary>The notes of one kind that a filling makes, kept until their own part is written.</summary>
/// <param name="relationships">Those of the notes' part.</param>
internal sealed class NoteOutput(NotePart part, PartRelationships relationships, WorkTime time) : IDisposable
{
    // They are kept in memory, and as much XML is read of a document.
    private const long Most = Markup.XmlBudget.MostBytes;

    private readonly MemoryStream made = new();
    private Utf8Output? output;
    private int lastId = part.LastId;

    public NoteKind Kind => part.Kind;

    public Utf8Output Output => output ??= new(made, time, Most);

    public PartRelationships Relationships => relationships;

    public int NextId() => ++lastId;

    public ReadOnlySpan<byte> Made()
    {
        output?.Flush();
        return made.GetBuffer().AsSpan(0, (int)made.Length);
    }

    public void Dispose() => output?.Dispose();
}
