using System.CommandLine;

namespace SpLg.Commands;

internal static class CheckCommand
{
    public static Command Create(Shell shell)
    {
        var year = NumberOption.Year("The year of the review. Default: this year.");
        var folder = new Option<string?>("--folder")
        {
            Description = "Check files (CSV, JSON or .xlsx, one a list) instead of the site.",
        };
        var json = new Option<bool>("--json") { Description = "Print the findings as JSON." };
        var command = new Verb(
            "check",
            "Says what is wrong or missing in the lists, without making a document.",
            "splg check --year 2026",
            "splg check --json > findings.json",
            "splg check --folder ./export --year 2026"
        );
        command.Add(year);
        command.Add(folder);
        command.Add(json);
        command.Add(shell.Organisation);
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var findings = new FileFindings();
                var settings = parsed.GetValue(folder) is null
                    ? shell.SiteSettings(parsed)
                    : shell.FileSettings(parsed);
                var rows = parsed.GetValue(folder) is { } path
                    ? await shell.Screen.ProgressAsync(
                        "Reading the files",
                        steps => Task.FromResult(shell.RowsOfFolder(path, settings, findings, steps))
                    )
                    : await RowsAsync(shell, settings, cancellationToken);
                var told = DocumentSet
                    .Build(new(parsed.GetValue(year) ?? shell.ThisYear(settings)), rows, request: null, findings)
                    .Findings;
                if (parsed.GetValue(json))
                    shell.Screen.Json(FindingsJson.Of(FindingOrder.WorstFirst(told)));
                else
                    SummaryView.ShowFindings(shell.Screen, told);
                return told.Any(f => f.Level == FindingLevel.Error) ? ExitCode.Findings : ExitCode.Ok;
            }
        );
        return command;
    }

    private static async Task<RowsAsRead> RowsAsync(
        Shell shell,
        AppSettings settings,
        CancellationToken cancellationToken
    )
    {
        using var site = await shell.OpenAsync(settings, cancellationToken);
        return await shell.Screen.ProgressAsync(
            "Reading the lists",
            steps => RowsOfSite.ReadAsync(site, site.Schema.Lists, shell.Clock, steps, cancellationToken)
        );
    }
}
