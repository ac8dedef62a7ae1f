using System.IO.Compression;

namespace SpLg.Word.Packaging;

/// <summary>Parts of a package with a fixed time, so that the same parts give the same bytes.</summary>
internal static class ZipParts
{
    // The earliest time a zip entry can carry.
    private static readonly DateTimeOffset Time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

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
