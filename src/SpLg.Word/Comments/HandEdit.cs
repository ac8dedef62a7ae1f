namespace SpLg.Word.Comments;

/// <summary>Text of a generated block that a person has written over.</summary>
/// <param name="Hash">Of the text that stands there now.</param>
/// <param name="CommentId">Of the comment that keeps the text; null where Word has no comments, such as in a
/// header.</param>
/// <param name="Place">Where in the block the first of it stands; null in a line of text.</param>
internal sealed record HandEdit(EditedBlock Block, string Hash, int? CommentId, ParagraphPlace? Place);
