namespace SpLg.Word;

/// <summary>A generated block of a filled document whose text a person has changed since; filling again replaces it and keeps its text as a Word comment.</summary>
/// <param name="Id">Stable over refilling.</param>
/// <param name="Label">The title of its content control: the expression it comes from.</param>
/// <param name="Text">The text that stands there now, a line for each paragraph.</param>
/// <param name="Heading">The nearest heading before it that is not generated itself; null when there is none.</param>
public sealed record EditedBlock(string Id, string Label, string Text, string? Heading)
{
    /// <summary>Where a person finds it, in Swedish.</summary>
    public string Where => Heading is null ? "före första rubriken" : $"under rubriken ”{Heading}”";
}
