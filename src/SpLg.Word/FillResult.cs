namespace SpLg.Word;

/// <param name="EditedBlocks">
/// When a filled document was filled again: the generated blocks whose text a person had changed, with that text. They
/// have been made anew.
/// </param>
public sealed record FillResult(IReadOnlyList<EditedBlock> EditedBlocks);
