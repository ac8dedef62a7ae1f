namespace SpLg.Word.Figures;

/// <summary>A chart in the text; words instead where its list has no value to show.</summary>
/// <param name="id">Relationship id of the chart's part.</param>
internal sealed class ChartNode(string id, ChartBinding chart, FillNode[] content) : FillNode
{
    private const string Nothing = "Diagrammet visas inte, eftersom det saknas uppgifter.";

    public override void Write(FillRun run)
    {
        var data = ChartData.Read(chart, run.Frames[0]!);
        if (data.HasValues)
        {
            run.ShownCharts.Add(id);
            run.Chart = data;
            content.Write(run);
            return;
        }
        run.Output.Write("<w:r><w:t>"u8);
        run.Text(Nothing);
        run.Output.Write("</w:t></w:r>"u8);
    }
}

/// <summary>Data of the chart that is written, where the template says no more.</summary>
internal sealed class ChartDescriptionNode : FillNode
{
    public override void Write(FillRun run) => run.AttributeText(run.Chart!.Description());
}
