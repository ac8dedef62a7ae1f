namespace SpLg.Word;

/// <param name="EditedBlocks">When a filled document was filled again: the generated blocks whose text a person had
/// changed to something else than what stands there now, with that text. In the body it is also kept as a Word comment
/// at the block.
/// </param>
public sealed record FillResult(IReadOnlyList<EditedBlock> EditedBlocks);
