using AngleSharp.Html.Parser;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using FsCheck;
using FsCheck.Fluent;
using SpLg.Core.Pages;
using SpLg.Tests.Word;
using SpLg.Word.Workbooks;

namespace SpLg.Tests.RichText;

/// <summary>
/// For any formatted text: what is examined for personal data is what stands in the document, on the page, in the
/// workbook and in the local site, letter for letter. The page and the site are read as a browser does.
/// </summary>
public sealed class OneReaderTests
{
    private const string Place = "https://exempel.se/a";

    private static readonly string[] Pieces =
    [
        "811228",
        "-9874",
        " ord ",
        "å",
        "&amp;",
        "&#50;",
        "&",
        ";",
        "<",
        ">",
        "\"",
        "'",
        "\u00ad",
        "\u200b",
        "\u00a0",
        "\n",
        "<br>",
        "</br>",
        "<hr>",
        "<wbr>",
        "<!-- x > y -->",
        "<!-->",
        "<!---->",
        "<!-- <b> --!>",
        "<!--",
        "-->",
        "<![CDATA[ x ]]>",
        "<!DOCTYPE html>",
        "<?xml x ?>",
        "<p>",
        "</p>",
        "<div>",
        "</div>",
        "<p hidden>",
        "<div style=\"display:none\">",
        "<span style=\"display:none\">",
        "<span title=\"a>b\">",
        "<span title='<b>'>",
        "</span>",
        "<b>",
        "</b>",
        "<b style='visibility:hidden'>",
        "<i style='visibility:visible'>",
        "</i>",
        "<u>",
        "</u>",
        "<strong/>",
        "<font size=0>",
        "</font>",
        "<nr=811228-9874>",
        "<anna@exempel.se>",
        "<b och c>",
        "<o:p>",
        "</o:p>",
        "<medel",
        "<ul>",
        "</ul>",
        "<ol start=7>",
        "</ol>",
        "<li>",
        "</li>",
        "<h2>",
        "</h2>",
        "<table>",
        "</table>",
        "<tr>",
        "</tr>",
        "<td>",
        "<td colspan=2 rowspan=2>",
        "<td hidden>",
        "</td>",
        "<th scope=col>",
        "<caption>",
        "</caption>",
        "<script>",
        "</script>",
        "<style>",
        "</style>",
        "<title>",
        "</title>",
        "<template>",
        "</template>",
        "<svg>",
        "</svg>",
        "<noscript>",
        "</noscript>",
        "<textarea>",
        "</textarea>",
        "<select><option>",
        "</select>",
        "<blockquote>",
        "</blockquote>",
        "<details>",
        "</details>",
        "<head>",
        "</head>",
        "<body>",
        "<a href='" + Place + "'>",
        "<a href=javascript:x()>",
        "</a>",
        "<img alt='bild'>",
        "<img alt=x hidden>",
        "<input value=dold>",
        "<a href=\"",
    ];

    [Fact]
    public void What_is_examined_is_what_every_reader_sees()
    {
        // A law over more of them: a fault hides in one combination of hundreds.
        var many = SampleOrAll.IsAll ? 5_000 : 400;
        var texts = Gen.Elements(Pieces).ListOf(14).Select(p => string.Concat(p));
        var template = Template.Compile(TestDocx.Create(TestDocx.P("{{Sammanfattning}}")), "m", Sample.Fields);
        Prop.ForAll(
                texts.ToArbitrary(),
                html =>
                {
                    var examined = Letters(string.Concat(HtmlText.Lines(html).Select(l => l.Text)));
                    var document = Letters(DocumentText(template.Fill(new Sample(Rich: html))));
                    var page = Letters(BrowserText(PageHtml.Plain(html)));
                    var site = Letters(BrowserText(SafeHtml.Clean(html)));
                    var workbook = Letters(
                        string.Join('\n', SheetText.Of(html, FieldKind.RichText).Split('\n').Select(WithoutMark))
                            .Replace($" ({Place})", "")
                    );
                    // A browser moves words that stand in a table but in no cell of it: the same letters in another
                    // order.
                    var isSame = html.Contains("<table", StringComparison.Ordinal)
                        ? site.Order().SequenceEqual(examined.Order())
                        : site == examined;
                    return (isSame && (examined, examined, examined) == (document, page, workbook)).Label(
                        $"{html}\nexamined {examined}\ndocument {document}\npage     {page}\nsite     {site}\nworkbook {workbook}"
                    );
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(many).WithReplay(20261130, 17));
    }

    [Fact]
    public void Cleaned_html_is_clean_and_shows_the_same_again()
    {
        // What is seen within what is not, in the middle of a table, may be cleaned in two steps.
        var texts = Gen.Elements(Pieces.Where(p => !p.Contains("visibility", StringComparison.Ordinal)).ToArray())
            .ListOf(20)
            .Select(p => string.Concat(p));
        Prop.ForAll(
                texts.ToArbitrary(),
                html =>
                {
                    var once = SafeHtml.Clean(html);
                    return (SafeHtml.Clean(once) == once && HtmlText.Letters(once) == HtmlText.Letters(html)).Label(
                        $"{html}\n{once}\n{SafeHtml.Clean(once)}"
                    );
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(400).WithReplay(20261130, 19));
    }

    private static string DocumentText(byte[] docx)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);
        return string.Join(
            '\n',
            document
                .MainDocumentPart!.Document.Body!.Descendants<Paragraph>()
                .Select(p =>
                    WithoutMark(
                        string.Concat(
                            p.Descendants()
                                .Select(e =>
                                    e switch
                                    {
                                        Text text => text.Text,
                                        TabChar => "\t",
                                        Break => "\n",
                                        SoftHyphen => "\u00ad",
                                        NoBreakHyphen => "\u2011",
                                        _ => "",
                                    }
                                )
                        )
                    )
                )
        );
    }

    private static string BrowserText(string html)
    {
        var parser = new HtmlParser();
        return parser.ParseDocument($"<!DOCTYPE html><html><body>{html}</body></html>").Body!.TextContent;
    }

    /// <summary>What shows an item of a list stands in a document as text, on a page not.</summary>
    private static string WithoutMark(string line)
    {
        var text = line.StartsWith("• ", StringComparison.Ordinal) ? line[2..] : line;
        var digits = text.TakeWhile(char.IsAsciiDigit).Count();
        return digits > 0 && digits + 1 < text.Length && text[digits] == '.' && text[digits + 1] is ' ' or '\t'
            ? text[(digits + 2)..]
            : text;
    }

    private static string Letters(string text) =>
        string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c != '\u200b'));
}
