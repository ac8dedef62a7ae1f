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

    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        // The gate may be closed again while we wait, hence a loop. A delay is cut to whole milliseconds: rounded up,
        // none is left over.
        while (Left is var left && left > TimeSpan.Zero)
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(left.TotalMilliseconds)), clock, cancellationToken);
    }
}
