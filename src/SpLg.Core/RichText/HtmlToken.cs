namespace SpLg.Core.RichText;

/// <summary>A piece of what a reader sees, in the order it is seen.</summary>
/// <param name="Name">Lower case name of the block that begins or ends; empty for text.</param>
/// <param name="Text">The words with entities resolved; empty for blocks.</param>
/// <param name="Format">The formatting elements around the words; null for blocks.</param>
/// <param name="Attributes">What the tag of a block says; null for the rest.</param>
internal readonly record struct HtmlToken(
    HtmlTokenKind Kind,
    string Name = "",
    string Text = "",
    HtmlFormat? Format = null,
    HtmlAttributes? Attributes = null
);

internal enum HtmlTokenKind
{
    Text,

    /// <summary>Its text is the words that stand for it.</summary>
    Picture,
    Break,
    Start,
    End,
}

/// <summary>The formatting elements that are open around words, the outermost first.</summary>
/// <param name="IsPreformatted">Spaces stand as they are written.</param>
internal sealed record HtmlFormat(IReadOnlyList<OpenElement> Elements, bool IsPreformatted)
{
    public static HtmlFormat None { get; } = new([], IsPreformatted: false);

    public bool Bold { get; } = Elements.Any(e => e.Name is "b" or "strong");

    public bool Italic { get; } = Elements.Any(e => e.Name is "i" or "em");

    public bool Underline { get; } = Elements.Any(e => e.Name is "u");

    public bool LooksLike(HtmlFormat other) =>
        (Bold, Italic, Underline, Link, IsPreformatted)
        == (other.Bold, other.Italic, other.Underline, other.Link, other.IsPreformatted);

    /// <summary>A whole web or mail address; null for words that are no link.</summary>
    public string? Link { get; } = Elements.LastOrDefault(e => e.Name == "a")?.Link;
}

/// <summary>The few attributes that say something of a block.</summary>
internal sealed record HtmlAttributes(
    string? Scope = null,
    string? Start = null,
    string? ColumnSpan = null,
    string? RowSpan = null
);
