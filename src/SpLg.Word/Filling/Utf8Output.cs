using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;

namespace SpLg.Word.Filling;

/// <summary>Buffered UTF-8 to a stream; keeps count so that a caller can see whether anything was written.</summary>
internal sealed class Utf8Output(Stream stream) : IDisposable
{
    private const int Size = 64 * 1024;
    private byte[] buffer = ArrayPool<byte>.Shared.Rent(Size);
    private int used;

    [MethodImpl(Hot.Path)]
    public void Write(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > buffer.Length - used)
        {
            Flush();
            if (bytes.Length > buffer.Length)
            {
                stream.Write(bytes);
                return;
            }
        }
        bytes.CopyTo(buffer.AsSpan(used));
        used += bytes.Length;
    }

    /// <summary>Writes characters that need no escaping; gives the bytes back for hashing, valid until the next call.</summary>
    [MethodImpl(Hot.Path)]
    public ReadOnlySpan<byte> WritePlain(ReadOnlySpan<char> text)
    {
        if (text.Length * 3 > buffer.Length - used)
            Flush();
        var written = Encoding.UTF8.GetBytes(text, buffer.AsSpan(used));
        used += written;
        return buffer.AsSpan(used - written, written);
    }

    /// <summary>The longest text <see cref="WritePlain"/> takes at once, in characters.</summary>
    public const int LongestPlain = Size / 3;

    public void Flush()
    {
        stream.Write(buffer, 0, used);
        used = 0;
    }

    public void Dispose()
    {
        Flush();
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = [];
    }
}
