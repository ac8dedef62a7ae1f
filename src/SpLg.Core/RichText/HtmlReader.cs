using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace SpLg.Core.RichText;

/// <summary>
/// What a reader sees of HTML: blocks that are all closed, and words with the formatting around them. Everything that
/// tells, checks or shows formatted text reads it here, so that what is examined is what is shown. AngleSharp splits
/// the text into tags and words; its tree is not used, because building one takes time that grows with the square of
/// the nesting, and a cell may hold a million tags. Nothing hidden is in it: no script, style, comment or attribute,
/// nothing a browser keeps from sight. A closed <c>details</c> is: a click opens it. So are the words that stand for a
/// picture, and where a link without words leads.
/// </summary>
internal sealed class HtmlReader(string markup)
{
    // As deep as anybody formats, and then some. Deeper elements part the text without standing in one another.
    private const int Deepest = 200;

    /// <summary>As browsers do: the fourth of the same kind says nothing new.</summary>
    // https://html.spec.whatwg.org/multipage/parsing.html#the-list-of-active-formatting-elements
    private const int MostAlike = 3;

    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal)
    {
        "address",
        "article",
        "aside",
        "blockquote",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "optgroup",
        "option",
        "p",
        "pre",
        "search",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    };

    private static readonly HashSet<string> Formatting = new(StringComparer.Ordinal)
    {
        "a",
        "b",
        "big",
        "code",
        "em",
        "font",
        "i",
        "nobr",
        "s",
        "small",
        "strike",
        "strong",
        "tt",
        "u",
    };

    private static readonly HashSet<string> Void = new(StringComparer.Ordinal)
    {
        "area",
        "base",
        "basefont",
        "bgsound",
        "br",
        "col",
        "embed",
        "frame",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    };

    /// <summary>What stands in them is there for programs, or for those who cannot see what is shown instead.</summary>
    private static readonly HashSet<string> Silent = new(StringComparer.Ordinal)
    {
        "applet",
        "audio",
        "canvas",
        "colgroup",
        "datalist",
        "frameset",
        "head",
        "math",
        "meter",
        "object",
        "progress",
        "rp",
        "svg",
        "template",
        "video",
    };

    private static readonly HashSet<string> TableParts = new(StringComparer.Ordinal)
    {
        "caption",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
    };

    private readonly List<OpenElement> open = [];
    private readonly List<HtmlToken> ready = [];
    private readonly HashSet<string> addresses = new(StringComparer.Ordinal);

    // How many elements of a name have begun without being opened; their ends come before those of the opened.
    private readonly Dictionary<string, int> passedOver = new(StringComparer.Ordinal);

    // How many open elements there are of a name: most looks for one end here.
    private readonly Dictionary<string, int> opened = new(StringComparer.Ordinal);
    private HtmlFormat? format;
    private bool? isSeen;

    /// <summary>The addresses of the links that have been read so far, as they are written.</summary>
    public IReadOnlyCollection<string> Addresses => addresses;

    public IEnumerable<HtmlToken> Read()
    {
        using var source = new TextSource(markup);
        var tokenizer = new HtmlTokenizer(source, HtmlEntityProvider.Resolver) { SkipComments = true };
        for (var token = tokenizer.Get(); token.Type != HtmlTokenType.EndOfFile; token = tokenizer.Get())
        {
            if (token.Type == HtmlTokenType.Character)
                Words(token.Data);
            else if (token is HtmlTagToken { Type: HtmlTokenType.StartTag } tag)
                Start(tag.Name.ToLowerInvariant(), tag);
            else if (token.Type == HtmlTokenType.EndTag)
                End(token.Name.ToLowerInvariant());
            foreach (var piece in ready)
                yield return piece;
            ready.Clear();
        }
        CloseTo(0);
        foreach (var piece in ready)
            yield return piece;
    }

    private void Words(string words, HtmlTokenKind kind = HtmlTokenKind.Text)
    {
        if (!IsSeen())
            return;
        words = words.Replace("\0", "", StringComparison.Ordinal);
        // Only a link is asked whether it has any.
        if (opened.GetValueOrDefault("a") > 0 && words.AsSpan().ContainsAnyExcept(" \t\r\n\f"))
        {
            foreach (var element in open)
                element.HasWords = true;
        }
        ready.Add(new(kind, Text: words, Format: format ??= Current()));
    }

    private void Start(string name, HtmlTagToken tag)
    {
        if (open.Count > 0 && open[^1].Name == "head" && name is not ("base" or "link" or "meta" or "template"))
            CloseTo(open.Count - 1);
        if (name is "html" or "body")
            return;
        if (TableParts.Contains(name) && opened.GetValueOrDefault("table") == 0)
        {
            // Cells that stand in no table are only words.
            if (IsSeen())
                ready.Add(new(HtmlTokenKind.Break));
            return;
        }
        if (Blocks.Contains(name))
            CloseBefore(name);
        var hiding = HidingOf(tag, name);
        if (Void.Contains(name) || (tag.IsSelfClosing && name.Contains(':', StringComparison.Ordinal)))
        {
            Empty(name, tag, hiding);
            return;
        }
        if (name == "a" && LastIndex("a", e => e.IsScope) is var link and >= 0)
            Remove(link);
        var kind = KindOf(name);
        var element = new OpenElement(name, kind, hiding, name == "a" ? Attribute(tag, "href")?.Trim() : null);
        // What hides is opened in any case, once: within it nothing is seen.
        if (
            (open.Count >= Deepest && (!hiding.Hides || !IsSeen()))
            || (kind == OpenElementKind.Formatting && Alike(element) >= MostAlike)
        )
        {
            passedOver[name] = passedOver.GetValueOrDefault(name) + 1;
            if (kind == OpenElementKind.Block && IsSeen())
                ready.AddRange([new(HtmlTokenKind.Start, "div"), new(HtmlTokenKind.End, "div")]);
            return;
        }
        open.Add(element);
        opened[name] = opened.GetValueOrDefault(name) + 1;
        Changed(element);
        if (!IsSeen())
            return;
        if (element.Href is { Length: > 0 } address)
            addresses.Add(address);
        if (kind == OpenElementKind.Block)
        {
            element.IsTold = true;
            ready.Add(
                new(
                    HtmlTokenKind.Start,
                    name,
                    Attributes: tag.Attributes.Count == 0
                        ? null
                        : new(
                            Attribute(tag, "scope"),
                            Attribute(tag, "start"),
                            Attribute(tag, "colspan"),
                            Attribute(tag, "rowspan")
                        )
                )
            );
        }
    }

    /// <summary>An element that holds nothing.</summary>
    private void Empty(string name, HtmlTagToken tag, Hiding hiding)
    {
        if (name == "hr")
            CloseParagraph();
        if (hiding.Hides || !IsSeen())
            return;
        switch (name)
        {
            case "br":
                ready.Add(new(HtmlTokenKind.Break));
                break;
            case "hr":
                ready.Add(new(HtmlTokenKind.Start, "hr"));
                break;
            case "img":
                Words(Attribute(tag, "alt") ?? "", HtmlTokenKind.Picture);
                break;
        }
    }

    private void End(string name)
    {
        if (name == "br")
        {
            if (IsSeen())
                ready.Add(new(HtmlTokenKind.Break));
            return;
        }
        if (name is "html" or "body")
            return;
        if (passedOver.GetValueOrDefault(name) is var times and > 0)
        {
            passedOver[name] = times - 1;
            return;
        }
        var kind = KindOf(name);
        var at = LastIndex(
            name,
            e =>
                kind switch
                {
                    OpenElementKind.Block when TableParts.Contains(name) => e.Name == "table",
                    OpenElementKind.Block when name == "table" => false,
                    OpenElementKind.Block => e.IsScope || e.Name == "table",
                    OpenElementKind.Formatting => e.IsScope,
                    OpenElementKind.Container => false,
                    _ => e.Kind == OpenElementKind.Block,
                }
        );
        if (at >= 0)
            Remove(at);
        else if (name == "p" && IsSeen())
            // As browsers do: the end of a paragraph that has not begun is an empty one.
            ready.AddRange([new(HtmlTokenKind.Start, "p"), new(HtmlTokenKind.End, "p")]);
    }

    /// <summary>Ends what the beginning of a block ends without a tag of its own.</summary>
    // https://html.spec.whatwg.org/multipage/syntax.html#optional-tags
    private void CloseBefore(string name)
    {
        CloseParagraph();
        switch (name)
        {
            case "li":
                Close("li", "li", e => e.Name is "ul" or "ol" or "menu" or "dir" or "table" || e.IsScope);
                break;
            case "dt" or "dd":
                Close("dt", "dd", e => e.Name is "dl" or "table" || e.IsScope);
                break;
            case "option" or "optgroup":
                Close("option", "option", e => e.Name is "select" or "datalist" or "table" || e.IsScope);
                break;
            case ['h', >= '1' and <= '6']
                when open.FindLastIndex(e => e.Kind is OpenElementKind.Block or OpenElementKind.Container)
                    is var last
                        and >= 0
                    && open[last].Name is ['h', >= '1' and <= '6']:
                Remove(last);
                break;
            case "td" or "th":
                CloseAbove(open.FindLastIndex(e => e.Name is "tr" or "tbody" or "thead" or "tfoot" or "table"));
                break;
            case "tr":
                CloseAbove(open.FindLastIndex(e => e.Name is "tbody" or "thead" or "tfoot" or "table"));
                break;
            case "tbody" or "thead" or "tfoot" or "caption":
                CloseAbove(open.FindLastIndex(e => e.Name == "table"));
                break;
        }
    }

    private void CloseParagraph() => Close("p", "p", e => e.IsScope || e.Name == "table");

    private void Close(string name, string other, Func<OpenElement, bool> isEnd)
    {
        if (opened.GetValueOrDefault(name) == 0 && opened.GetValueOrDefault(other) == 0)
            return;
        for (var i = open.Count - 1; i >= 0 && !isEnd(open[i]); i--)
        {
            if (open[i].Name != name && open[i].Name != other)
                continue;
            Remove(i);
            return;
        }
    }

    /// <summary>
    /// The innermost open element of a name; -1 when there is none before the one where the look ends.
    /// </summary>
    private int LastIndex(string name, Func<OpenElement, bool> isEnd)
    {
        if (opened.GetValueOrDefault(name) == 0)
            return -1;
        for (var i = open.Count - 1; i >= 0; i--)
        {
            if (open[i].Name == name)
                return i;
            if (isEnd(open[i]))
                return -1;
        }
        return -1;
    }

    /// <summary>
    /// Ends an element. Formatting that began within a block goes on after it; blocks that began within formatting do
    /// too.
    /// </summary>
    private void Remove(int at)
    {
        var element = open[at];
        if (element.Kind == OpenElementKind.Formatting)
        {
            var block = open.FindIndex(at, e => e.Kind == OpenElementKind.Block);
            for (var i = (block < 0 ? open.Count : block) - 1; i > at; i--)
            {
                if (open[i].Kind == OpenElementKind.Inline)
                    Forget(i);
            }
            Forget(at);
            return;
        }
        if (element.IsScope || element.Name == "table")
        {
            CloseTo(at);
            return;
        }
        CloseAbove(at);
        Forget(at);
    }

    /// <summary>Ends what stands in an element, but the formatting that goes on after it.</summary>
    private void CloseAbove(int at)
    {
        var scope = open.FindIndex(at + 1, e => e.IsScope || e.Name == "table");
        if (scope >= 0)
            CloseTo(scope);
        for (var i = open.Count - 1; i > at; i--)
        {
            if (open[i].Kind != OpenElementKind.Formatting)
                Forget(i);
        }
    }

    private void CloseTo(int count)
    {
        for (var i = open.Count - 1; i >= count; i--)
            Forget(i);
    }

    private void Forget(int at)
    {
        var element = open[at];
        // A link without words shows where it goes.
        if (element is { Link: { } link, HasWords: false })
            Words(WebAddress.Place(link));
        if (element.IsTold)
            ready.Add(new(HtmlTokenKind.End, element.Name));
        open.RemoveAt(at);
        opened[element.Name]--;
        Changed(element);
    }

    /// <summary>Most elements change neither how words look nor whether they are seen.</summary>
    private void Changed(OpenElement element)
    {
        if (element.Kind == OpenElementKind.Formatting || element.Name is "sub" or "sup" or "pre")
            format = null;
        if (element.Hiding != default)
            isSeen = null;
    }

    private HtmlFormat Current() =>
        open.Count == 0
            ? HtmlFormat.None
            : new(
                [
                    .. open.Where(e =>
                        e.Name is "sub" or "sup"
                        || (
                            e.Kind == OpenElementKind.Formatting
                            && (e.Name != "a" || e == open.FindLast(o => o.Name == "a"))
                        )
                    ),
                ],
                open.Exists(e => e.Name == "pre")
            );

    private bool IsSeen()
    {
        if (isSeen is { } known)
            return known;
        var unseen = Unseen.Nothing;
        var whole = false;
        foreach (var element in open)
        {
            unseen = (unseen | element.Hiding.Unseen) & ~element.Hiding.Seen;
            whole |= element.Hiding.Whole;
        }
        isSeen = !whole && unseen == Unseen.Nothing;
        return isSeen.Value;
    }

    private static OpenElementKind KindOf(string name)
    {
        if (Blocks.Contains(name))
            return OpenElementKind.Block;
        if (Formatting.Contains(name))
            return OpenElementKind.Formatting;
        return Silent.Contains(name) || name is "button" or "marquee"
            ? OpenElementKind.Container
            : OpenElementKind.Inline;
    }

    private int Alike(OpenElement element) =>
        open.Count(e => e.Name == element.Name && e.Hiding == element.Hiding && e.Href == element.Href);

    private static Hiding HidingOf(HtmlTagToken tag, string name)
    {
        if (
            Silent.Contains(name)
            || Attribute(tag, "hidden") is not null
            || (name == "dialog" && Attribute(tag, "open") is null)
        )
            return new(Whole: true, Unseen.Nothing, Unseen.Nothing);
        return Attribute(tag, "style") is { Length: > 0 } style ? Hiding.OfStyle(style) : default;
    }

    private static string? Attribute(HtmlTagToken tag, string name)
    {
        foreach (var attribute in tag.Attributes)
        {
            if (string.Equals(attribute.Name, name, StringComparison.OrdinalIgnoreCase))
                return attribute.Value;
        }
        return null;
    }
}
