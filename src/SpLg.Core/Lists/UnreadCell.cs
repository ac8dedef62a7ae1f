namespace SpLg.Core.Lists;

/// <summary>A cell that could not be read. What was written in it is shown to the reader as it is.</summary>
/// <param name="Column">Swedish column name.</param>
public sealed record UnreadCell(string Column, string Text);
