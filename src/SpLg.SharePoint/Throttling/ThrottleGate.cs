namespace SpLg.SharePoint.Throttling;

/// <summary>
/// A gate that many calls pass. When the service says wait, every call waits: calls made meanwhile are counted
/// against the application and make the wait longer.
/// https://learn.microsoft.com/sharepoint/dev/general-development/how-to-avoid-getting-throttled-or-blocked-in-sharepoint-online
/// </summary>
internal sealed class ThrottleGate(TimeProvider clock, IProgress<GraphPause>? pauses)
{
    private readonly Lock guard = new();
    private readonly long start = clock.GetTimestamp();
    private readonly HashSet<Uri> rested = [];
    private TimeSpan closedUntil;

    /// <summary>How long it stays closed, from now; zero when it is open.</summary>
    public TimeSpan Left
    {
        get
        {
            lock (guard)
                return closedUntil - clock.GetElapsedTime(start) is var left && left > TimeSpan.Zero
                    ? left
                    : TimeSpan.Zero;
        }
    }

    /// <summary>
    /// Closes the gate for this long from now; a shorter pause than the one under way changes nothing.
    /// </summary>
    public void Pause(TimeSpan length, string reason)
    {
        lock (guard)
        {
            var until = clock.GetElapsedTime(start) + length;
            if (until <= closedUntil)
                return;
            closedUntil = until;
        }

        pauses?.Report(new(length, reason));
    }

    /// <summary>
    /// Closes the gate until the quota is renewed. A site that goes on saying after the rest that it is used up is not
    /// believed again until it has said otherwise, because other organisations share the gate: when the service means
    /// it, it refuses.
    /// </summary>
    /// <param name="site">Whose answer says it.</param>
    /// <param name="rest">Null when the answer says nothing of it.</param>
    public void RestForQuota(Uri site, TimeSpan? rest)
    {
        lock (guard)
        {
            if (rest is null)
                rested.Remove(site);
            else if (!rested.Add(site))
                rest = null;
        }
        if (rest is { } length)
            Pause(length, "The application's quota for this minute is nearly used up.");
    }

    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        // The gate may be closed again while we wait, hence a loop. A delay is cut to whole milliseconds: rounded up,
        // none is left over.
        while (Left is var left && left > TimeSpan.Zero)
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(left.TotalMilliseconds)), clock, cancellationToken);
    }
}
