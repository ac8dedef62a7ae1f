using System.IO.Compression;

namespace SpLg.Worker;

/// <summary>
/// Requests that work with large Word files take turns, because two of them at a time would need the memory of two. The
/// others go on meanwhile.
/// </summary>
internal static class LargeFiles
{
    /// <summary>Several times a whole review with its charts.</summary>
    private const int MostPacked = 1_000_000;

    /// <summary>A review of some hundred rows has 2 MB.</summary>
    private const long MostUnpacked = 6_000_000;

    private static readonly SemaphoreSlim OneAtATime = new(1);

    private static readonly AsyncLocal<Turn?> Current = new();

    /// <summary>
    /// Does the work of a request, which has its turn from the first large file it opens until it ends.
    /// </summary>
    public static async Task<T> TakeTurnsAsync<T>(Func<Task<T>> work)
    {
        var turn = new Turn();
        Current.Value = turn;
        try
        {
            return await work();
        }
        finally
        {
            if (turn.IsTaken)
                OneAtATime.Release();
        }
    }

    /// <summary>Waits, when the file is a large one, until no other request works with one.</summary>
    /// <returns>The same file.</returns>
    public static async Task<byte[]> WaitAsync(byte[] file, CancellationToken cancellationToken)
    {
        if (Current.Value is { IsTaken: false } turn && IsLarge(file))
        {
            await OneAtATime.WaitAsync(cancellationToken);
            turn.IsTaken = true;
        }
        return file;
    }

    private static bool IsLarge(byte[] file)
    {
        if (file.Length > MostPacked)
            return true;
        try
        {
            using var zip = new ZipArchive(new MemoryStream(file, writable: false));
            // Not a sum: the sizes are what the file says, and two of them may be more than a number holds.
            var left = MostUnpacked;
            foreach (var entry in zip.Entries)
            {
                if (entry.Length < 0 || entry.Length > left)
                    return true;
                left -= entry.Length;
            }
            return false;
        }
        catch (InvalidDataException)
        {
            // What is no package is told where it is opened.
            return false;
        }
    }

    private sealed class Turn
    {
        public bool IsTaken { get; set; }
    }
}
