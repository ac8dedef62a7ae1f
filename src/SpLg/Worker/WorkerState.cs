using System.Text.Json;

namespace SpLg.Worker;

/// <summary>What a worker keeps between two runs of the process. Losing it costs one full read and nothing else.</summary>
/// <param name="ListId">The list the link belongs to; another list makes the state worthless.</param>
/// <param name="Open">Ids of requests that were waiting or being read when the link was given out.</param>
internal sealed record WorkerState(string ListId, string DeltaLink, IReadOnlyList<string> Open)
{
    /// <summary>Null when there is no state, it is of another site or list, or it is not readable: a full read follows.</summary>
    public static WorkerState? TryLoad(string path, string listId, Uri graph)
    {
        if (!File.Exists(path))
            return null;
        try
        {
            var state = JsonSerializer.Deserialize<WorkerState>(File.ReadAllBytes(path));
            return state is { DeltaLink: not null, Open: not null } && state.ListId == listId
                && Uri.TryCreate(state.DeltaLink, UriKind.Absolute, out var link) && graph.IsBaseOf(link) ? state : null;
        }
        catch (JsonException)
        {
            // Not ours or damaged by hand: the full read that follows writes it anew.
            return null;
        }
    }

    /// <summary>Written aside and renamed, so that a kill leaves the old state or the new, never half of one.</summary>
    public void Save(string path)
    {
        var aside = path + ".new";
        using (var file = new FileStream(aside, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            JsonSerializer.Serialize(file, this);
            file.Flush(flushToDisk: true);
        }
        File.Move(aside, path, overwrite: true);
    }
}
