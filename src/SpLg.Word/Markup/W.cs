namespace SpLg.Word.Markup;

/// <summary>The names of WordprocessingML that the engine meets.</summary>
internal static class W
{
    public static readonly XNamespace Main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    public static readonly XNamespace Office2010 = "http://schemas.microsoft.com/office/word/2010/wordml";
    public static readonly XNamespace Office2012 = "http://schemas.microsoft.com/office/word/2012/wordml";
    public static readonly XNamespace Drawing =
        "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
    public static readonly XNamespace Relationships =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    public static readonly XNamespace Compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";

    public static readonly XName Alias = Main + "alias";
    public static readonly XName Body = Main + "body";
    public static readonly XName BookmarkEnd = Main + "bookmarkEnd";
    public static readonly XName BookmarkStart = Main + "bookmarkStart";
    public static readonly XName Break = Main + "br";
    public static readonly XName Cell = Main + "tc";
    public static readonly XName CellProperties = Main + "tcPr";
    public static readonly XName Deleted = Main + "del";
    public static readonly XName EndnoteReference = Main + "endnoteReference";
    public static readonly XName FootnoteReference = Main + "footnoteReference";
    public static readonly XName Hyperlink = Main + "hyperlink";
    public static readonly XName Id = Main + "id";
    public static readonly XName Indent = Main + "ind";
    public static readonly XName Language = Main + "lang";
    public static readonly XName MovedFrom = Main + "moveFrom";
    public static readonly XName Name = Main + "name";
    public static readonly XName NoBreakHyphen = Main + "noBreakHyphen";
    public static readonly XName Paragraph = Main + "p";
    public static readonly XName ParagraphProperties = Main + "pPr";
    public static readonly XName ParagraphStyle = Main + "pStyle";
    public static readonly XName Row = Main + "tr";
    public static readonly XName Run = Main + "r";
    public static readonly XName RunProperties = Main + "rPr";
    public static readonly XName RunStyle = Main + "rStyle";
    public static readonly XName Sdt = Main + "sdt";
    public static readonly XName SdtContent = Main + "sdtContent";
    public static readonly XName SdtProperties = Main + "sdtPr";
    public static readonly XName Section = Main + "sectPr";
    public static readonly XName SoftHyphen = Main + "softHyphen";
    public static readonly XName Tab = Main + "tab";
    public static readonly XName Table = Main + "tbl";
    public static readonly XName TableStyle = Main + "tblStyle";
    public static readonly XName Tag = Main + "tag";
    public static readonly XName Text = Main + "t";
    public static readonly XName TextBoxContent = Main + "txbxContent";
    public static readonly XName Value = Main + "val";

    public static readonly XName Fallback = Compatibility + "Fallback";
    public static readonly XName RelationshipId = Relationships + "id";
    public static readonly XName FigureProperties = Drawing + "docPr";

    /// <summary>The <c>w:val</c> of a child, or null.</summary>
    public static string? ValueOf(this XElement? parent, XName child) =>
        (string?)parent?.Element(child)?.Attribute(Value);
}
