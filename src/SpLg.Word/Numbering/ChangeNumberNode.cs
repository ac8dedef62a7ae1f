namespace SpLg.Word.Numbering;

/// <summary>The id of a tracked change in repeated content: another in each copy, the same at both ends of it.</summary>
/// <param name="id">The template's.</param>
internal sealed class ChangeNumberNode(string id) : FillNode
{
    public override void Write(FillRun run) => run.Markup(run.Numbers.Change(id).ToString());
}
