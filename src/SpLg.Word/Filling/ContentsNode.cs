namespace SpLg.Word.Filling;

/// <summary>
/// A table of contents: a real TOC field, so that Word can update it on request, with entries written here that link
/// to the headings. It has no page numbers, since only Word's own layout knows them, and is not marked to be updated
/// on opening: Word would ask the reader a question about that.
/// </summary>
/// <param name="styles">Paragraph style ids for levels 1 to 3; null where the template has none.</param>
internal sealed class ContentsNode(IReadOnlyList<string?> styles) : FillNode
{
    private const string Begin =
        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> TOC \\o \"1-3\" \\h \\z \\u </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>";

    private const string End = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";

    public override void Write(FillRun run)
    {
        var headings = run.Headings;
        if (headings.Count == 0)
        {
            run.Output.Write("<w:p/>"u8);
            run.Hash("\n"u8);
            run.Close(Closed.Paragraph);
            return;
        }
        for (var i = 0; i < headings.Count; i++)
        {
            run.Markup($"<w:p><w:pPr>{Properties(headings[i].Level)}</w:pPr>{(i == 0 ? Begin : "")}<w:hyperlink w:anchor=\"{HeadingNode.BookmarkPrefix}{i + 1}\" w:history=\"1\"><w:r><w:t>");
            run.Text(headings[i].Text.Trim());
            run.Markup($"</w:t></w:r></w:hyperlink>{(i == headings.Count - 1 ? End : "")}</w:p>");
            run.Hash("\n"u8);
            run.Close(Closed.Paragraph);
        }
    }

    private string Properties(int level) => styles[level - 1] is { } style
        ? $"<w:pStyle w:val=\"{style}\"/>"
        : $"<w:ind w:left=\"{(level - 1) * 240}\"/>";
}
