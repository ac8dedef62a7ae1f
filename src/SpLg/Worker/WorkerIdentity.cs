namespace SpLg.Worker;

/// <summary>
/// By what a process knows its own runs and those of killed processes of its name. The marks of earlier processes are
/// kept in the state folder, which <see cref="WorkerLock"/> gives to one process at a time.
/// </summary>
internal sealed class WorkerIdentity
{
    /// <summary>A process that is killed again and again leaves at most this many runs to know.</summary>
    private const int Remembered = 32;

    private readonly string name;
    private readonly string mark;
    private readonly DateTimeOffset startedOn;
    private IReadOnlyList<string> earlier = [];

    /// <param name="name">The worker's name.</param>
    /// <param name="mark">This process's own.</param>
    public WorkerIdentity(string name, string mark, DateTimeOffset startedOn)
    {
        this.name = name;
        this.mark = mark;
        this.startedOn = startedOn;
    }

    /// <summary>A new id for a run of this process.</summary>
    public string NewRun() => $"{name}/{mark}-{Guid.NewGuid():N}";

    public bool Began(string runId) => runId.StartsWith($"{name}/{mark}-", StringComparison.Ordinal);

    /// <summary>
    /// True when the run was of a process of this name that is no more: one whose mark is known, or one that last wrote
    /// in a second before this process started. SharePoint keeps whole seconds, so within one second a live process of
    /// the same name cannot be told from a dead one.
    /// </summary>
    public bool HasLeft(string runId, DateTimeOffset lastRunOn) =>
        runId.StartsWith(name + "/", StringComparison.Ordinal)
        && (
            earlier.Any(m => runId.StartsWith($"{name}/{m}-", StringComparison.Ordinal))
            || startedOn - lastRunOn >= TimeSpan.FromSeconds(1)
        );

    /// <summary>Reads the marks of earlier processes and adds this one's.</summary>
    public void Remember(WorkerSettings settings)
    {
        var path = Path.Combine(settings.StateFolder, settings.Name + ".marks");
        earlier = File.Exists(path) ? [.. File.ReadAllLines(path).Where(m => m.Length > 0 && m != mark)] : [];
        WholeFile.Write(
            path,
            Encoding.UTF8.GetBytes(string.Concat(earlier.TakeLast(Remembered - 1).Append(mark).Select(m => m + "\n"))),
            StateFile.Advice
        );
    }
}
