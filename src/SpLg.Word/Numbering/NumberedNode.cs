namespace SpLg.Word.Numbering;

/// <summary>
/// Writes nothing: a paragraph that counts in the numbering of the headings without being in the table of contents.
/// </summary>
internal sealed class NumberedNode(NumberPlace place) : FillNode
{
    public override bool HasHeadings => true;

    public override void Write(FillRun run) { }

    public override void CollectHeadings(FillRun run) => run.Lists.Next(place);
}
