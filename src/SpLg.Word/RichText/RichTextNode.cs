namespace SpLg.Word.RichText;

/// <summary>A formatted note as paragraphs and tables of its own, in the template's styles.</summary>
internal sealed class RichTextNode(ValueSource source, RichTextLook look) : FillNode
{
    // Twentieths of a point: the width of the text on a page, for the first guess that Word improves.
    private const int Width = 9000;

    public override void Write(FillRun run)
    {
        foreach (var block in HtmlText.Blocks(source.Read(run) as string ?? ""))
        {
            if (block is HtmlTable table)
                Write(run, table);
            else
                Write(run, (HtmlParagraph)block, isHeader: false);
        }
    }

    private void Write(FillRun run, HtmlParagraph paragraph, bool isHeader)
    {
        run.Output.Write("<w:p>"u8);
        look.WriteProperties(run, paragraph);
        var mark = look.Mark(paragraph);
        if (mark.Length > 0)
            RichTextRuns.Write(run, look, new(mark));
        RichTextRuns.Write(
            run,
            look,
            paragraph.Runs,
            bold: isHeader || paragraph.Kind == HtmlParagraphKind.Heading,
            canLink: true
        );
        EndParagraph(run);
    }

    private void Write(FillRun run, HtmlTable table)
    {
        var columns = table.Rows[0].Count;
        // Word joins two tables that have nothing between them.
        if (run.LastClosed == Closed.Table)
        {
            run.Output.Write("<w:p>"u8);
            EndParagraph(run);
        }
        run.Markup(
            $"<w:tbl>{look.TableProperties}<w:tblGrid>"
                + $"{string.Concat(Enumerable.Repeat($"<w:gridCol w:w=\"{Width / columns}\"/>", columns))}</w:tblGrid>"
        );
        for (var i = 0; i < table.Rows.Count; i++)
        {
            run.Output.Write(i == 0 ? "<w:tr><w:trPr><w:tblHeader/></w:trPr>"u8 : "<w:tr>"u8);
            foreach (var cell in table.Rows[i])
            {
                run.Markup($"<w:tc><w:tcPr><w:tcW w:w=\"{Width / columns}\" w:type=\"dxa\"/></w:tcPr>");
                foreach (var paragraph in cell)
                    Write(run, paragraph, isHeader: i == 0);
                if (cell.Count == 0)
                {
                    run.Output.Write("<w:p>"u8);
                    EndParagraph(run);
                }
                run.Output.Write("</w:tc>"u8);
            }
            run.Output.Write("</w:tr>"u8);
        }
        run.Output.Write("</w:tbl>"u8);
        run.Close(Closed.Table);
    }

    private static void EndParagraph(FillRun run)
    {
        run.Output.Write("</w:p>"u8);
        run.Hash("\n"u8);
        run.Close(Closed.Paragraph);
    }
}
