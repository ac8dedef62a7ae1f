namespace SpLg.Word.Markup;

/// <summary>
/// The text of generated content as its hash sees it: the same whatever runs, revision ids and proofing marks Word
/// spreads it over. A paragraph ends with a line feed; breaks and tabs are one character each.
/// </summary>
internal static class BlockText
{
    public static string Of(IEnumerable<XNode> content)
    {
        var text = new StringBuilder();
        foreach (var node in content)
        {
            if (node is XElement element)
                Append(element, text);
        }
        return text.ToString();
    }

    /// <summary>The beginning of a paragraph's text, enough for an excerpt.</summary>
    public static string Start(XElement paragraph)
    {
        const int enough = 200;
        var text = new StringBuilder();
        foreach (var node in paragraph.Nodes())
        {
            if (node is XElement element && text.Length < enough)
                Append(element, text);
        }
        return text.ToString(0, Math.Min(text.Length, enough));
    }

    /// <summary>The same text by line.</summary>
    public static IReadOnlyList<BlockLine> LinesOf(IEnumerable<XNode> content)
    {
        var (text, lines) = (new StringBuilder(), new List<BlockLine>());
        foreach (var element in content.OfType<XElement>())
            Append(element, text, lines);
        if (text.Length > 0)
            lines.Add(new(text.ToString(), null));
        return lines;
    }

    /// <summary>The sign that a child of a run shows where it is not text.</summary>
    public static string OfMark(XElement element) =>
        element.Name switch
        {
            var name when name == W.Tab => "\t",
            // LibreOffice moves page breaks to other paragraphs.
            var name when name == W.Break => (string?)element.Attribute(W.Main + "type") is "page" or "column"
                ? ""
                : "\v",
            var name when name == W.NoBreakHyphen => "\u2011",
            var name when name == W.SoftHyphen => "\u00ad",
            _ => "",
        };

    private static void Append(XElement element, StringBuilder text, List<BlockLine>? lines = null)
    {
        if (element.Name == W.Text)
        {
            text.Append(element.Value);
            return;
        }
        if (element.Name == W.Fallback || element.Name == W.MovedFrom)
            return;
        foreach (var child in element.Elements())
            Append(child, text, lines);
        if (element.Name == W.Paragraph)
            EndLine(element, text, lines);
        else if (element.Parent?.Name == W.Run)
            text.Append(OfMark(element));
    }

    private static void EndLine(XElement paragraph, StringBuilder text, List<BlockLine>? lines)
    {
        if (lines is null)
        {
            text.Append('\n');
            return;
        }
        lines.Add(new(text.ToString(), paragraph));
        text.Clear();
    }
}
