using System.Text.RegularExpressions;

namespace SpLg.Word.RichText;

/// <summary>
/// Tells markup from what people write between angle brackets: <c>gräns &lt;medel</c> and <c>&lt;b och c&gt;</c> are text.
/// A tag has a name of HTML, attributes with values (or one of the few without), and an end.
/// </summary>
internal static partial class HtmlTag
{
    // https://html.spec.whatwg.org/multipage/indices.html#elements-3, and what older editors leave behind.
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "abbr", "acronym", "address", "applet", "area", "article", "aside", "audio", "b", "base", "bdi", "bdo", "big", "blockquote", "body", "br", "button",
        "canvas", "caption", "center", "cite", "code", "col", "colgroup", "data", "datalist", "dd", "del", "details", "dfn", "dialog", "dir", "div", "dl", "dt",
        "em", "embed", "fieldset", "figcaption", "figure", "font", "footer", "form", "frame", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header",
        "hgroup", "hr", "html", "i", "iframe", "img", "input", "ins", "kbd", "label", "legend", "li", "link", "main", "map", "mark", "menu", "meta", "meter",
        "nav", "nobr", "noscript", "object", "ol", "optgroup", "option", "output", "p", "param", "path", "picture", "pre", "progress", "q", "rp", "rt", "ruby",
        "s", "samp", "script", "section", "select", "slot", "small", "source", "span", "strike", "strong", "style", "sub", "summary", "sup", "svg", "table",
        "tbody", "td", "template", "textarea", "tfoot", "th", "thead", "time", "title", "tr", "track", "tt", "u", "ul", "var", "video", "wbr",
    };

    /// <summary>The length of the tag or comment that begins at a <c>&lt;</c>, or 0 when it is text.</summary>
    public static int Length(string html, int at)
    {
        if (string.CompareOrdinal(html, at, "<!--", 0, 4) == 0)
            return html.IndexOf("-->", at + 4, StringComparison.Ordinal) is var end and >= 0 ? end + 3 - at : 0;
        // A tag holds no other; so each character is looked at once however many angle brackets there are.
        var next = html.IndexOf('<', at + 1);
        var rest = html[at..(next < 0 ? html.Length : next)];
        if (Declaration().Match(rest) is { Success: true, Length: var declared })
            return declared;
        // Word marks its own elements with a prefix: <o:p>.
        return Shape().Match(rest) is { Success: true } tag && (tag.Groups["name"].Value.Contains(':', StringComparison.Ordinal) || Names.Contains(tag.Groups["name"].Value))
            ? tag.Length
            : 0;
    }

    [GeneratedRegex("""^<(!DOCTYPE\b|!\[|\?xml\b)[^<>]*>""", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Declaration();

    [GeneratedRegex("""
        ^<(/(?<name>[a-z][a-z0-9]*(:[a-z0-9]+)?)\s*
        |(?<name>[a-z][a-z0-9]*(:[a-z0-9]+)?)
          (\s+[a-z_@][a-z0-9_:.@-]*\s*=\s*("[^"]*"|'[^']*'|[^\s"'<>]+)
          |\s+(checked|compact|controls|disabled|download|hidden|ismap|itemscope|multiple|noshade|nowrap|open|readonly|required|selected))*
          \s*/?)>
        """, RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Shape();
}
