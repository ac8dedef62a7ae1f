namespace SpLg.Word.Numbering;

/// <summary>Markup that stands in the first copy of repeated content alone.</summary>
internal sealed class FirstCopyNode(byte[] markup) : FillNode
{
    public override void Write(FillRun run)
    {
        if (run.Numbers.IsFirst(this))
            run.Output.Write(markup);
    }
}
