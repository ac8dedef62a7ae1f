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

    /// <summary>Gives every part of a package that the SDK has written the fixed time; it writes that of the clock.</summary>
    public static void FixTimes(Stream package)
    {
        using var zip = new ZipArchive(package, ZipArchiveMode.Update, leaveOpen: true);
        foreach (var entry in zip.Entries)
            entry.LastWriteTime = Time;
    }

    public static void Put(ZipArchive zip, string part, ReadOnlySpan<byte> bytes)
    {
        using var stream = Begin(zip, part);
        stream.Write(bytes);
    }
}
