namespace SpLg.Worker;

/// <summary>
/// What a worker keeps of its requests between two runs of the process. Losing it costs one full read and nothing else.
/// </summary>
/// <param name="ListId">The list the link belongs to; another list makes the state worthless.</param>
/// <param name="Open">Ids of requests that were waiting or being read when the link was given out.</param>
internal sealed record WorkerState(string ListId, string DeltaLink, IReadOnlyList<string> Open)
{
    /// <summary>By request, the tries that have met only faults that may pass.</summary>
    public IReadOnlyDictionary<string, KeptTries> Tries { get; init; } = new Dictionary<string, KeptTries>();

    /// <summary>
    /// Null when there is no state, it is of another site or list, or it is not readable: a full read follows.
    /// </summary>
    public static WorkerState? TryLoad(string path, string listId, Uri graph) =>
        StateFile.TryLoad<WorkerState>(path) is { DeltaLink: not null, Open: not null, Tries: not null } state
        && state.ListId == listId
        && state.Open.All(id => int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        && Uri.TryCreate(state.DeltaLink, UriKind.Absolute, out var link)
        && graph.IsBaseOf(link)
            ? state
            : null;

    public void Save(string path) => StateFile.Save(path, this);
}

/// <param name="Status">What was tried.</param>
/// <param name="Waited">What to tell when it has gone through, of what a person had open; null when nothing was.</param>
internal sealed record KeptTries(string? Status, int Tries, string? Waited);
