namespace SpLg.Word;

/// <summary>
/// A generated block of a filled document whose text a person has changed since; filling again replaces it and keeps
/// its text as a Word comment.
/// </summary>
/// <param name="Id">Stable over refilling.</param>
/// <param name="Label">The title of its content control: the expression it comes from.</param>
/// <param name="Text">The text that stands there now, a line for each paragraph.</param>
/// <param name="Written">
/// The paragraphs of it that a person has written or changed; of one in a table, with the words that say which row and
/// column it stands in.
/// Empty when text has only been taken away.
/// </param>
/// <param name="Heading">The nearest heading before it that is not generated itself; null when there is none.</param>
public sealed record EditedBlock(string Id, string Label, string Text, IReadOnlyList<string> Written, string? Heading)
{
    /// <summary>Where a person finds it, in Swedish.</summary>
    public string Where => Heading is null ? "före första rubriken" : $"under rubriken ”{Heading}”";
}
