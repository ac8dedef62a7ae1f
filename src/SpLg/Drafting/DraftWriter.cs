using SpLg.Templates;

namespace SpLg.Drafting;

/// <summary>
/// Fills and writes the documents of one run in the library for drafts, around what people have written in those that
/// are there.
/// </summary>
internal sealed class DraftWriter
{
    private readonly OpenSite site;
    private readonly DocumentLibrary library;
    private readonly LibraryColumns columns;
    private readonly DocumentSet set;
    private readonly string runId;

    private DraftWriter(OpenSite site, DocumentLibrary library, LibraryColumns columns, DocumentSet set, string runId)
    {
        this.site = site;
        this.library = library;
        this.columns = columns;
        this.set = set;
        this.runId = runId;
    }

    /// <summary>Where a person opens the library.</summary>
    public Uri Address => columns.Address;

    /// <param name="set">What the documents belong to.</param>
    /// <exception cref="SiteFaultException">The library is not as restricted as it has to be; in Swedish.</exception>
    public static async Task<DraftWriter> OpenAsync(
        OpenSite site,
        DocumentSet set,
        string runId,
        CancellationToken cancellationToken
    ) =>
        new(
            site,
            await RestrictedLibrary.OpenAsync(site, cancellationToken),
            await LibraryColumns.ReadAsync(site, cancellationToken),
            set,
            runId
        );

    /// <summary>
    /// Puts a draft in the library, with what goes beside it, over what is there only if nobody has changed that since
    /// it was rendered.
    /// </summary>
    /// <param name="confirm">Asked before each file is written, and throws when the run is to end.</param>
    /// <exception cref="ChangedMeanwhileException">Somebody has.</exception>
    public async Task<PublishedDocument> PublishAsync(
        Draft draft,
        Func<CancellationToken, Task> confirm,
        CancellationToken cancellationToken
    )
    {
        var document = draft.Document;
        // The document first, as one version, and then its evidence, whose run tells that the two belong together. Were
        // it the other way round, every try that finds the document open somewhere would leave an evidence of nothing
        // beside the draft people read.
        if (!draft.IsThere)
        {
            await confirm(cancellationToken);
            await WriteAsync(
                draft.Existing,
                document.FileName,
                document.Name,
                draft.File.Content,
                draft.CommentOn(set.Rows.Today),
                cancellationToken
            );
        }
        if (set.Order.Edition == Edition.Full && !draft.HasEvidence)
        {
            await confirm(cancellationToken);
            await WriteEvidenceAsync(document, Evidence.Write(set, draft.File, draft.Filled), cancellationToken);
        }
        var workbook = document.Workbook();
        var isReplaced =
            workbook is not null && await WriteWorkbookAsync(document, workbook, confirm, cancellationToken);
        return new(
            document,
            Address: library.AddressOf(document.FileName),
            Unchanged: draft.IsThere,
            File: draft.File,
            Workbook: workbook,
            WorkbookReplaced: isReplaced,
            WasThere: draft.Existing is not null,
            SinceLast: draft.IsThere ? null : draft.SinceLast,
            SavedMeanwhile: false
        );
    }

    /// <summary>Reads anew what the library says of its files, because somebody has written there meanwhile.</summary>
    public Task ReadAgainAsync(CancellationToken cancellationToken) => columns.ReadAsync(cancellationToken);

    private Task WriteAsync(
        LibraryFile? existing,
        string fileName,
        string title,
        byte[] content,
        string comment,
        CancellationToken cancellationToken
    ) =>
        RestrictedLibrary.WriteAsync(
            site,
            library,
            name: fileName,
            content: content,
            existing: existing,
            columns: LibraryColumns.Of(title, content, set, runId),
            comment: comment,
            publish: false,
            cancellationToken: cancellationToken
        );

    /// <summary>
    /// A workbook cannot be filled again around what people have written, so it is left alone as long as its rows are
    /// the same.
    /// </summary>
    /// <returns>Whether one that was there has been replaced.</returns>
    private async Task<bool> WriteWorkbookAsync(
        PlannedDocument document,
        byte[] workbook,
        Func<CancellationToken, Task> confirm,
        CancellationToken cancellationToken
    )
    {
        var title = document.Name + " kalkylblad";
        var existing = await FindFreeAsync(document.WorkbookName, cancellationToken);
        if (existing is not null)
        {
            if (!columns.WasMadeWith(title, workbook))
                await columns.ReadAsync(cancellationToken);
            if (columns.WasMadeWith(title, workbook))
                return false;
        }
        await confirm(cancellationToken);
        await WriteAsync(
            existing,
            document.WorkbookName,
            title,
            workbook,
            $"Uppgifterna i listorna den {Swedish.Long(set.Rows.Today)}.",
            cancellationToken
        );
        return existing is not null;
    }

    private async Task WriteEvidenceAsync(
        PlannedDocument document,
        byte[] evidence,
        CancellationToken cancellationToken
    )
    {
        var name = Evidence.NameOf(document.Name);
        var existing = await library.FindFreeAsync(name + ".json", cancellationToken);
        await WriteAsync(
            existing,
            name + ".json",
            name,
            evidence,
            $"Underlag till utkastet ur listorna den {Swedish.Long(set.Rows.Today)}.",
            cancellationToken
        );
    }

    /// <summary>
    /// Fills the document that is there, so that what people have written in it stays; else the template.
    /// </summary>
    public async Task<Draft> RenderAsync(PlannedDocument document, CancellationToken cancellationToken)
    {
        var trace = DocumentTrace.Of(set, document, new(set.Rows.ReadOn, runId[(runId.LastIndexOf('/') + 1)..]));
        if (await FindFreeAsync(document.FileName, cancellationToken) is not { } existing)
        {
            var (content, name) = await TemplateSource.FindAsync(
                site,
                set.Order.Template ?? document.Template,
                cancellationToken
            );
            var made = Readable(
                    DocumentFile.Fill(KnownTemplates.Of.Compile(content, name, document.Kind.Fields), document, trace)
                )
                .Checked(document.FileName, content);
            return new(document, null, made, (name, content), IsThere: false, HasEvidence: false, Changes: null);
        }
        var there = await library.OpenAsync(existing, cancellationToken);
        var template = DocumentFile.Refillable(there, document, library.List.Title);
        var stamp = DocumentTrace.TryRead(there)?.Stamp;
        if (!columns.IsDone(document.Name, stamp?.Run))
            await columns.ReadAsync(cancellationToken);
        var last =
            set.Order.Edition == Edition.Full ? await LastEvidenceAsync(document, stamp, cancellationToken) : null;
        var changes = last is null ? null : RowChanges.Between(last.Rows.Rows, set.Rows.Rows, site.Schema);
        var same = SameAsThere();
        var file = same ?? Readable(DocumentFile.Fill(template, document, trace)).Checked(document.FileName, there);
        if (set.Order.Template is { } wanted)
            file = file with { TemplateFindings = [.. file.TemplateFindings, NotUsed(wanted, document.FileName)] };
        // An evidence without columns is one that a run was cut off from while it wrote it.
        var hasEvidence = same is not null && last is not null && columns.Has(Evidence.NameOf(document.Name));
        return new(
            document,
            existing,
            file,
            (document.FileName, there),
            IsThere: same is not null,
            hasEvidence,
            changes
        );

        // Filled as of the reading it shows: when that gives the same, only the time has passed. Not every change in
        // the lists shows in the document, but what the evidence holds is what the open edition is made of.
        DocumentFile? SameAsThere() =>
            stamp is not null
            && columns.IsDone(document.Name, stamp.Run)
            && changes is not { IsEmpty: false }
            && DocumentFile.Fill(template, document, trace with { Stamp = stamp }) is { } again
            && again.IsSameAs(there)
                ? again
                : null;
    }

    /// <summary>
    /// A draft that cannot be read again could neither be updated nor approved. That is told before anybody writes in
    /// it.
    /// </summary>
    private static DocumentFile Readable(DocumentFile file)
    {
        try
        {
            DocumentContent.CheckRefillable(file.Content);
            return file;
        }
        catch (DocumentTooLargeException large)
        {
            throw new SiteFaultException(
                $"Dokumentet ”{file.Trace.Name}” skulle bli så stort att det varken kunde uppdateras eller fastställas. "
                    + $"Använd en mall som visar färre rader var för sig. {large.Message}"
            );
        }
    }

    /// <summary>
    /// What the library's document was made of; null when that is not there, or is of another reading than the document
    /// shows.
    /// </summary>
    private async Task<Evidence?> LastEvidenceAsync(
        PlannedDocument document,
        ReadStamp? stamp,
        CancellationToken cancellationToken
    )
    {
        if (
            stamp is null
            || await FindFreeAsync(Evidence.NameOf(document.Name) + ".json", cancellationToken) is not { } file
        )
            return null;
        // A file that somebody has changed counts for nothing: the next draft gets an evidence of its own.
        return
            Evidence.TryRead(await library.DownloadAsync(file, cancellationToken), site.Schema) is { } last
            && last.Stamp == stamp
            ? last
            : null;
    }

    /// <summary>
    /// As <see cref="LibraryFiles.FindFreeAsync"/>, and reads the columns again, because those we had described the
    /// discarded version.
    /// </summary>
    private async Task<LibraryFile?> FindFreeAsync(string name, CancellationToken cancellationToken)
    {
        if (await library.FindAsync(name, cancellationToken) is not { } file)
            return null;
        if (await library.ReleaseAsync(file, cancellationToken) is not { } freed)
            return file;
        await columns.ReadAsync(cancellationToken);
        return freed;
    }

    private static TemplateFinding NotUsed(string template, string document) =>
        new(
            FindingLevel.Info,
            document,
            Heading: null,
            Place: null,
            Text: null,
            "Dokumentet fanns redan och har fyllts i på nytt som det är, med mallen det en gång gjordes av. "
                + $"Mallen ”{template}” har inte använts. "
                + "Byt namn på dokumentet eller ta bort det om ett nytt ska göras av mallen."
        );
}
