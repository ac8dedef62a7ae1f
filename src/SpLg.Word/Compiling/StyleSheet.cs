namespace SpLg.Word.Compiling;

/// <summary>
/// Facts about a template's styles that the engine needs: which paragraphs are headings, and how to write a contents
/// list. Read as plain XML, as numbering is: the SDK's classes (3.3.0) took 0.9 ms instead of 0.3 for a template's
/// styles, and 110 instead of 7 in a fresh process.
/// </summary>
internal sealed class StyleSheet
{
    private const int LongestChain = 20;

    private readonly Dictionary<string, XElement> styles;
    private readonly ILookup<string, string> ids;
    private readonly ILookup<string, string> folded;

    /// <param name="root">The root of styles.xml, or null when the template has none.</param>
    public StyleSheet(XElement? root)
    {
        styles = [];
        foreach (var style in root?.Elements(W.Main + "style") ?? [])
        {
            if ((string?)style.Attribute(W.Main + "styleId") is { } id)
                styles.TryAdd(id, style);
        }
        ids = styles
            .Where(s => s.Value.ValueOf(W.Name) is not null)
            .ToLookup(s => s.Value.ValueOf(W.Name)!, s => s.Key, StringComparer.Ordinal);
        folded = styles
            .Where(s => s.Value.ValueOf(W.Name) is not null)
            .ToLookup(s => s.Value.ValueOf(W.Name)!, s => s.Key, StringComparer.OrdinalIgnoreCase);
        ContentsStyles = [Contents(1), Contents(2), Contents(3)];
        LinkStyle = Named("hyperlink");
        GridStyle = Named("table grid");
        BulletStyle =
            Named("list bullet") is { } bullet && styles[bullet].Descendants(W.Main + "numPr").Any() ? bullet : null;
    }

    /// <summary>For levels 1 to 3.</summary>
    public IReadOnlyList<ContentsStyle> ContentsStyles { get; }

    /// <summary>A paragraph style that puts a bullet before its text; null when the template has none.</summary>
    public string? BulletStyle { get; }

    /// <summary>The character style of links; null when the template has none.</summary>
    public string? LinkStyle { get; }

    /// <summary>The table style with a line around every cell; null when the template has none.</summary>
    public string? GridStyle { get; }

    /// <summary>Whether an element names a style by its id.</summary>
    public static bool IsUse(XElement element) =>
        element.Name == W.ParagraphStyle || element.Name == W.RunStyle || element.Name == W.TableStyle;

    public string? NameOf(string id) => styles.GetValueOrDefault(id).ValueOf(W.Name);

    /// <summary>The id of the style with a name; case counts only between two that differ by it.</summary>
    public string? TryId(string name) => ids[name].FirstOrDefault() ?? Named(name);

    /// <summary>1 to 9, or null for a paragraph that is no heading.</summary>
    public int? HeadingLevel(XElement paragraph)
    {
        var properties = paragraph.Element(W.ParagraphProperties);
        return Level(properties) ?? StyleLevel(properties.ValueOf(W.ParagraphStyle));
    }

    /// <summary>A style and those it is based on, the nearest first.</summary>
    public IEnumerable<(string Id, XElement Style)> Chain(string? id)
    {
        // A chain of styles in a circle, or without end, is a mistake of the file and is cut.
        for (var step = 0; id is not null && step < LongestChain && styles.TryGetValue(id, out var style); step++)
        {
            yield return (id, style);
            id = style.ValueOf(W.Main + "basedOn");
        }
    }

    private int? StyleLevel(string? id)
    {
        foreach (var (_, style) in Chain(id))
        {
            if (Level(style.Element(W.ParagraphProperties)) is { } level)
                return level;
            if (
                style.ValueOf(W.Name) is { } name
                && name.StartsWith("heading ", StringComparison.OrdinalIgnoreCase)
                && int.TryParse(name.AsSpan(8), CultureInfo.InvariantCulture, out var number)
            )
                return number;
        }
        return null;
    }

    private ContentsStyle Contents(int level)
    {
        var id = Named($"toc {level}");
        if (id is null)
            return new(null, (level - 1) * 240, HasTab: false);
        var properties = Chain(id)
            .Select(s => s.Style.Element(W.ParagraphProperties))
            .Where(p => p is not null)
            .ToList();
        var left = properties
            .Select(p => p!.Element(W.Indent))
            .Select(i => i?.Attribute(W.Main + "left") ?? i?.Attribute(W.Main + "start"))
            .FirstOrDefault(a => a is not null);
        var tabs = properties
            .SelectMany(p => p!.Elements(W.Main + "tabs").Elements(W.Tab))
            .Select(t => (string?)t.Attribute(W.Value));
        return new(
            id,
            int.TryParse(left?.Value, CultureInfo.InvariantCulture, out var indent) ? indent : 0,
            tabs.Any(t => t is "left" or "start" or "num")
        );
    }

    // Outline level 9 means body text.
    // https://learn.microsoft.com/dotnet/api/documentformat.openxml.wordprocessing.outlinelevel
    private static int? Level(XElement? properties) =>
        int.TryParse(properties.ValueOf(W.Main + "outlineLvl"), CultureInfo.InvariantCulture, out var level)
        && level is >= 0 and < 9
            ? level + 1
            : null;

    private string? Named(string name) => folded[name].FirstOrDefault();
}
