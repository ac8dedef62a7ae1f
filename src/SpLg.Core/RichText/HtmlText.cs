namespace SpLg.Core.RichText;

/// <summary>Formatted notes as paragraphs and tables, or as plain text where there is no room for them.</summary>
public static partial class HtmlText
{
    /// <summary>
    /// The words, a line for each paragraph or table row. A reader sees where a link goes; one whose text is its
    /// address says it once.
    /// </summary>
    public static string Plain(string html)
    {
        var text = new StringBuilder();
        foreach (var paragraph in Lines(html))
        {
            if (text.Length > 0)
                text.Append('\n');
            text.Append(Mark(paragraph));
            for (var i = 0; i < paragraph.Runs.Count; i++)
            {
                var link = paragraph.Runs[i].Link;
                var shown = text.Length;
                text.Append(paragraph.Runs[i].Text);
                for (; link is not null && i + 1 < paragraph.Runs.Count && paragraph.Runs[i + 1].Link == link; i++)
                    text.Append(paragraph.Runs[i + 1].Text);
                if (
                    link is not null
                    && WebAddress.Place(link) is var place
                    && text.ToString(shown, text.Length - shown).Trim().TrimEnd('/') != place.TrimEnd('/')
                )
                    text.Append(" (").Append(place).Append(')');
            }
        }
        return text.ToString();
    }

    /// <summary>Paragraphs alone: a table is a line for each row.</summary>
    public static IEnumerable<HtmlParagraph> Lines(string html) => Blocks(html).SelectMany(LinesOf);

    /// <summary>
    /// Everything in formatted text that reaches a reader, and so has to be examined before it is published: the words
    /// of each paragraph or table row, with a line feed for a line break and a tab between cells, and after them each
    /// address that a link leads to.
    /// </summary>
    public static IReadOnlyList<string> Examined(string html)
    {
        var blocks = Blocks(html, out var besides, out var addresses);
        return [.. blocks.SelectMany(LinesOf).Select(Shown), .. besides, .. addresses];
    }

    /// <summary>As <see cref="Lines"/>, and the addresses of the links that a reader sees, as they are written.</summary>
    internal static (IReadOnlyList<HtmlParagraph> Lines, IReadOnlyCollection<string> Addresses) LinesAndAddresses(
        string html
    )
    {
        var blocks = Blocks(html, out _, out var addresses);
        return ([.. blocks.SelectMany(LinesOf)], addresses);
    }

    /// <summary>
    /// True when a reader sees nothing: SharePoint keeps an emptied note as tags around a zero-width space.
    /// </summary>
    public static bool ShowsNothing(string html) =>
        Tokens(html).All(t => t.Kind != HtmlTokenKind.Picture && t.Text.All(IsUnseen));

    /// <summary>
    /// True when there are lines, which those of an emptied note, markup without words, are not. Not all of it is read.
    /// </summary>
    public static bool HasWords(string html) =>
        Tokens(html).Any(t => t.Text.Any(c => !char.IsWhiteSpace(c) && c != '\u200b'));

    /// <summary>
    /// The words of all blocks after each other without any space, to compare what two programs keep of the same page:
    /// where they put spaces and line breaks is their own affair.
    /// </summary>
    public static string Letters(string html) =>
        string.Concat(Tokens(html).SelectMany(t => t.Text).Where(c => !IsUnseen(c)));

    /// <summary>The mark of a line that is an item of a list, where no list style shows it.</summary>
    public static string Mark(HtmlParagraph line) =>
        line.Kind switch
        {
            HtmlParagraphKind.Bullet => "• ",
            HtmlParagraphKind.Number => $"{line.Ordinal}. ",
            _ => "",
        };

    public static IReadOnlyList<HtmlBlock> Blocks(string html) => Blocks(html, out _, out _);

    /// <summary>
    /// True for text that a program has written as HTML: from its beginning to its end, or with elements that end and
    /// lines that break as no person writes them.
    /// </summary>
    public static bool IsHtml(string text) =>
        text.Contains('<', StringComparison.Ordinal)
        && ((text.StartsWith('<') && text.EndsWith('>')) || Written().IsMatch(text))
        && HtmlMarkup.IsIn(text);

    /// <summary>The HTML that shows a text that somebody has written as plain text; HTML as it is.</summary>
    public static string OfPlain(string text) =>
        HtmlMarkup.IsIn(text) || HasEntity(text)
            ? text
            // Only what HTML itself needs: å, ä and ö stay as they are, as SharePoint keeps them.
            : text.Trim().Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").ReplaceLineEndings("<br>");

    internal static IEnumerable<HtmlToken> Tokens(string html) =>
        new HtmlReader(HtmlMarkup.Only(html) ?? WithoutMarkup(html)).Read();

    /// <param name="besides">Cells that stand side by side, to be examined too.</param>
    /// <param name="addresses">Of the links that a reader sees.</param>
    private static IReadOnlyList<HtmlBlock> Blocks(
        string html,
        out IReadOnlyList<string> besides,
        out IReadOnlyCollection<string> addresses
    )
    {
        (besides, addresses) = ([], []);
        if (HtmlMarkup.Only(html) is not { } markup)
            return PlainLines(html);
        var reader = new HtmlReader(markup);
        var builder = new HtmlBuilder();
        foreach (var token in reader.Read())
            builder.Take(token);
        var blocks = builder.Finish();
        (besides, addresses) = (builder.LayoutRows, reader.Addresses);
        return blocks;
    }

    // Plain text from before the column was a formatted one, or from another program: each line is a paragraph.
    private static List<HtmlBlock> PlainLines(string text) =>
        [
            .. Decoded(text)
                .Split('\n')
                .Select(l => l.TrimEnd())
                .Where(l => l.Length > 0)
                .Select(l => new HtmlParagraph(HtmlParagraphKind.Text, 0, 0, [new(l)])),
        ];

    /// <summary>
    /// The text with its entities as the letters they stand for, and nothing else of it read as markup.
    /// </summary>
    internal static string Decoded(string text) =>
        text.Contains('&', StringComparison.Ordinal)
            ? string.Concat(new HtmlReader(WithoutMarkup(text)).Read().Select(t => t.Text))
            : text;

    private static string WithoutMarkup(string text) => text.Replace("<", "&lt;", StringComparison.Ordinal);

    private static bool HasEntity(string text) => text.Contains('&', StringComparison.Ordinal) && Decoded(text) != text;

    private static IEnumerable<HtmlParagraph> LinesOf(HtmlBlock block) =>
        block switch
        {
            HtmlParagraph paragraph => [paragraph],
            HtmlTable table => table.Lines(),
            _ => throw new InvalidOperationException($"No such block: {block.GetType().Name}"),
        };

    /// <summary>A list that begins anywhere may count with what looks like a part of a number.</summary>
    private static string Shown(HtmlParagraph line) => line.Ordinal > 99 ? Mark(line) + line.Text : line.Text;

    private static bool IsUnseen(char c) => char.IsWhiteSpace(c) || c is '\u200b' or '\ufeff';

    [GeneratedRegex(
        @"</(p|div|span|b|strong|i|em|u|ul|ol|li|a|font|table|h[1-6])>|<br\s*/?>",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Written();
}
