namespace SpLg.Word.Regenerating;

/// <summary>
/// Puts content controls around generated blocks that have lost theirs, between the hidden bookmarks that say where a
/// block begins and ends. What was seen of LibreOffice 7.4: it drops the tags of controls, ends a control early or
/// moves it among words, joins an empty paragraph that ends a section with the one before it, and moves the bookmarks
/// of a paragraph that ends a section to what stands before.
/// </summary>
/// <param name="blocks">The blocks by id.</param>
internal sealed class MarkedBlocks(IReadOnlyDictionary<string, Prototype> blocks, XmlBudget budget)
{
    // A document of 300 pages has some thousand blocks among some thousand paragraphs.
    private const int MostNeighbours = 50_000_000;

    private static readonly XName[] Unsaying = [W.Alias, W.Id, W.RunProperties, W.Main + "docPartObj"];

    private static readonly HashSet<XName> Unseen =
    [
        W.ParagraphProperties,
        W.RunProperties,
        W.BookmarkStart,
        W.BookmarkEnd,
        W.Main + "proofErr",
        W.Main + "lastRenderedPageBreak",
        W.Main + "commentRangeStart",
        W.Main + "commentRangeEnd",
        W.Main + "commentReference",
        W.Main + "fldChar",
        W.Main + "instrText",
    ];

    private readonly Dictionary<uint, int> numbers = blocks
        .Values.Select(b => BlockMark.NumberOf(b.Id))
        .Index()
        .DistinctBy(n => n.Item)
        .ToDictionary(n => n.Item, n => n.Index);

    private readonly Dictionary<uint, Prototype> byNumber = blocks
        .Values.DistinctBy(b => BlockMark.NumberOf(b.Id))
        .ToDictionary(b => BlockMark.NumberOf(b.Id));

    /// <returns>Blocks that cannot be told from what stands around them; they are left as they stand.</returns>
    public IReadOnlyList<(XElement At, Prototype Block)> Wrap(XElement root)
    {
        var controlled = root.Descendants(W.Sdt)
            .Select(Restorer.TryId)
            .Where(id => id is not null)
            .ToHashSet(StringComparer.Ordinal);
        var ends = root.Descendants(W.BookmarkEnd)
            .ToLookup(e => (string?)e.Attribute(W.Id) ?? "", StringComparer.Ordinal);
        var pairs = root.Descendants(W.BookmarkStart)
            .Select(s => BlockMark.TryRead(s, ends[(string?)s.Attribute(W.Id) ?? ""]))
            .OfType<FoundMark>()
            .Where(m => byNumber.TryGetValue(m.Number, out var block) && !controlled.Contains(block.Id))
            .GroupBy(m => (m.Number, m.Copy))
            .Select(m =>
                (
                    Block: byNumber[m.Key.Number],
                    First: Only(m.Where(f => f.IsFirst)),
                    Last: Only(m.Where(l => !l.IsFirst)),
                    At: m.First().Paragraph ?? root
                )
            )
            .ToList();
        if (pairs.Count == 0)
            return [];
        CheckEffort(root, pairs.Count);
        Unwrap(root);
        Order([
            .. pairs
                .SelectMany(p => new[] { p.First, p.Last })
                .OfType<FoundMark>()
                .Where(m => m.Level == UnitLevel.Runs),
        ]);
        foreach (
            var mark in budget
                .Time.Watch(pairs)
                .SelectMany(p => new[] { p.First, p.Last })
                .OfType<FoundMark>()
                .Where(m => m.Level == UnitLevel.Blocks)
        )
            MoveToSection(mark);
        foreach (var (_, first, _, _) in budget.Time.Watch(pairs))
        {
            if (first is { Level: UnitLevel.Blocks })
                Split(first);
        }
        return
        [
            .. budget
                .Time.Watch(pairs)
                .Where(p => p is not ({ } block, { } first, { } last, _) || !TryWrap(block, first, last))
                .Select(p => (p.At, p.Block)),
        ];
    }

    // Each block is looked for among its neighbours.
    private static void CheckEffort(XElement root, int blocks)
    {
        var most = root.DescendantsAndSelf().Max(e => e.Elements().Take(MostNeighbours).Count());
        if ((long)blocks * most > MostNeighbours)
            throw new DocumentTooLargeException(
                "",
                $"{blocks} ifyllda delar, som ett annat program har sparat om, bland för mycket annat"
            );
    }

    // LibreOffice sometimes writes the same bookmark twice in its place.
    private static FoundMark? Only(IEnumerable<FoundMark> marks) =>
        marks.ToList() is [var only, .. var again] && again.TrueForAll(m => m.Paragraph == only.Paragraph)
            ? only
            : null;

    private bool TryWrap(Prototype block, FoundMark first, FoundMark last) =>
        first.Level == UnitLevel.Runs ? TryRuns(first.At, last.At, block) : TryParagraphs(first, last, block);

    // Controls that only have the title of a block, or say nothing, are what is left of the blocks' own.
    private void Unwrap(XElement root)
    {
        var labels = blocks.Values.Select(b => b.Label).ToHashSet(StringComparer.Ordinal);
        foreach (var control in budget.Time.Watch(root.Descendants(W.Sdt).ToList()))
        {
            var properties = control.Element(W.SdtProperties)?.Elements().ToList() ?? [];
            var title = control.Element(W.SdtProperties).ValueOf(W.Alias);
            if (
                title is null
                    ? properties.Count > 0
                    : !labels.Contains(title) || !properties.TrueForAll(p => Unsaying.Contains(p.Name))
            )
                continue;
            var content = control.Element(W.SdtContent)?.Nodes().ToList() ?? [];
            Remove(content);
            control.ReplaceWith(content);
        }
    }

    // Marks with nothing between them come in any order from LibreOffice.
    private void Order(IReadOnlyList<FoundMark> marks)
    {
        var byElement = marks.ToDictionary(m => m.At);
        foreach (var parent in marks.Select(m => m.At.Parent!).Distinct().ToList())
        {
            var together = new List<FoundMark>();
            foreach (var child in budget.Time.Watch(parent.Elements().ToList()))
            {
                if (byElement.TryGetValue(child, out var mark))
                {
                    together.Add(mark);
                }
                else if (IsSeen(child) || child.Descendants(W.Main + "fldChar").Any())
                {
                    PutInOrder(together);
                    together.Clear();
                }
            }
            PutInOrder(together);
        }
    }

    private void PutInOrder(List<FoundMark> together)
    {
        if (together.Count < 2)
            return;
        var ordered = together
            .GroupBy(m => (m.Number, m.Copy))
            .OrderBy(b => PlaceOf([.. b]))
            .ThenBy(b => numbers.GetValueOrDefault(b.Key.Number, -1))
            .SelectMany(b => b.OrderBy(m => !m.IsFirst))
            .ToList();
        var place = new XElement(W.BookmarkEnd);
        together[0].At.AddBeforeSelf(place);
        together.ForEach(m => m.At.Remove());
        place.ReplaceWith(ordered.Select(m => m.At));

        // A block that ends here comes first, then those that hold nothing, as they were written, then the one that
        // begins.
        static int PlaceOf(IReadOnlyList<FoundMark> block) =>
            block switch
            {
                [{ IsFirst: true }] => 2,
                [_] => 0,
                _ => 1,
            };
    }

    private bool TryRuns(XElement first, XElement last, Prototype block)
    {
        if (
            first.Ancestors(W.Paragraph).FirstOrDefault() is not { } paragraph
            || last.Ancestors(W.Paragraph).FirstOrDefault() != paragraph
        )
            return false;
        var around = first.Ancestors().First(a => last.Ancestors().Contains(a));
        var (from, to) = (ChildOf(around, first), ChildOf(around, last));
        if (
            SeenAmong(first.ElementsBeforeSelf(), first.Parent!, around)
            || SeenAmong(last.ElementsAfterSelf(), last.Parent!, around)
        )
            return false;
        if (to.IsBefore(from))
        {
            // The order of marks with nothing between them means nothing.
            if (to.ElementsAfterSelf().TakeWhile(e => e != from).Any(IsSeen))
                return false;
            (from, to) = (to, from);
        }
        Wrap([.. from.ElementsAfterSelf().TakeWhile(e => e != to)], from, block);
        return true;
    }

    // Something that belongs to a link or a tracked change must not be taken into a block with its neighbours.
    private static bool SeenAmong(IEnumerable<XElement> beside, XElement parent, XElement around) =>
        parent != around && beside.Any(IsSeen);

    private bool TryParagraphs(FoundMark first, FoundMark last, Prototype block)
    {
        if (
            Lifted(first) is not { } from
            || Lifted(last) is not { } to
            || from.Parent != to.Parent
            || to.IsBefore(from)
        )
            return false;
        List<XElement> content = from == to ? [from] : [from, .. from.ElementsAfterSelf().TakeWhile(e => e != to), to];
        var sections = Sections(content, block);
        Wrap(content, null, block).AddAfterSelf(sections.Select(Breaks.Paragraph));
        return true;
    }

    // From the end of the paragraph before the one where it was put, which ends a section.
    private static void MoveToSection(FoundMark mark)
    {
        if (
            mark.Paragraph is not { } paragraph
            || EndsSection(paragraph)
            || paragraph.ElementsAfterSelf().FirstOrDefault() is not { } next
            || !EndsSection(next)
        )
            return;
        var at = ChildOf(paragraph, mark.At);
        if (!at.ElementsBeforeSelf().Any(IsSeen) || at.ElementsAfterSelf().Any(IsSeen))
            return;
        mark.At.Remove();
        next.Element(W.ParagraphProperties)!.AddAfterSelf(mark.At);
    }

    private static bool EndsSection(XElement paragraph) =>
        paragraph.Name == W.Paragraph && paragraph.Elements(W.ParagraphProperties).Elements(W.Section).Any();

    // A paragraph that was joined with the one before it begins where its mark stands.
    private void Split(FoundMark first)
    {
        if (first.Paragraph is not { } paragraph)
            return;
        var at = ChildOf(paragraph, first.At);
        while (
            at.ElementsBeforeSelf().LastOrDefault() is { } before
            && before.Name != W.ParagraphProperties
            && !IsSeen(before)
        )
            at = before;
        var head = at.ElementsBeforeSelf().Where(e => e.Name != W.ParagraphProperties).ToList();
        if (!head.Exists(IsSeen))
            return;
        var properties = paragraph.Element(W.ParagraphProperties) is { } both ? new XElement(both) : null;
        properties?.Element(W.Section)?.Remove();
        Remove(head);
        paragraph.AddBeforeSelf(new XElement(W.Paragraph, properties, head));
    }

    // Goes up from the mark's paragraph to the node that stands at the block's own level.
    private static XElement? Lifted(FoundMark mark)
    {
        var at = mark.Paragraph;
        for (var i = 0; i < mark.Depth; i++)
            at = at?.Ancestors(W.Table).FirstOrDefault();
        return mark.Level == UnitLevel.Rows ? at?.Ancestors(W.Row).FirstOrDefault() : at;
    }

    // A section that the block never ended, but that ends in its last paragraph now, goes on ending there.
    private List<XElement> Sections(List<XElement> content, Prototype block)
    {
        if (block.Nodes(budget).OfType<XElement>().DescendantsAndSelf(W.Section).Any())
            return [];
        var sections = content.Elements(W.ParagraphProperties).Elements(W.Section).ToList();
        sections.ForEach(s => s.Remove());
        return sections;
    }

    // Each is looked for among its neighbours only, to save time.
    private void Remove(IEnumerable<XNode> nodes)
    {
        foreach (var node in budget.Time.Watch(nodes))
            node.Remove();
    }

    private XElement Wrap(List<XElement> content, XElement? after, Prototype block)
    {
        var control = new XElement(
            W.Sdt,
            new XElement(W.SdtProperties, new XElement(W.Tag, new XAttribute(W.Value, Restorer.TagPrefix + block.Id)))
        );
        if (after is not null)
            after.AddAfterSelf(control);
        else
            content[0].AddBeforeSelf(control);
        Remove(content);
        control.Add(new XElement(W.SdtContent, content));
        return control;
    }

    private static XElement ChildOf(XElement around, XElement within) =>
        within.AncestorsAndSelf().First(a => a.Parent == around);

    private static bool IsSeen(XElement element) =>
        !Unseen.Contains(element.Name)
        && (element.Name != W.Run || element.Elements().Any(IsSeen))
        && (element.Name != W.Text || element.Value.Length > 0);
}
