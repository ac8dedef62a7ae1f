using SpLg.Templates;

namespace SpLg.Drafting;

/// <summary>
/// One run from lists to documents: read, build, render, publish. Repeating it with the same rows changes nothing.
/// </summary>
/// <param name="runId">Kept with each file, so that an administrator can tell which run wrote it; its own for each
/// run.</param>
internal sealed class DocumentRun(OpenSite site, TimeProvider clock, string runId, RunProgress progress)
{
    /// <summary>Reads the lists and says which documents are to be made; writes nothing.</summary>
    /// <param name="request">Id of the row of Genomgångar that the run is for; null takes the latest row that asks for
    /// the same.</param>
    public async Task<DocumentSet> PrepareAsync(
        DocumentOrder order,
        string? request,
        CancellationToken cancellationToken
    )
    {
        var rows = await RowsOfSite.ReadAsync(site, site.Schema.Lists, clock, progress, cancellationToken);
        var findings = new List<Finding>();
        if (order.Type == DocumentType.ManagementReview)
            rows = rows with
            {
                SinceApproval = await LastApproval.CompareAsync(site, rows, order.Year, findings, cancellationToken),
            };
        progress.At(RunStep.Build, $"building {DocumentKind.Of(order.Type).Word}");
        order.CheckFree(rows.Typed([]).Of(ReviewRequest.AsList));
        return DocumentSet.Build(order, ApprovalInRows.Without(rows, order.Year), request, findings);
    }

    /// <summary>
    /// Puts the documents in the library, each over what is there only if nobody has changed that since.
    /// </summary>
    /// <param name="confirm">Asked before each document is written, and throws when the run is to end.</param>
    /// <exception cref="SiteFaultException">The library is not as restricted as it has to be, or a document cannot be
    /// written; in Swedish.</exception>
    public async Task<RunSummary> PublishAsync(
        DocumentSet set,
        Func<CancellationToken, Task> confirm,
        CancellationToken cancellationToken
    )
    {
        var drafts = await DraftWriter.OpenAsync(site, set, runId, cancellationToken);
        if (set.Order.Template is { } template)
            // A name that is not there is a slip to tell of, also where the documents no longer need the template.
            await TemplateSource.CheckAsync(site, template, cancellationToken);
        var published = new List<PublishedDocument>();
        foreach (var document in set.Documents)
        {
            var steps =
                set.Documents.Count == 1
                    ? progress
                    : progress.With($"{published.Count + 1} of {set.Documents.Count}: ");
            published.Add(await drafts.WriteAsync(document, confirm, steps, cancellationToken));
        }
        return new(set.Order, drafts.Address, published, set.Rows.Counts, set.Findings, set.Rows.Secrets);
    }
}
