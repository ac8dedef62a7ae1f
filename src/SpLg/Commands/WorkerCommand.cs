using System.CommandLine;
using SpLg.Service;

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
                var host = new WorkerHost(shell.Screen, shell.Environment, shell.Clock);
                if (parsed.GetValue(once))
                    return await OnceAsync(shell, host, all, cancellationToken);
                try
                {
                    await host.RunAsync(all, cancellationToken);
                }
                catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
                {
                    // Stopped before it had begun: the end that was asked for, like any other.
                }
                shell.Screen.Note("Stopped.");
                return ExitCode.Ok;
            }
        );
        return command;
    }

    private static async Task<int> OnceAsync(
        Shell shell,
        WorkerHost host,
        IReadOnlyList<AppSettings> all,
        CancellationToken cancellationToken
    )
    {
        using var log = host.CreateLog(all[0].Service);
        var run = new WorkerRun(all, shell.Clock, log.CreateLogger(Telemetry.Name), new WorkerHealth(all, shell.Clock));
        return await run.RunAsync(once: true, cancellationToken) ? ExitCode.Ok : ExitCode.Fault;
    }
}
