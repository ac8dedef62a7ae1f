namespace SpLg.Word.Filling;

/// <summary>The content of a table cell, which Word wants to end with a paragraph.</summary>
internal sealed class CellContentNode(FillNode[] content) : FillNode
{
    public override bool HasHeadings { get; } = content.HasHeadings();

    public override void Write(FillRun run)
    {
        run.Enter();
        content.Write(run);
        if (run.LastClosed == Closed.Paragraph)
            return;
        run.Output.Write("<w:p/>"u8);
        run.Hash("\n"u8);
    }

    public override void CollectHeadings(FillRun run) => content.CollectHeadings(run);
}

/// <summary>The rows of a table that may come to none, which Word does not accept.</summary>
internal sealed class RowsNode(byte[] whenEmpty, FillNode[] content) : FillNode
{
    public override bool HasHeadings { get; } = content.HasHeadings();

    public override void Write(FillRun run)
    {
        var closings = run.Closings;
        content.Write(run);
        if (run.Closings != closings)
            return;
        run.Output.Write(whenEmpty);
        run.Hash("\n"u8);
    }

    public override void CollectHeadings(FillRun run) => content.CollectHeadings(run);
}

/// <summary>Stands before a table: Word joins two tables that have nothing between them.</summary>
internal sealed class BeforeTableNode : FillNode
{
    public override void Write(FillRun run)
    {
        if (run.LastClosed != Closed.Table)
            return;
        run.Output.Write("<w:p/>"u8);
        run.Hash("\n"u8);
    }
}
