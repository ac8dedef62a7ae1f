using Microsoft.Extensions.Hosting;

namespace SpLg.Service;

/// <summary>The worker as the host starts and stops it.</summary>
internal sealed class WorkerService(WorkerRun run) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => run.RunAsync(once: false, stoppingToken);
}
