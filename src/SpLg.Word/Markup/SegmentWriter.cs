using System.Buffers;
using SpLg.Word.Comments;

namespace SpLg.Word.Markup;

/// <summary>Cuts a tree that is being written into constant bytes and the slots between them.</summary>
/// <param name="lookAt">Told of texts and attributes that are the same at every filling, but for those that people
/// write.</param>
internal sealed class SegmentWriter(Action<XObject> lookAt) : XmlOutput
{
    // Markup is handed over in pieces: one that grows with the document would be copied each time it doubles.
    private const int LongestPiece = 1 << 16;

    private readonly Stack<List<FillNode>> lists = new([
        [],
    ]);
    private readonly ArrayBufferWriter<byte> text = new(256);
    private Closed lastClosed;
    private readonly HashSet<string> leftOut = new(StringComparer.Ordinal);
    private readonly Dictionary<string, XElement> shapeTypes = new(StringComparer.Ordinal);
    private readonly HashSet<string> shapeTypesAfter = new(StringComparer.Ordinal);
    private int repeats;
    private int fallbacks;

    /// <summary>
    /// True inside content that is written several times, where what must be unique in a document is left out.
    /// </summary>
    public bool InRepeat => repeats > 0;

    public void Slot(FillNode node)
    {
        Flush();
        lists.Peek().Add(node);
    }

    public void BeginRepeat() => repeats++;

    public void EndRepeat() => repeats--;

    /// <summary>From here on nodes are gathered for <see cref="Pop"/>.</summary>
    public void Push()
    {
        Flush();
        lists.Push([]);
    }

    public FillNode[] Pop()
    {
        Flush();
        return [.. lists.Pop()];
    }

    /// <summary>
    /// A start tag where some attributes hold values: the parts of such an attribute are text or nodes.
    /// </summary>
    public void Start(XElement element, IReadOnlyDictionary<XName, IReadOnlyList<object>> parts)
    {
        CloseStartTag();
        OpenTag(element);
        foreach (var attribute in element.Attributes())
        {
            if (!parts.TryGetValue(attribute.Name, out var pieces))
            {
                if (Keeps(element, attribute))
                    Attribute(element, attribute);
                continue;
            }
            Pieces(attribute.Name, pieces);
        }
    }

    public override void End(XElement element)
    {
        base.End(element);
        if (element.Name == W.Fallback)
            fallbacks--;
        if (Buffer.WrittenCount > LongestPiece)
            FlushBytes();
        if (element.Name.Namespace != W.Main)
            return;
        if (element.Name == W.Paragraph)
        {
            Seen("\n");
            lastClosed = Closed.Paragraph;
        }
        else if (element.Name == W.Row)
        {
            lastClosed = Closed.Row;
        }
        else if (element.Name == W.Table)
        {
            lastClosed = Closed.Table;
        }
        else if (element.Parent?.Name == W.Run)
        {
            Seen(BlockText.OfMark(element));
        }
    }

    protected override bool Keeps(XElement element)
    {
        if (element.Name == W.Fallback)
            fallbacks++;
        if (Anchors.IsTaken(element) || (InRepeat && Unique.IsDropped(element)))
            return false;
        if (Unique.IsShapeType(element))
            return KeepsShapeType(element);
        if (!InRepeat)
        {
            KeepTypeOf(element);
            return true;
        }
        if (!Unique.IsOfFirstCopy(element))
            return true;
        if (IsBookmarkToKeep(element))
            Slot(new FirstCopyNode(element, [new ConstantNode(Whole(element), [], Closed.Nothing)]));
        return false;
    }

    protected override void Attribute(XElement element, XAttribute attribute)
    {
        if (InRepeat && Unique.OfCopy(element, attribute) is { } pieces)
        {
            Pieces(attribute.Name, pieces);
            return;
        }
        lookAt(attribute);
        base.Attribute(element, attribute);
    }

    protected override bool Keeps(XElement element, XAttribute attribute) => !(InRepeat && Unique.IsDropped(attribute));

    protected override void Text(XText node)
    {
        base.Text(node);
        if (node.Parent?.Name == W.Text)
            Seen(node.Value);
        else if (node.Parent is not null)
            lookAt(node);
    }

    // Where the author last was, which Word writes anew at each save.
    private bool IsBookmarkToKeep(XElement element)
    {
        var id = (string?)element.Attribute(W.Id) ?? "";
        if (element.Name == W.BookmarkStart && (string?)element.Attribute(W.Name) == "_GoBack")
            leftOut.Add(id);
        return !leftOut.Contains(id);
    }

    private bool KeepsShapeType(XElement type)
    {
        var id = (string?)type.Attribute("id") ?? "";
        if (InRepeat)
            shapeTypes.TryAdd(id, type);
        if (!shapeTypes.TryGetValue(id, out var first))
            return true;
        if (!InRepeat)
            shapeTypesAfter.Add(id);
        SlotOfFirst(type, first);
        return false;
    }

    /// <summary>
    /// The first shape after repeated content that is of a type which stands there gets the type when there was no copy.
    /// </summary>
    private void KeepTypeOf(XElement shape)
    {
        if (Unique.ShapeTypeOf(shape) is { } id && shapeTypes.TryGetValue(id, out var type) && shapeTypesAfter.Add(id))
            SlotOfFirst(type, type);
    }

    private void SlotOfFirst(XElement type, XElement first)
    {
        Push();
        Start(type);
        foreach (var child in type.Nodes())
            Copy(child);
        End(type);
        Slot(new FirstCopyNode(first, Pop()));
    }

    private static byte[] Whole(XElement element)
    {
        var attributes = element
            .Attributes()
            .Where(a => a.Name.Namespace == W.Main)
            .Select(a => $" w:{a.Name.LocalName}=\"{Escape(a.Value, attribute: true)}\"");
        return Encoding.UTF8.GetBytes($"<w:{element.Name.LocalName}{string.Concat(attributes)}/>");
    }

    private void Pieces(XName name, IReadOnlyList<object> pieces)
    {
        AttributeStart(name);
        foreach (var piece in pieces)
        {
            if (piece is FillNode node)
                SlotInTag(node);
            else
                AppendAttributeText((string)piece);
        }
        Append("\"");
    }

    private void Seen(string seen)
    {
        if (fallbacks == 0)
            Encoding.UTF8.GetBytes(seen, text);
    }

    private void SlotInTag(FillNode node)
    {
        FlushBytes();
        lists.Peek().Add(node);
    }

    private void Flush()
    {
        CloseStartTag();
        FlushBytes();
    }

    private void FlushBytes()
    {
        if (Buffer.WrittenCount == 0)
            return;
        lists.Peek().Add(new ConstantNode(Buffer.WrittenSpan.ToArray(), text.WrittenSpan.ToArray(), lastClosed));
        Buffer.ResetWrittenCount();
        text.ResetWrittenCount();
        lastClosed = Closed.Nothing;
    }
}
