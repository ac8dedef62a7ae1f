using System.Net;
using SpLg.Core.Choices;
using SpLg.Core.Lists;
using SpLg.SharePoint;
using SpLg.SharePoint.Publishing;
using SpLg.Templates;
using SpLg.Tracing;
using SpLg.Word;

namespace SpLg.Running;

/// <summary>One run from lists to documents: read, build, render, publish. Repeating it with the same rows changes nothing.</summary>
/// <param name="runId">Kept with each file, so that an administrator can tell which run wrote it; its own for each run.</param>
internal sealed class DocumentRun(OpenSite site, TimeProvider clock, string runId)
{
    /// <summary>Someone may save the document while it is being filled; then it is filled again as it now is.</summary>
    private const int Attempts = 4;

    /// <summary>Reads the lists and says which documents are to be made; writes nothing.</summary>
    /// <param name="request">Id of the row of Genomgångar that the run is for; null takes the latest row that asks for the same.</param>
    public async Task<DocumentSet> PrepareAsync(DocumentOrder order, string? request, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var rows = await RowsOfSite.ReadAsync(site, site.Schema.Lists, clock, progress, cancellationToken);
        var findings = new List<Finding>();
        if (order.Type == DocumentType.ManagementReview)
            rows = rows with { SinceApproval = await LastApproval.CompareAsync(site, rows, order.Year, findings, cancellationToken) };
        progress.Report($"building {DocumentKind.Of(order.Type).Word}");
        var set = DocumentSet.Build(order, rows, request, findings);
        if (set.Request?.Status.Value is ReviewStatus.ForApproval or ReviewStatus.Approved or ReviewStatus.Published)
            throw new SiteFaultException($"{order} har status {set.Request.Status} och skrivs inte över. "
                + "Sätt status Uppdatering begärd i listan Genomgångar om den ska göras om.");
        return set;
    }

    /// <summary>Puts the documents in the library, each over what is there only if nobody has changed that since.</summary>
    /// <param name="confirm">Asked before each document is written, and throws when the run is to end.</param>
    /// <exception cref="SiteFaultException">The library is not as restricted as it has to be, or a document cannot be written; in Swedish.</exception>
    public async Task<RunSummary> PublishAsync(DocumentSet set, Func<CancellationToken, Task> confirm, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var library = await RestrictedLibrary.OpenAsync(site, cancellationToken);
        var columns = await LibraryColumns.ReadAsync(site, cancellationToken);
        if (set.Order.Template is { } template)
            // A name that is not there is a slip to tell of, also where the documents no longer need the template.
            await TemplateSource.CheckAsync(site, template, cancellationToken);
        var published = new List<PublishedDocument>();
        foreach (var document in set.Documents)
        {
            var steps = set.Documents.Count == 1 ? progress : new Numbered(published.Count + 1, set.Documents.Count, progress);
            published.Add(await PublishAsync(library, columns, set, document, confirm, steps, cancellationToken));
        }
        return new(set.Order, columns.Address, published, set.Rows.Counts, set.Findings);
    }

    private async Task<PublishedDocument> PublishAsync(
        DocumentLibrary library,
        LibraryColumns columns,
        DocumentSet set,
        PlannedDocument document,
        Func<CancellationToken, Task> confirm,
        IProgress<string> progress,
        CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (existing, file, filled) = await RenderAsync(library, columns, set, document, cancellationToken);
            if (attempt == 1)
                progress.Report(filled is null ? $"the library has this document already: {document.FileName}" : $"uploading {document.FileName}");
            try
            {
                if (filled is { } template)
                {
                    await confirm(cancellationToken);
                    var uploaded = await library.UploadAsync(document.FileName, file.Content, existing?.ETag, progress: null, cancellationToken);
                    if (set.Order.Edition == Edition.Full)
                        await PublishEvidenceAsync(library, columns, set, document, Evidence.Write(set, file, template), cancellationToken);
                    // Last of all: it says that the document and all that goes with it are there.
                    await columns.SetAsync(library, uploaded, document.Name, file.Content, set.Order, runId, cancellationToken);
                }
                var workbook = document.Workbook();
                var isReplaced = workbook is not null && await PublishWorkbookAsync(library, columns, set, document, workbook, confirm, cancellationToken);
                return new(document, columns.AddressOf(document.FileName), filled is null, file, workbook, isReplaced, existing is not null);
            }
            catch (ChangedMeanwhileException) when (attempt < Attempts)
            {
                progress.Report("the document was saved by someone else meanwhile: filling it again");
            }
            catch (GraphException e) when (e.Status == HttpStatusCode.Locked)
            {
                throw new SiteFaultException($"Dokumentet ”{document.FileName}” eller en fil som hör till det är låst, troligen för att någon har den öppen. Stäng den.");
            }
        }
    }

    /// <summary>A workbook cannot be filled again around what people have written, so it is left alone as long as its rows are the same.</summary>
    /// <returns>Whether one that was there has been replaced.</returns>
    private async Task<bool> PublishWorkbookAsync(
        DocumentLibrary library,
        LibraryColumns columns,
        DocumentSet set,
        PlannedDocument document,
        byte[] workbook,
        Func<CancellationToken, Task> confirm,
        CancellationToken cancellationToken)
    {
        var title = document.Name + " kalkylblad";
        var existing = await library.FindAsync(document.WorkbookName, cancellationToken);
        if (existing is not null)
        {
            if (!columns.WasMadeWith(title, workbook))
                await columns.ReadAsync(cancellationToken);
            if (columns.WasMadeWith(title, workbook))
                return false;
        }
        await confirm(cancellationToken);
        var file = await library.UploadAsync(document.WorkbookName, workbook, existing?.ETag, progress: null, cancellationToken);
        await columns.SetAsync(library, file, title, workbook, set.Order, runId, cancellationToken);
        return existing is not null;
    }

    private async Task PublishEvidenceAsync(
        DocumentLibrary library, LibraryColumns columns, DocumentSet set, PlannedDocument document, byte[] evidence, CancellationToken cancellationToken)
    {
        var name = Evidence.NameOf(document.Name);
        var existing = await library.FindAsync(name + ".json", cancellationToken);
        var file = await library.UploadAsync(name + ".json", evidence, existing?.ETag, progress: null, cancellationToken);
        await columns.SetAsync(library, file, name, evidence, set.Order, runId, cancellationToken);
    }

    /// <summary>Fills the document that is there, so that what people have written in it stays; else the template.</summary>
    /// <returns><c>Filled</c> is what was filled; null when the library's document is as it would be anew.</returns>
    private async Task<(LibraryFile? Existing, DocumentFile File, (string Name, byte[] Content)? Filled)> RenderAsync(
        DocumentLibrary library, LibraryColumns columns, DocumentSet set, PlannedDocument document, CancellationToken cancellationToken)
    {
        var trace = DocumentTrace.Of(set, document, new(set.Rows.ReadOn, runId[(runId.LastIndexOf('/') + 1)..]));
        if (await library.FindAsync(document.FileName, cancellationToken) is not { } existing)
        {
            var (content, name) = await TemplateSource.FindAsync(site, set.Order.Template ?? document.Template, cancellationToken);
            return (null, DocumentFile.Fill(Template.Compile(content, name, document.Kind.Fields), document, trace), (name, content));
        }
        var there = await library.DownloadAsync(existing, cancellationToken);
        var template = Template.Compile(there, document.FileName, document.Kind.Fields);
        if (!template.CanFill)
        {
            throw new SiteFaultException($"Dokumentet ”{document.FileName}” i biblioteket {library.List.Title} kan inte fyllas i som det ser ut nu. "
                + $"Återställ en tidigare version av det, eller byt namn på det så att ett nytt skapas. {string.Join(' ', template.Findings)}");
        }
        var stamp = DocumentTrace.TryRead(there)?.Stamp;
        if (!columns.IsDone(document.Name, stamp?.Run))
            await columns.ReadAsync(cancellationToken);
        var same = await HasEvidenceAsync() ? SameAsThere() : null;
        var file = same ?? DocumentFile.Fill(template, document, trace);
        if (set.Order.Template is { } wanted)
            file = file with { TemplateFindings = [.. file.TemplateFindings, NotUsed(wanted, document.FileName)] };
        return (existing, file, same is null ? (document.FileName, there) : null);

        async Task<bool> HasEvidenceAsync() =>
            set.Order.Edition == Edition.Open || await library.FindAsync(Evidence.NameOf(document.Name) + ".json", cancellationToken) is not null;

        // Filled as of the reading it shows: when that gives the same bytes, only the time has passed.
        DocumentFile? SameAsThere() =>
            stamp is not null && columns.IsDone(document.Name, stamp.Run)
            && DocumentFile.Fill(template, document, trace with { Stamp = stamp }) is var again && again.Content.AsSpan().SequenceEqual(there) ? again : null;
    }

    private static TemplateFinding NotUsed(string template, string document) => new(
        FindingLevel.Info,
        document,
        Heading: null,
        Place: null,
        Text: null,
        $"Dokumentet fanns redan och har fyllts i på nytt som det är, med mallen det en gång gjordes av. Mallen ”{template}” har inte använts. "
        + "Byt namn på dokumentet eller ta bort det om ett nytt ska göras av mallen.");

    private sealed class Numbered(int number, int of, IProgress<string> progress) : IProgress<string>
    {
        public void Report(string value) => progress.Report($"{number} of {of}: {value}");
    }
}
