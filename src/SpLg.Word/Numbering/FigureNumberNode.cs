namespace SpLg.Word.Numbering;

/// <summary>A fresh number for a figure in repeated content, where the template's own would be used twice.</summary>
internal sealed class FigureNumberNode : FillNode
{
    public override void Write(FillRun run) => run.Markup(run.Numbers.NextFigure().ToString());
}
