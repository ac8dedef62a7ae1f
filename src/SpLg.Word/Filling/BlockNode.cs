using SpLg.Word.Regenerating;

namespace SpLg.Word.Filling;

/// <summary>
/// An outermost piece of generated content, in a content control of its own so that it can be found and made anew.
/// </summary>
/// <param name="whenEmpty">Stands in for content that came to nothing, where Word wants something; may be empty.</param>
internal sealed class BlockNode(Prototype prototype, byte[] start, byte[] whenEmpty, bool isRow, FillNode[] content) : FillNode
{
    public override bool HasHeadings { get; } = content.HasHeadings();

    public override void Write(FillRun run)
    {
        run.Output.Write(start);
        run.Enter();
        var closings = run.Closings;
        run.StartHash();
        content.Write(run);
        if (run.Closings == closings && whenEmpty.Length > 0)
        {
            run.Output.Write(whenEmpty);
            run.Hash("\n"u8);
            run.Close(isRow ? Closed.Row : Closed.Paragraph);
        }
        run.Store.Add(prototype, run.EndHash());
        run.Output.Write("</w:sdtContent></w:sdt>"u8);
    }

    public override void CollectHeadings(FillRun run) => content.CollectHeadings(run);

    public override void AppendText(FillRun run, System.Text.StringBuilder text)
    {
        foreach (var node in content)
            node.AppendText(run, text);
    }
}
