using System.Runtime.CompilerServices;

namespace SpLg.Word.Filling;

/// <summary>Markup that is the same at every filling.</summary>
/// <param name="markup">UTF-8, ready to be written.</param>
/// <param name="text">What a reader sees of it, for the hash of generated blocks and the table of contents.</param>
internal sealed class ConstantNode(byte[] markup, byte[] text, Closed last) : FillNode
{
    [MethodImpl(Hot.Path)]
    public override void Write(FillRun run)
    {
        run.Output.Write(markup);
        run.Hash(text);
        if (last != Closed.Nothing)
            run.Close(last);
    }

    public override void AppendText(FillRun run, StringBuilder to) => to.Append(Encoding.UTF8.GetString(text));
}
