namespace SpLg.Word.Numbering;

/// <summary>Markup that stands in the first copy of repeated content alone.</summary>
/// <param name="of">What stands once, though it may have several places.</param>
internal sealed class FirstCopyNode(object of, FillNode[] content) : FillNode
{
    public override void Write(FillRun run)
    {
        if (run.Numbers.IsFirst(of))
            content.Write(run);
    }
}
