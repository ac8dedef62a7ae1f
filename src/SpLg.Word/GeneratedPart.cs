namespace SpLg.Word;

/// <summary>A generated part of a filled document as it stands now.</summary>
/// <param name="Id">Stable over refilling.</param>
/// <param name="Label">The title of its content control: the expression it comes from.</param>
/// <param name="Heading">The heading it stands under; null before the first.</param>
/// <param name="Place">Where it stands, in Swedish: paragraph, or table and row.</param>
/// <param name="Text">Its text, a line for each paragraph; what is marked as deleted is not part of it.</param>
public sealed record GeneratedPart(string Id, string Label, string? Heading, string Place, string Text);
