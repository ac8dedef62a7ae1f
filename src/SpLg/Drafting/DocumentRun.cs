using SpLg.Templates;

namespace SpLg.Drafting;

/// <summary>
/// One run from lists to documents: read, build, render, publish. Repeating it with the same rows changes nothing.
/// </summary>
/// <param name="runId">Kept with each file, so that an administrator can tell which run wrote it; its own for each
/// run.</param>
internal sealed class DocumentRun(OpenSite site, TimeProvider clock, string runId, RunProgress progress)
{
    /// <summary>Someone may save a document while it is being filled; then it is filled again as it now is.</summary>
    private const int Attempts = 4;

    /// <param name="request">Id of the row of Genomgångar that the run is for; null takes the latest row that asks for
    /// the same.</param>
    /// <param name="confirm">Asked before each file is written, and throws when the run is to end.</param>
    /// <exception cref="SiteFaultException">The library is not as restricted as it has to be, or a document cannot be
    /// written; in Swedish.</exception>
    public async Task<RunSummary> RunAsync(
        DocumentOrder order,
        string? request,
        Func<CancellationToken, Task> confirm,
        CancellationToken cancellationToken
    )
    {
        var findings = new List<Finding>();
        var rows = await ReadAsync(order, findings, cancellationToken);
        var set = Build(order, rows, request, findings);
        return await RenderAndPublishAsync(set, confirm, cancellationToken);
    }

    /// <summary>All rows of the site, with how they differ from those of the last approved review.</summary>
    /// <param name="findings">Gets why that cannot be told.</param>
    public async Task<RowsAsRead> ReadAsync(
        DocumentOrder order,
        IList<Finding> findings,
        CancellationToken cancellationToken
    )
    {
        var rows = await RowsOfSite.ReadAsync(site, site.Schema.Lists, clock, progress, cancellationToken);
        return order.Type == DocumentType.ManagementReview
            ? rows with
            {
                SinceApproval = await LastApproval.CompareAsync(site, rows, order.Year, findings, cancellationToken),
            }
            : rows;
    }

    /// <summary>Which documents are to be made, with all that they say; writes nothing.</summary>
    /// <param name="findings">Those of reading; what is found here is added.</param>
    public DocumentSet Build(DocumentOrder order, RowsAsRead rows, string? request, IList<Finding> findings)
    {
        progress.At(RunStep.Build, $"building {DocumentKind.Of(order.Type).Word}");
        // What is read wrongly is found when the documents are built.
        order.CheckFree(rows.Typed([]).Of(ReviewRequest.AsList));
        return DocumentSet.Build(order, ApprovalInRows.Without(rows, order.Year), request, findings);
    }

    /// <summary>Puts the documents in the library, each over what is there only if nobody has changed that
    /// since.</summary>
    public async Task<RunSummary> RenderAndPublishAsync(
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
            published.Add(await RenderAndPublishAsync(drafts, document, confirm, steps, cancellationToken));
        }
        return new(set.Order, drafts.Address, published, set.Rows.Counts, set.Findings, set.Rows.Secrets);
    }

    private async Task<PublishedDocument> RenderAndPublishAsync(
        DraftWriter drafts,
        PlannedDocument document,
        Func<CancellationToken, Task> confirm,
        RunProgress progress,
        CancellationToken cancellationToken
    )
    {
        Draft? overtaken = null;
        var savedMeanwhile = false;
        for (var attempt = 1; ; attempt++)
        {
            var draft = await drafts.RenderAsync(document, cancellationToken);
            savedMeanwhile |= overtaken is not null && draft.IsAfterOthers(overtaken, site);
            overtaken = draft;
            if (attempt == 1 && draft.IsThere)
                progress.Say($"the library has this document already: {document.FileName}");
            else if (attempt == 1)
                progress.At(RunStep.Upload, $"uploading {document.FileName}");
            try
            {
                var published = await drafts.PublishAsync(draft, confirm, cancellationToken);
                return published with { SavedMeanwhile = savedMeanwhile };
            }
            catch (ChangedMeanwhileException) when (attempt < Attempts)
            {
                progress.Say("the document was saved by someone else meanwhile: filling it again");
                await drafts.ReadAgainAsync(cancellationToken);
            }
        }
    }
}
