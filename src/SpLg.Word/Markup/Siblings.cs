namespace SpLg.Word.Markup;

/// <summary>
/// Changes among many nodes of one parent at once. XLinq goes through all siblings before a node to remove it or to put
/// something before it, so that one change after the other takes time that grows with the square of their number.
/// </summary>
internal static class Siblings
{
    /// <summary>Removes nodes from their parents.</summary>
    public static void RemoveAll(IEnumerable<XNode> nodes)
    {
        foreach (var siblings in nodes.GroupBy(n => n.Parent).ToList())
        {
            var gone = siblings.ToHashSet();
            if (siblings.Key is { } parent)
                Replace(parent, n => gone.Contains(n) ? [] : null);
        }
    }

    /// <summary>Puts others in the place of some children.</summary>
    /// <param name="instead">What stands instead of a node, which may be among them; null leaves it. A node among them
    /// may stand in the parent already.</param>
    public static void Replace(XElement parent, Func<XNode, IEnumerable<XNode>?> instead)
    {
        var (nodes, changed) = (new List<XNode>(), false);
        foreach (var node in parent.Nodes())
        {
            if (instead(node) is not { } others)
            {
                nodes.Add(node);
                continue;
            }
            changed = true;
            nodes.AddRange(others);
        }
        if (!changed)
            return;
        parent.RemoveNodes();
        parent.Add(nodes);
    }

    /// <summary>How many elements and attributes there are in an element, itself included.</summary>
    public static int Size(XElement element) => element.DescendantsAndSelf().Sum(e => 1 + e.Attributes().Count());
}
