using System.CommandLine;

namespace SpLg.Commands;

internal static class StatusCommand
{
    public static Command Create(Shell shell)
    {
        var json = new Option<bool>("--json") { Description = "Print the status as JSON." };
        var command = new Verb(
            "status",
            "Says of every organisation which requests are open and since when, and what was last published. Changes nothing.",
            "splg status",
            "splg status --organisation kultur --json"
        );
        command.Add(json);
        command.Add(shell.Organisation);
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var settings = shell.AllSiteSettings(parsed);
                var all = await shell.Screen.ProgressAsync(
                    $"Asking {settings.Count} {(settings.Count == 1 ? "site" : "sites")}",
                    steps =>
                        Task.WhenAll(
                            settings.Select(s =>
                                StatusReader.ReadAsync(
                                    s,
                                    shell.Clock,
                                    s.Organisation is null ? steps : steps.With($"{s.Organisation}: "),
                                    cancellationToken
                                )
                            )
                        )
                );
                if (parsed.GetValue(json))
                    shell.Screen.Json(JsonSerializer.Serialize(all, FindingsJson.Readable));
                else
                    StatusView.Show(shell.Screen, all, settings[0].Zone);
                return all.All(o => o.Fault is null) ? ExitCode.Ok : ExitCode.Fault;
            }
        );
        return command;
    }
}
