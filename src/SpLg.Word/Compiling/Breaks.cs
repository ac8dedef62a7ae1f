using System.Xml.Linq;
using SpLg.Word.Expressions;
using SpLg.Word.Markup;

namespace SpLg.Word.Compiling;

/// <summary>
/// A page or section break that shares its paragraph with a marker would vanish with it: it gets a paragraph of its own.
/// </summary>
internal static class Breaks
{
    public static void Free(XElement root)
    {
        foreach (var paragraph in root.Descendants(W.Paragraph).ToList())
        {
            if (Paragraphs.TryOnly(paragraph) is { Kind: not ExpressionKind.Value })
                FreeOf(paragraph);
        }
    }

    /// <summary>An empty paragraph that ends a section.</summary>
    public static XElement Paragraph(XElement section) => new(W.Paragraph, new XElement(W.ParagraphProperties, section));

    private static void FreeOf(XElement paragraph)
    {
        if (paragraph.Element(W.ParagraphProperties)?.Element(W.Section) is { } section)
        {
            section.Remove();
            paragraph.AddAfterSelf(Paragraph(section));
        }
        var marker = Paragraphs.ExpressionRuns(paragraph).First();
        var breaks = paragraph.Descendants(W.Break).Where(b => (string?)b.Attribute(W.Main + "type") is "page" or "column").ToLookup(b => b.IsBefore(marker));
        foreach (var found in breaks[true])
            paragraph.AddBeforeSelf(Taken(found));
        foreach (var found in breaks[false].Reverse())
            paragraph.AddAfterSelf(Taken(found));
    }

    private static XElement Taken(XElement found)
    {
        found.Remove();
        return new(W.Paragraph, new XElement(W.Run, found));
    }
}
