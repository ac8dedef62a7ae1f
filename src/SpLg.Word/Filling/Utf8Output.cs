using System.Buffers;
using System.Runtime.CompilerServices;

namespace SpLg.Word.Filling;

/// <summary>Buffered UTF-8 to a stream. Something may be put into the paragraphs of what is held back.</summary>
/// <param name="most">Bytes.</param>
internal sealed class Utf8Output(Stream stream, WorkTime time, long most = 450_000_000) : IDisposable
{
    private const int Size = 64 * 1024;

    /// <summary>As much as is read again of a whole document.</summary>
    private const int MostHeld = Markup.XmlBudget.MostBytes;

    private long sent;
    private byte[] buffer = ArrayPool<byte>.Shared.Rent(Size);
    private int used;
    private HeldContent? held;

    [MethodImpl(Hot.Path)]
    public void Write(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > buffer.Length - used && !MakeRoom(bytes.Length))
        {
            Put(bytes);
            return;
        }
        bytes.CopyTo(buffer.AsSpan(used));
        used += bytes.Length;
    }

    /// <summary>
    /// Writes characters that need no escaping; gives the bytes back for hashing, valid until the next call.
    /// </summary>
    [MethodImpl(Hot.Path)]
    public ReadOnlySpan<byte> WritePlain(ReadOnlySpan<char> text)
    {
        if (text.Length * 3 > buffer.Length - used)
            MakeRoom(text.Length * 3);
        var written = Encoding.UTF8.GetBytes(text, buffer.AsSpan(used));
        used += written;
        return buffer.AsSpan(used - written, written);
    }

    /// <summary>The longest text <see cref="WritePlain"/> takes at once, in characters.</summary>
    public const int LongestPlain = Size / 3;

    /// <summary>
    /// From here on, what is put in later is held back: the beginning until its first paragraph has got its content,
    /// the last paragraph always, or everything.
    /// </summary>
    /// <param name="first">Put first into the first paragraph, given the number of tables around it; null when nothing
    /// is.</param>
    public void Hold(Func<int, string>? first, bool all) => held = new(used, first, all);

    /// <summary>Puts markup in where what is held began. Everything has to be held.</summary>
    public void PutAtBeginning(string markup) => Splice(held!.From, 0, Encoding.UTF8.GetBytes(markup));

    /// <summary>The bytes held so far.</summary>
    public string HeldMarkup => Encoding.UTF8.GetString(Held);

    /// <summary>Ends what <see cref="Hold"/> began.</summary>
    /// <param name="last">Put first into the last paragraph, given the number of tables around it; null when nothing
    /// is.</param>
    /// <param name="more">Put first of all into the paragraphs with these indexes; only when everything is
    /// held.</param>
    public void Release(Func<int, string>? last, IReadOnlyList<(int Paragraph, string Markup)> more)
    {
        var isMarked = PutFirst(held!);
        // One mark without the other would be taken for a damaged block.
        if (
            last is not null
            && isMarked
            && ParagraphHead.LastStart(Held) is >= 0 and var start
            && ParagraphHead.Read(Held, start) is { } head
        )
            Put(head, last(-ParagraphHead.OpenTables(Held[start..])));
        foreach (var (paragraph, markup) in more)
        {
            if (ParagraphHead.Nth(Held, paragraph) is { } place)
                Put(place, markup);
        }
        held = null;
    }

    public void Flush()
    {
        var keep = KeptFrom();
        Put(buffer.AsSpan(0, keep));
        buffer.AsSpan(keep, used - keep).CopyTo(buffer);
        used -= keep;
        if (held is not null)
            held.From = Math.Max(0, held.From - keep);
    }

    public void Dispose()
    {
        Flush();
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = [];
    }

    private void Put(ReadOnlySpan<byte> bytes)
    {
        time.Check();
        sent += bytes.Length;
        if (sent > most)
            throw TooMuch(most);
        stream.Write(bytes);
    }

    private ReadOnlySpan<byte> Held => buffer.AsSpan(held!.From, used - held.From);

    // Held bytes stay in the buffer, which grows with them.
    private bool MakeRoom(int length)
    {
        Flush();
        if (length <= buffer.Length - used)
            return true;
        if (held is null)
            return false;
        Grow(used + length);
        return true;
    }

    private static DocumentTooLargeException TooMuch(long bytes) =>
        new("", $"uppgifter som tillsammans ger mer än {bytes / 1_000_000} MB text, till exempel i listor i listor");

    private void Grow(int length)
    {
        if (length > MostHeld)
            throw TooMuch(MostHeld);
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(length, buffer.Length * 2));
        buffer.AsSpan(0, used).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = larger;
    }

    private int KeptFrom()
    {
        if (held is not { } content)
            return used;
        if (content.All || !PutFirst(content))
            return content.From;
        var last = ParagraphHead.LastStart(Held);
        return last < 0 ? used : content.From + last;
    }

    private bool PutFirst(HeldContent content)
    {
        if (content.First is not { } first)
            return true;
        if (ParagraphHead.First(Held) is not { } head)
            return false;
        Put(head, first(ParagraphHead.OpenTables(Held[..head.Start])));
        content.First = null;
        return true;
    }

    private void Put(ParagraphHead head, string markup) =>
        Splice(
            held!.From + head.At,
            head.IsEmptyTag ? "/>"u8.Length : 0,
            Encoding.UTF8.GetBytes(head.IsEmptyTag ? $">{markup}</w:p>" : markup)
        );

    private void Splice(int at, int removed, ReadOnlySpan<byte> put)
    {
        if (used + put.Length > buffer.Length)
            Grow(used + put.Length);
        buffer.AsSpan(at + removed, used - at - removed).CopyTo(buffer.AsSpan(at + put.Length));
        put.CopyTo(buffer.AsSpan(at));
        used += put.Length - removed;
    }

    private sealed class HeldContent(int from, Func<int, string>? first, bool all)
    {
        /// <summary>Where in the buffer it begins.</summary>
        public int From { get; set; } = from;

        public Func<int, string>? First { get; set; } = first;

        public bool All => all;
    }
}
