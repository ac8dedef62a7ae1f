namespace SpLg.Word.Filling;

internal sealed class ConditionNode(Condition condition, FillNode[] then, FillNode[] otherwise) : FillNode
{
    public override bool HasHeadings { get; } = then.HasHeadings() || otherwise.HasHeadings();

    public override void Write(FillRun run) => (condition.Holds(run) ? then : otherwise).Write(run);

    public override void CollectHeadings(FillRun run) => (condition.Holds(run) ? then : otherwise).CollectHeadings(run);

    public override void AppendText(FillRun run, System.Text.StringBuilder text)
    {
        foreach (var node in condition.Holds(run) ? then : otherwise)
            node.AppendText(run, text);
    }
}
