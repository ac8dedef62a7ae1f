namespace SpLg.Word.Comments;

/// <summary>
/// Changes that people have made to a generated block since it was filled; an annotation of the restored block.
/// </summary>
/// <param name="Edited">Null when its text is as it was written.</param>
/// <param name="Hash">Of the text that stands there now.</param>
/// <param name="EditedAt">Where in the block the first of the edit stands; null in a line of text.</param>
internal sealed record FoundBlock(
    IReadOnlyList<Anchor> Anchors,
    EditedBlock? Edited,
    string Hash,
    ParagraphPlace? EditedAt
);
