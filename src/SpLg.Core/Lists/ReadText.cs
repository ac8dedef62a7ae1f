namespace SpLg.Core.Lists;

/// <summary>A text that a row was read to hold.</summary>
/// <param name="Name">Internal column name.</param>
/// <param name="Column">Swedish column name.</param>
/// <param name="Text">HTML where <paramref name="IsHtml"/>.</param>
public readonly record struct ReadText(string Name, string Column, string Text, bool IsHtml);
