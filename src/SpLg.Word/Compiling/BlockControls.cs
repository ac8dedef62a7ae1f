namespace SpLg.Word.Compiling;

/// <summary>
/// LibreOffice 7.4 makes a content control for formatted text, which stands around whole paragraphs, one around the
/// words of its first paragraph, and prints the codes of links and fields there (<c>HYPERLINK "http://…"</c>). It
/// leaves one of the kind that Word puts around its own building blocks in its place, and Word lets people write in it
/// all the same: generated blocks stand in such.
/// </summary>
internal static class BlockControls
{
    /// <summary>
    /// Makes a control one of that kind.
    /// https://learn.microsoft.com/dotnet/api/documentformat.openxml.wordprocessing.sdtcontentdocpartobject
    /// </summary>
    public const string Kind = "<w:docPartObj/>";

    private static readonly XName Rich = W.Main + "richText";

    // What a control may say without saying of what kind it is.
    private static readonly HashSet<string> OfAnyKind =
    [
        "rPr",
        "alias",
        "tag",
        "id",
        "lock",
        "placeholder",
        "temporary",
        "showingPlcHdr",
        "label",
        "tabIndex",
        "appearance",
        "color",
        "richText",
    ];

    private static readonly HashSet<XName> Fields = [W.Hyperlink, W.Main + "fldSimple", W.Main + "fldChar"];

    /// <summary>
    /// The author's own controls of the first kind that hold links or fields, or expressions that may become such.
    /// </summary>
    public static void Change(XElement root, WorkTime time)
    {
        foreach (var control in time.Watch(root.Descendants(W.Sdt)).Where(IsMeant).ToList())
        {
            var properties = control.Element(W.SdtProperties);
            if (properties is null)
                control.AddFirst(properties = new(W.SdtProperties));
            properties.Element(Rich)?.Remove();
            properties.Add(new XElement(W.Main + "docPartObj"));
        }
    }

    private static bool IsMeant(XElement control) =>
        control.Element(W.SdtContent) is { } content
        && content.Elements().Any(e => e.Name == W.Paragraph || e.Name == W.Table || e.Name == W.Sdt)
        && control.Parent!.Name != W.Paragraph
        && control.Element(W.SdtProperties)?.Elements().All(e => OfAnyKind.Contains(e.Name.LocalName)) != false
        && content
            .Descendants()
            .Any(e =>
                Fields.Contains(e.Name) || (e.Name == W.Text && e.Value.Contains("{{", StringComparison.Ordinal))
            );
}
