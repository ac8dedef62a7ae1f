namespace SpLg.Word.Markup;

/// <summary>
/// Elements that must not stand twice in a document and are therefore left out of content that repeats.
/// </summary>
internal static class Unique
{
    private static readonly HashSet<XName> Elements =
    [
        W.BookmarkStart,
        W.BookmarkEnd,
        W.Main + "commentRangeStart",
        W.Main + "commentRangeEnd",
        W.Main + "commentReference",
        W.Main + "permStart",
        W.Main + "permEnd",
    ];

    public static bool IsDropped(XElement element) =>
        Elements.Contains(element.Name) || (element.Name == W.Id && element.Parent?.Name == W.SdtProperties);

    /// <summary>
    /// Paragraph ids, which Word gives out itself. https://learn.microsoft.com/openspecs/office_standards/ms-docx/
    /// </summary>
    public static bool IsDropped(XAttribute attribute) =>
        attribute.Name.Namespace == W.Office2010 && attribute.Name.LocalName is "paraId" or "textId";
}
