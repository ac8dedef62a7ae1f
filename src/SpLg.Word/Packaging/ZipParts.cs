using System.IO.Compression;

namespace SpLg.Word.Packaging;

/// <summary>Parts of a package with a fixed time, so that the same parts give the same bytes.</summary>
internal static class ZipParts
{
    // The earliest time a zip entry can carry.
    private static readonly DateTimeOffset Time = new(
        year: 1980,
        month: 1,
        day: 1,
        hour: 0,
        minute: 0,
        second: 0,
        offset: TimeSpan.Zero
    );

    public static Stream Begin(ZipArchive zip, string part)
    {
        var entry = zip.CreateEntry(part, CompressionLevel.Optimal);
        entry.LastWriteTime = Time;
        return entry.Open();
    }

    public static void Put(ZipArchive zip, string part, ReadOnlySpan<byte> bytes)
    {
        using var stream = Begin(zip, part);
        stream.Write(bytes);
    }
}
