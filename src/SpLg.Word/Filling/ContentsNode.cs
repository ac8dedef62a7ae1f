namespace SpLg.Word.Filling;

/// <summary>
/// A table of contents: a real TOC field, so that Word can update it on request, with entries written here that link
/// to the headings. It has no page numbers, since only Word's own layout knows them, and is not marked to be updated
/// on opening: Word would ask the reader a question about that.
/// </summary>
/// <param name="styles">For levels 1 to 3.</param>
/// <param name="levels">How many of them are shown.</param>
internal sealed class ContentsNode(IReadOnlyList<ContentsStyle> styles, int levels) : FillNode
{
    private readonly string begin =
        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> TOC \\o "
        + $"\"1-{levels}\" \\h \\z \\u </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>";

    private const string End = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";

    public override void Write(FillRun run)
    {
        var headings = run.Headings.Where(h => h.Level <= levels).ToList();
        if (headings.Count == 0)
        {
            run.Output.Write("<w:p/>"u8);
            run.Hash("\n"u8);
            run.Close(Closed.Paragraph);
            return;
        }
        var widths = Enumerable
            .Range(1, 3)
            .Select(level => NumberWidth(headings.Where(h => h.Level == level)))
            .ToArray();
        for (var i = 0; i < headings.Count; i++)
        {
            var heading = headings[i];
            run.Markup($"<w:p><w:pPr>{Properties(heading, widths[heading.Level - 1])}</w:pPr>{(i == 0 ? begin : "")}");
            run.Markup($"<w:hyperlink w:anchor=\"{HeadingNode.BookmarkPrefix}{heading.Bookmark}\" w:history=\"1\">");
            if (heading.Number is { } number)
            {
                run.Markup("<w:r><w:t>");
                run.Text(number);
                run.Markup("</w:t></w:r><w:r><w:tab/></w:r>");
                run.Hash("\t"u8);
            }
            run.Markup("<w:r><w:t>");
            run.Text(heading.Text);
            run.Markup($"</w:t></w:r></w:hyperlink>{(i == headings.Count - 1 ? End : "")}</w:p>");
            run.Hash("\n"u8);
            run.Close(Closed.Paragraph);
        }
    }

    // Room for the widest number of the level at the size of body text, and a gap; in twentieths of a point.
    private static int NumberWidth(IEnumerable<HeadingEntry> headings) =>
        Math.Max(440, 200 + headings.Select(h => h.Number?.Sum(WidthOf) ?? 0).DefaultIfEmpty().Max());

    private static int WidthOf(char sign) =>
        sign switch
        {
            '.' => 60,
            >= '0' and <= '9' => 115,
            _ => 150,
        };

    // The text begins at the hanging indent, which both Word and LibreOffice take for a tab stop; a style's own stop is
    // often the one at the right margin, for page numbers.
    private string Properties(HeadingEntry heading, int width)
    {
        var style = styles[heading.Level - 1];
        var name = style.Id is null ? "" : $"<w:pStyle w:val=\"{style.Id}\"/>";
        if (heading.Number is not null && !style.HasTab)
            return $"{name}<w:ind w:left=\"{style.Left + width}\" w:hanging=\"{width}\"/>";
        return style.Id is null ? $"<w:ind w:left=\"{style.Left}\"/>" : name;
    }
}
