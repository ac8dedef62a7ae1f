namespace SpLg.Word.Filling;

/// <param name="Level">1 to 3.</param>
internal sealed record HeadingEntry(int Level, string Text);
