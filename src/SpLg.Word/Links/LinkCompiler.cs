namespace SpLg.Word.Links;

/// <summary>Compiles links whose target is written at every filling.</summary>
internal sealed class LinkCompiler(PartCompiler part)
{
    public void Compile(XElement link, string typed, Scope scope)
    {
        // Word has no links in links; each is compiled twice, so that those in one another would take time without end.
        if (link.Ancestors(W.Hyperlink).Any(a => a.Attribute(LinkTargets.Address) is not null))
        {
            part.Context.Report(link, "Länken står i en annan länk. Ta bort den ena.");
            part.Writer.Copy(link);
            return;
        }
        part.Context.TakeExpressions(1);
        if (
            MixedTextCompiler.TryCompile(
                typed,
                scope,
                message => part.Context.Report(link, "Länkens adress: " + message)
            )
            is not { } address
        )
        {
            part.Writer.Copy(link);
            return;
        }
        var label = address.Pieces.FirstOrDefault(p => p.Source is not null)?.Text ?? typed;
        part.Unit(
            label,
            UnitLevel.Runs,
            [link],
            () =>
            {
                var findings = part.Context.Count;
                var linked = Linked(link, scope);
                // A fault in it is told once.
                var plain = part.Context.Count > findings ? [] : Plain(link, scope);
                part.Writer.Slot(new LinkNode(address, linked, plain));
            }
        );
    }

    private FillNode[] Linked(XElement link, Scope scope)
    {
        var tag = new XElement(
            W.Hyperlink,
            link.Attributes().Where(a => a.Name != LinkTargets.Address),
            new XAttribute(W.RelationshipId, "")
        );
        part.Writer.Push();
        part.Writer.Start(
            tag,
            new Dictionary<XName, IReadOnlyList<object>> { [W.RelationshipId] = [new LinkIdNode()] }
        );
        part.Inlines.Nodes(BlockCompiler.In(link), scope);
        part.Writer.End(tag);
        return part.Writer.Pop();
    }

    // Words that lead nowhere must not look like a link.
    private FillNode[] Plain(XElement link, Scope scope)
    {
        var plain = new XElement(link);
        foreach (
            var style in plain
                .Descendants(W.RunProperties)
                .Elements(W.RunStyle)
                .Where(s => part.Context.Styles.LinkStyle == (string?)s.Attribute(W.Value))
                .ToList()
        )
            style.Remove();
        part.Writer.Push();
        part.Inlines.Nodes(BlockCompiler.In(plain), scope);
        return part.Writer.Pop();
    }
}
