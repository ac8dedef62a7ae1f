namespace SpLg.LocalSite.Store;

/// <summary>
/// The site's folder: the state in memory, the journal that can make it again, and the file contents.
/// </summary>
internal sealed class SiteStore : IDisposable
{
    private readonly FileStream folderLock;
    private readonly Journal journal;
    private readonly Lock gate = new();

    private SiteStore(FileStream folderLock, Journal journal, SiteState state, BlobStore blobs)
    {
        this.folderLock = folderLock;
        this.journal = journal;
        State = state;
        Blobs = blobs;
    }

    public SiteState State { get; }

    public BlobStore Blobs { get; }

    /// <exception cref="IOException">The folder is in use by another server, or cannot be written.</exception>
    public static SiteStore Open(string folder)
    {
        FileStream? held = null;
        try
        {
            Directory.CreateDirectory(folder);
            held = Lock(folder);
            var path = Path.Combine(folder, "journal.jsonl");
            var state = new SiteState();
            var count = 0;
            var lines = Journal.Open(path, records => Replay(state, records, ref count));
            if (count > state.All().Count())
            {
                // Old values in the journal only cost time at the next start, so the journal is rewritten with the
                // present ones.
                lines.Dispose();
                Journal.Replace(path, state.All());
                lines = Journal.Open(path, _ => { });
            }
            var blobs = new BlobStore(folder);
            blobs.Sweep(
                state.All().Select(Content).OfType<Blob>().Select(b => b.Hash).ToHashSet(StringComparer.Ordinal),
                state.All().OfType<UploadRecord>().Select(u => u.Id).ToHashSet()
            );
            return new(held, lines, state, blobs);
        }
        catch (Exception e)
        {
            held?.Dispose();
            if (e is UnauthorizedAccessException || (e is IOException && FileFault.IsOfDisk(e)))
                throw new FileFault(folder, e);
            throw;
        }
    }

    /// <summary>
    /// Runs with the state to itself: what is read there belongs together, what is committed there is one step.
    /// </summary>
    public T Alone<T>(Func<T> work)
    {
        lock (gate)
            return work();
    }

    /// <summary>Writes the records as one journal line, then makes them true. Only within <see cref="Alone"/>.</summary>
    public void Commit(params IReadOnlyList<StateRecord> records)
    {
        if (!gate.IsHeldByCurrentThread)
            throw new InvalidOperationException("The state may only be changed within Alone.");
        var change = State.Changes;
        var numbered = records
            .Select(r =>
                r switch
                {
                    ItemRecord item => item with { Change = ++change },
                    ItemGone gone => gone with { Change = ++change },
                    ListGone gone => gone with { Change = ++change },
                    _ => r,
                }
            )
            .ToList();
        journal.Append(numbered);
        foreach (var record in numbered)
            State.Apply(record);
    }

    public void Dispose()
    {
        journal.Dispose();
        folderLock.Dispose();
    }

    private static void Replay(SiteState state, IReadOnlyList<StateRecord> records, ref int count)
    {
        foreach (var record in records)
            state.Apply(record);
        count += records.Count;
    }

    private static FileStream Lock(string folder)
    {
        try
        {
            // The operating system releases the lock when the process ends, however it ends.
            return new(Path.Combine(folder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (FileFault.IsOpenElsewhere(e))
        {
            throw new IOException(
                $"The folder {folder} is in use by another local site. Stop that one, or choose another folder.",
                e
            );
        }
    }

    private static Blob? Content(StateRecord record) =>
        record switch
        {
            ItemRecord item => item.Content,
            VersionRecord version => version.Content,
            _ => null,
        };
}
