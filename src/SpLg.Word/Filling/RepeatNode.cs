using System.Runtime.CompilerServices;

namespace SpLg.Word.Filling;

/// <summary>Writes its content once for each row of a list (or once for a group that is there).</summary>
internal sealed class RepeatNode(ValueSource list, int frame, FillNode[] content) : FillNode
{
    public override bool HasHeadings { get; } = content.HasHeadings();

    [MethodImpl(Hot.Path)]
    public override void Write(FillRun run)
    {
        var around = run.Numbers.Copy;
        foreach (var row in list.Rows(run))
        {
            run.CountRow();
            run.Numbers.Copy = run.Numbers.NextCopy();
            run.Frames[frame] = row;
            content.Write(run);
        }
        run.Numbers.Copy = around;
    }

    public override void CollectHeadings(FillRun run)
    {
        foreach (var row in list.Rows(run))
        {
            run.CountRow();
            run.Frames[frame] = row;
            content.CollectHeadings(run);
        }
    }
}
