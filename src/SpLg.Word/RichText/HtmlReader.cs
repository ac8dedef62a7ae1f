using System.Net;
using System.Text.RegularExpressions;

namespace SpLg.Word.RichText;

/// <summary>
/// Splits the HTML that SharePoint keeps in formatted notes into tags and text. Never fails: what is no tag is text.
/// Scripts, styles, comments and what is marked as hidden are left out with all they hold.
/// </summary>
internal static partial class HtmlReader
{
    private static readonly string[] Silent = ["script", "style", "head", "title", "template", "object", "iframe", "noscript"];

    public static IEnumerable<HtmlToken> Read(string html)
    {
        var at = 0;
        var unending = new HashSet<string>(StringComparer.Ordinal);
        while (at < html.Length)
        {
            var open = NextTag(html, at);
            if (open > at)
                yield return new(HtmlTokenKind.Text, "", WebUtility.HtmlDecode(html[at..open]), null);
            if (open == html.Length)
                yield break;
            at = open;
            at += HtmlTag.Length(html, at);
            var token = ReadTag(html[open..at]);
            if (token is { Kind: HtmlTokenKind.Start } && Silent.Contains(token.Name))
            {
                var end = html.IndexOf("</" + token.Name, at, StringComparison.OrdinalIgnoreCase);
                // What never ends is no script: its words are kept.
                at = end < 0 ? at : After(html, ">", end);
            }
            else if (token is not null && IsHidden(token) && !unending.Contains(token.Name))
            {
                if (EndOf(html, token.Name, at) is { } afterHidden)
                    at = afterHidden;
                else
                    // Its words are kept, and it is not looked for again: a cell may hold thousands.
                    unending.Add(token.Name);
            }
            else if (token is not null)
            {
                yield return token;
            }
        }
    }

    /// <summary>False for plain text, such as a note written by another program.</summary>
    public static bool HasTags(string html) => NextTag(html, 0) < html.Length;

    /// <summary>Nobody who looked at the page has seen it, so nobody has meant it for a document.</summary>
    private static bool IsHidden(HtmlToken token) =>
        token.Kind == HtmlTokenKind.Start
        && (token.Attributes!.ContainsKey("hidden") || Hiding().IsMatch(token.Attributes.GetValueOrDefault("style", "")));

    /// <summary>After the end of the element that has begun; null when it never ends.</summary>
    private static int? EndOf(string html, string name, int from)
    {
        if (name is "img" or "br" or "hr" or "input")
            return from;
        var depth = 1;
        for (var at = NextTag(html, from); at < html.Length; at = NextTag(html, at))
        {
            var end = at + HtmlTag.Length(html, at);
            if (ReadTag(html[at..end]) is { } tag && tag.Name == name && (depth += tag.Kind == HtmlTokenKind.Start ? 1 : -1) == 0)
                return end;
            at = end;
        }
        return null;
    }

    private static int NextTag(string html, int from)
    {
        for (var i = html.IndexOf('<', from); i >= 0; i = html.IndexOf('<', i + 1))
        {
            if (HtmlTag.Length(html, i) > 0)
                return i;
        }
        return html.Length;
    }

    private static int After(string html, string what, int from)
    {
        var found = html.IndexOf(what, from, StringComparison.Ordinal);
        return found < 0 ? html.Length : found + what.Length;
    }

    private static HtmlToken? ReadTag(string html)
    {
        var isEnd = html[1] == '/';
        var at = isEnd ? 2 : 1;
        var name = Take(html, ref at, c => char.IsAsciiLetterOrDigit(c) || c == ':').ToLowerInvariant();
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        while (at < html.Length && html[at] != '>')
        {
            var attribute = Take(html, ref at, c => !char.IsWhiteSpace(c) && c is not ('=' or '>' or '/')).ToLowerInvariant();
            if (attribute.Length == 0)
            {
                at++;
                continue;
            }
            Take(html, ref at, char.IsWhiteSpace);
            attributes.TryAdd(attribute, at < html.Length && html[at] == '=' ? ReadValue(html, ref at) : "");
        }
        if (name.Length == 0)
            return null;
        return isEnd ? new(HtmlTokenKind.End, name, "", null) : new(HtmlTokenKind.Start, name, "", attributes);
    }

    private static string ReadValue(string html, ref int at)
    {
        at++;
        Take(html, ref at, char.IsWhiteSpace);
        if (at >= html.Length || html[at] is not ('"' or '\'') || html[at] is var quote && html.IndexOf(quote, at + 1) < 0)
            return WebUtility.HtmlDecode(Take(html, ref at, c => !char.IsWhiteSpace(c) && c != '>'));
        var end = html.IndexOf(html[at], at + 1);
        var value = WebUtility.HtmlDecode(html[(at + 1)..end]);
        at = end + 1;
        return value;
    }

    private static string Take(string html, ref int at, Func<char, bool> wanted)
    {
        var start = at;
        while (at < html.Length && wanted(html[at]))
            at++;
        return html[start..at];
    }

    [GeneratedRegex(@"\b(display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Hiding();
}
