namespace SpLg.Word.Filling;

/// <summary>A value inside an attribute, such as a figure's alternative text.</summary>
internal sealed class AttributeValueNode(ValueSource source, ValueFormat format) : FillNode
{
    public override void Write(FillRun run) => run.AttributeText(format.Text(source.Read(run)));
}
