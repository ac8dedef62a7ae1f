namespace SpLg.Worker;

/// <summary>Makes the documents a request asks for, and tells in it how that went.</summary>
internal sealed class DraftStage(OpenSite site, TimeProvider clock, ILogger log)
{
    /// <param name="waited">What to tell in the end when it had to wait for a person.</param>
    public async Task<RunSummary> RunAsync(
        RequestLease lease,
        string? waited,
        RunProgress progress,
        CancellationToken cancellationToken
    )
    {
        var summary = await new DocumentRun(site, clock, lease.RunId, progress).RunAsync(
            DocumentOrder.Of(lease.Read()),
            lease.Row.Id,
            lease.ConfirmAsync,
            cancellationToken
        );
        var warnings = summary
            .Documents.SelectMany(d => d.File.TemplateFindings)
            .Where(f => f.Level > FindingLevel.Info)
            .Distinct()
            .ToList();
        // Their words may quote what rows and people say, which is no business of a log.
        foreach (var level in warnings.GroupBy(w => w.Level).OrderByDescending(l => l.Key))
            log.TemplateFindings(Choice.Text(level.Key), level.Count());
        waited ??= summary.Documents.Any(d => d.SavedMeanwhile) ? RequestMessages.SavedMeanwhile : null;
        var left = await BegunPublication.LeftAsync(site, lease.Read(), cancellationToken);
        await lease.EndAsync(
            lease.Work.Done,
            new()
            {
                Message =
                    MessageOf(summary, warnings.Count > 0)
                    + (waited is null ? "" : " " + waited)
                    + (left is null ? "" : " " + left),
                Document = new(AddressOf(summary)),
                Findings = FindingsText.Report(summary),
            },
            cancellationToken
        );
        log.DraftDone(
            $"{summary.Documents.Count} {(summary.Documents.Count == 1 ? "document" : "documents")}",
            // Not the document's own, because the title of a row may be its name.
            summary.Library
        );
        return summary;
    }

    /// <summary>
    /// Where the request leads: to its document, or to the library when there are several or the address does not fit
    /// in the column.
    /// </summary>
    private static string AddressOf(RunSummary summary) =>
        (summary.Documents is [{ Address: var only }] ? RequestMessages.Fits(only) : null)
        ?? summary.Library.AbsoluteUri;

    private string MessageOf(RunSummary summary, bool hasWarnings)
    {
        var library = site.List(LibraryColumns.Library).Title;
        var made =
            summary.Documents.Count == 1
                ? $"Utkastet är klart och ligger i biblioteket {library}"
                : $"{summary.Documents.Count} dokument är klara och ligger i biblioteket {library}, "
                    + $"{summary.Documents.Count(d => !d.Unchanged)} av dem nya eller ändrade";
        string[] sentences =
        [
            $"{made}: {summary.RowsRead.Values.Sum()} rader lästa ur {summary.RowsRead.Count} listor, {FindingsText.Counts(summary)}.",
            .. summary.Documents is [{ SinceLast: { } since }] ? new[] { since } : [],
            .. summary.Documents is [{ Unchanged: true }]
                ? new[] { "Dokumentet stämde redan med listorna och är oförändrat." }
                : [],
            .. FindingsText.ReplacedWorkbooks(summary) is { } replaced ? new[] { replaced } : [],
            .. FindingsText.TemplateNotUsed(summary) is { } notUsed ? new[] { notUsed } : [],
            .. hasWarnings ? new[] { "Något är fel i mallen eller dokumentet: läs Iakttagelser i underlaget." } : [],
            .. summary.Order is { Type: DocumentType.ManagementReview, Edition: Edition.Full }
                ? new[] { RequestMessages.DraftIsNext }
                : [],
        ];
        return string.Join(' ', sentences);
    }
}
