namespace SpLg.Word.Compiling;

/// <summary>
/// Numbers before paragraphs, as a template's numbering has them, for the entries of a table of contents.
/// </summary>
/// <param name="root">The root of numbering.xml, or null when the template has none.</param>
internal sealed class NumberingSheet(XElement? root, StyleSheet styles, WorkTime time)
{
    private static readonly XName Properties = W.Main + "numPr";
    private static readonly XName ListId = W.Main + "numId";
    private static readonly XName LevelIndex = W.Main + "ilvl";
    private static readonly XName LevelElement = W.Main + "lvl";
    private static readonly XName Abstract = W.Main + "abstractNum";
    private static readonly XName AbstractId = W.Main + "abstractNumId";
    private readonly ILookup<string?, XElement> lists = (root?.Elements(W.Main + "num") ?? []).ToLookup(
        n => (string?)n.Attribute(ListId),
        StringComparer.Ordinal
    );
    private readonly ILookup<string?, XElement> definitions = (root?.Elements(Abstract) ?? []).ToLookup(
        a => (string?)a.Attribute(AbstractId),
        StringComparer.Ordinal
    );
    private readonly HashSet<string> ofHeadings = new(StringComparer.Ordinal);

    /// <summary>Whether a numbered paragraph counts together with the headings.</summary>
    public bool IsOfHeadings(NumberPlace place) => ofHeadings.Contains(place.Sequence);

    public void FindHeadings(XElement document) =>
        ofHeadings.UnionWith(
            time.Watch(document.Descendants(W.Paragraph))
                .Where(p => styles.HeadingLevel(p) is <= 3)
                .Select(p => TryPlace(p)?.Sequence ?? "")
                .Where(s => s.Length > 0)
        );

    /// <summary>Null for a paragraph without automatic number.</summary>
    public NumberPlace? TryPlace(XElement paragraph)
    {
        var properties = paragraph.Element(W.ParagraphProperties);
        var chain = styles.Chain(properties.ValueOf(W.ParagraphStyle)).ToList();
        var own = properties?.Element(Properties);
        var style = chain.FirstOrDefault(s =>
            s.Style.Element(W.ParagraphProperties)?.Element(Properties).ValueOf(ListId) is not null
        );
        var ofStyle = style.Style?.Element(W.ParagraphProperties)?.Element(Properties);
        var id = own.ValueOf(ListId) ?? ofStyle.ValueOf(ListId);
        // List 0 takes away the number a style gives.
        if (id is null or "0" || TryList(id) is not var (list, definition))
            return null;
        var levels = Levels(list, definition);
        var level = own is null ? OfStyle(chain, levels) : Number(own.ValueOf(LevelIndex)) ?? OfStyle(chain, levels);
        return level < 0 || level >= levels.Count
            ? null
            : new(id, (string?)definition.Attribute(AbstractId) ?? "", levels.ConvertAll(l => l.Level), level);
    }

    // A level may name the style it belongs to; that counts more than the level the style says.
    private static int OfStyle(
        IEnumerable<(string Id, XElement Style)> chain,
        List<(XElement Element, NumberLevel Level)> levels
    )
    {
        foreach (var (id, style) in chain)
        {
            if (levels.FindIndex(l => l.Element.ValueOf(W.ParagraphStyle) == id) is var linked and >= 0)
                return linked;
            if (Number(style.Element(W.ParagraphProperties)?.Element(Properties).ValueOf(LevelIndex)) is { } level)
                return level;
        }
        return 0;
    }

    private (XElement List, XElement Definition)? TryList(string id)
    {
        var list = lists[id].FirstOrDefault();
        var definition = Definition(list);
        // A definition may only point at a list style, which points at the list that has the levels.
        if (
            definition.ValueOf(W.Main + "numStyleLink") is { } name
            && styles
                .Chain(name)
                .Select(s => s.Style.Element(W.ParagraphProperties)?.Element(Properties).ValueOf(ListId))
                .FirstOrDefault()
                is { } linked
        )
        {
            definition = Definition(lists[linked].FirstOrDefault());
        }
        return list is null || definition is null ? null : (list, definition);
    }

    private XElement? Definition(XElement? list) =>
        list.ValueOf(AbstractId) is { } id ? definitions[id].FirstOrDefault() : null;

    private static List<(XElement Element, NumberLevel Level)> Levels(XElement list, XElement definition)
    {
        var levels = new List<(XElement, NumberLevel)>();
        for (var i = 0; i < 9; i++)
        {
            var changed = list.Elements(W.Main + "lvlOverride")
                .FirstOrDefault(o => Number((string?)o.Attribute(LevelIndex)) == i);
            var element =
                changed?.Element(LevelElement)
                ?? definition.Elements(LevelElement).FirstOrDefault(l => Number((string?)l.Attribute(LevelIndex)) == i);
            if (element is null)
                break;
            var start = Number(changed.ValueOf(W.Main + "startOverride"));
            levels.Add(
                (
                    element,
                    new(
                        start ?? Number(element.ValueOf(W.Main + "start")) ?? 0,
                        element.ValueOf(W.Main + "numFmt") ?? "decimal",
                        element.ValueOf(W.Main + "lvlText") ?? "",
                        Number(element.ValueOf(W.Main + "lvlRestart")),
                        start is not null,
                        element.Element(W.Main + "isLgl") is { } legal
                            && (string?)legal.Attribute(W.Value) is not ("0" or "false")
                    )
                )
            );
        }
        return levels;
    }

    private static int? Number(string? text) =>
        int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : null;
}
