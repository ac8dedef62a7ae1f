using System.CommandLine;
using SpLg.Running;
using SpLg.Settings;
using SpLg.SharePoint;
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
            "Watches the list of requests and makes what each asks for.",
            "splg worker",
            "splg worker --settings /etc/splg/splg.json",
            "splg worker --once --set Worker:Name=nightly");
        command.Add(once);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var settings = shell.SiteSettings(parsed);
            using var onlyOne = WorkerLock.Take(settings.Worker);
            var log = new ScreenNotes(shell.Screen, shell.Clock);
            using var site = await OpenAsync(shell, settings, patient: !parsed.GetValue(once), log, cancellationToken);
            log.Report($"worker {settings.Worker.Name} watches {site.Site.WebUrl} every {settings.Worker.Poll.TotalSeconds:0.##} s");
            var done = await new RequestWorker(site, settings.Worker, shell.Clock, log).RunAsync(parsed.GetValue(once), cancellationToken);
            return done ? ExitCode.Ok : ExitCode.Fault;
        });
        return command;
    }

    /// <param name="patient">True waits for a site that is away; what does not pass by itself ends the command all the same.</param>
    private static async Task<OpenSite> OpenAsync(Shell shell, AppSettings settings, bool patient, IProgress<string> log, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await shell.OpenAsync(settings, cancellationToken);
            }
            catch (GraphException e) when (patient && e.MayPass)
            {
                log.Report($"will try again in {settings.Worker.Poll.TotalSeconds:0.##} s: {e.Message}");
                await Task.Delay(settings.Worker.Poll, shell.Clock, cancellationToken);
            }
        }
    }
}
