namespace SpLg.Word.Compiling;

/// <summary>
/// A page or section break that shares its paragraph with a marker would vanish with it: it gets a paragraph of its
/// own. A bookmark that begins or ends there moves out of it. LibreOffice 7.4 joins an empty paragraph that ends a
/// section with the one before it, and moves the bookmarks of a paragraph that ends a section one letter each time it
/// saves: such a paragraph stands alone, and holds a space.
/// </summary>
internal static class Breaks
{
    private static readonly XName[] OfRevisions =
    [
        W.Main + "ins",
        W.Deleted,
        W.MovedFrom,
        W.Main + "moveTo",
        W.Main + "rPrChange",
    ];

    /// <param name="isFilled">In a document that has been filled people's own paragraphs are left as they are.</param>
    public static void Free(XElement root, bool isFilled, WorkTime time)
    {
        var (before, after) = (new Dictionary<XNode, List<XNode>>(), new Dictionary<XNode, List<XNode>>());
        foreach (var paragraph in time.Watch(root.Descendants(W.Paragraph).ToList()))
        {
            var sections = new List<XNode>();
            if (Paragraphs.ExpressionRuns(paragraph).Any() || paragraph.Descendants(Regenerating.Restorer.Block).Any())
                FreeSection(paragraph, sections);
            else if (
                !isFilled
                && paragraph.Elements(W.ParagraphProperties).Elements(W.Section).Any()
                && !paragraph.Descendants(W.Run).Any()
            )
                paragraph.Add(Space(paragraph));
            var (first, last) = (new List<XNode>(), new List<XNode>());
            if (Paragraphs.TryOnly(paragraph) is { Kind: not ExpressionKind.Value } marker)
            {
                FreeBreaks(paragraph, first, last);
                FreeBookmarks(
                    paragraph,
                    marker.Kind == ExpressionKind.End ? last : first,
                    isEnd: marker.Kind == ExpressionKind.End
                );
            }
            if (first.Count > 0)
                before[paragraph] = first;
            if (last.Count + sections.Count > 0)
                after[paragraph] = [.. last, .. sections];
        }
        foreach (var parent in before.Keys.Concat(after.Keys).Select(p => p.Parent!).Distinct().ToList())
            Siblings.Replace(
                parent,
                n =>
                    before.ContainsKey(n) || after.ContainsKey(n)
                        ? [.. before.GetValueOrDefault(n) ?? [], n, .. after.GetValueOrDefault(n) ?? []]
                        : null
            );
    }

    /// <summary>A paragraph that only ends a section.</summary>
    public static XElement Paragraph(XElement section)
    {
        var paragraph = new XElement(W.Paragraph, new XElement(W.ParagraphProperties, section));
        paragraph.Add(Space(paragraph));
        return paragraph;
    }

    // As high as the mark of the paragraph, so that no line grows.
    private static XElement Space(XElement paragraph)
    {
        var look = paragraph
            .Elements(W.ParagraphProperties)
            .Elements(W.RunProperties)
            .Elements()
            .Where(e => !OfRevisions.Contains(e.Name))
            .ToList();
        return new(
            W.Run,
            look.Count == 0 ? null : new XElement(W.RunProperties, look),
            new XElement(W.Text, new XAttribute(XNamespace.Xml + "space", "preserve"), " ")
        );
    }

    private static void FreeSection(XElement paragraph, List<XNode> after)
    {
        if (paragraph.Element(W.ParagraphProperties)?.Element(W.Section) is { } section)
        {
            section.Remove();
            after.Add(Paragraph(section));
        }
    }

    private static void FreeBreaks(XElement paragraph, List<XNode> before, List<XNode> after)
    {
        var marker = Paragraphs.ExpressionRuns(paragraph).First();
        var (isAfter, breaks) = (false, new List<(XElement Break, bool IsAfter)>());
        foreach (var element in paragraph.Descendants())
        {
            isAfter |= element == marker;
            if (element.Name == W.Break && (string?)element.Attribute(W.Main + "type") is "page" or "column")
                breaks.Add((element, isAfter));
        }
        foreach (var (found, stands) in breaks)
            (stands ? after : before).Add(Taken(found));
    }

    // To the outside of the block that the marker begins or ends: nearest to it.
    private static void FreeBookmarks(XElement paragraph, List<XNode> beside, bool isEnd)
    {
        var marks = paragraph.Descendants().Where(e => e.Name == W.BookmarkStart || e.Name == W.BookmarkEnd).ToList();
        Siblings.RemoveAll(marks);
        beside.InsertRange(isEnd ? 0 : beside.Count, marks);
    }

    private static XElement Taken(XElement found)
    {
        found.Remove();
        return new(W.Paragraph, new XElement(W.Run, found));
    }
}
