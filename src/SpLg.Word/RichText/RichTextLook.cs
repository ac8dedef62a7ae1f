namespace SpLg.Word.RichText;

/// <summary>
/// How formatted notes look in a template: as the paragraph that names the field, lists in the template's list style.
/// </summary>
internal sealed class RichTextLook
{
    // A tenth of an inch is 144; list items stand a quarter of an inch in for each level.
    private const int Step = 360;

    // The order the schema wants.
    // https://learn.microsoft.com/dotnet/api/documentformat.openxml.wordprocessing.runproperties
    private static readonly string[] Order =
    [
        "rStyle",
        "rFonts",
        "b",
        "bCs",
        "i",
        "iCs",
        "caps",
        "smallCaps",
        "strike",
        "dstrike",
        "outline",
        "shadow",
        "emboss",
        "imprint",
        "noProof",
        "snapToGrid",
        "vanish",
        "webHidden",
        "color",
        "spacing",
        "w",
        "kern",
        "position",
        "sz",
        "szCs",
        "highlight",
        "u",
        "effect",
        "bdr",
        "shd",
        "fitText",
        "vertAlign",
        "rtl",
        "cs",
        "em",
        "lang",
        "eastAsianLayout",
        "specVanish",
        "oMath",
    ];

    private const string TableWidth = "<w:tblW w:w=\"5000\" w:type=\"pct\"/>";
    private const string TableLook =
        "<w:tblLook w:val=\"0020\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"0\" w:lastColumn=\"0\" "
        + "w:noHBand=\"1\" w:noVBand=\"1\"/>";

    // As Word's own, dark enough on white.
    private const string LinkColour = "0563C1";

    private static readonly string[] Sides = ["top", "left", "bottom", "right", "insideH", "insideV"];

    private readonly FillNode[] paragraph;
    private readonly FillNode[][] formatting = new FillNode[16][];
    private readonly string? bullet;
    private readonly string? link;

    public RichTextLook(XElement like, XElement? runProperties, SegmentWriter writer, StyleSheet styles)
    {
        bullet = styles.BulletStyle;
        link = styles.LinkStyle;
        TableProperties = styles.GridStyle is { } grid
            ? $"<w:tblPr><w:tblStyle w:val=\"{grid}\"/>{TableWidth}{TableLook}</w:tblPr>"
            : $"<w:tblPr>{TableWidth}<w:tblBorders>"
                + $"{string.Concat(Sides.Select(s => $"<w:{s} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>"))}"
                + $"</w:tblBorders>{TableLook}</w:tblPr>";
        paragraph = Segment(writer, like.Element(W.ParagraphProperties));
        for (var i = 0; i < formatting.Length; i++)
            formatting[i] = Segment(
                writer,
                Formatted(runProperties, new("", (i & 1) != 0, (i & 2) != 0, (i & 4) != 0, (i & 8) != 0 ? "" : null))
            );
    }

    /// <summary>The markup before the grid of a table.</summary>
    public string TableProperties { get; }

    public FillNode[] Formatting(HtmlRun of) =>
        formatting[(of.Bold ? 1 : 0) + (of.Italic ? 2 : 0) + (of.Underline ? 4 : 0) + (of.Link is null ? 0 : 8)];

    public void WriteProperties(FillRun run, HtmlParagraph of)
    {
        if (of.Kind is not (HtmlParagraphKind.Bullet or HtmlParagraphKind.Number))
        {
            paragraph.Write(run);
            return;
        }
        var style = of.Kind == HtmlParagraphKind.Bullet && bullet is not null ? $"<w:pStyle w:val=\"{bullet}\"/>" : "";
        var indent =
            style.Length > 0 && of.Level == 0
                ? ""
                : $"<w:ind w:left=\"{(of.Level + 1) * Step}\" w:hanging=\"{Step}\"/>";
        run.Markup($"<w:pPr>{style}{indent}</w:pPr>");
    }

    /// <summary>The mark before the text of an item that no list style numbers.</summary>
    public string Mark(HtmlParagraph of) =>
        of.Kind switch
        {
            HtmlParagraphKind.Bullet when bullet is null => "•\t",
            HtmlParagraphKind.Number => $"{of.Ordinal}.\t",
            _ => "",
        };

    private static FillNode[] Segment(SegmentWriter writer, XElement? element)
    {
        writer.Push();
        if (element is not null)
            writer.Copy(element);
        return writer.Pop();
    }

    private XElement? Formatted(XElement? properties, HtmlRun like)
    {
        var children = properties?.Elements().ToList() ?? [];
        Add(like.Bold, "b");
        Add(like.Italic, "i");
        Add(like.Underline || (like.Link is not null && link is null), "u", "single");
        Add(like.Link is not null && link is not null, "rStyle", link);
        Add(like.Link is not null && link is null, "color", LinkColour);
        return children.Count == 0
            ? null
            : new(
                W.RunProperties,
                children
                    .OrderBy(c => Array.IndexOf(Order, c.Name.LocalName) is var at and >= 0 ? at : Order.Length)
                    .Select(c => new XElement(c))
            );

        void Add(bool wanted, string name, string? value = null)
        {
            if (wanted)
                children =
                [
                    .. children.Where(c => c.Name != W.Main + name),
                    new XElement(W.Main + name, value is null ? null : new XAttribute(W.Value, value)),
                ];
        }
    }
}
