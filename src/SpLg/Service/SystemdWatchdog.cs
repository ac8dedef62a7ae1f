using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Systemd;

namespace SpLg.Service;

/// <summary>
/// Tells systemd that the worker is alive, twice within the time that the unit's <c>WatchdogSec</c> gives it.
/// https://www.freedesktop.org/software/systemd/man/latest/sd_watchdog_enabled.html
/// </summary>
/// <param name="interval">Microseconds, as systemd writes them into <c>WATCHDOG_USEC</c>.</param>
internal sealed class SystemdWatchdog(
    string interval,
    ISystemdNotifier notifier,
    WorkerHealth health,
    TimeProvider clock
) : BackgroundService
{
    private static readonly ServiceState Alive = new("WATCHDOG=1");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var half = TimeSpan.FromMicroseconds(long.Parse(interval, CultureInfo.InvariantCulture)) / 2;
        while (true)
        {
            if (health.IsAlive)
                notifier.Notify(Alive);
            await Task.Delay(half, clock, stoppingToken);
        }
    }
}
