using System.Net.Http.Headers;

namespace SpLg.LocalSite.Drives;

/// <summary>The Content-Range of a chunk: <c>bytes 0-327679/1000000</c>.</summary>
internal readonly record struct ContentRange(long From, long To, long Total)
{
    public long Length => To - From + 1;

    public static ContentRange Parse(string? header) =>
        ContentRangeHeaderValue.TryParse(header, out var range)
        && range is { Unit: "bytes", From: { } from, To: { } to, Length: { } total }
            ? new(from, to, total)
            : throw GraphError.Invalid("The Content-Range header is missing or malformed.");
}
