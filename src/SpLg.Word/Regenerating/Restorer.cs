using System.Xml;
using SpLg.Word.Comments;
using SpLg.Word.Figures;

namespace SpLg.Word.Regenerating;

/// <summary>
/// Turns the generated blocks of a filled document back into what they were made from, each inside an element
/// <see cref="Block"/> that says which block it is. What a person has written in one since is told.
/// </summary>
internal sealed class Restorer(
    BlockStore store,
    NoteSheets notes,
    StyleSheet styles,
    ICollection<EditedBlock> edited,
    XmlBudget budget
)
{
    public const string TagPrefix = "splg:";

    // A comment cannot hold a picture in every program.
    private const string PictureTold =
        "En bild. Den finns kvar i dokumentets versionshistorik: infoga den på nytt i ett eget stycke.";

    public static readonly XName Block = BlockStore.Namespace + "restored";

    private readonly Dictionary<string, StoredBlock> blocks = store.Blocks.ToDictionary(
        b => b.Prototype.Id,
        StringComparer.Ordinal
    );

    private readonly MarkedBlocks marked = new(
        store.Blocks.ToDictionary(b => b.Prototype.Id, b => b.Prototype, StringComparer.Ordinal),
        budget
    );

    private readonly HashSet<string> found = new(StringComparer.Ordinal);
    private readonly List<(StoredBlock Block, XElement At)> left = [];

    private HashSet<int> bookmarks = [];
    private string? heading;

    /// <summary>Blocks that are left as they stand, since they cannot be told from what stands around them.</summary>
    public IReadOnlyList<(StoredBlock Block, XElement At)> Left => left;

    /// <summary>Blocks of which neither control nor marks have been found in what has been restored so far.</summary>
    public IReadOnlyList<StoredBlock> Lost => [.. store.Blocks.Where(b => !found.Contains(b.Prototype.Id))];

    /// <returns>Generated content that cannot be made anew, and why, in Swedish; it is left as it stands.</returns>
    /// <exception cref="XmlException">A kept prototype has been damaged.</exception>
    public IReadOnlyList<(XElement At, string Message)> Restore(XElement root)
    {
        heading = null;
        var unmarked = marked.Wrap(root);
        var ids = unmarked.Select(l => l.Block.Id).ToHashSet(StringComparer.Ordinal);
        found.UnionWith(ids);
        left.AddRange(unmarked.DistinctBy(l => l.Block.Id).Select(l => (blocks[l.Block.Id], l.At)));
        var orphans = new List<XElement>();
        RemoveOwnBookmarks(root, ids.Select(BlockMark.NumberOf).ToHashSet());
        bookmarks = [.. root.Descendants(W.BookmarkStart).Select(Anchors.IdOf)];
        Place.KeepHeadings(root, styles);
        Visit(root, orphans);
        return
        [
            .. orphans.Select(o =>
                (
                    o,
                    "Innehållet har skapats av en tidigare körning men kan inte uppdateras, eftersom dokumentets "
                        + "dolda uppgifter saknas. Det lämnas som det är."
                )
            ),
            .. unmarked.Select(l =>
                (
                    l.At,
                    "En ifylld del här går inte längre att skilja från texten omkring den och uppdateras inte. Den lämnas som den är."
                )
            ),
        ];
    }

    private void Visit(XElement parent, List<XElement> orphans)
    {
        var restored = new Dictionary<XNode, XNode[]>();
        foreach (var child in budget.Time.Watch(parent.Elements()))
        {
            if (child.Name != W.Sdt || TryId(child) is not { } id)
            {
                Visit(child, orphans);
                Pass(child);
            }
            else if (blocks.TryGetValue(id, out var known))
            {
                restored.Add(child, [Restored(child, known)]);
            }
            else
            {
                orphans.Add(child);
                foreach (var within in child.Descendants(W.Paragraph))
                    Pass(within);
            }
        }
        if (restored.Count > 0)
            Siblings.Replace(parent, n => restored.GetValueOrDefault(n));
    }

    private void Pass(XElement element)
    {
        if (
            element.Name == W.Paragraph
            && styles.HeadingLevel(element) is not null
            && Place.Excerpt(Place.TextOf(element)) is { Length: > 0 } text
        )
            heading = text;
    }

    private XElement Restored(XElement control, StoredBlock stored)
    {
        var prototype = stored.Prototype;
        found.Add(prototype.Id);
        notes.Inline(control);
        LinkCodes.Remove(control);
        var text = BlockText.Of(control.Element(W.SdtContent)?.Nodes() ?? []);
        var now = new TextHash();
        now.Add(Encoding.UTF8.GetBytes(text));
        EditedBlock? edit = null;
        ParagraphPlace? editedAt = null;
        var nodes = prototype.Nodes(budget);
        var pictures =
            control.Descendants(W.FigureProperties).Any()
            && !nodes
                .OfType<XElement>()
                .DescendantsAndSelf()
                .Any(e => e.Name == W.FigureProperties || e.Name == W.Main + "pict");
        if (pictures)
            now.Add("picture"u8);
        if (prototype.Kind != PrototypeKind.TableOfContents && now.ToString() != stored.Hash)
        {
            var written = HandWritten.Among(
                BlockText.LinesOf(control.Element(W.SdtContent)?.Nodes() ?? []),
                stored.Lines
            );
            edited.Add(
                edit = new(
                    prototype.Id,
                    prototype.Label,
                    text.Replace('\v', '\n').TrimEnd('\n'),
                    [
                        .. budget
                            .Time.Watch(written)
                            .Select(HandWritten.Told)
                            .Where(l => !string.IsNullOrWhiteSpace(l)),
                        .. pictures ? [PictureTold] : Array.Empty<string>(),
                    ],
                    heading
                )
            );
            editedAt = written.Count > 0 && written[0].Paragraph is { } first ? Anchors.PlacesIn(control)(first) : null;
        }
        Restyle(nodes);
        Relink(nodes, control);
        if (!control.Descendants(KeptCharts.Chart).Any())
        {
            foreach (var chart in nodes.OfType<XElement>().DescendantsAndSelf(KeptCharts.Chart))
                chart.AddAnnotation(new KeptCharts.HiddenChart());
        }
        var block = new XElement(
            Block,
            new XAttribute("id", prototype.Id),
            new XAttribute("label", prototype.Label),
            new XAttribute("kind", prototype.Kind.ToString()),
            nodes
        );
        block.AddAnnotation(new FoundBlock(Anchors.Of(control, nodes, bookmarks), edit, now.ToString(), editedAt));
        return block;
    }

    // LibreOffice gives styles new ids when it saves, and keeps their names.
    private void Restyle(IReadOnlyList<XNode> prototype)
    {
        foreach (
            var use in prototype
                .OfType<XElement>()
                .DescendantsAndSelf()
                .Where(StyleSheet.IsUse)
                .Attributes(W.Value)
                .ToList()
        )
        {
            if (
                store.Styles.TryGetValue(use.Value, out var name)
                && styles.NameOf(use.Value) != name
                && styles.TryId(name) is { } id
            )
                use.Value = id;
        }
    }

    // Word gives relationships new ids when it saves: what the prototype points to has the ids of what stands there
    // now.
    private static void Relink(IReadOnlyList<XNode> prototype, XElement control)
    {
        var now = Links(control.Descendants()).ToLookup(l => (l.Parent!.Name, l.Name), l => l.Value);
        foreach (
            var links in Links(prototype.OfType<XElement>().DescendantsAndSelf()).GroupBy(l => (l.Parent!.Name, l.Name))
        )
        {
            var before = links.Select(l => l.Value).Distinct().ToList();
            var after = now[links.Key].Distinct().ToList();
            if (before.Count != after.Count || after.Exists(PartRelationships.IsOwn))
            {
                foreach (var link in links.Where(l => l.Parent!.Annotation<DeadReferences.Unplaced>() is null))
                    link.Parent!.AddAnnotation(new DeadReferences.Unplaced());
                continue;
            }
            var place = before.Index().ToDictionary(b => b.Item, b => b.Index, StringComparer.Ordinal);
            foreach (var link in links.ToList())
                link.Value = after[place[link.Value]];
        }
    }

    private static IEnumerable<XAttribute> Links(IEnumerable<XElement> elements) =>
        elements
            .Attributes()
            .Where(a => a.Name.NamespaceName == "http://schemas.openxmlformats.org/officeDocument/2006/relationships");

    /// <summary>Which generated block the control is; null when it is none.</summary>
    public static string? TryId(XElement control) =>
        control.Element(W.SdtProperties).ValueOf(W.Tag) is { } tag
        && tag.StartsWith(TagPrefix, StringComparison.Ordinal)
            ? tag[TagPrefix.Length..]
            : null;

    /// <param name="kept">The marks of these blocks stay, so that the blocks are told of as long as they stand.</param>
    private static void RemoveOwnBookmarks(XElement root, HashSet<uint> kept)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var gone = new List<XNode>();
        foreach (
            var start in root.Descendants(W.BookmarkStart)
                .Where(b =>
                    BlockMark.Is(b)
                        ? BlockMark.TryRead(b, []) is not { } mark || !kept.Contains(mark.Number)
                        : ((string?)b.Attribute(W.Name))?.StartsWith(
                            HeadingNode.BookmarkPrefix,
                            StringComparison.Ordinal
                        ) == true
                )
                .ToList()
        )
        {
            ids.Add((string?)start.Attribute(W.Id) ?? "");
            gone.Add(start);
        }
        Siblings.RemoveAll(
            gone.Concat(root.Descendants(W.BookmarkEnd).Where(b => ids.Contains((string?)b.Attribute(W.Id) ?? "")))
        );
    }
}
