namespace SpLg.Core.RichText;

/// <summary>
/// Tells markup from what people write between angle brackets: <c>gräns &lt;medel</c>, <c>&lt;b och c></c> and
/// <c>&lt;anna@example.se></c> are text, which a parser would swallow. A tag has a name of HTML, attributes with values
/// (or one of the few without), and an end.
/// </summary>
internal static class HtmlMarkup
{
    // https://html.spec.whatwg.org/multipage/indices.html#elements-3, and what older editors leave behind.
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "a",
        "abbr",
        "acronym",
        "address",
        "applet",
        "area",
        "article",
        "aside",
        "audio",
        "b",
        "base",
        "basefont",
        "bdi",
        "bdo",
        "bgsound",
        "big",
        "blink",
        "blockquote",
        "body",
        "br",
        "button",
        "canvas",
        "caption",
        "center",
        "cite",
        "code",
        "col",
        "colgroup",
        "data",
        "datalist",
        "dd",
        "del",
        "details",
        "dfn",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "em",
        "embed",
        "fieldset",
        "figcaption",
        "figure",
        "font",
        "footer",
        "form",
        "frame",
        "frameset",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "head",
        "header",
        "hgroup",
        "hr",
        "html",
        "i",
        "iframe",
        "img",
        "input",
        "ins",
        "kbd",
        "label",
        "legend",
        "li",
        "link",
        "main",
        "map",
        "mark",
        "marquee",
        "math",
        "menu",
        "meta",
        "meter",
        "nav",
        "nobr",
        "noembed",
        "noframes",
        "noscript",
        "object",
        "ol",
        "optgroup",
        "option",
        "output",
        "p",
        "param",
        "path",
        "picture",
        "pre",
        "progress",
        "q",
        "rb",
        "rp",
        "rt",
        "rtc",
        "ruby",
        "s",
        "samp",
        "script",
        "search",
        "section",
        "select",
        "slot",
        "small",
        "source",
        "span",
        "strike",
        "strong",
        "style",
        "sub",
        "summary",
        "sup",
        "svg",
        "table",
        "tbody",
        "td",
        "template",
        "textarea",
        "tfoot",
        "th",
        "thead",
        "time",
        "title",
        "tr",
        "track",
        "tt",
        "u",
        "ul",
        "var",
        "video",
        "wbr",
    };

    /// <summary>Elements that a parser reads as they stand up to their end tag, and no browser shows.</summary>
    private static readonly HashSet<string> Raw = new(StringComparer.OrdinalIgnoreCase)
    {
        "iframe",
        "noembed",
        "noframes",
        "noscript",
        "script",
        "style",
        "title",
    };

    private static readonly HashSet<string> WithoutValue = new(StringComparer.OrdinalIgnoreCase)
    {
        "async",
        "autofocus",
        "autoplay",
        "checked",
        "compact",
        "controls",
        "default",
        "defer",
        "disabled",
        "download",
        "hidden",
        "inert",
        "ismap",
        "itemscope",
        "loop",
        "multiple",
        "muted",
        "noshade",
        "novalidate",
        "nowrap",
        "open",
        "readonly",
        "required",
        "reversed",
        "selected",
    };

    /// <summary>
    /// The text with its tags alone as markup: other angle brackets as entities, comments emptied, scripts and the like
    /// taken away.
    /// Null when there is no markup in it.
    /// </summary>
    public static string? Only(string html)
    {
        if (!html.Contains('<', StringComparison.Ordinal))
            return null;
        var scan = new Scan(html);
        return scan.Run() ? scan.Text.ToString() : null;
    }

    /// <summary>True when a parser would take something in the text for markup.</summary>
    public static bool IsIn(string text) => Only(text) is not null;

    private sealed class Scan(string html)
    {
        // Each character is looked at a few times at most, however the quotation marks stand.
        private int budget = (html.Length * 4) + 1000;
        private readonly HashSet<string> unending = new(StringComparer.OrdinalIgnoreCase);

        public StringBuilder Text { get; } = new(html.Length + 16);

        public bool Run()
        {
            var any = false;
            var at = 0;
            for (var open = html.IndexOf('<'); open >= 0; open = html.IndexOf('<', at))
            {
                Text.Append(html, at, open - at);
                if (Unshown(open) is var unshown and > 0)
                {
                    // Something has to part what stands before from what stands after: "&l" and "t;" are no entity.
                    Text.Append("<!---->");
                    (at, any) = (open + unshown, true);
                    continue;
                }
                var length = TagLength(open, out var name);
                if (length == 0)
                {
                    Text.Append("&lt;");
                    at = open + 1;
                    continue;
                }
                any = true;
                at = open + length;
                if (!Raw.Contains(name))
                    Text.Append(html, open, length);
                else
                {
                    Text.Append("<!---->");
                    // What never ends is no script: its words are kept.
                    if (html[open + 1] != '/' && EndOf(name, at) is { } end)
                        at = end;
                }
            }
            Text.Append(html, at, html.Length - at);
            return any;
        }

        /// <summary>The length of a comment or a declaration; 0 for anything else.</summary>
        private int Unshown(int at)
        {
            var rest = html.AsSpan(at);
            if (rest.StartsWith("<!-->", StringComparison.Ordinal))
                return 5;
            if (rest.StartsWith("<!--->", StringComparison.Ordinal))
                return 6;
            if (rest.StartsWith("<!--", StringComparison.Ordinal))
            {
                var (end, other) = (After("-->", at + 4), After("--!>", at + 4));
                return (end < other || other is null ? end : other) - at ?? 0;
            }
            if (
                !rest.StartsWith("<![", StringComparison.Ordinal)
                && !rest.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase)
                && !rest.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase)
            )
                return 0;
            return rest[1..].IndexOfAny('<', '>') is var close and >= 0 && rest[close + 1] == '>' ? close + 2 : 0;
        }

        /// <summary>
        /// After the next place where this stands; null when it stands nowhere, and then it is not looked for again.
        /// </summary>
        private int? After(string what, int from)
        {
            if (unending.Contains(what))
                return null;
            var found = html.IndexOf(what, from, StringComparison.Ordinal);
            if (found >= 0)
                return found + what.Length;
            unending.Add(what);
            return null;
        }

        private int? EndOf(string name, int from)
        {
            if (unending.Contains(name))
                return null;
            var begin = "</" + name;
            for (var at = from - 2; (at = html.IndexOf(begin, at + 2, StringComparison.OrdinalIgnoreCase)) >= 0; )
            {
                var after = at + 2 + name.Length;
                if (
                    after < html.Length
                    && (html[after] is '/' or '>' || char.IsWhiteSpace(html[after]))
                    && After(">", after) is { } end
                )
                    return end;
            }
            unending.Add(name);
            return null;
        }

        /// <summary>The length of the tag that begins here; 0 when it is text.</summary>
        private int TagLength(int open, out string name)
        {
            name = "";
            var at = open + 1;
            if (at < html.Length && html[at] == '/')
                at++;
            var start = at;
            at = Skip(at, char.IsAsciiLetterOrDigit);
            if (at == start || !char.IsAsciiLetter(html[start]))
                return 0;
            // Word marks its own elements with a prefix: <o:p>.
            var isPrefixed = at < html.Length && html[at] == ':' && Skip(at + 1, char.IsAsciiLetterOrDigit) > at + 1;
            if (isPrefixed)
                at = Skip(at + 1, char.IsAsciiLetterOrDigit);
            if (at - start > 40 || budget <= 0)
                return 0;
            name = html[start..at];
            if (!isPrefixed && !Names.Contains(name))
                return 0;
            if (at < html.Length && html[at] is not ('>' or '/') && !char.IsWhiteSpace(html[at]))
                return 0;
            if (EndOfAttributes(ref at))
                return at - open;
            budget -= at - open;
            return 0;
        }

        private bool EndOfAttributes(ref int at)
        {
            while (true)
            {
                at = Skip(at, c => char.IsWhiteSpace(c) || c == '/');
                if (at >= html.Length)
                    return false;
                if (html[at] == '>')
                {
                    at++;
                    return true;
                }
                var start = at;
                if (!char.IsAsciiLetter(html[at]) && html[at] is not ('_' or '@' or ':'))
                    return false;
                at = Skip(at, c => char.IsAsciiLetterOrDigit(c) || c is '_' or ':' or '.' or '@' or '-');
                var attribute = html.AsSpan(start, at - start);
                var equals = Skip(at, char.IsWhiteSpace);
                if (equals < html.Length && html[equals] == '=')
                {
                    at = Skip(equals + 1, char.IsWhiteSpace);
                    if (!EndOfValue(ref at))
                        return false;
                }
                else if (
                    attribute.Length > 40
                    || (
                        !attribute.Contains('-')
                        && !WithoutValue.GetAlternateLookup<ReadOnlySpan<char>>().Contains(attribute)
                    )
                )
                {
                    return false;
                }
            }
        }

        private bool EndOfValue(ref int at)
        {
            if (at >= html.Length)
                return false;
            if (html[at] is not ('"' or '\''))
            {
                at = Skip(at, c => !char.IsWhiteSpace(c) && c is not ('"' or '\'' or '<' or '>'));
                return at < html.Length && html[at] is not ('"' or '\'' or '<');
            }
            var end = html.IndexOf(html[at], at + 1);
            at = end < 0 ? html.Length : end + 1;
            return end >= 0;
        }

        private int Skip(int at, Func<char, bool> wanted)
        {
            while (at < html.Length && wanted(html[at]))
                at++;
            return at;
        }
    }
}
