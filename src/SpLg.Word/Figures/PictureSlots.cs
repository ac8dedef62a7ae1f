namespace SpLg.Word.Figures;

/// <summary>The relationship id of the open picture.</summary>
internal sealed class PictureIdNode : FillNode
{
    public override void Write(FillRun run) => run.Markup(run.Picture!.RelationshipId);
}

/// <summary>One side of the open picture, the largest that fits the frame with the proportions kept.</summary>
/// <param name="width">The frame, in EMU (914 400 to the inch).</param>
internal sealed class PictureSizeNode(long width, long height, bool isWidth) : FillNode
{
    public override void Write(FillRun run)
    {
        var picture = run.Picture!;
        var widthRules = picture.Width * height >= picture.Height * width;
        var side = (isWidth, widthRules) switch
        {
            (true, true) => width,
            (true, false) => height * picture.Width / picture.Height,
            (false, true) => width * picture.Height / picture.Width,
            (false, false) => height,
        };
        run.Markup(Math.Max(1, side).ToString());
    }
}

/// <summary>Nodes written one after the other.</summary>
internal sealed class GroupNode(FillNode[] content) : FillNode
{
    public override void Write(FillRun run) => content.Write(run);
}
