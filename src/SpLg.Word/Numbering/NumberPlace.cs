namespace SpLg.Word.Numbering;

/// <summary>Source of a paragraph's automatic number.</summary>
/// <param name="List">Id of the list (<c>w:num</c>).</param>
/// <param name="Sequence">Id of what lists that count together share (<c>w:abstractNum</c>).</param>
/// <param name="Levels">All levels of the list, the outermost first.</param>
/// <param name="Level">The paragraph's, from 0.</param>
internal sealed record NumberPlace(string List, string Sequence, IReadOnlyList<NumberLevel> Levels, int Level);
