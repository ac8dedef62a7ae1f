namespace SpLg.Word.Regenerating;

/// <summary>Source of a generated block, kept in the document so that the block can be made again.</summary>
/// <param name="Id">Unique in the document and stable over refilling.</param>
/// <param name="Label">What a person sees as the content control's title.</param>
/// <param name="Kind">A table of contents is not watched for edits: Word itself rewrites it.</param>
/// <param name="Xml">The template's own nodes in an element of any name that declares their namespaces.</param>
internal sealed record Prototype(string Id, string Label, PrototypeKind Kind, string Xml)
{
    // The bytes that a node takes in memory.
    private const int LettersOfNode = 50;

    private static readonly XName Holder = "p";

    public static string Write(IReadOnlyList<XNode> nodes)
    {
        var holder = new XElement(Holder, nodes);
        var scope = nodes.Count > 0 ? nodes[0].Parent : null;
        var used = holder
            .Descendants()
            .SelectMany(e =>
                e.Attributes()
                    .Where(a => !a.IsNamespaceDeclaration)
                    .Select(a => a.Name.Namespace)
                    .Prepend(e.Name.Namespace)
            )
            .Distinct()
            .Where(ns => ns != XNamespace.None && ns != XNamespace.Xml)
            .ToList();
        foreach (var ns in used)
        {
            if (scope?.GetPrefixOfNamespace(ns) is { } prefix)
                holder.SetAttributeValue(XNamespace.Xmlns + prefix, ns.NamespaceName);
        }
        var document = XmlOutput.Document(new(holder));
        var text = Encoding.UTF8.GetString(document);
        return text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..];
    }

    /// <exception cref="System.Xml.XmlException">Someone has changed the kept text.</exception>
    /// <param name="budget">What the document has left: a kept text may be asked for as often as its block stands
    /// there.</param>
    public IReadOnlyList<XNode> Nodes(XmlBudget budget)
    {
        var holder = XmlPart.Parse(Encoding.UTF8.GetBytes(Xml)).Root!;
        budget.Take(Siblings.Size(holder) + (Xml.Length / LettersOfNode), Id);
        // Our own marks are never written to the document itself.
        holder
            .Descendants()
            .Attributes()
            .Where(a => a.IsNamespaceDeclaration && a.Value == BlockStore.Namespace.NamespaceName)
            .Remove();
        var nodes = holder.Nodes().ToList();
        holder.RemoveNodes();
        return nodes;
    }
}
