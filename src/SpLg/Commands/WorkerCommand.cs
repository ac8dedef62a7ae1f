using System.CommandLine;
using SpLg.Organisations;
using SpLg.Terminal;
using SpLg.Worker;

namespace SpLg.Commands;

internal static class WorkerCommand
{
    public static Command Create(Shell shell)
    {
        var once = new Option<bool>("--once") { Description = "Make what is asked for now, then end; for a scheduled task." };
        var command = new Verb(
            "worker",
            "Watches the list of requests, of every organisation there is, and makes what each asks for.",
            "splg worker",
            "splg worker --settings /etc/splg/splg.json",
            "splg worker --once --set Worker:Name=nightly");
        command.Add(once);
        command.Add(shell.Organisation);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var all = shell.AllSiteSettings(parsed);
            var log = new ScreenNotes(shell.Screen, shell.Clock);
            var locks = new List<WorkerLock>();
            try
            {
                foreach (var settings in all)
                    locks.Add(WorkerLock.Take(settings.Worker));
                // A thread each: one that reckons long must not hold up the others.
                var runs = all.Select(settings => Task.Run(
                    () => new OrganisationWork(settings, shell.Clock, new OrganisationLog(settings.Organisation, log)).RunAsync(parsed.GetValue(once), cancellationToken),
                    cancellationToken));
                var done = await Task.WhenAll(runs);
                return done.All(d => d) ? ExitCode.Ok : ExitCode.Fault;
            }
            finally
            {
                locks.ForEach(l => l.Dispose());
            }
        });
        return command;
    }
}
