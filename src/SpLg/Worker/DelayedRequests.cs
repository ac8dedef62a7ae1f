using System.Collections.Concurrent;

namespace SpLg.Worker;

/// <summary>
/// Requests whose last tries met only faults that may pass. Each is due again after a wait that doubles.
/// </summary>
/// <param name="first">The first wait.</param>
internal sealed class DelayedRequests(TimeSpan first, TimeProvider clock)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, Delay> delays = new(StringComparer.Ordinal);

    public bool IsEmpty => delays.Count == 0;

    /// <summary>How many tries there have been.</summary>
    public int TriesOf(string id) => delays.GetValueOrDefault(id)?.Tries ?? 0;

    /// <summary>What to tell when it has gone through, of what a person had open; null when nothing was.</summary>
    public string? WaitedOf(string id) => delays.GetValueOrDefault(id)?.Waited;

    /// <summary>What another process of this worker goes on from.</summary>
    public IReadOnlyDictionary<string, KeptTries> Kept =>
        delays.ToDictionary(
            d => d.Key,
            d => new KeptTries(d.Value.Status, d.Value.Tries, d.Value.Waited),
            StringComparer.Ordinal
        );

    /// <summary>Goes on from an earlier process: its tries count, and each is due at once.</summary>
    public void GoOnFrom(IReadOnlyDictionary<string, KeptTries> kept)
    {
        foreach (var (id, tries) in kept.Where(k => k.Value is { Tries: > 0 }))
            delays.TryAdd(id, new(tries.Status, tries.Tries, clock.GetUtcNow(), tries.Waited));
    }

    /// <param name="atLeast">What SharePoint asks for.</param>
    /// <returns>When the next try is due.</returns>
    public DateTimeOffset Add(ReviewRequest request, string? waited, TimeSpan atLeast = default)
    {
        var wait = TimeSpan.FromSeconds(
            Math.Min(LongestWait.TotalSeconds, first.TotalSeconds * Math.Pow(2, TriesOf(request.Origin.Id)))
        );
        var next = clock.GetUtcNow() + (wait > atLeast ? wait : atLeast);
        delays[request.Origin.Id] = new(
            request.Status.Text,
            TriesOf(request.Origin.Id) + 1,
            next,
            waited ?? WaitedOf(request.Origin.Id)
        );
        return next;
    }

    /// <summary>
    /// Whether it waits for its next try. A person who sets another status is answered at once, and what that asks for
    /// has not been tried.
    /// </summary>
    public bool IsWaiting(ReviewRequest request)
    {
        if (!delays.TryGetValue(request.Origin.Id, out var delay))
            return false;
        if (delay.Status == request.Status.Text)
            return clock.GetUtcNow() < delay.Next;
        Remove(request.Origin.Id);
        return false;
    }

    public void Remove(string id) => delays.TryRemove(id, out _);

    /// <summary>Forgets those that are not among these.</summary>
    public void Keep(IEnumerable<string> ids)
    {
        foreach (var gone in delays.Keys.Except(ids).ToList())
            Remove(gone);
    }

    private sealed record Delay(string? Status, int Tries, DateTimeOffset Next, string? Waited);
}
