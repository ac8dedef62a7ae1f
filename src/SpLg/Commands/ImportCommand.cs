using System.CommandLine;
using SpLg.Import;

namespace SpLg.Commands;

internal static class ImportCommand
{
    public static Command Create(Shell shell)
    {
        var source = new Argument<string>("source")
        {
            Description =
                "A CSV, JSON or .xlsx file, or a folder with one file a list. A workbook may have a sheet a list.",
        };
        var list = new Option<string?>("--list")
        {
            Description = "The list a single file belongs to, when its name does not tell.",
        };
        var names = new Option<string?>("--names")
        {
            Description =
                "A CSV with what your registers call our columns and choices: Lista, Deras namn, Vår kolumn, Deras värde, Vårt värde.",
        };
        var dryRun = new Option<bool>("--dry-run") { Description = "Count and report, but write nothing." };
        var json = new Option<bool>("--json") { Description = "Print counts and findings as JSON." };
        var command = new Verb(
            "import",
            "Brings rows into the lists. A row is known again by Extern nyckel, else by its number or title, so that a "
                + "file may be imported again.",
            "splg import ./export",
            "splg import ia-2026.csv --list Incidenter --dry-run"
        );
        command.Add(source);
        command.Add(list);
        command.Add(names);
        command.Add(dryRun);
        command.Add(json);
        command.Add(shell.Organisation);
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var settings = shell.SiteSettings(parsed);
                var findings = new FileFindings();
                var own = parsed.GetValue(names) is { } map
                    ? ColumnMap.Read(map, ShippedFiles.Schema())
                    : ColumnMap.None;
                var files = Files(parsed.GetValue(source)!, parsed.GetValue(list), ShippedFiles.Schema(), findings);
                using var site = await shell.OpenAsync(settings, cancellationToken);
                var reports = new List<ImportReport>();
                var complete = false;
                try
                {
                    await shell.Screen.ProgressAsync(
                        parsed.GetValue(dryRun) ? "Comparing (nothing is written)" : "Importing",
                        steps =>
                            FolderImport.RunAsync(
                                site,
                                files,
                                own,
                                dryRun: parsed.GetValue(dryRun),
                                reports: reports,
                                findings: findings,
                                progress: steps,
                                cancellationToken: cancellationToken
                            )
                    );
                    complete = true;
                }
                finally
                {
                    // Also when a fault ends the import: what has been written stays written and must be known.
                    Show(shell.Screen, parsed.GetValue(json), reports, findings, complete);
                }
                return findings.Any(f => f.Level == FindingLevel.Error) ? ExitCode.Findings : ExitCode.Ok;
            }
        );
        return command;
    }

    private static IReadOnlyList<(string Path, ListSchema List)> Files(
        string source,
        string? listName,
        SiteSchema schema,
        FileFindings findings
    )
    {
        if (!Directory.Exists(source))
        {
            if (!File.Exists(source))
                throw new SettingsException([$"{source}: there is no such file or folder."]);
            var lists = listName is null ? RowFolder.ListsOf(source, schema) : ListChoice.Of(schema, [listName]);
            if (lists.Count > 0)
                return [.. lists.Select(l => (source, l))];
            var titles = string.Join(", ", schema.Lists.Select(l => l.Title));
            throw new SettingsException([
                $"{source}: neither the file nor a sheet in it is named after a list. Say which with --list. There are {titles}.",
            ]);
        }
        if (listName is not null)
            throw new SettingsException(["--list goes with a single file, and the source is a folder."]);
        return RowFolder.FilesByList(source, schema, findings);
    }

    private static void Show(
        Screen screen,
        bool json,
        IReadOnlyList<ImportReport> reports,
        IReadOnlyList<Finding> findings,
        bool complete
    )
    {
        if (json)
        {
            screen.Json(FindingsJson.Of(reports, FindingOrder.WorstFirst(findings), complete));
            return;
        }
        SummaryView.ShowFindings(screen, findings);
        screen.Line(
            $"{reports.Sum(r => r.Created)} created, {reports.Sum(r => r.Updated)} updated, "
                + $"{reports.Sum(r => r.Unchanged)} unchanged, {reports.Sum(r => r.Skipped)} skipped"
        );
    }
}
