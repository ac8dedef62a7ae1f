namespace SpLg.SharePoint.Answers;

/// <summary>
/// The body of an answer as it comes, unpacked, and no more of it than anyone has a use for. JSON is UTF-8
/// (https://www.rfc-editor.org/rfc/rfc8259#section-8.1): other bytes are told here, where it is known which answer they
/// stand in, and not when a cell is read.
/// </summary>
/// <param name="most">Bytes.</param>
internal sealed class AnswerStream(Stream body, long most) : Stream
{
    private const int Piece = 8192;

    private readonly Decoder decoder = new UTF8Encoding(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    ).GetDecoder();
    private readonly char[] characters = new char[Piece + 1];
    private JsonValues values;

    /// <summary>How many bytes have come.</summary>
    public long Count { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => Count;
        set => throw new NotSupportedException();
    }

    /// <exception cref="JsonException">There is more than it may be, or what comes is no text.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await body.ReadAsync(buffer, cancellationToken);
        Count += read;
        if (Count > most)
            throw new JsonException(Limits.TooLarge(most));
        if (values.Add(buffer.Span[..read]) > Limits.Values)
            throw new JsonException($"it holds more than {Limits.Values} values, the most that are read");
        Examine(buffer.Span[..read]);
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() { }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            body.Dispose();
        base.Dispose(disposing);
    }

    private void Examine(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var isEnd = bytes.IsEmpty;
            do
            {
                var piece = bytes[..Math.Min(Piece, bytes.Length)];
                decoder.GetChars(piece, characters, flush: isEnd);
                bytes = bytes[piece.Length..];
            } while (!bytes.IsEmpty);
        }
        catch (DecoderFallbackException odd)
        {
            throw new JsonException($"it has bytes that are no UTF-8, within the first {Count}", odd);
        }
    }
}
