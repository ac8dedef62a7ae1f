using System.Runtime.CompilerServices;

namespace SpLg.Word.Filling;

/// <summary>
/// A value as the text of a run: <c>w:t</c> and what belongs to it, between the run's properties and its end.
/// </summary>
internal sealed class ValueNode(ValueSource source, ValueFormat format) : FillNode
{
    [MethodImpl(Hot.Path)]
    public override void Write(FillRun run)
    {
        var value = source.Read(run);
        Span<byte> utf8 = stackalloc byte[64];
        if (format.TryFormat(value, utf8, out var written))
        {
            run.Output.Write("<w:t>"u8);
            run.Output.Write(utf8[..written]);
            run.Hash(utf8[..written]);
        }
        else
        {
            var text = format.Text(value);
            // Word drops white space at the ends unless told to keep it.
            var keep = text.Length > 0 && (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]));
            run.Output.Write(keep ? "<w:t xml:space=\"preserve\">"u8 : "<w:t>"u8);
            run.Text(text);
        }
        run.Output.Write("</w:t>"u8);
    }

    public override void AppendText(FillRun run, StringBuilder text) => text.Append(format.Text(source.Read(run)));
}
