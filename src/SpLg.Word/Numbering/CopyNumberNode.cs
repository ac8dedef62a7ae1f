namespace SpLg.Word.Numbering;

/// <summary>Makes a name in repeated content another one in each copy.</summary>
internal sealed class CopyNumberNode : FillNode
{
    public override void Write(FillRun run) => run.Markup($"_{run.Numbers.Copy}");
}
