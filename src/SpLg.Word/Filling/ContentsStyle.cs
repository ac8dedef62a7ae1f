namespace SpLg.Word.Filling;

/// <summary>How the entries of one level of a table of contents look.</summary>
/// <param name="Id">A paragraph style; null when the template has none for the level.</param>
/// <param name="Left">The indent of the entries, in twentieths of a point.</param>
/// <param name="HasTab">The style says itself where the text after a number begins.</param>
internal sealed record ContentsStyle(string? Id, int Left, bool HasTab);
