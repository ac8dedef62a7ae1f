using SpLg.Core.Lists;
using SpLg.Core.Schema;
using SpLg.Files;
using SpLg.Running;

namespace SpLg.Import;

/// <summary>Brings files into their lists, those first that others point to.</summary>
internal static class FolderImport
{
    /// <param name="files">CSV or JSON files with the list each belongs to.</param>
    public static async Task<IReadOnlyList<ImportReport>> RunAsync(
        OpenSite site, IReadOnlyList<(string Path, ListSchema List)> files, bool dryRun, ICollection<Finding> findings, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var references = new ReferenceResolver(site);
        var reports = new List<ImportReport>();
        // The template declares a list after those its lookups point to.
        var order = site.Schema.Lists.Select(l => l.Name).ToList();
        foreach (var (path, list) in files.OrderBy(f => order.IndexOf(f.List.Name)))
        {
            var rows = RowFolder.ReadFile(path, list, findings);
            var report = await new ListImport(site, references, dryRun).RunAsync(list, rows, findings, cancellationToken);
            progress.Report($"{report.List}: {report.Created} created, {report.Updated} updated, {report.Unchanged} unchanged, {report.Skipped} skipped");
            reports.Add(report);
        }
        return reports;
    }
}
