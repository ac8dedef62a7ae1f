namespace SpLg.Word.Validation;

/// <summary>Something in a document that Word's format does not allow.</summary>
/// <param name="Key">The same for the same fault wherever it stands: a row that repeats repeats its faults.</param>
/// <param name="Heading">The nearest heading before it; null before the first, and outside the text.</param>
/// <param name="Place">Swedish: part, and where in it.</param>
/// <param name="Text">The beginning of the paragraph's text; null outside the text.</param>
/// <param name="Message">Swedish: what is wrong.</param>
public sealed record SchemaFault(string Key, string? Heading, string Place, string? Text, string Message)
{
    /// <summary>In how many places it stands.</summary>
    public int Count { get; init; } = 1;
}
