using System.Xml.Linq;
using SpLg.Word.Expressions;
using SpLg.Word.Markup;

namespace SpLg.Word.Compiling;

/// <summary>
/// A page or section break that shares its paragraph with a marker would vanish with it: it gets a paragraph of its own.
/// A bookmark that begins or ends there moves out of it.
/// LibreOffice 7.4 joins an empty paragraph that ends a section with the one before it, and moves the bookmarks of a paragraph that
/// ends a section one letter each time it saves: such a paragraph stands alone, and holds a space.
/// </summary>
internal static class Breaks
{
    private static readonly XName[] OfRevisions = [W.Main + "ins", W.Deleted, W.MovedFrom, W.Main + "moveTo", W.Main + "rPrChange"];

    /// <param name="isFilled">In a document that has been filled people's own paragraphs are left as they are.</param>
    public static void Free(XElement root, bool isFilled)
    {
        foreach (var paragraph in root.Descendants(W.Paragraph).ToList())
        {
            if (Paragraphs.ExpressionRuns(paragraph).Any() || paragraph.Descendants(Regenerating.Restorer.Block).Any())
                FreeSection(paragraph);
            else if (!isFilled && paragraph.Elements(W.ParagraphProperties).Elements(W.Section).Any() && !paragraph.Descendants(W.Run).Any())
                paragraph.Add(Space(paragraph));
            if (Paragraphs.TryOnly(paragraph) is not { Kind: not ExpressionKind.Value } marker)
                continue;
            FreeBreaks(paragraph);
            FreeBookmarks(paragraph, isEnd: marker.Kind == ExpressionKind.End);
        }
    }

    /// <summary>A paragraph that only ends a section.</summary>
    public static XElement Paragraph(XElement section)
    {
        var paragraph = new XElement(W.Paragraph, new XElement(W.ParagraphProperties, section));
        paragraph.Add(Space(paragraph));
        return paragraph;
    }

    // As high as the mark of the paragraph, so that no line grows.
    private static XElement Space(XElement paragraph)
    {
        var look = paragraph.Elements(W.ParagraphProperties).Elements(W.RunProperties).Elements().Where(e => !OfRevisions.Contains(e.Name)).ToList();
        return new(W.Run, look.Count == 0 ? null : new XElement(W.RunProperties, look), new XElement(W.Text, new XAttribute(XNamespace.Xml + "space", "preserve"), " "));
    }

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
