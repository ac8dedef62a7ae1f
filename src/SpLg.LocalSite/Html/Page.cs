using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace SpLg.LocalSite.Html;

/// <summary>The frame of every page for people: Swedish, one main heading, landmarks, a skip link, no script.</summary>
internal static class Page
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private const string Style = """
        :root{color-scheme:light}
        body{margin:0;font:1rem/1.5 "Segoe UI",system-ui,sans-serif;color:#1b1b1b;background:#fff}
        a{color:#0b5394}a:focus-visible,summary:focus-visible{outline:3px solid #0b5394;outline-offset:2px}
        .skip{position:absolute;left:-999px}.skip:focus{left:1rem;top:1rem;background:#fff;padding:.5rem;z-index:1}
        header,main,footer{padding:1rem 1.5rem;max-width:90rem}
        header{border-bottom:1px solid #767676}footer{border-top:1px solid #767676;color:#444}
        h1{font-size:1.7rem;margin:.5rem 0}h2{font-size:1.25rem;margin-top:1.5rem}
        .scroll{overflow-x:auto}table{border-collapse:collapse}
        th,td{text-align:left;vertical-align:top;padding:.35rem .75rem;border-bottom:1px solid #8a8a8a}
        td a,h1,p,li,dd{overflow-wrap:anywhere}
        thead th{background:#f0f2f5}caption{text-align:left;padding:.35rem 0;color:#444}
        nav ul{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.25rem 1rem;margin:.5rem 0}[aria-current]{font-weight:600}
        time{white-space:nowrap}dt{font-weight:600}dd{margin:0 0 .75rem}img{max-width:100%;height:auto}
        label,legend{display:block;font-weight:600}.hint{display:block;color:#444}.box{display:block}
        .box label{display:inline;font-weight:400}fieldset{border:0;padding:0;margin:0}
        input,select,textarea,button{font:inherit;border:1px solid #5c5c5c;padding:.35rem;max-width:100%;box-sizing:border-box}
        input[type=text],select,textarea{width:40rem}
        button{background:#0b5394;color:#fff;padding:.4rem 1.2rem;border-color:#0b5394}
        .fault{border-left:4px solid #a4262c;padding:.5rem;background:#fdf3f4}
        """;

    /// <param name="trail">The pages above this one: text and address.</param>
    /// <param name="main">HTML of the main part, below the heading.</param>
    public static string Whole(string title, IReadOnlyList<(string Text, string Address)> trail, string main)
    {
        var links = string.Concat(trail.Select(t => $"<li>{Link(t.Address, t.Text)}</li>"));
        var crumbs =
            trail.Count == 0
                ? ""
                : $"<nav aria-label=\"Du är här\"><ul>{links}<li aria-current=\"page\">{Text(title)}</li></ul></nav>";
        return $"""
            <!DOCTYPE html>
            <html lang="sv">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Text(title)} – lokal webbplats</title>
            <style>{Style}</style>
            </head>
            <body>
            <a class="skip" href="#innehall">Till innehållet</a>
            <header><p>Lokal webbplats för SpLg</p>{crumbs}</header>
            <main id="innehall" tabindex="-1">
            <h1>{Text(title)}</h1>
            {main}
            </main>
            <footer><p>Sidan visas av SpLg på den här datorn. {Link(Visitor.Address, "Välj vem du är")} · {Link(
                "/_mail",
                "E-post"
            )}</p></footer>
            </body>
            </html>
            """;
    }

    /// <summary>Encoded; letters of every language stay readable in the source.</summary>
    public static string Text(string? text) => Encoder.Encode(text ?? "");

    /// <summary>Encoded, with its line breaks.</summary>
    public static string Lines(string text) =>
        string.Join("<br>", text.ReplaceLineEndings("\n").Split('\n').Select(Text));

    public static string Link(string address, string? text, string attributes = "") =>
        $"<a href=\"{Text(address)}\"{attributes}>{Text(text)}</a>";

    /// <summary>
    /// A table with a caption and column headings; rows and cells are HTML, the first cell of a row its heading.
    /// </summary>
    public static string Table(string caption, IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<string>> rows)
    {
        var head = string.Concat(headings.Select(h => $"<th scope=\"col\">{Text(h)}</th>"));
        var body = string.Concat(
            rows.Select(r =>
                $"<tr><th scope=\"row\">{r[0]}</th>{string.Concat(r.Skip(1).Select(c => $"<td>{c}</td>"))}</tr>\n"
            )
        );
        // Wide tables scroll in a box that can be reached by keyboard.
        return "<div class=\"scroll\" role=\"region\" tabindex=\"0\" "
            + $"aria-label=\"{Text(caption)}\"><table><caption>{Text(caption)}</caption><thead><tr>{head}</tr>"
            + $"</thead><tbody>{body}</tbody></table></div>";
    }
}
