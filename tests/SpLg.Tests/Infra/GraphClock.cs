namespace SpLg.Tests.Infra;

/// <summary>
/// A clock that tests move. A wait either stands until <see cref="Advance"/> has gone past it, or, when
/// <paramref name="skips"/>, moves the clock by its own length and is over at once. Every wait is remembered.
/// </summary>
internal sealed class GraphClock(bool skips = true) : TimeProvider
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);
    private readonly Lock guard = new();
    private readonly List<Wait> standing = [];
    private readonly List<TimeSpan> waits = [];
    private DateTimeOffset now = new(
        year: 2026,
        month: 3,
        day: 2,
        hour: 8,
        minute: 0,
        second: 0,
        offset: TimeSpan.Zero
    );

    public IReadOnlyList<TimeSpan> Waits
    {
        get
        {
            lock (guard)
                return [.. waits];
        }
    }

    /// <summary>The clock does not go past it, though waits end at once all the same: what comes later never comes.</summary>
    public DateTimeOffset Latest { get; set; } = DateTimeOffset.MaxValue;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (guard)
            return now;
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var wait = new Wait(() => callback(state));
        lock (guard)
        {
            if (dueTime == Timeout.InfiniteTimeSpan)
                return wait;
            waits.Add(dueTime);
            wait.Due = now + dueTime;
            if (!skips)
            {
                standing.Add(wait);
                return wait;
            }

            now = wait.Due > Latest ? Latest : wait.Due;
        }

        ThreadPool.UnsafeQueueUserWorkItem(_ => wait.Ring(), null);
        return wait;
    }

    /// <summary>Moves the clock and ends the waits it passes.</summary>
    public void Advance(TimeSpan length)
    {
        List<Wait> over;
        lock (guard)
        {
            now += length;
            over = [.. standing.Where(w => w.Due <= now)];
            standing.RemoveAll(over.Contains);
        }

        over.ForEach(w => w.Ring());
    }

    /// <summary>Returns when this many waits stand; fails when that does not come true.</summary>
    public async Task StandingAsync(int count)
    {
        using var deadline = new CancellationTokenSource(Deadline);
        while (true)
        {
            lock (guard)
            {
                if (standing.Count(w => !w.IsDisposed) >= count)
                    return;
            }

            Assert.False(deadline.IsCancellationRequested, $"{count} waits were expected; {standing.Count} came.");
            await Task.Yield();
        }
    }

    private sealed class Wait(Action ring) : ITimer
    {
        public DateTimeOffset Due { get; set; }

        public bool IsDisposed { get; private set; }

        public void Ring()
        {
            if (!IsDisposed)
                ring();
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose() => IsDisposed = true;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
