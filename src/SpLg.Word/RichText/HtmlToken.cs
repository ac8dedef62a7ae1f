namespace SpLg.Word.RichText;

/// <param name="Name">Lower case tag name; empty for text.</param>
/// <param name="Text">The text with entities resolved; empty for tags.</param>
/// <param name="Attributes">Lower case names; null for text and end tags.</param>
internal sealed record HtmlToken(HtmlTokenKind Kind, string Name, string Text, IReadOnlyDictionary<string, string>? Attributes);

internal enum HtmlTokenKind
{
    Text,
    Start,
    End,
}
