using System.Collections.Concurrent;

namespace SpLg.Worker;

/// <summary>Requests that wait for another one's large file to be done with, by id.</summary>
internal sealed class WaitingRequests
{
    private readonly ConcurrentDictionary<string, bool> ids = new(StringComparer.Ordinal);

    public bool Contains(string id) => ids.ContainsKey(id);

    public void Set(string id, bool isWaiting)
    {
        if (isWaiting)
            ids[id] = true;
        else
            ids.TryRemove(id, out _);
    }
}
