using SpLg.Word.Links;

namespace SpLg.Word.RichText;

/// <summary>Writes formatted words as runs.</summary>
internal static class RichTextRuns
{
    public static void Write(FillRun run, RichTextLook look, IReadOnlyList<HtmlRun> pieces, bool bold, bool canLink)
    {
        string? open = null;
        foreach (var piece in pieces)
        {
            var link = canLink && piece.Link is not null && LinkNode.TryOpen(run, piece.Link) ? run.Link : null;
            if (link != open)
            {
                if (open is not null)
                    run.Output.Write("</w:hyperlink>"u8);
                // The part may not have the prefix.
                if (link is not null)
                    run.Markup($"<w:hyperlink xmlns:r=\"{W.Relationships}\" r:id=\"{link}\" w:history=\"1\">");
                open = link;
            }
            Write(run, look, piece with { Bold = bold || piece.Bold, Link = link });
        }
        if (open is not null)
            run.Output.Write("</w:hyperlink>"u8);
    }

    public static void Write(FillRun run, RichTextLook look, HtmlRun piece)
    {
        run.Output.Write("<w:r>"u8);
        look.Formatting(piece).Write(run);
        run.Output.Write("<w:t xml:space=\"preserve\">"u8);
        run.Text(piece.Text);
        run.Output.Write("</w:t></w:r>"u8);
    }
}
