namespace SpLg.Word.Markup;

/// <summary>A line of a block's text, as <see cref="BlockText"/> gives it.</summary>
/// <param name="Paragraph">The paragraph whose text it is; null for words in a paragraph around the block.</param>
internal sealed record BlockLine(string Text, XElement? Paragraph);
