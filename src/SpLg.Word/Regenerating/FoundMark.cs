namespace SpLg.Word.Regenerating;

/// <summary>One of the bookmarks of a <see cref="BlockMark"/>, found in a document.</summary>
/// <param name="At">The element of the bookmark that stands where it was put.</param>
/// <param name="Copy">Differs between copies of a block; empty for the block itself.</param>
/// <param name="Depth">How many tables within the block stand around the paragraph.</param>
internal sealed record FoundMark(XElement At, uint Number, string Copy, UnitLevel Level, bool IsFirst, int Depth)
{
    public XElement? Paragraph => At.Ancestors(Markup.W.Paragraph).FirstOrDefault();
}
