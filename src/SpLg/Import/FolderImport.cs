namespace SpLg.Import;

/// <summary>Brings files into their lists, those first that others point to.</summary>
internal static class FolderImport
{
    /// <param name="files">CSV or JSON files with the list each belongs to. All are read before anything is
    /// written.</param>
    /// <param name="own">What the administration's own registers call columns and choices.</param>
    /// <param name="reports">Gets one a list, also of the list where a fault ended the run.</param>
    public static async Task RunAsync(
        OpenSite site,
        IReadOnlyList<(string Path, ListSchema List)> files,
        ColumnMap own,
        bool dryRun,
        ICollection<ImportReport> reports,
        FileFindings findings,
        RunProgress progress,
        CancellationToken cancellationToken
    )
    {
        var references = new ReferenceResolver(site);
        // The template declares a list after those its lookups point to.
        var order = site.Schema.Lists.Select(l => l.Name).ToList();
        var read = files
            .OrderBy(f => order.IndexOf(f.List.Name))
            .Select(f => (f.List, Rows: RowFolder.TryReadFile(f.Path, f.List, findings, own)))
            .ToList();
        foreach (var (list, rows) in read)
        {
            if (rows is null)
                continue;
            var import = new ListImport(site, list, references, dryRun, findings);
            try
            {
                await import.RunAsync(rows, cancellationToken);
            }
            finally
            {
                var report = import.Report;
                progress.Say(
                    $"{report.List}: {report.Created} created, {report.Updated} updated, {report.Unchanged} "
                        + $"unchanged, {report.Skipped} skipped"
                );
                reports.Add(report);
            }
        }
    }
}
