using System.Xml.Linq;
using SpLg.Word.Compiling;

namespace SpLg.Word.Regenerating;

/// <summary>One of the bookmarks of a <see cref="BlockMark"/>, found in a document.</summary>
/// <param name="Start">Where the bookmark begins.</param>
/// <param name="End">Where it ends, which is elsewhere when a program has moved one of the two.</param>
/// <param name="Copy">Differs between copies of a block; empty for the block itself.</param>
/// <param name="Depth">How many tables within the block stand around the paragraph.</param>
internal sealed record FoundMark(XElement Start, XElement End, uint Number, string Copy, UnitLevel Level, bool IsFirst, int Depth)
{
    /// <summary>The one of the two that stands where the mark was put.</summary>
    public XElement At { get; init; } = Start;

    public XElement? Paragraph => At.Ancestors(Markup.W.Paragraph).FirstOrDefault();
}
