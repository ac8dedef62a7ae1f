namespace SpLg.Word.Compiling;

/// <summary>
/// Where the blocks of paragraphs, rows or runs end that stand beside each other, found in one pass over them.
/// </summary>
internal sealed class BlockEnds
{
    private readonly Dictionary<XNode[], Dictionary<int, (int End, int? Otherwise)>> known = [];

    /// <returns>
    /// The index among <paramref name="nodes"/> of the marker that ends what the one at <paramref name="start"/> begins,
    /// or -1.
    /// </returns>
    public (int End, int? Otherwise) Of(ArraySegment<XNode> nodes, int start)
    {
        var all = nodes.Array!;
        if (!known.TryGetValue(all, out var ends))
            known.Add(all, ends = Find(all));
        // A part of the nodes holds whole blocks, or all that follow.
        return ends.TryGetValue(nodes.Offset + start, out var found)
            ? (found.End - nodes.Offset, found.Otherwise - nodes.Offset)
            : (-1, null);
    }

    private static Dictionary<int, (int End, int? Otherwise)> Find(XNode[] nodes)
    {
        var ends = new Dictionary<int, (int, int?)>();
        var open = new Stack<(int Start, bool IsIf, int? Otherwise)>();
        for (var i = 0; i < nodes.Length; i++)
        {
            switch (Paragraphs.TryMarker(nodes[i]))
            {
                // Meant as {{annars}}: it opens nothing, and is told of where it stands.
                case { Kind: ExpressionKind.Each, Body: "else" }:
                    break;
                case { Kind: ExpressionKind.Each or ExpressionKind.If } marker:
                    open.Push((i, marker.Kind == ExpressionKind.If, null));
                    break;
                case { Kind: ExpressionKind.Otherwise }
                    when open.TryPeek(out var condition) && condition is { IsIf: true, Otherwise: null }:
                    open.Push(open.Pop() with { Otherwise = i });
                    break;
                case { Kind: ExpressionKind.End } when open.TryPop(out var block):
                    ends[block.Start] = (i, block.Otherwise);
                    break;
            }
        }
        return ends;
    }
}
