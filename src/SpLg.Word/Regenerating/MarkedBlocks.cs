using System.Xml.Linq;
using SpLg.Word.Compiling;
using SpLg.Word.Filling;
using SpLg.Word.Markup;

namespace SpLg.Word.Regenerating;

/// <summary>
/// Puts content controls around generated blocks that have lost theirs, between the hidden bookmarks that say where a block begins and
/// ends. What was seen of LibreOffice 7.4: it drops the tags of controls, ends a control early or moves it among words, joins an empty
/// paragraph that ends a section with the one before it, and moves the marks in one to the paragraph after it when it saves once more.
/// </summary>
/// <param name="stored">The blocks as they were written.</param>
internal sealed class MarkedBlocks(IReadOnlyList<StoredBlock> stored)
{
    private static readonly XName[] Unsaying = [W.Alias, W.Id, W.RunProperties, W.Main + "docPartObj"];

    private static readonly HashSet<XName> Unseen =
    [
        W.ParagraphProperties, W.RunProperties, W.BookmarkStart, W.BookmarkEnd, W.Main + "proofErr", W.Main + "lastRenderedPageBreak",
        W.Main + "commentRangeStart", W.Main + "commentRangeEnd", W.Main + "commentReference", W.Main + "fldChar", W.Main + "instrText",
    ];

    private readonly Dictionary<uint, Prototype> byNumber = stored.Select(b => b.Prototype).DistinctBy(b => BlockMark.NumberOf(b.Id)).ToDictionary(b => BlockMark.NumberOf(b.Id));

    // Those of which there was nothing to see.
    private readonly HashSet<uint> empty = [.. stored.Where(b => b.Lines == LineHashes.OfNothing).Select(b => BlockMark.NumberOf(b.Prototype.Id))];

    /// <returns>Blocks that cannot be told from what stands around them; they are left as they stand.</returns>
    public IReadOnlyList<(XElement At, Prototype Block)> Wrap(XElement root)
    {
        var controlled = root.Descendants(W.Sdt).Select(Restorer.TryId).Where(id => id is not null).ToHashSet(StringComparer.Ordinal);
        var ends = root.Descendants(W.BookmarkEnd).ToLookup(e => (string?)e.Attribute(W.Id) ?? "", StringComparer.Ordinal);
        var pairs = root.Descendants(W.BookmarkStart)
            .Select(s => BlockMark.TryRead(s, ends[(string?)s.Attribute(W.Id) ?? ""]))
            .OfType<FoundMark>()
            .Where(m => byNumber.TryGetValue(m.Number, out var block) && !controlled.Contains(block.Id))
            .Select(m => m with { At = PlaceOf(m) })
            .GroupBy(m => (m.Number, m.Copy))
            .Select(m => (Block: byNumber[m.Key.Number], First: Only(m.Where(f => f.IsFirst)), Last: Only(m.Where(l => !l.IsFirst)), At: m.First().Paragraph ?? root))
            .ToList();
        if (pairs.Count == 0)
            return [];
        Unwrap(root);
        foreach (var (_, first, last, _) in pairs)
        {
            if (first is { Level: UnitLevel.Blocks })
                Split(first);
            else if (first is { Level: UnitLevel.Runs } && last is not null)
                Uncross(first, last);
        }
        return [.. pairs.Where(p => p is not ({ } block, { } first, { } last, _) || !TryWrap(block, first, last)).Select(p => (p.At, p.Block))];
    }

    // Nothing stands in the bookmark. LibreOffice 7.4 lets one in a paragraph that ends a section begin a letter too early, and at the next
    // saving end there too. When such a paragraph was empty, it is gone: the bookmark begins at the end of the one before it, and ends in the
    // one after.
    private XElement PlaceOf(FoundMark mark) => mark.Level switch
    {
        UnitLevel.Runs => ParagraphOf(mark.End) == mark.Paragraph ? mark.End : mark.Start,
        UnitLevel.Blocks when !empty.Contains(mark.Number) => SectionEndAfter(mark.End) ?? mark.End,
        _ => mark.Start,
    };

    private static XElement? ParagraphOf(XElement element) => element.Ancestors(W.Paragraph).FirstOrDefault();

    // The content of the paragraph after that of a mark which stands after its last word, where a section ends in that paragraph.
    private static XElement? SectionEndAfter(XElement mark) =>
        ParagraphOf(mark) is { } paragraph && paragraph.Descendants(W.Run).Where(IsSeen).ToList() is [.., var last] && last.IsBefore(mark)
            ? paragraph.AncestorsAndSelf().SelectMany(a => a.ElementsAfterSelf()).SelectMany(e => e.DescendantsAndSelf(W.Paragraph)).FirstOrDefault()?.Elements(W.ParagraphProperties).Where(p => p.Element(W.Section) is not null).SelectMany(p => p.ElementsAfterSelf()).FirstOrDefault()
            : null;

    // LibreOffice sometimes writes the same bookmark twice in its place.
    private static FoundMark? Only(IEnumerable<FoundMark> marks) =>
        marks.ToList() is [var only, .. var again] && again.TrueForAll(m => m.Paragraph == only.Paragraph) ? only : null;

    private bool TryWrap(Prototype block, FoundMark first, FoundMark last) =>
        first.Level == UnitLevel.Runs ? TryRuns(first.At, last.At, block) : TryParagraphs(first, last, block);

    // Controls that only have the title of a block, or say nothing, are what is left of the blocks' own.
    private void Unwrap(XElement root)
    {
        var labels = stored.Select(b => b.Prototype.Label).ToHashSet(StringComparer.Ordinal);
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
        if (ParagraphOf(first) is not { } paragraph || ParagraphOf(last) != paragraph)
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

    // Where the next block begins right after this one, LibreOffice writes the two marks in any order.
    private static void Uncross(FoundMark first, FoundMark last)
    {
        var between = last.At.ElementsBeforeSelf().Reverse().TakeWhile(e => !IsSeen(e) && e.Name != W.ParagraphProperties).ToList();
        if (between.Count == 0 || between.Contains(first.At) || last.At.IsBefore(first.At))
            return;
        last.At.Remove();
        between[^1].AddBeforeSelf(last.At);
    }

    // Something that belongs to a link or a tracked change must not be taken into a block with its neighbours.
    private static bool SeenAmong(IEnumerable<XElement> beside, XElement parent, XElement around) => parent != around && beside.Any(IsSeen);

    private bool TryParagraphs(FoundMark first, FoundMark last, Prototype block)
    {
        if (Lifted(first) is not { } from || Lifted(last) is not { } to || from.Parent != to.Parent || to.IsBefore(from))
            return false;
        if (from == to && empty.Contains(first.Number) && from.Elements().Any(IsSeen) && SectionEndBefore(from) is { } end)
        {
            // The marks of a paragraph that is gone stand in the first of the next section.
            var own = HasSection(block) ? end : new XElement(W.Paragraph);
            if (own != end)
                end.AddBeforeSelf(own);
            Wrap([own], null, block);
            return true;
        }
        List<XElement> content = from == to ? [from] : [from, .. from.ElementsAfterSelf().TakeWhile(e => e != to), to];
        var sections = Sections(content, block);
        Wrap(content, null, block).AddAfterSelf(sections.Select(Breaks.Paragraph));
        return true;
    }

    // A paragraph that was joined with the one before it begins where its mark stands.
    private static void Split(FoundMark first)
    {
        if (first.Paragraph is not { } paragraph)
            return;
        var at = ChildOf(paragraph, first.At);
        while (at.ElementsBeforeSelf().LastOrDefault() is { } before && before.Name != W.ParagraphProperties && !IsSeen(before))
            at = before;
        var head = at.ElementsBeforeSelf().Where(e => e.Name != W.ParagraphProperties).ToList();
        if (!head.Exists(IsSeen))
            return;
        var properties = paragraph.Element(W.ParagraphProperties) is { } both ? new XElement(both) : null;
        properties?.Element(W.Section)?.Remove();
        head.ForEach(e => e.Remove());
        paragraph.AddBeforeSelf(new XElement(W.Paragraph, properties, head));
    }

    // Up to what stands where the block stands.
    private static XElement? Lifted(FoundMark mark)
    {
        var at = mark.Paragraph;
        for (var i = 0; i < mark.Depth; i++)
            at = at?.Ancestors(W.Table).FirstOrDefault();
        return mark.Level == UnitLevel.Rows ? at?.Ancestors(W.Row).FirstOrDefault() : at;
    }

    // The empty paragraph that ends a section right before this one.
    private static XElement? SectionEndBefore(XElement paragraph) =>
        paragraph.AncestorsAndSelf().SelectMany(a => a.ElementsBeforeSelf().Reverse()).FirstOrDefault(e => e.Name == W.Paragraph || e.Name == W.Table || e.Name == W.Sdt) is { } before
            && before.Elements(W.ParagraphProperties).Elements(W.Section).Any() && !before.Elements().Any(IsSeen)
            ? before
            : null;

    // A section that the block never ended, but that ends in its last paragraph now, goes on ending there.
    private static List<XElement> Sections(List<XElement> content, Prototype block)
    {
        if (HasSection(block))
            return [];
        var sections = content.Elements(W.ParagraphProperties).Elements(W.Section).ToList();
        sections.ForEach(s => s.Remove());
        return sections;
    }

    private static bool HasSection(Prototype block) => block.Nodes().OfType<XElement>().DescendantsAndSelf(W.Section).Any();

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
