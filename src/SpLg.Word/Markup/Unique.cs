namespace SpLg.Word.Markup;

/// <summary>What must not stand twice in a document, in content that repeats.</summary>
internal static class Unique
{
    private static readonly XNamespace Vml = "urn:schemas-microsoft-com:vml";
    private static readonly XNamespace VmlOffice = "urn:schemas-microsoft-com:office:office";

    private static readonly HashSet<XName> Dropped =
    [
        W.Main + "commentRangeStart",
        W.Main + "commentRangeEnd",
        W.Main + "commentReference",
        W.Main + "permStart",
        W.Main + "permEnd",
    ];

    /// <summary>Left out of every copy.</summary>
    public static bool IsDropped(XElement element) =>
        Dropped.Contains(element.Name) || (element.Name == W.Id && element.Parent?.Name == W.SdtProperties);

    /// <summary>
    /// Stands in the first copy alone, where what refers to it leads: a bookmark, which is known by its name.
    /// </summary>
    public static bool IsOfFirstCopy(XElement element) =>
        element.Name == W.BookmarkStart || element.Name == W.BookmarkEnd;

    /// <summary>
    /// A type of shapes, which Word writes at its first use only: shapes anywhere in the part may be of it. It stands in
    /// the first copy alone and keeps its id.
    /// </summary>
    public static bool IsShapeType(XElement element) => element.Name == Vml + "shapetype";

    /// <returns>The id of the type; null for what is no shape or of no type.</returns>
    public static string? ShapeTypeOf(XElement element) =>
        element.Name.Namespace == Vml && (string?)element.Attribute("type") is ['#', .. var id] ? id : null;

    /// <summary>
    /// Left out of every copy: paragraph ids, which Word gives out itself
    /// (https://learn.microsoft.com/openspecs/office_standards/ms-docx/), and the second id of a drawing of older kind.
    /// </summary>
    public static bool IsDropped(XAttribute attribute) =>
        (attribute.Name.Namespace == W.Office2010 && attribute.Name.LocalName is "paraId" or "textId")
        || attribute.Name == VmlOffice + "spid";

    /// <summary>
    /// The attribute's value in a copy, texts and nodes: an id of each copy's own, or what leads to one. Null for an
    /// attribute that may stand twice.
    /// </summary>
    public static IReadOnlyList<object>? OfCopy(XElement element, XAttribute attribute)
    {
        var isRange =
            element.Name.Namespace == W.Main
            && (
                element.Name.LocalName.EndsWith("RangeStart", StringComparison.Ordinal)
                || element.Name.LocalName.EndsWith("RangeEnd", StringComparison.Ordinal)
            );
        if (element.Name == W.FigureProperties && attribute.Name == "id")
            return [new FigureNumberNode()];
        // A tracked change has an author; both ends of one that is a range have the same id.
        if (attribute.Name == W.Id && (isRange || element.Attribute(W.Main + "author") is not null))
            return [new ChangeNumberNode(attribute.Value)];
        var isOfShape =
            (element.Name.Namespace == Vml && attribute.Name == "id" && !IsShapeType(element))
            || (element.Name.Namespace == VmlOffice && attribute.Name == "ShapeID");
        return isOfShape || (isRange && attribute.Name == W.Name) ? [attribute.Value, new CopyNumberNode()] : null;
    }
}
