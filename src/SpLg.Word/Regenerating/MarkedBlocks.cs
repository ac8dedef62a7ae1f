using System.Xml.Linq;
using SpLg.Word.Compiling;
using SpLg.Word.Markup;

namespace SpLg.Word.Regenerating;

/// <summary>
/// Puts content controls around generated blocks that have lost theirs, between the hidden bookmarks that say where a block begins and
/// ends. What was seen of LibreOffice 7.4: it drops the tags of controls, ends a control early or moves it among words, and joins an empty
/// paragraph that ends a section with the one before it.
/// </summary>
/// <param name="blocks">The blocks by id.</param>
internal sealed class MarkedBlocks(IReadOnlyDictionary<string, Prototype> blocks)
{
    private static readonly XName[] Unsaying = [W.Alias, W.Id, W.RunProperties, W.Main + "docPartObj"];

    private static readonly HashSet<XName> Unseen =
    [
        W.ParagraphProperties, W.RunProperties, W.BookmarkStart, W.BookmarkEnd, W.Main + "proofErr", W.Main + "lastRenderedPageBreak",
        W.Main + "commentRangeStart", W.Main + "commentRangeEnd",
    ];

    private readonly Dictionary<uint, Prototype> byNumber = blocks.Values.DistinctBy(b => BlockMark.NumberOf(b.Id)).ToDictionary(b => BlockMark.NumberOf(b.Id));

    /// <returns>Blocks that cannot be told from what stands around them; they are left as they stand.</returns>
    public IReadOnlyList<(XElement At, Prototype Block)> Wrap(XElement root)
    {
        var controlled = root.Descendants(W.Sdt).Select(Restorer.TryId).Where(id => id is not null).ToHashSet(StringComparer.Ordinal);
        var marks = root.Descendants(W.BookmarkStart)
            .Select(b => (Element: b, Mark: BlockMark.TryRead(b)))
            .Where(b => b.Mark is { } mark && byNumber.TryGetValue(mark.Number, out var block) && !controlled.Contains(block.Id))
            .GroupBy(b => b.Mark!.Value.Number, b => (b.Element, b.Mark!.Value.IsFirst, b.Mark.Value.Level, b.Mark.Value.Depth))
            .ToList();
        if (marks.Count == 0)
            return [];
        Unwrap(root);
        var left = new List<(XElement, Prototype)>();
        foreach (var mark in marks)
        {
            var block = byNumber[mark.Key];
            var (first, last) = (mark.Where(m => m.IsFirst).ToList(), mark.Where(m => !m.IsFirst).ToList());
            var isWrapped = first.Count == 1 && last.Count == 1 && (first[0].Level == UnitLevel.Runs
                ? TryRuns(first[0].Element, last[0].Element, block)
                : TryParagraphs(first[0].Element, first[0].Depth, last[0].Element, last[0].Depth, first[0].Level, block));
            if (!isWrapped)
                left.Add((mark.First().Element.Ancestors(W.Paragraph).FirstOrDefault() ?? root, block));
        }
        return left;
    }

    // Controls that only have the title of a block, or say nothing, are what is left of the blocks' own.
    private void Unwrap(XElement root)
    {
        var labels = blocks.Values.Select(b => b.Label).ToHashSet(StringComparer.Ordinal);
        foreach (var control in root.Descendants(W.Sdt).ToList())
        {
            var properties = control.Element(W.SdtProperties)?.Elements().ToList() ?? [];
            var title = control.Element(W.SdtProperties).ValueOf(W.Alias);
            if (title is null ? properties.Count > 0 : !labels.Contains(title) || !properties.TrueForAll(p => Unsaying.Contains(p.Name)))
                continue;
            var content = control.Element(W.SdtContent)?.Nodes().ToList() ?? [];
            content.ForEach(n => n.Remove());
            control.ReplaceWith(content);
        }
    }

    private static bool TryRuns(XElement first, XElement last, Prototype block)
    {
        if (first.Ancestors(W.Paragraph).FirstOrDefault() is not { } paragraph || last.Ancestors(W.Paragraph).FirstOrDefault() != paragraph)
            return false;
        var around = first.Ancestors().First(a => last.Ancestors().Contains(a));
        var (from, to) = (ChildOf(around, first), ChildOf(around, last));
        if (SeenAmong(first.ElementsBeforeSelf(), first.Parent!, around) || SeenAmong(last.ElementsAfterSelf(), last.Parent!, around))
            return false;
        if (to.IsBefore(from))
        {
            // With nothing between them their order means nothing.
            if (to.ElementsAfterSelf().TakeWhile(e => e != from).Any(IsSeen))
                return false;
            (from, to) = (to, from);
        }
        Wrap([.. from.ElementsAfterSelf().TakeWhile(e => e != to)], from, block);
        return true;
    }

    // Something that belongs to a link or a tracked change must not be taken into a block with its neighbours.
    private static bool SeenAmong(IEnumerable<XElement> beside, XElement parent, XElement around) => parent != around && beside.Any(IsSeen);

    private static bool TryParagraphs(XElement first, int firstDepth, XElement last, int lastDepth, UnitLevel level, Prototype block)
    {
        if (first.Ancestors(W.Paragraph).FirstOrDefault() is not { } begin)
            return false;
        if (level == UnitLevel.Blocks)
            begin = Split(begin, first);
        if (last.Ancestors(W.Paragraph).FirstOrDefault() is not { } end || Lifted(begin, firstDepth, level) is not { } from || Lifted(end, lastDepth, level) is not { } to)
            return false;
        if (from.Parent != to.Parent || to.IsBefore(from))
            return false;
        List<XElement> content = [from, .. from == to ? [] : from.ElementsAfterSelf().TakeWhile(e => e != to), .. from == to ? [] : (XElement[])[to]];
        var sections = Sections(content, block);
        var control = Wrap(content, null, block);
        control.AddAfterSelf(sections.Select(Breaks.Paragraph));
        return true;
    }

    // A paragraph that was joined with the one before it begins where its mark stands.
    private static XElement Split(XElement paragraph, XElement mark)
    {
        var at = ChildOf(paragraph, mark);
        while (at.ElementsBeforeSelf().LastOrDefault() is { } before && before.Name != W.ParagraphProperties && !IsSeen(before))
            at = before;
        var head = at.ElementsBeforeSelf().ToList();
        if (!head.Exists(IsSeen))
            return paragraph;
        var joined = new XElement(W.Paragraph, paragraph.Attributes().Where(a => !Unique.IsDropped(a)));
        foreach (var element in head)
        {
            if (element.Name == W.ParagraphProperties)
            {
                joined.Add(new XElement(element));
                continue;
            }
            element.Remove();
            joined.Add(element);
        }
        joined.Element(W.ParagraphProperties)?.Element(W.Section)?.Remove();
        paragraph.AddBeforeSelf(joined);
        return paragraph;
    }

    private static XElement? Lifted(XElement paragraph, int depth, UnitLevel level)
    {
        var at = paragraph;
        for (var i = 0; i < depth; i++)
        {
            if (at.Ancestors(W.Table).FirstOrDefault() is not { } table)
                return null;
            at = table;
        }
        return level == UnitLevel.Rows ? at.Ancestors(W.Row).FirstOrDefault() : at;
    }

    // A section that the block never ended, but that ends in its last paragraph now, goes on ending there.
    private static List<XElement> Sections(List<XElement> content, Prototype block)
    {
        if (block.Nodes().OfType<XElement>().DescendantsAndSelf(W.Section).Any())
            return [];
        var sections = content.Elements(W.ParagraphProperties).Elements(W.Section).ToList();
        sections.ForEach(s => s.Remove());
        return sections;
    }

    private static XElement Wrap(List<XElement> content, XElement? after, Prototype block)
    {
        var control = new XElement(W.Sdt, new XElement(W.SdtProperties, new XElement(W.Tag, new XAttribute(W.Value, Restorer.TagPrefix + block.Id))));
        if (after is not null)
            after.AddAfterSelf(control);
        else
            content[0].AddBeforeSelf(control);
        content.ForEach(c => c.Remove());
        control.Add(new XElement(W.SdtContent, content));
        return control;
    }

    private static XElement ChildOf(XElement around, XElement within) => within.AncestorsAndSelf().First(a => a.Parent == around);

    private static bool IsSeen(XElement element) =>
        !Unseen.Contains(element.Name) && (element.Name != W.Run || element.Elements().Any(IsSeen)) && (element.Name != W.Text || element.Value.Length > 0);
}
