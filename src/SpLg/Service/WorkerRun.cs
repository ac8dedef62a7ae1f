using SpLg.SharePoint.Throttling;

namespace SpLg.Service;

/// <summary>The worker at every organisation's site, side by side.</summary>
/// <param name="all">The settings of each organisation.</param>
internal sealed class WorkerRun(IReadOnlyList<AppSettings> all, TimeProvider clock, ILogger log, WorkerHealth health)
{
    /// <param name="once">True ends as soon as there is nothing to do.</param>
    /// <returns>False when something had to be left for a later run.</returns>
    /// <exception cref="FileFault">Another process is this worker already, or the state folder cannot be written.</exception>
    public async Task<bool> RunAsync(bool once, CancellationToken cancellationToken)
    {
        var locks = new List<WorkerLock>();
        try
        {
            foreach (var settings in all)
                locks.Add(await LockAsync(settings.Worker, once, cancellationToken));
            var quotas = all.Select(Application)
                .Distinct()
                .ToDictionary(a => a, _ => new AppQuota(clock, new LoggedPauses(log)));
            // A thread each: one that reckons long must not hold up the others.
            var runs = all.Select(s =>
                Task.Run(() => ServeAsync(s, quotas[Application(s)], once, cancellationToken), cancellationToken)
            );
            var done = await Task.WhenAll(runs);
            return done.All(d => d);
        }
        finally
        {
            locks.ForEach(l => l.Dispose());
        }
    }

    private async Task<bool> ServeAsync(
        AppSettings settings,
        AppQuota quota,
        bool once,
        CancellationToken cancellationToken
    )
    {
        using var about = log.BeginOrganisation(settings.Organisation);
        return await new OrganisationWork(settings, clock, log, quota, health.Of(settings)).RunAsync(
            once,
            cancellationToken
        );
    }

    /// <summary>A full disk is waited for: somebody makes room, and the worker is meant to stay up.</summary>
    private async Task<WorkerLock> LockAsync(WorkerSettings settings, bool once, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return WorkerLock.Take(settings);
            }
            catch (FileFault e) when (!once && e.IsFull)
            {
                log.WillTryAgain(settings.Poll.TotalSeconds, e.Message);
            }
            await Task.Delay(settings.Poll, clock, cancellationToken);
        }
    }

    /// <summary>What the service counts calls by.</summary>
    private static (SignInKind, string?, string?, Uri) Application(AppSettings settings) =>
        (settings.Site!.SignIn, settings.Site.TenantId, settings.Site.ClientId, settings.Site.Graph);
}
