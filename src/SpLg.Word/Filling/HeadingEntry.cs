namespace SpLg.Word.Filling;

/// <param name="Level">1 to 3.</param>
/// <param name="Bookmark">The number of the heading's bookmark.</param>
/// <param name="Number">What Word shows before the heading; null when it is not numbered.</param>
internal sealed record HeadingEntry(int Level, int Bookmark, string? Number, string Text);
