using System.Security;

namespace SpLg.Word.Comments;

/// <summary>A comment or bookmark that a person has put wholly or partly inside a generated block.</summary>
/// <param name="Name">Of a bookmark; null for a comment.</param>
/// <param name="IsReferred">The comment's reference, which shows it, stands in the block.</param>
/// <param name="Place">Where in the block it begins; null in a line of text, and in a template.</param>
internal sealed record Anchor(int Id, string? Name, bool Starts, bool Ends, bool IsReferred, ParagraphPlace? Place)
{
    public string Begin
    {
        get
        {
            if (!Starts)
                return "";
            return Name is null
                ? $"<w:commentRangeStart w:id=\"{Id}\"/>"
                : $"<w:bookmarkStart w:id=\"{Id}\" w:name=\"{SecurityElement.Escape(Name)}\"/>";
        }
    }

    public string End =>
        (Ends ? $"<w:{Range}End w:id=\"{Id}\"/>" : "")
        + (IsReferred ? $"<w:r><w:commentReference w:id=\"{Id}\"/></w:r>" : "");

    private string Range => Name is null ? "commentRange" : "bookmark";

    /// <summary>A comment on the whole of something.</summary>
    public static Anchor OfComment(int id, ParagraphPlace? place) =>
        new(id, null, Starts: true, Ends: true, IsReferred: true, place);
}
