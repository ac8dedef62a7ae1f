namespace SpLg.Core.Lists;

/// <summary>A person or a row of another list that a cell points to.</summary>
/// <param name="Id">The id on the site; null when the row comes from a file that only has the text.</param>
/// <param name="Text">The display text; null when it was not selected.</param>
public sealed record Reference(int? Id, string? Text);
