using System.Xml.Linq;
using SpLg.Word.Compiling;
using SpLg.Word.Expressions;
using SpLg.Word.Filling;
using SpLg.Word.Markup;

namespace SpLg.Word.Links;

/// <summary>Compiles links whose target is written at every filling.</summary>
internal sealed class LinkCompiler(PartCompiler part)
{
    public void Compile(XElement link, string typed, Scope scope)
    {
        if (MixedTextCompiler.TryCompile(typed, scope, message => part.Context.Report(link, "Länkens adress: " + message)) is not { } address)
        {
            part.Writer.Copy(link);
            return;
        }
        var label = address.Pieces.FirstOrDefault(p => p.Source is not null)?.Text ?? typed;
        part.Unit(label, UnitLevel.Runs, [link], () =>
        {
            var findings = part.Context.Findings.Count;
            var linked = Linked(link, scope);
            // What is wrong in it is told once.
            var plain = part.Context.Findings.Count > findings ? [] : Plain(link, scope);
            part.Writer.Slot(new LinkNode(address, linked, plain));
        });
    }

    private FillNode[] Linked(XElement link, Scope scope)
    {
        var tag = new XElement(W.Hyperlink, link.Attributes().Where(a => a.Name != LinkTargets.Address), new XAttribute(W.RelationshipId, ""));
        part.Writer.Push();
        part.Writer.Start(tag, new Dictionary<XName, IReadOnlyList<object>> { [W.RelationshipId] = [new LinkIdNode()] });
        part.Inlines.Nodes([.. link.Nodes()], scope);
        part.Writer.End(tag);
        return part.Writer.Pop();
    }

    // Words that lead nowhere do not look like a link.
    private FillNode[] Plain(XElement link, Scope scope)
    {
        var plain = new XElement(link);
        foreach (var style in plain.Descendants(W.RunProperties).Elements(W.RunStyle).Where(s => part.Context.Styles.LinkStyle == (string?)s.Attribute(W.Value)).ToList())
            style.Remove();
        part.Writer.Push();
        part.Inlines.Nodes([.. plain.Nodes()], scope);
        return part.Writer.Pop();
    }
}
