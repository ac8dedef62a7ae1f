using System.CommandLine;
using SpLg.Demo;
using SpLg.LocalSite;

namespace SpLg.Commands;

internal static class DemoCommand
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(50);

    public static Command Create(Shell shell)
    {
        var folder = new Option<string?>("--folder")
        {
            Description =
                "Keep the local site here and use it again next time. Default: a new temporary folder, removed at the end.",
        };
        var port = NumberOption.Create(
            "--port",
            "The local site's port on this machine; 0 takes a free one. Default: 0.",
            0,
            65535
        );
        var target = new Option<string>("--out")
        {
            Description = "Where copies of the documents go: a folder, or a file ending in .docx for the review alone.",
            DefaultValueFactory = _ => "splg-demo/",
        };
        var open = new Option<bool>("--open")
        {
            Description = "Open lists, library and document in the browser, and stay up.",
        };
        var keep = new Option<bool>("--keep")
        {
            Description = "Stay up until Ctrl+C, so that lists, library and document can be looked at.",
        };
        var command = new Verb(
            "demo",
            "Runs the whole job on a local site with a made-up organisation. Needs no network and no account.",
            "splg demo",
            "splg demo --open",
            "splg demo --keep --folder ./demo-site --port 5080"
        );
        command.Add(folder);
        command.Add(port);
        command.Add(target);
        command.Add(open);
        command.Add(keep);
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var kept = parsed.GetValue(folder);
                var path = kept ?? Directory.CreateTempSubdirectory("splg-demo-").FullName;
                try
                {
                    await RunAsync(
                        shell,
                        settings: shell.FileSettings(parsed),
                        folder: path,
                        port: parsed.GetValue(port) ?? 0,
                        target: parsed.GetValue(target)!,
                        open: parsed.GetValue(open),
                        keep: parsed.GetValue(keep),
                        cancellationToken: cancellationToken
                    );
                }
                finally
                {
                    if (kept is null)
                        Directory.Delete(path, recursive: true);
                }
                return ExitCode.Ok;
            }
        );
        return command;
    }

    private static async Task RunAsync(
        Shell shell,
        AppSettings settings,
        string folder,
        int port,
        string target,
        bool open,
        bool keep,
        CancellationToken cancellationToken
    )
    {
        var started = shell.Clock.GetTimestamp();
        var schema = ShippedFiles.Schema();
        await using var server = await LocalSiteServer.StartAsync(
            new(Path.Combine(folder, "site"))
            {
                Port = port,
                Schema = schema,
                TimeZone = settings.Zone,
                People = DemoData.People(schema),
            },
            cancellationToken
        );
        var worker = settings.Worker with { Name = "demo", StateFolder = Path.Combine(folder, "worker"), Poll = Poll };
        shell.Screen.Note($"The local site listens at {server.SiteAddress}");
        var local = LocalSettings.Of(server, settings.Zone, worker, DemoData.Head.Email);
        using var site = await OpenSite.OpenAsync(local, shell.Clock, shell.Pauses, cancellationToken);
        using var head = OpenSite.Client(local, shell.Clock, shell.Pauses, DemoData.Head.Name);
        var run = new DemoRun(site, new(head, site.Site, settings.Zone), worker, shell.Clock, story: shell.Screen.Note);
        var made = await shell.Screen.ProgressAsync(
            "A made-up organisation asks for its review and its checklists",
            steps => run.RunAsync(steps, cancellationToken)
        );
        foreach (var (request, files) in made)
        {
            shell.Screen.Line($"Request: {request.Title}, status {request.Status}");
            foreach (var line in (request.Message ?? "").Split('\n'))
                shell.Screen.Line($"  {line}");
            foreach (
                var (name, content) in LocalCopy.IsDocument(target)
                    ? files.Take(request == made[0].Request ? 1 : 0)
                    : files
            )
                shell.Screen.Line($"  copy: {LocalCopy.Write(target, name, content)} ({SummaryView.Size(content)})");
        }
        if (!LocalCopy.IsDocument(target))
            shell.Screen.Line(
                $"What was approved is proved from the evidence beside it: splg verify \"{Path.Combine(target, made[0].Files[0].Name)}\""
            );
        shell.Screen.Line(
            $"Done in {shell.Clock.GetElapsedTime(started).TotalSeconds:0.0} s. The documents: {Path.GetFullPath(target)}"
        );
        if (!open && !keep)
        {
            shell.Screen.Line(
                "The page was part of the local site, which is down again. Look at it with: splg demo --open"
            );
            return;
        }
        shell.Screen.Line($"The page that employees read: {made[0].Request.Page}");
        shell.Screen.Line($"The site stays up at {server.SiteAddress} until Ctrl+C. Other commands reach it with:");
        shell.Screen.Line($"  splg check {LocalSettings.AsOptions(server)}");
        shell.Screen.Line(
            $"The one who may approve is {DemoData.Head.Name} ({DemoData.Head.Email}): a worker needs --set "
                + $"{SettingKeys.Approvers}={DemoData.Head.Email} to let her."
        );
        if (open)
        {
            shell.Screen.Note($"Opening {server.SiteAddress}");
            Browser.Open(server.SiteAddress, shell.Screen);
        }
        await UntilStopped.WaitAsync(cancellationToken);
    }
}
