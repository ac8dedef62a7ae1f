namespace SpLg.Worker;

/// <summary>
/// Requests that are dealt with beside one another, because one whose file takes long must not hold up the others. Two
/// that make the same document are dealt with one after the other.
/// </summary>
/// <param name="most">How many at a time.</param>
internal sealed class RequestLanes(int most)
{
    private static readonly string[] DocumentColumns = ["Year", "DocumentType", "Selection"];

    private readonly Dictionary<string, (string Document, Task<bool> Run)> running = new(StringComparer.Ordinal);

    /// <summary>The ids of those that are being dealt with.</summary>
    public IReadOnlySet<string> Ids => running.Keys.ToHashSet(StringComparer.Ordinal);

    /// <summary>Begins as soon as there is room.</summary>
    /// <param name="run">Tells whether there was anything to do.</param>
    /// <returns>How many ended meanwhile that had something to do.</returns>
    public async Task<int> StartAsync(ListRow row, Func<Task<bool>> run)
    {
        var (document, done) = (DocumentOf(row), 0);
        while (running.Count == most || running.Values.Any(r => r.Document == document))
        {
            await Task.WhenAny(running.Values.Select(r => r.Run));
            done += await EndedAsync();
        }
        // A thread each, because reading a document never waits.
        running[row.Id] = (document, Task.Run(run));
        return done;
    }

    /// <returns>How many of those that have ended had something to do.</returns>
    public async Task<int> EndedAsync()
    {
        var done = 0;
        foreach (var (id, (_, run)) in running.Where(r => r.Value.Run.IsCompleted).ToList())
        {
            running.Remove(id);
            done += await run ? 1 : 0;
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
        foreach (var (_, run) in running.Values)
            await Task.WhenAny(run);
    }

    private static string DocumentOf(ListRow row) =>
        string.Join(
            '\n',
            DocumentColumns.Select(name => row.Fields.TryGetValue(name, out var cell) ? cell.ToString() : "")
        );
}
