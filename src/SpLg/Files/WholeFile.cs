namespace SpLg.Files;

/// <summary>
/// Writes files whole or not at all: beside the old one, which is then replaced, so that neither a full disk nor a kill
/// leaves half a file in the place of a good one.
/// </summary>
internal static class WholeFile
{
    /// <exception cref="FileFault">It could not be written; what was there before is as it was.</exception>
    public static void Write(string path, ReadOnlyMemory<byte> content, string? advice = null) =>
        Write(path, file => file.Write(content.Span), advice);

    /// <inheritdoc cref="Write(string, ReadOnlyMemory{byte}, string?)"/>
    public static void Write(string path, Action<FileStream> write, string? advice = null)
    {
        if (Directory.Exists(path))
            throw new FileFault(path, new IOException("is a folder", IsFolder), advice);
        // A name of its own: two programs may write the same file.
        var aside = $"{path}.{Guid.NewGuid().ToString("N")[..8]}.new";
        try
        {
            MakeFolder(Path.GetDirectoryName(Path.GetFullPath(path))!);
            using (var file = new FileStream(aside, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                write(file);
                file.Flush(flushToDisk: true);
            }
            File.Move(aside, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FileFault(path, e, advice);
        }
        finally
        {
            TryDelete(aside);
        }
    }

    /// <summary>Makes a folder, with those it lies in, unless it is there.</summary>
    /// <exception cref="FileFault">It could not be made.</exception>
    public static string CreateFolder(string path, string? advice = null)
    {
        try
        {
            return MakeFolder(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FileFault(path, e, advice);
        }
    }

    private static string MakeFolder(string path) =>
        Parents(path).Any(File.Exists)
            ? throw new IOException("is a file", NotFolder)
            : Directory.CreateDirectory(path).FullName;

    // As Linux tells them.
    private const int IsFolder = 21;
    private const int NotFolder = 20;

    private static IEnumerable<string> Parents(string path)
    {
        for (var part = Path.GetFullPath(path); part is not null; part = Path.GetDirectoryName(part))
            yield return part;
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What kept it from being written may keep it from being removed; that is told already.
        }
    }
}
