namespace SpLg.Word.Links;

/// <summary>A link to an address that the data give; only its words where that is no address.</summary>
internal sealed class LinkNode(MixedText address, FillNode[] linked, FillNode[] plain) : FillNode
{
    private const string Type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink";

    public override void Write(FillRun run)
    {
        if (TryOpen(run, address.Fill(run.Frames)))
            linked.Write(run);
        else
            plain.Write(run);
    }

    /// <summary>
    /// Makes a relationship to an address ready for <see cref="LinkIdNode"/>; false when it is no address.
    /// </summary>
    public static bool TryOpen(FillRun run, string typed)
    {
        if (WebAddress.TryRead(typed) is not { } target)
            return false;
        run.Link = run.Relationships.Add(Type, target, external: true);
        return true;
    }

    public override void AppendText(FillRun run, System.Text.StringBuilder text)
    {
        foreach (var node in plain)
            node.AppendText(run, text);
    }
}

/// <summary>The relationship id of the link that is written.</summary>
internal sealed class LinkIdNode : FillNode
{
    public override void Write(FillRun run) => run.Markup(run.Link!);
}
