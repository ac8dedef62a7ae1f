using System.Buffers;
using System.Net;
using System.Net.Http.Headers;

namespace SpLg.SharePoint.Answers;

/// <summary>The body of an answer, unpacked, whole, and no more of it than anyone has a use for.</summary>
internal sealed class AnswerBody : HttpContent
{
    private const int FirstPiece = 64 * 1024;

    /// <summary>
    /// Pages of rows are of some megabytes and come by the hundred; what is larger is rare and not kept for another.
    /// </summary>
    private const int LargestKept = 16 * 1024 * 1024;

    // Not the shared pool: that keeps an array for each thread that ever returned one.
    private static readonly ArrayPool<byte> Pool = ArrayPool<byte>.Create(LargestKept, maxArraysPerBucket: 4);

    private byte[]? bytes;

    private readonly bool isPooled;

    private AnswerBody(byte[] bytes, int length, bool isPooled)
    {
        this.bytes = bytes;
        this.isPooled = isPooled;
        Length = length;
    }

    public int Length { get; }

    /// <summary>Until it is disposed of.</summary>
    public ReadOnlyMemory<byte> Memory => bytes.AsMemory(0, Length);

    /// <exception cref="JsonException">There is more than it may be.</exception>
    public static async Task<AnswerBody> ReadAsync(HttpContent content, long most, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > most)
            throw new JsonException(Limits.TooLarge(most));
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        // One byte more than announced, so that the end is met without another piece.
        var buffer = Pool.Rent((int)(content.Headers.ContentLength + 1 ?? FirstPiece));
        var length = 0;
        try
        {
            while (await stream.ReadAsync(buffer.AsMemory(length), cancellationToken) is > 0 and var read)
            {
                length += read;
                if (length > most)
                    throw new JsonException(Limits.TooLarge(most));
                if (length < buffer.Length)
                    continue;
                var larger = Pool.Rent(buffer.Length * 2);
                buffer.AsSpan(0, length).CopyTo(larger);
                Pool.Return(buffer);
                buffer = larger;
            }
        }
        catch
        {
            Pool.Return(buffer);
            throw;
        }
        var body = new AnswerBody(buffer, length, isPooled: true);
        CopyHeaders(content.Headers, body);
        return body;
    }

    /// <summary>
    /// Itself, or with the mark of a damaged character for each half of one: neither we nor the SDK can read a text
    /// that has one, and the SDK reads all of an answer.
    /// </summary>
    public AnswerBody WithoutHalves()
    {
        var escape = Memory.Span.IndexOf("\\u"u8);
        if (escape < 0 || (Memory.Span[escape..].IndexOf("\\ud"u8) < 0 && Memory.Span[escape..].IndexOf("\\uD"u8) < 0))
            return this;
        var whole = Encoding.UTF8.GetBytes(LoneSurrogates.Replace(Encoding.UTF8.GetString(Memory.Span)));
        var body = new AnswerBody(whole, whole.Length, isPooled: false);
        CopyHeaders(Headers, body);
        Dispose();
        return body;
    }

    protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult<Stream>(new Reading(this));

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        stream.WriteAsync(Memory).AsTask();

    protected override bool TryComputeLength(out long length)
    {
        length = Length;
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && Interlocked.Exchange(ref bytes, null) is { } held && isPooled)
            Pool.Return(held);
        base.Dispose(disposing);
    }

    private static void CopyHeaders(HttpContentHeaders from, AnswerBody to)
    {
        // The length is the unpacked one, and told by the body itself.
        foreach (var (name, values) in from.NonValidated.Where(header => header.Key != "Content-Length"))
            to.Headers.TryAddWithoutValidation(name, (IEnumerable<string>)values);
    }

    /// <summary>
    /// The SDK gives out the stream of a body alone, so whoever disposes of that is done with the body.
    /// </summary>
    private sealed class Reading(AnswerBody body)
        : MemoryStream(body.bytes ?? [], 0, body.Length, writable: false, publiclyVisible: true)
    {
        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            if (disposing)
                body.Dispose();
        }
    }
}
