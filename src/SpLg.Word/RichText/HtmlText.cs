using System.Text;

namespace SpLg.Word.RichText;

/// <summary>Formatted notes as paragraphs and tables, or as plain text where there is no room for them.</summary>
internal static class HtmlText
{
    /// <summary>The words, a line for each paragraph or table row. A reader sees where a link goes; one whose text is its address says it once.</summary>
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
                if (link is not null && Place(link) is var place && text.ToString(shown, text.Length - shown).Trim().TrimEnd('/') != place.TrimEnd('/'))
                    text.Append(" (").Append(place).Append(')');
            }
        }
        return text.ToString();
    }

    /// <summary>Paragraphs alone: a table is a line for each row.</summary>
    public static IEnumerable<HtmlParagraph> Lines(string html) => Blocks(html).SelectMany(b => b switch
    {
        HtmlParagraph paragraph => [paragraph],
        HtmlTable table => table.Lines(),
        _ => throw new InvalidOperationException($"No such block: {b.GetType().Name}"),
    });

    /// <summary>What shows that a line is an item of a list, where no list style does.</summary>
    public static string Mark(HtmlParagraph line) => line.Kind switch
    {
        HtmlParagraphKind.Bullet => "• ",
        HtmlParagraphKind.Number => $"{line.Ordinal}. ",
        _ => "",
    };

    public static IReadOnlyList<HtmlBlock> Blocks(string html)
    {
        if (!HtmlReader.HasTags(html))
            return PlainLines(html);
        var builder = new HtmlBuilder();
        foreach (var token in HtmlReader.Read(html))
            builder.Take(token);
        return builder.Finish();
    }

    /// <summary>An address as people write it.</summary>
    public static string Place(string link) => link.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? link["mailto:".Length..] : link;

    // Text from before the column was a formatted one, or written by another program: every line stands for itself.
    private static List<HtmlBlock> PlainLines(string text) =>
        [.. System.Net.WebUtility.HtmlDecode(text).Split('\n').Select(l => l.TrimEnd()).Where(l => l.Length > 0)
            .Select(l => new HtmlParagraph(HtmlParagraphKind.Text, 0, 0, [new(l)]))];
}
