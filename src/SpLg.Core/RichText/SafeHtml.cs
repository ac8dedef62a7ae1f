using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace SpLg.Core.RichText;

/// <summary>
/// HTML that others wrote, made safe to stand in a page: what a reader sees of it, in ordinary text elements without
/// attributes (links keep an ordinary address, table headings what they head), every element closed, everything else
/// encoded or left out.
/// </summary>
public static class SafeHtml
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal)
    {
        "p",
        "ul",
        "ol",
        "li",
        "h2",
        "h3",
        "h4",
        "table",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "th",
        "td",
        "caption",
        "blockquote",
        "div",
        "hr",
    };

    private static readonly HashSet<string> Formatting = new(StringComparer.Ordinal)
    {
        "strong",
        "b",
        "em",
        "i",
        "u",
        "a",
        "s",
        "sub",
        "sup",
    };

    /// <summary>Encoded; letters of every language stay readable in the source.</summary>
    public static string Encode(string text) => Encoder.Encode(text);

    public static string Clean(string html) => Clean(html, _ => true, words => words);

    /// <param name="isKept">Whether a link to this address stays one.</param>
    /// <param name="shown">The words that are shown for those that stand there.</param>
    internal static string Clean(string html, Func<string, bool> isKept, Func<string, string> shown)
    {
        var text = new StringBuilder();
        var around = new List<OpenElement>();
        foreach (var token in HtmlText.Tokens(html))
        {
            switch (token.Kind)
            {
                case HtmlTokenKind.Text or HtmlTokenKind.Picture:
                    // Spaces look the same in any format, and a link around spaces alone could not be seen.
                    if (token.Text.AsSpan().ContainsAnyExcept(" \t\r\n\f"))
                        Align(
                            text,
                            around,
                            [.. token.Format!.Elements.Where(e => Formatting.Contains(e.Name))],
                            isKept
                        );
                    // Line breaks of the source are kept.
                    text.AppendJoin(
                        token.Format!.IsPreformatted ? "<br>" : "\n",
                        shown(token.Text).Split('\n').Select(Encode)
                    );
                    break;
                case HtmlTokenKind.Break:
                    text.Append("<br>");
                    break;
                case HtmlTokenKind.Start:
                    Align(text, around, [], isKept);
                    text.Append('<').Append(Name(token.Name)).Append(Attributes(token)).Append('>');
                    break;
                default:
                    Align(text, around, [], isKept);
                    text.Append("</").Append(Name(token.Name)).Append('>');
                    break;
            }
        }
        Align(text, around, [], isKept);
        return text.ToString();
    }

    /// <summary>Closes the formatting that has ended, and opens what has begun.</summary>
    private static void Align(
        StringBuilder text,
        List<OpenElement> around,
        IReadOnlyList<OpenElement> wanted,
        Func<string, bool> isKept
    )
    {
        var same = 0;
        while (same < around.Count && same < wanted.Count && ReferenceEquals(around[same], wanted[same]))
            same++;
        for (var i = around.Count - 1; i >= same; i--)
            text.Append("</").Append(around[i].Name).Append('>');
        around.RemoveRange(same, around.Count - same);
        foreach (var element in wanted.Skip(same))
        {
            text.Append('<').Append(element.Name).Append(Address(element, isKept)).Append('>');
            around.Add(element);
        }
    }

    private static string Name(string block) =>
        Blocks.Contains(block)
            ? block
            : block switch
            {
                "h1" => "h2",
                "h5" or "h6" => "h4",
                "menu" or "dir" => "ul",
                _ => "div",
            };

    /// <summary>The attributes that say how a table or a list looks, and nothing else.</summary>
    private static string Attributes(HtmlToken token) =>
        token.Attributes is not { } said
            ? ""
            : token.Name switch
            {
                "ol" => Numbered("start", said.Start),
                "th" or "td" => Scope(token) + Numbered("colspan", said.ColumnSpan) + Numbered("rowspan", said.RowSpan),
                _ => "",
            };

    private static string Numbered(string name, string? value) =>
        value is { Length: > 0 and < 7 } && value.All(char.IsAsciiDigit) ? $" {name}=\"{value}\"" : "";

    private static string Scope(HtmlToken token) =>
        token is { Name: "th", Attributes.Scope: { } scope }
        && scope.ToLowerInvariant() is "col" or "row" or "colgroup" or "rowgroup"
            ? $" scope=\"{token.Attributes.Scope.ToLowerInvariant()}\""
            : "";

    private static string Address(OpenElement element, Func<string, bool> isKept)
    {
        if (element.Href is not { Length: > 0 } address || !isKept(address))
            return "";
        var isSafe =
            Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme != Uri.UriSchemeFile
                ? uri.Scheme is "http" or "https" or "mailto"
                : address.StartsWith('/') && (address.Length == 1 || address[1] is not ('/' or '\\'));
        return isSafe ? $" href=\"{Encode(address)}\"" : "";
    }
}
