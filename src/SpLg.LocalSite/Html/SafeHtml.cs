using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace SpLg.LocalSite.Html;

/// <summary>
/// HTML that others wrote, made safe to stand in a page: ordinary text elements without attributes (links keep an ordinary
/// address, table headings what they head), every element closed, everything else encoded or left out.
/// </summary>
internal static partial class SafeHtml
{
    private static readonly HashSet<string> Allowed = new(StringComparer.Ordinal)
    {
        "p", "br", "strong", "b", "em", "i", "u", "ul", "ol", "li", "h2", "h3", "h4", "a", "table", "thead", "tbody", "tr", "th", "td", "blockquote", "div", "span", "caption", "tfoot", "s", "sub", "sup", "hr",
    };

    public static string Clean(string html)
    {
        var text = new StringBuilder();
        var open = new Stack<string>();
        var at = 0;
        var source = Dropped().Replace(html, "");
        foreach (Match match in Tag().Matches(source))
        {
            text.Append(Encode(source[at..match.Index]));
            at = match.Index + match.Length;
            var name = match.Groups["name"].Value.ToLowerInvariant();
            if (!Allowed.Contains(name))
                continue;
            if (match.Groups["close"].Length > 0)
                Close(text, open, name);
            else if (name is "br" or "hr")
                text.Append('<').Append(name).Append('>');
            else
            {
                text.Append('<').Append(name).Append(Kept(name, match.Groups["rest"].Value)).Append('>');
                open.Push(name);
            }
        }
        text.Append(Encode(source[at..]));
        while (open.TryPop(out var name))
            text.Append("</").Append(name).Append('>');
        return text.ToString();
    }

    /// <summary>Closes the element and those left open within it; an end without a beginning is left out.</summary>
    private static void Close(StringBuilder text, Stack<string> open, string name)
    {
        if (!open.Contains(name))
            return;
        string last;
        do
        {
            last = open.Pop();
            text.Append("</").Append(last).Append('>');
        }
        while (last != name);
    }

    private static string Kept(string name, string attributes) => name switch
    {
        "a" => Address(attributes),
        "th" when Scope().Match(attributes) is { Success: true } scope => $" scope=\"{scope.Groups["scope"].Value.ToLowerInvariant()}\"",
        _ => "",
    };

    private static string Address(string attributes)
    {
        var match = Href().Match(attributes);
        var address = WebUtility.HtmlDecode(match.Groups["address"].Value).Trim();
        var isSafe = Uri.TryCreate(address, UriKind.Absolute, out var uri)
            ? uri.Scheme is "http" or "https" or "mailto"
            : address.StartsWith('/') && !address.StartsWith("//", StringComparison.Ordinal);
        return match.Success && isSafe ? $" href=\"{Page.Text(address)}\"" : "";
    }

    /// <summary>Entities in the source stay what they mean.</summary>
    private static string Encode(string text) => Page.Text(WebUtility.HtmlDecode(text));

    [GeneratedRegex("<(?<close>/?)(?<name>[A-Za-z][A-Za-z0-9]*)(?<rest>[^>]*)>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Tag();

    [GeneratedRegex("<(?<name>script|style|iframe|object|svg|math)\\b.*?(</\\k<name>\\s*>|$)|<!--.*?(-->|$)", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Dropped();

    [GeneratedRegex("""href\s*=\s*("(?<address>[^"]*)"|'(?<address>[^']*)')""", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Href();

    [GeneratedRegex("""scope\s*=\s*["']?(?<scope>colgroup|rowgroup|col|row)\b""", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Scope();
}
