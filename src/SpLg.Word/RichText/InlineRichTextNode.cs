namespace SpLg.Word.RichText;

/// <summary>
/// A formatted note among other words: its words with their formatting and links, a line for each paragraph.
/// </summary>
/// <param name="canLink">False within a link or a field, where Word takes no link.</param>
internal sealed class InlineRichTextNode(ValueSource source, RichTextLook look, bool canLink) : FillNode
{
    public override void Write(FillRun run)
    {
        var written = false;
        foreach (var line in HtmlText.Lines(source.Read(run) as string ?? ""))
        {
            var before = (written ? "\n" : "") + HtmlText.Mark(line);
            if (before.Length > 0)
                RichTextRuns.Write(run, look, new(before));
            RichTextRuns.Write(run, look, line.Runs, bold: false, canLink);
            written = true;
        }
        // A content control among words wants a run in it.
        if (!written)
            run.Output.Write("<w:r><w:t></w:t></w:r>"u8);
    }

    public override void AppendText(FillRun run, StringBuilder text) =>
        text.Append(HtmlText.Plain(source.Read(run) as string ?? ""));
}
