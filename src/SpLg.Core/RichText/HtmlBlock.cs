namespace SpLg.Core.RichText;

/// <summary>Parts of formatted text: paragraphs, and tables between them.</summary>
public abstract record HtmlBlock;

/// <summary>One paragraph of formatted text.</summary>
/// <param name="Kind">What it is: running text, an item of a list or a heading.</param>
/// <param name="Level">Depth of the list from 0, or level of the heading from 1.</param>
/// <param name="Ordinal">The number of an item in its list, from 1; 0 for other paragraphs.</param>
public sealed record HtmlParagraph(HtmlParagraphKind Kind, int Level, int Ordinal, IReadOnlyList<HtmlRun> Runs)
    : HtmlBlock
{
    /// <summary>The words of all runs.</summary>
    public string Text => string.Concat(Runs.Select(r => r.Text));
}

public enum HtmlParagraphKind
{
    Text,
    Bullet,
    Number,
    Heading,
}

/// <summary>Text of one formatting; a line feed is a line break.</summary>
/// <param name="Link">A whole web or mail address; null for text that is no link.</param>
public sealed record HtmlRun(
    string Text,
    bool Bold = false,
    bool Italic = false,
    bool Underline = false,
    string? Link = null
);

/// <summary>A table with at least two rows and two columns, as many cells in each row.</summary>
/// <param name="Rows">The paragraphs of each cell, row by row; the first row has the headings.</param>
public sealed record HtmlTable(IReadOnlyList<IReadOnlyList<IReadOnlyList<HtmlParagraph>>> Rows) : HtmlBlock
{
    /// <summary>A line for each row, for where a table has no room.</summary>
    public IEnumerable<HtmlParagraph> Lines() =>
        Rows.Select(row => new HtmlParagraph(
            HtmlParagraphKind.Text,
            0,
            0,
            [.. row.SelectMany((cell, i) => cell.SelectMany((p, j) => p.Runs.Prepend(new HtmlRun(Gap(i, j)))))]
        ));

    // A tab parts the cells, a space the paragraphs of one.
    private static string Gap(int cell, int paragraph) =>
        (cell, paragraph) switch
        {
            (_, > 0) => " ",
            (> 0, _) => "\t",
            _ => "",
        };
}
