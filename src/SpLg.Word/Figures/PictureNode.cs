namespace SpLg.Word.Figures;

/// <summary>A picture in the template's frame; nothing is shown when the field is empty.</summary>
internal sealed class PictureNode(ValueSource source, FillNode[] content) : FillNode
{
    private const string ImageType = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image";

    public override void Write(FillRun run)
    {
        if (source.Read(run) is not ReadOnlyMemory<byte> { IsEmpty: false } png)
        {
            run.Output.Write("<w:r><w:t></w:t></w:r>"u8);
            return;
        }
        var (width, height) = Png.Size(png.Span);
        run.Picture = new(run.Relationships.Add(ImageType, "/" + run.Media.Add(png)), width, height);
        content.Write(run);
    }
}
