using SpLg.Core.Choices;
using SpLg.Core.Lists;
using SpLg.Core.Review;
using SpLg.Core.Rows;
using SpLg.SharePoint;
using SpLg.SharePoint.Publishing;
using SpLg.Word;

namespace SpLg.Running;

/// <summary>One run from lists to document: read, build, render, publish. Repeating it with the same rows changes nothing.</summary>
internal sealed class ReviewRun(OpenSite site, TimeProvider clock)
{
    /// <summary>Someone may save the document while it is being filled; then it is filled again as it now is.</summary>
    private const int Attempts = 4;

    /// <summary>Everything up to the library, which is only read.</summary>
    /// <param name="request">The request the run is for; null takes the year's own request from the list, if there is one.</param>
    /// <param name="template">Name of a Word template in the library Mallar; null takes the request's, else the shipped one.</param>
    public async Task<Draft> PrepareAsync(int year, ReviewRequest? request, string? template, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        var rows = await RowsOfSite.ReadAsync(site, site.Schema.Lists, progress, cancellationToken);
        var read = rows.ToDictionary(r => site.Schema.List(r.Key).Title, r => r.Value.Count, StringComparer.Ordinal);
        var lists = OrganisationLists.Read(rows, site.Schema, site.Zone, findings);
        request ??= lists.ReviewRequests.LastOrDefault(r => r.Origin.IsOf(year));
        if (request?.Status.Value is ReviewStatus.ForApproval or ReviewStatus.Approved or ReviewStatus.Published)
            throw new SiteFaultException($"Genomgången för {year} har status {request.Status} och skrivs inte över. Sätt status Uppdatering begärd i listan Genomgångar om den ska göras om.");

        progress.Report("building the review");
        var review = ReviewBuilder.Build(lists, request, year, Edition.Full, Today(), findings);
        progress.Report("filling the template");
        var library = await WorkDocumentsAsync(cancellationToken);
        return await RenderAsync(library, new(year, DocumentFile.Name(year), review, template ?? request?.Template, new([], [], []), null, false, read, findings), cancellationToken);
    }

    /// <summary>Puts the document in the library, over what is there only if nobody has changed that since.</summary>
    /// <param name="runId">Kept with the file, so that an administrator can tell which run wrote it.</param>
    public async Task<RunSummary> PublishAsync(Draft draft, string runId, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var library = await WorkDocumentsAsync(cancellationToken);
        progress.Report(draft.Unchanged ? "the library has this document already" : $"uploading {draft.FileName}");
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var file = draft.Unchanged
                    ? draft.Existing!
                    : await library.UploadAsync(draft.FileName, draft.File.Content, draft.Existing?.ETag, progress: null, cancellationToken);
                var columns = new LibraryColumns(site);
                if (!await columns.AreSetAsync(draft, cancellationToken))
                    await columns.SetAsync(library, file, draft, runId, cancellationToken);
                return new(draft.Year, draft.FileName, columns.AddressOf(draft.FileName), draft.Unchanged, draft.File, draft.RowsRead, draft.Findings);
            }
            catch (ChangedMeanwhileException) when (attempt < Attempts)
            {
                progress.Report("the document was saved by someone else meanwhile: filling it again");
                draft = await RenderAsync(library, draft, cancellationToken);
            }
        }
    }

    /// <summary>Fills the document that is there, so that what people have written in it stays; else the template.</summary>
    private async Task<Draft> RenderAsync(DocumentLibrary library, Draft draft, CancellationToken cancellationToken)
    {
        if (await library.FindAsync(draft.FileName, cancellationToken) is not { } existing)
        {
            var (template, name) = await TemplateSource.FindAsync(site, draft.Template, cancellationToken);
            return draft with { Existing = null, Unchanged = false, File = DocumentFile.Fill(template, name, draft.Review, draft.Year) };
        }
        // A name that is not there is a slip to tell of, also in a year whose document no longer needs the template.
        if (draft.Template is not null)
            await TemplateSource.CheckAsync(site, draft.Template, cancellationToken);
        var there = await library.DownloadAsync(existing, cancellationToken);
        try
        {
            var filled = DocumentFile.Fill(there, draft.FileName, draft.Review, draft.Year);
            if (draft.Template is not null)
                filled = filled with { TemplateFindings = [.. filled.TemplateFindings, NotUsed(draft.Template, draft.FileName)] };
            return draft with { Existing = existing, File = filled, Unchanged = filled.Content.AsSpan().SequenceEqual(there) };
        }
        catch (TemplateException e)
        {
            throw new SiteFaultException($"Dokumentet ”{draft.FileName}” i biblioteket {library.List.Title} kan inte fyllas i som det ser ut nu. "
                + $"Återställ en tidigare version av det, eller byt namn på det så att ett nytt skapas. {string.Join(' ', e.Findings)}");
        }
    }

    private static TemplateFinding NotUsed(string template, string document) => new(
        FindingLevel.Info,
        document,
        Heading: null,
        Place: null,
        Text: null,
        $"Dokumentet fanns redan och har fyllts i på nytt som det är, med mallen det en gång gjordes av. Mallen ”{template}” har inte använts. "
        + "Byt namn på dokumentet eller ta bort det om ett nytt ska göras av mallen.");

    private Task<DocumentLibrary> WorkDocumentsAsync(CancellationToken cancellationToken) =>
        DocumentLibrary.OpenAsync(site.Graph, site.Site, site.List(LibraryColumns.Library).Title, cancellationToken);

    /// <summary>The clock is read once: the day in the site's own zone.</summary>
    private DateOnly Today() => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), site.Zone).DateTime);
}
