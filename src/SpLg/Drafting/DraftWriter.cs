using SpLg.Templates;

namespace SpLg.Drafting;

/// <summary>
/// Fills and writes the documents of one run in the library for drafts, around what people have written in those that
/// are there.
/// </summary>
internal sealed class DraftWriter
{
    /// <summary>Someone may save the document while it is being filled; then it is filled again as it now is.</summary>
    private const int Attempts = 4;

    /// <summary>What SharePoint takes of a comment on a version.</summary>
    private const int LongestComment = 1023;

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
    /// Puts a document in the library, with what goes beside it, over what is there only if nobody has changed that
    /// since.
    /// </summary>
    /// <param name="confirm">Asked before each file is written, and throws when the run is to end.</param>
    public async Task<PublishedDocument> WriteAsync(
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
            var draft = await RenderAsync(document, cancellationToken);
            savedMeanwhile |= overtaken is not null && IsOfOthers(overtaken, draft);
            overtaken = draft;
            if (attempt == 1 && draft.IsThere)
                progress.Say($"the library has this document already: {document.FileName}");
            else if (attempt == 1)
                progress.At(RunStep.Upload, $"uploading {document.FileName}");
            try
            {
                // The document first, as one version, and then its evidence, whose run tells that the two belong
                // together. Were it the other way round, every try that finds the document open somewhere would leave
                // an evidence of nothing beside the draft people read.
                var since = draft.IsThere ? null : SinceLast(draft);
                if (!draft.IsThere)
                {
                    await confirm(cancellationToken);
                    await WriteAsync(
                        draft.Existing,
                        document.FileName,
                        document.Name,
                        draft.File.Content,
                        CommentOf(draft, since),
                        cancellationToken
                    );
                }
                if (set.Order.Edition == Edition.Full && !draft.HasEvidence)
                {
                    await confirm(cancellationToken);
                    await WriteEvidenceAsync(
                        document,
                        Evidence.Write(set, draft.File, draft.Filled),
                        cancellationToken
                    );
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
                    SinceLast: since,
                    SavedMeanwhile: savedMeanwhile
                );
            }
            catch (ChangedMeanwhileException) when (attempt < Attempts)
            {
                progress.Say("the document was saved by someone else meanwhile: filling it again");
                await columns.ReadAsync(cancellationToken);
            }
        }
    }

    /// <summary>
    /// Whether the document that has come in between was saved by others; this run's own may have got there though the
    /// answer was lost.
    /// </summary>
    private static bool IsOfOthers(Draft before, Draft now) =>
        now.Existing is { ModifiedBy: not { IsApplication: true } }
        && !now.Filled.Content.AsSpan().SequenceEqual(before.Filled.Content);

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
    private async Task<Draft> RenderAsync(PlannedDocument document, CancellationToken cancellationToken)
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
                    DocumentFile.Fill(Template.Compile(content, name, document.Kind.Fields), document, trace)
                )
                .Checked(document.FileName, content);
            return new(null, made, (name, content), IsThere: false, HasEvidence: false, Changes: null);
        }
        var there = await library.DownloadAsync(existing, cancellationToken);
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
        return new(existing, file, (document.FileName, there), IsThere: same is not null, hasEvidence, changes);

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

    /// <summary>
    /// What the lists say otherwise than when the library's draft was made; null when that is not known.
    /// </summary>
    private static string? SinceLast(Draft draft) =>
        draft.Changes switch
        {
            null => null,
            { Sentence: { } changes } => $"Sedan förra utkastet: {changes}.",
            _ => "Inga uppgifter i listorna har ändrats sedan förra utkastet.",
        };

    /// <summary>For the version history.</summary>
    private string CommentOf(Draft draft, string? since)
    {
        string[] sentences =
        [
            $"{(draft.Existing is null ? "Utkast" : "Uppdaterat")} ur listorna den {Swedish.Long(set.Rows.Today)}.",
            .. since is null ? [] : new[] { since },
            .. draft.File.Overwritten.Count == 0
                ? []
                : new[]
                {
                    $"Gjort om efter ändring för hand: {string.Join(", ", draft.File.Overwritten.Select(b => b.Where).Distinct())}.",
                },
        ];
        var comment = string.Join(' ', sentences);
        return comment.Length <= LongestComment ? comment : comment[..(LongestComment - 1)] + "…";
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

    /// <summary>A document as it would be now, and what the library has.</summary>
    /// <param name="Filled">What was filled: the library's document, or a template.</param>
    /// <param name="IsThere">True when the library's document is as it would be anew.</param>
    /// <param name="HasEvidence">True when its evidence is there too.</param>
    /// <param name="Changes">How the lists differ from what the library's document was made of; null when that is not
    /// known.</param>
    private sealed record Draft(
        LibraryFile? Existing,
        DocumentFile File,
        (string Name, byte[] Content) Filled,
        bool IsThere,
        bool HasEvidence,
        RowChanges? Changes
    );
}
