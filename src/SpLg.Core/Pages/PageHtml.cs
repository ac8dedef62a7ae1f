using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using SpLg.Core.Lists;

namespace SpLg.Core.Pages;

/// <summary>
/// Pieces of a page's HTML. SharePoint takes away tags and attributes it does not know, and does not tell which
/// those are, so every piece says all it has to say in plain words and plain tags.
/// </summary>
internal static partial class PageHtml
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Encoded; letters of every language stay readable in the source.</summary>
    public static string Text(string text) => Encoder.Encode(text);

    /// <summary>The page's own title is its first-level heading, so the text begins at the second.</summary>
    public static string Heading(string text) => $"<h2>{Text(text)}</h2>";

    public static string SubHeading(string text) => $"<h3>{Text(text)}</h3>";

    public static string Paragraph(string text) => $"<p>{Text(text)}</p>";

    public static string Link(Uri address, string text) => $"<a href=\"{Text(address.AbsoluteUri)}\">{Text(text)}</a>";

    /// <param name="items">HTML.</param>
    public static string Bullets(IEnumerable<string> items) => $"<ul>{string.Concat(items.Select(i => $"<li>{i}</li>"))}</ul>";

    /// <summary>The first cell of a row is its heading.</summary>
    public static string Table(string caption, IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<string>> rows)
    {
        var head = string.Concat(headings.Select(h => $"<th scope=\"col\">{Text(h)}</th>"));
        var body = string.Concat(rows.Select(r => $"<tr><th scope=\"row\">{Text(r[0])}</th>{string.Concat(r.Skip(1).Select(c => $"<td>{Text(c)}</td>"))}</tr>"));
        return $"<table><caption>{Text(caption)}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>";
    }

    /// <summary>What a person has written as formatted text in a list: its paragraphs and bullets, without fonts, colours and links.</summary>
    public static string Plain(string richText)
    {
        var blocks = Block().Split(richText);
        var html = new List<string>();
        var bullets = new List<string>();
        // Split gives text, tag, text, tag … text.
        for (var i = 0; i < blocks.Length; i += 2)
        {
            var isBullet = i > 0 && blocks[i - 1].StartsWith("<li", StringComparison.OrdinalIgnoreCase);
            if (CellText.Visible(blocks[i]) is not { } text)
                continue;
            if (!isBullet)
                EndBullets();
            (isBullet ? bullets : html).Add(isBullet ? Text(text) : Paragraph(text));
        }
        EndBullets();
        return string.Concat(html);

        void EndBullets()
        {
            if (bullets.Count > 0)
                html.Add(Bullets(bullets));
            bullets.Clear();
        }
    }

    [GeneratedRegex("(?<tag></?(p|div|br|li|ul|ol|tr|td|th|table|h[1-6]|blockquote|pre)(?![a-z0-9])[^>]*>)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Block();
}
