using System.CommandLine;
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
            "Watches the list of requests and makes each review that is asked for.",
            "splg worker",
            "splg worker --settings /etc/splg/splg.json",
            "splg worker --once --set Worker:Name=nightly");
        command.Add(once);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var settings = shell.SiteSettings(parsed);
            using var onlyOne = WorkerLock.Take(settings.Worker);
            using var site = await shell.OpenAsync(settings, cancellationToken);
            var log = new ScreenNotes(shell.Screen, shell.Clock);
            log.Report($"worker {settings.Worker.Name} watches {site.Site.WebUrl} every {settings.Worker.Poll.TotalSeconds:0.##} s");
            await new RequestWorker(site, settings.Worker, shell.Clock, log).RunAsync(parsed.GetValue(once), cancellationToken);
            return ExitCode.Ok;
        });
        return command;
    }
}
