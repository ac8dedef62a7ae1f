namespace SpLg.Word.Compiling;

/// <summary>
/// A row that may not break across pages (<c>w:cantSplit</c>) has each of its paragraphs kept on one page
/// (<c>w:keepLines</c>) instead. Word shows both alike. LibreOffice 7.4 drops all rows but the last of a table where
/// such rows follow a paragraph that is kept with the next, as a caption is, and do not fit on its page: seen in PDF
/// where the font is wider than the author's.
/// </summary>
internal static class RowBreaks
{
    private static readonly XName CannotSplit = W.Main + "cantSplit";
    private static readonly XName RowProperties = W.Main + "trPr";

    // What the schema wants before it.
    // https://learn.microsoft.com/dotnet/api/documentformat.openxml.wordprocessing.paragraphproperties
    private static readonly XName[] BeforeKeepLines = [W.ParagraphStyle, W.Main + "keepNext"];

    public static void Free(XElement root, WorkTime time)
    {
        foreach (var setting in time.Watch(root.Descendants(CannotSplit).Where(IsOn).ToList()))
        {
            var row = setting.Parent!.Name == RowProperties ? setting.Parent.Parent : null;
            setting.Remove();
            foreach (var paragraph in row?.Descendants(W.Paragraph) ?? [])
                KeepLines(paragraph);
        }
    }

    private static bool IsOn(XElement setting) => (string?)setting.Attribute(W.Value) is null or "1" or "true" or "on";

    private static void KeepLines(XElement paragraph)
    {
        var properties = paragraph.Element(W.ParagraphProperties);
        if (properties is null)
            paragraph.AddFirst(properties = new(W.ParagraphProperties));
        if (properties.Element(W.Main + "keepLines") is not null)
            return;
        var keep = new XElement(W.Main + "keepLines");
        if (properties.Elements().LastOrDefault(e => BeforeKeepLines.Contains(e.Name)) is { } before)
            before.AddAfterSelf(keep);
        else
            properties.AddFirst(keep);
    }
}
