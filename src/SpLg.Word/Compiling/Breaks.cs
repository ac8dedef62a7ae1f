using System.Xml.Linq;
using SpLg.Word.Expressions;
using SpLg.Word.Markup;

namespace SpLg.Word.Compiling;

/// <summary>
/// A page or section break that shares its paragraph with a marker would vanish with it: it gets a paragraph of its own.
/// A bookmark that begins or ends there moves out of it.
/// </summary>
internal static class Breaks
{
    public static void Free(XElement root)
    {
        foreach (var paragraph in root.Descendants(W.Paragraph).ToList())
        {
            // LibreOffice 7.4 moves the bookmarks among words that stand in a paragraph with a section break.
            if (Paragraphs.ExpressionRuns(paragraph).Any() || paragraph.Descendants(Regenerating.Restorer.Block).Any())
                FreeSection(paragraph);
            if (Paragraphs.TryOnly(paragraph) is not { Kind: not ExpressionKind.Value } marker)
                continue;
            FreeBreaks(paragraph);
            FreeBookmarks(paragraph, isEnd: marker.Kind == ExpressionKind.End);
        }
    }

    /// <summary>An empty paragraph that ends a section.</summary>
    public static XElement Paragraph(XElement section) => new(W.Paragraph, new XElement(W.ParagraphProperties, section));

    private static void FreeSection(XElement paragraph)
    {
        if (paragraph.Element(W.ParagraphProperties)?.Element(W.Section) is { } section)
        {
            section.Remove();
            paragraph.AddAfterSelf(Paragraph(section));
        }
    }

    private static void FreeBreaks(XElement paragraph)
    {
        var marker = Paragraphs.ExpressionRuns(paragraph).First();
        var breaks = paragraph.Descendants(W.Break).Where(b => (string?)b.Attribute(W.Main + "type") is "page" or "column").ToLookup(b => b.IsBefore(marker));
        foreach (var found in breaks[true])
            paragraph.AddBeforeSelf(Taken(found));
        foreach (var found in breaks[false].Reverse())
            paragraph.AddAfterSelf(Taken(found));
    }

    // To the outside of the block that the marker begins or ends.
    private static void FreeBookmarks(XElement paragraph, bool isEnd)
    {
        var marks = paragraph.Descendants().Where(e => e.Name == W.BookmarkStart || e.Name == W.BookmarkEnd).ToList();
        foreach (var mark in marks)
            mark.Remove();
        if (isEnd)
            paragraph.AddAfterSelf(marks);
        else
            paragraph.AddBeforeSelf(marks);
    }

    private static XElement Taken(XElement found)
    {
        found.Remove();
        return new(W.Paragraph, new XElement(W.Run, found));
    }
}
