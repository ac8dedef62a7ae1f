using System.Text;
using System.Xml.Linq;

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

    /// <summary>What a child of a run that is not text looks like.</summary>
    public static string OfMark(XElement element) => element.Name switch
    {
        var name when name == W.Tab => "\t",
        // LibreOffice moves page breaks to other paragraphs.
        var name when name == W.Break => (string?)element.Attribute(W.Main + "type") is "page" or "column" ? "" : "\v",
        var name when name == W.NoBreakHyphen => "\u2011",
        var name when name == W.SoftHyphen => "\u00ad",
        _ => "",
    };

    private static void Append(XElement element, StringBuilder text)
    {
        if (element.Name == W.Text)
        {
            text.Append(element.Value);
            return;
        }
        if (element.Name == W.Fallback || element.Name == W.MovedFrom)
            return;
        foreach (var child in element.Elements())
            Append(child, text);
        if (element.Name == W.Paragraph)
            text.Append('\n');
        else if (element.Parent?.Name == W.Run)
            text.Append(OfMark(element));
    }
}
