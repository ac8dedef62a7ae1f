using System.CommandLine;
using SpLg.SharePoint.Throttling;

namespace SpLg.Commands;

internal static class WorkerCommand
{
    public static Command Create(Shell shell)
    {
        var once = new Option<bool>("--once")
        {
            Description = "Make what is asked for now, then end; for a scheduled task.",
        };
        var command = new Verb(
            "worker",
            "Watches the list of requests, of every organisation there is, and makes what each asks for.",
            "splg worker",
            "splg worker --settings /etc/splg/splg.json",
            "splg worker --once --set Worker:Name=nightly"
        );
        command.Add(once);
        command.Add(shell.Organisation);
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var all = shell.AllSiteSettings(parsed);
                var log = new LineLogger(line => shell.Screen.Note($"{shell.Clock.GetLocalNow():HH:mm:ss} {line}"));
                var locks = new List<WorkerLock>();
                try
                {
                    foreach (var settings in all)
                        locks.Add(
                            await LockAsync(settings.Worker, parsed.GetValue(once), shell.Clock, log, cancellationToken)
                        );
                    var quotas = all.Select(Application)
                        .Distinct()
                        .ToDictionary(a => a, _ => new AppQuota(shell.Clock, new LoggedPauses(log)));
                    // A thread each: one that reckons long must not hold up the others.
                    var runs = all.Select(settings =>
                        Task.Run(
                            async () =>
                            {
                                using var about = log.BeginOrganisation(settings.Organisation);
                                return await new OrganisationWork(
                                    settings,
                                    shell.Clock,
                                    log,
                                    quotas[Application(settings)]
                                ).RunAsync(parsed.GetValue(once), cancellationToken);
                            },
                            cancellationToken
                        )
                    );
                    var done = await Task.WhenAll(runs);
                    return done.All(d => d) ? ExitCode.Ok : ExitCode.Fault;
                }
                finally
                {
                    locks.ForEach(l => l.Dispose());
                }
            }
        );
        return command;
    }

    /// <summary>A full disk is waited for: somebody makes room, and the worker is meant to stay up.</summary>
    private static async Task<WorkerLock> LockAsync(
        WorkerSettings settings,
        bool once,
        TimeProvider clock,
        ILogger log,
        CancellationToken cancellationToken
    )
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
