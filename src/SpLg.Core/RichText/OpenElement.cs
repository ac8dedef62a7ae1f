namespace SpLg.Core.RichText;

/// <summary>An element that has begun and not ended.</summary>
internal sealed class OpenElement(string name, OpenElementKind kind, Hiding hiding, string? href)
{
    public string Name { get; } = name;

    public OpenElementKind Kind { get; } = kind;

    public Hiding Hiding { get; } = hiding;

    /// <summary>The address of a link as it is written; null for other elements.</summary>
    public string? Href { get; } = href;

    /// <summary>The address when it is a whole one.</summary>
    public string? Link { get; } = href is null || WebAddress.TryRead(href) is null ? null : href;

    /// <summary>Whether a reader has seen any words in it.</summary>
    public bool HasWords { get; set; }

    /// <summary>Whether its beginning has been told, and so its end has to be.</summary>
    public bool IsTold { get; set; }

    /// <summary>Elements within are closed with it, formatting too, and none of them reaches out of it.</summary>
    public bool IsScope { get; } = kind == OpenElementKind.Container || name is "td" or "th" or "caption";
}

internal enum OpenElementKind
{
    /// <summary>Ends the paragraph before it.</summary>
    Block,

    /// <summary>
    /// Goes on in the next block when it was not closed in its own.
    /// https://html.spec.whatwg.org/multipage/parsing.html#formatting
    /// </summary>
    Formatting,

    /// <summary>Ends with the block it stands in.</summary>
    Inline,

    /// <summary>Stands among words, but what it holds is a text of its own.</summary>
    Container,
}
