namespace SpLg.Core.Review;

/// <summary>A finding and every row it is about.</summary>
/// <param name="Rows">HTML: row numbers, <c>3, 8 och 12</c>, each a link to its row where that has an address; null
/// when it is about the whole list.</param>
public sealed record RepeatedFinding(FindingLevel Level, string? Rows, string? Column, string Message);
