using Quartz;

namespace SpLg.Schedule;

/// <summary>
/// Runs what a cron expression says is due. How far each has come is kept in a file: what fell due while no worker was
/// up is run once, whatever number of times it was; a new or changed expression begins now and does not invent a past.
/// </summary>
/// <param name="statePath">Losing the file forgets what fell due before the next start.</param>
/// <param name="zone">The expressions' times are of the site's time zone.</param>
internal sealed class CronCalendar(string statePath, TimeZoneInfo zone, TimeProvider clock)
{
    private readonly Dictionary<string, Progress> state =
        StateFile.TryLoad<Dictionary<string, Progress>>(statePath) ?? [];

    /// <summary>When the expression is due next, where the site is; null for never.</summary>
    public static DateTimeOffset? Next(string cron, TimeZoneInfo zone, DateTimeOffset after) =>
        new CronExpression(cron, zone).GetNextValidTimeAfter(after) is { } next
            ? TimeZoneInfo.ConvertTime(next, zone)
            : null;

    /// <param name="name">What the file calls it.</param>
    /// <param name="run">Gets the moment that was due. When it throws, it is due still.</param>
    public async Task RunDueAsync(string name, string cron, Func<DateTimeOffset, Task> run)
    {
        var now = clock.GetUtcNow();
        if (state.GetValueOrDefault(name) is not { } progress || progress.Cron != cron)
        {
            Keep(name, new(cron, now));
        }
        else if (Latest(cron, progress.Seen, now) is { } due)
        {
            await run(TimeZoneInfo.ConvertTime(due, zone));
            Keep(name, new(cron, due));
        }
    }

    /// <summary>
    /// The last moment of the expression after the one and not after the other; null when there is none. Found by
    /// halving, for a worker may have been away long.
    /// </summary>
    private DateTimeOffset? Latest(string cron, DateTimeOffset after, DateTimeOffset now)
    {
        var expression = new CronExpression(cron, zone);
        if (!IsDue(after))
            return null;
        var until = now;
        while (until - after > TimeSpan.FromSeconds(1))
        {
            var middle = after + ((until - after) / 2);
            if (IsDue(middle))
                after = middle;
            else
                until = middle;
        }
        return expression.GetNextValidTimeAfter(after);

        bool IsDue(DateTimeOffset moment) => expression.GetNextValidTimeAfter(moment) <= now;
    }

    private void Keep(string name, Progress progress)
    {
        state[name] = progress;
        StateFile.Save(statePath, state);
    }

    /// <param name="Seen">What fell due up to then has been run.</param>
    private sealed record Progress(string Cron, DateTimeOffset Seen);
}
