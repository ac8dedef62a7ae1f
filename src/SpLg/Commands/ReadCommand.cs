using System.CommandLine;

namespace SpLg.Commands;

internal static class ReadCommand
{
    public static Command Create(Shell shell)
    {
        var folder = new Argument<string>("folder") { Description = "Where the files go; made when it is not there." };
        var lists = new Option<string[]>("--list")
        {
            Description = "Only this list, by Swedish title or English name; may be repeated.",
        };
        var format = new Option<string>("--format")
        {
            Description = "csv in the shape of SharePoint's own export, or json as Graph gives it.",
            DefaultValueFactory = _ => "csv",
        };
        format.AcceptOnlyFromAmong("csv", "json");
        var command = new Verb(
            "read",
            "Writes the rows of the lists to files, one a list. 'render' and 'import' read them.",
            "splg read ./export",
            "splg read ./export --format json --list Incidenter"
        );
        command.Add(folder);
        command.Add(lists);
        command.Add(format);
        command.Add(shell.Organisation);
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var settings = shell.SiteSettings(parsed);
                using var site = await shell.OpenAsync(settings, cancellationToken);
                var wanted = ListChoice.Of(site.Schema, parsed.GetValue(lists) ?? []);
                var target = WholeFile.CreateFolder(parsed.GetValue(folder)!);
                var asJson = parsed.GetValue(format) == "json";
                var counts = await shell.Screen.ProgressAsync(
                    "Reading the lists",
                    steps => ExportedRows.WriteAsync(site, wanted, target, asJson, steps, cancellationToken)
                );
                SummaryView.ShowRead(shell.Screen, counts);
                shell.Screen.Line($"Written to {target}");
                return ExitCode.Ok;
            }
        );
        return command;
    }
}
