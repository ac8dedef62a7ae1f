namespace SpLg.Core.Pages;

/// <summary>
/// Pieces of a page's HTML. SharePoint takes away tags and attributes it does not know, and does not tell which
/// those are, so every piece says all it has to say in plain words and plain tags.
/// </summary>
internal static class PageHtml
{
    /// <summary>Encoded; letters of every language stay readable in the source.</summary>
    public static string Text(string text) => SafeHtml.Encode(text);

    /// <summary>The page's own title is its first-level heading, so the text begins at the second.</summary>
    public static string Heading(string text) => $"<h2>{Text(text)}</h2>";

    public static string SubHeading(string text) => $"<h3>{Text(text)}</h3>";

    public static string Paragraph(string text) => $"<p>{Text(text)}</p>";

    public static string Link(Uri address, string text) => $"<a href=\"{Text(address.AbsoluteUri)}\">{Text(text)}</a>";

    /// <param name="items">HTML.</param>
    public static string Bullets(IEnumerable<string> items) =>
        $"<ul>{string.Concat(items.Select(i => $"<li>{i}</li>"))}</ul>";

    /// <summary>The first cell of a row is its heading.</summary>
    public static string Table(string caption, IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<string>> rows)
    {
        var head = string.Concat(headings.Select(h => $"<th scope=\"col\">{Text(h)}</th>"));
        var body = string.Concat(
            rows.Select(r =>
                $"<tr><th scope=\"row\">{Text(r[0])}</th>{string.Concat(r.Skip(1).Select(c => $"<td>{Text(c)}</td>"))}</tr>"
            )
        );
        return $"<table><caption>{Text(caption)}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>";
    }

    /// <summary>
    /// Formatted text that a person has written in a list: its paragraphs and bullets, without fonts, colours and
    /// links.
    /// </summary>
    public static string Plain(string richText)
    {
        var html = new StringBuilder();
        var bullets = new List<string>();
        foreach (var line in HtmlText.Lines(richText))
        {
            // Words that a line break parts are paragraphs, and cells of a table words.
            foreach (
                var text in line
                    .Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                    .Select(t => t.Replace('\t', ' '))
            )
            {
                if (line.Kind is HtmlParagraphKind.Bullet or HtmlParagraphKind.Number)
                {
                    bullets.Add(Text(text));
                    continue;
                }
                EndBullets();
                html.Append(Paragraph(text));
            }
        }
        EndBullets();
        return html.ToString();

        void EndBullets()
        {
            if (bullets.Count > 0)
                html.Append(Bullets(bullets));
            bullets.Clear();
        }
    }
}
