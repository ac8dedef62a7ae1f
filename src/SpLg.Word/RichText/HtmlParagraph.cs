namespace SpLg.Word.RichText;

/// <summary>One paragraph of formatted text.</summary>
/// <param name="Kind">What it is: running text, an item of a list, a heading or a cell of a table row.</param>
/// <param name="Level">Depth of the list from 0, or level of the heading from 1.</param>
/// <param name="Ordinal">The number of an item in its list, from 1; 0 for other paragraphs.</param>
internal sealed record HtmlParagraph(HtmlParagraphKind Kind, int Level, int Ordinal, IReadOnlyList<HtmlRun> Runs);

internal enum HtmlParagraphKind
{
    Text,
    Bullet,
    Number,
    Heading,
}

/// <summary>Text of one formatting; a line feed is a line break.</summary>
internal sealed record HtmlRun(string Text, bool Bold, bool Italic, bool Underline);
