using SpLg.Word.Filling;

namespace SpLg.Word.RichText;

/// <summary>A formatted note as paragraphs of its own, in the template's styles.</summary>
internal sealed class RichTextNode(ValueSource source, RichTextLook look) : FillNode
{
    public override void Write(FillRun run)
    {
        foreach (var paragraph in HtmlText.Paragraphs(source.Read(run) as string ?? ""))
        {
            run.Output.Write("<w:p>"u8);
            look.WriteProperties(run, paragraph);
            var mark = look.Mark(paragraph);
            if (mark.Length > 0)
                Write(run, new(mark, Bold: false, Italic: false, Underline: false), bold: false);
            foreach (var piece in paragraph.Runs)
                Write(run, piece, bold: paragraph.Kind == HtmlParagraphKind.Heading);
            run.Output.Write("</w:p>"u8);
            run.Hash("\n"u8);
            run.Close(Closed.Paragraph);
        }
    }

    private void Write(FillRun run, HtmlRun piece, bool bold)
    {
        run.Output.Write("<w:r>"u8);
        look.Formatting(bold || piece.Bold, piece.Italic, piece.Underline).Write(run);
        run.Output.Write("<w:t xml:space=\"preserve\">"u8);
        run.Text(piece.Text);
        run.Output.Write("</w:t></w:r>"u8);
    }
}
