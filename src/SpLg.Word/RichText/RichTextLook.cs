using System.Xml.Linq;
using SpLg.Word.Compiling;
using SpLg.Word.Filling;
using SpLg.Word.Markup;

namespace SpLg.Word.RichText;

/// <summary>How formatted notes look in a template: as the paragraph that names the field, lists in the template's list style.</summary>
internal sealed class RichTextLook
{
    // A tenth of an inch is 144; list items stand a quarter of an inch in for each level.
    private const int Step = 360;

    // The order the schema wants. https://learn.microsoft.com/dotnet/api/documentformat.openxml.wordprocessing.runproperties
    private static readonly string[] Order =
    [
        "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline", "shadow", "emboss", "imprint", "noProof",
        "snapToGrid", "vanish", "webHidden", "color", "spacing", "w", "kern", "position", "sz", "szCs", "highlight", "u", "effect", "bdr", "shd",
        "fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath",
    ];

    private readonly FillNode[] paragraph;
    private readonly FillNode[][] formatting = new FillNode[8][];
    private readonly string? bullet;

    public RichTextLook(XElement like, XElement? runProperties, SegmentWriter writer, StyleSheet styles)
    {
        bullet = styles.BulletStyle;
        paragraph = Segment(writer, like.Element(W.ParagraphProperties));
        for (var i = 0; i < formatting.Length; i++)
            formatting[i] = Segment(writer, Formatted(runProperties, (i & 1) != 0, (i & 2) != 0, (i & 4) != 0));
    }

    public FillNode[] Formatting(bool bold, bool italic, bool underline) => formatting[(bold ? 1 : 0) + (italic ? 2 : 0) + (underline ? 4 : 0)];

    public void WriteProperties(FillRun run, HtmlParagraph of)
    {
        if (of.Kind is not (HtmlParagraphKind.Bullet or HtmlParagraphKind.Number))
        {
            paragraph.Write(run);
            return;
        }
        var style = of.Kind == HtmlParagraphKind.Bullet && bullet is not null ? $"<w:pStyle w:val=\"{bullet}\"/>" : "";
        var indent = style.Length > 0 && of.Level == 0 ? "" : $"<w:ind w:left=\"{(of.Level + 1) * Step}\" w:hanging=\"{Step}\"/>";
        run.Markup($"<w:pPr>{style}{indent}</w:pPr>");
    }

    /// <summary>What stands before the text of an item that no list style numbers.</summary>
    public string Mark(HtmlParagraph of) => of.Kind switch
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

    private static XElement? Formatted(XElement? properties, bool bold, bool italic, bool underline)
    {
        var children = properties?.Elements().ToList() ?? [];
        Add(bold, "b");
        Add(italic, "i");
        if (underline)
            children = [.. children.Where(c => c.Name != W.Main + "u"), new XElement(W.Main + "u", new XAttribute(W.Value, "single"))];
        return children.Count == 0 ? null : new(W.RunProperties, children.OrderBy(c => Array.IndexOf(Order, c.Name.LocalName) is var at and >= 0 ? at : Order.Length).Select(c => new XElement(c)));

        void Add(bool wanted, string name)
        {
            if (wanted)
                children = [.. children.Where(c => c.Name != W.Main + name), new XElement(W.Main + name)];
        }
    }
}
