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

    /// <summary>
    /// One that rests keeps what it has in memory, so another may work meanwhile, but a third may not.
    /// </summary>
    private static readonly SemaphoreSlim OneMayRest = new(1);

    private static readonly AsyncLocal<Turn?> Current = new();

    /// <summary>
    /// Does the work of a request, which has its turn from the first large file it opens until it ends.
    /// </summary>
    /// <param name="isWaiting">Told when it begins to wait for its turn, and when it has it.</param>
    public static async Task<T> TakeTurnsAsync<T>(Func<Task<T>> work, Action<bool>? isWaiting = null)
    {
        var turn = new Turn(isWaiting);
        Current.Value = turn;
        try
        {
            return await work();
        }
        finally
        {
            turn.GiveUp();
        }
    }

    /// <summary>
    /// Fetches a file; a large one when no other request works with one, and those that wait hold none.
    /// </summary>
    public static async Task<byte[]> OpenAsync(
        Func<CancellationToken, Task<byte[]>> fetch,
        CancellationToken cancellationToken
    )
    {
        if (Current.Value is not { IsWanted: false } turn)
            return await fetch(cancellationToken);
        if (await FitsAsync() is { } file)
            return file;
        await turn.TakeAsync(cancellationToken);
        return await fetch(cancellationToken);

        async Task<byte[]?> FitsAsync()
        {
            var fetched = await fetch(cancellationToken);
            return !IsLarge(fetched) || turn.TryTake() ? fetched : null;
        }
    }

    /// <summary>
    /// Lets another have the turn while SharePoint has all calls rest, which may be for minutes; afterwards it is waited
    /// for again.
    /// </summary>
    public static async Task RestAsync(Func<Task> rest, CancellationToken cancellationToken)
    {
        if (Current.Value is not { IsWanted: true } turn || !await OneMayRest.WaitAsync(0, cancellationToken))
        {
            await rest();
            return;
        }
        try
        {
            turn.GiveUp();
            await rest();
            await turn.TakeAsync(cancellationToken);
        }
        finally
        {
            OneMayRest.Release();
        }
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

    private sealed class Turn(Action<bool>? isWaiting)
    {
        private bool isTaken;

        /// <summary>It works with a large file.</summary>
        public bool IsWanted { get; private set; }

        public bool TryTake() => IsWanted = isTaken = OneAtATime.Wait(0);

        public async Task TakeAsync(CancellationToken cancellationToken)
        {
            isWaiting?.Invoke(true);
            try
            {
                await OneAtATime.WaitAsync(cancellationToken);
                IsWanted = isTaken = true;
            }
            finally
            {
                isWaiting?.Invoke(false);
            }
        }

        public void GiveUp()
        {
            if (isTaken)
                OneAtATime.Release();
            isTaken = false;
        }
    }
}
