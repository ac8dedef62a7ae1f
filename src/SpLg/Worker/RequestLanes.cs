using System.Diagnostics;

namespace SpLg.Worker;

/// <summary>
/// Requests that are dealt with beside one another, because one that takes long must not hold up the others. Two that
/// make the same document are dealt with one after the other.
/// </summary>
/// <param name="most">How many at a time. One that has taken long makes room for another.</param>
/// <param name="mostInAll">How many at a time with those that have taken long.</param>
/// <param name="waiting">Those that only wait for their turn make room for others too.</param>
internal sealed class RequestLanes(int most, int mostInAll, WaitingRequests waiting)
{
    /// <summary>Longer than an ordinary request waits for anything but the site.</summary>
    public static readonly TimeSpan Long = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Each has read its lists already, and writes into its row now and then that it is alive: not any number.
    /// </summary>
    private const int MostWithWaiting = 30;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(500);

    private static readonly string[] DocumentColumns = ["Year", "DocumentType", "Selection"];

    private readonly Dictionary<string, Lane> running = new(StringComparer.Ordinal);

    /// <summary>The ids of those that are being dealt with.</summary>
    public IReadOnlySet<string> Ids => running.Keys.ToHashSet(StringComparer.Ordinal);

    private bool IsFull
    {
        get
        {
            var working = running.Where(r => !waiting.Contains(r.Key)).Select(r => r.Value).ToList();
            return running.Count >= MostWithWaiting
                || working.Count >= mostInAll
                || working.Count(r => !r.IsLong) >= most;
        }
    }

    /// <summary>Begins as soon as there is room; not while another makes the same document.</summary>
    /// <param name="run">Tells whether there was anything to do.</param>
    /// <returns>How many ended meanwhile that had something to do.</returns>
    public async Task<int> StartAsync(ListRow row, Func<Task<bool>> run)
    {
        var (document, done) = (DocumentOf(row), 0);
        while (IsFull)
        {
            await Task.WhenAny(running.Values.Select(r => (Task)r.Run).Append(Task.Delay(BetweenLooks)));
            done += await EndedAsync();
        }
        // The other is looked at again when it has ended; nobody else waits for that.
        if (running.Values.Any(r => r.Document == document))
            return done;
        // A thread each, because reading a document never waits.
        running[row.Id] = new(document, Task.Run(run), Stopwatch.GetTimestamp());
        return done;
    }

    /// <returns>How many of those that have ended had something to do.</returns>
    public async Task<int> EndedAsync()
    {
        var done = 0;
        foreach (var (id, lane) in running.Where(r => r.Value.Run.IsCompleted).ToList())
        {
            running.Remove(id);
            done += await lane.Run ? 1 : 0;
        }
        return done;
    }

    /// <summary>Waits for all.</summary>
    /// <returns>How many had something to do.</returns>
    public async Task<int> EndAllAsync()
    {
        await RestAsync();
        return await EndedAsync();
    }

    /// <summary>Waits until none runs any more, however they end.</summary>
    public async Task RestAsync()
    {
        foreach (var lane in running.Values)
            await Task.WhenAny(lane.Run);
    }

    private static string DocumentOf(ListRow row) =>
        string.Join(
            '\n',
            DocumentColumns.Select(name => row.Fields.TryGetValue(name, out var cell) ? cell.ToString() : "")
        );

    private readonly record struct Lane(string Document, Task<bool> Run, long Since)
    {
        public bool IsLong => Stopwatch.GetElapsedTime(Since) > Long;
    }
}
