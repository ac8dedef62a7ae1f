namespace SpLg.Tracing;

/// <summary>A generated part of a document that is not what its evidence gives.</summary>
/// <param name="Label">The template's name for it.</param>
/// <param name="Heading">The heading it stands under; null before the first.</param>
/// <param name="Place">Paragraph, or table and row, in Swedish.</param>
/// <param name="Stands">The first line that differs, as it stands in the file; null when the file lacks it.</param>
/// <param name="Evidence">What the evidence gives there; null when it gives nothing.</param>
internal sealed record Difference(string Label, string? Heading, string Place, string? Stands, string? Evidence);
