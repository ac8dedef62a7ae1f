using SpLg.Templates;

namespace SpLg.Approvals;

/// <summary>
/// A review's draft goes to the one who approves it. Everything is made of the rows that the draft itself was made of;
/// the lists are only asked whether those are still open. Repeating it changes nothing.
/// </summary>
/// <param name="runId">Kept with each file, so that an administrator can tell which run wrote it.</param>
internal sealed class HandOverRun(OpenSite site, string runId, RunProgress progress)
{
    /// <summary>
    /// Sees that the draft can be approved as it stands, and makes the parts that are approved together with it.
    /// </summary>
    /// <param name="request">A review's, in the full edition.</param>
    /// <param name="confirm">Asked before each file is written, and throws when the run is to end.</param>
    /// <exception cref="SiteFaultException">
    /// Draft and evidence do not belong together, a person has changed what is generated, or another row has this
    /// review approved; in Swedish, with what to do.
    /// </exception>
    /// <exception cref="PublicationStoppedException">The open edition would hold what a person has to decide about
    /// first, or what is no longer open.</exception>
    public async Task<HandOverNotes> PrepareAsync(
        ReviewRequest request,
        Func<CancellationToken, Task> confirm,
        CancellationToken cancellationToken
    )
    {
        var order = DocumentOrder.Of(request);
        // What another row has had approved would be made a draft again. Of two that are set at once, the first that
        // one worker comes to is handed over.
        order.CheckFree(await RequestRows.ConfirmedBesideAsync(site, request, cancellationToken));
        var library = await RestrictedLibrary.OpenAsync(site, cancellationToken);
        progress.At(RunStep.ReadDraft, "reading the draft and its evidence");
        var draft = await ReviewDraft.ReadAsync(site, library, order.Year, cancellationToken);
        order = order with { HasOneYear = draft.Evidence.Order.HasOneYear };
        CheckYears(order, request, draft.Evidence);
        // What is written in a file that is checked out would be neither read nor approved.
        await library.CheckNotHeldAsync(draft.File, cancellationToken);
        await ClosedRows.CheckAsync(site, draft.Evidence.Rows, cancellationToken);
        var rows = ApprovalInRows.With(draft.Evidence.Rows, request, approval: null);
        var full = DocumentSet.Build(order, rows, request.Origin.Id, []);
        var template = DocumentFile.Refillable(draft.Content, full.Only, library.List.Title);
        if (template.EditedBlocks is { Count: > 0 } edited)
        {
            throw new SiteFaultException(
                $"I ”{full.Only.FileName}” har delar som programmet fyller i ändrats för hand, {edited.Places()}. "
                    + "De skulle skrivas om när genomgången fastställs, så att något annat gällde än det som lästes. "
                    + "Sätt status Uppdatering begärd: då står uppgifterna ur listorna där igen, och din text finns kvar som kommentar."
            );
        }
        var source = await TemplateSource.FindAsync(site, order.Template ?? full.Only.Template, cancellationToken);
        if ((await LibraryColumns.ReadAsync(site, cancellationToken)).IsApproved(full.Only.Name))
            await TakeBackAsync(library, draft, confirm, cancellationToken);
        var making = new DraftParts(site, library, order, request, draft);
        var parts = await making.MakeAsync(rows, without: null, cancellationToken);
        if (making.Unapprovable(source, template, parts) is { } fault)
            throw new SiteFaultException(fault);
        var noVerdicts = DraftVerdicts.FaultOf(
            template,
            request,
            r =>
                DocumentSet
                    .Build(order, ApprovalInRows.With(draft.Evidence.Rows, r, approval: null), r.Origin.Id, [])
                    .Only.Data
        );
        if (noVerdicts is not null)
            throw new SiteFaultException(noVerdicts);
        foreach (var there in parts.Select(p => p.Existing).OfType<LibraryFile>())
            await library.CheckNotHeldAsync(there, cancellationToken);
        foreach (var part in parts)
            await UploadAsync(library, part, confirm, cancellationToken);
        making.CheckReadable(parts);
        var instructions = Instructions.Of(source.Content);
        var shape = KnownTemplates.Of.Compile(source.Content, source.Name, full.Only.Kind.Fields);
        FileHeadings[] unwritten =
        [
            new(full.Only.FileName, instructions.HeadingsIn(draft.Content)),
            .. parts.Select(p => new FileHeadings(p.Document.FileName, instructions.HeadingsIn(p.File.Content))),
        ];
        FileHeadings[] removed =
        [
            new(full.Only.FileName, RemovedSections.Of(shape, template, full.Only.Data)),
            .. parts
                .Where(p => p.Refilled is not null)
                .Select(p => new FileHeadings(
                    p.Document.FileName,
                    RemovedSections.Of(shape, p.Refilled!, p.Document.Data)
                )),
        ];
        return new(
            [.. unwritten.Where(u => u.Headings.Count > 0)],
            [.. removed.Where(r => r.Headings.Count > 0)],
            UndecidedRows.Of(rows.Rows, rows.Schema, rows.Links),
            ApprovalGaps.Of(request, full.Review)
        );
    }

    /// <summary>Sees that the draft is of the years that the row says.</summary>
    private static void CheckYears(DocumentOrder order, ReviewRequest request, Evidence evidence)
    {
        if (!IsOfYears())
        {
            throw new SiteFaultException(
                "Uppföljning från, Uppföljning till, Planens första år, Planens sista år eller Dataskyddsombudets rapport "
                    + "för år ändrades efter utkastet. Sätt Uppdatering begärd."
            );
        }

        bool IsOfYears()
        {
            // A draft of an earlier version follows none of the columns.
            if (order.HasOneYear)
                return request
                    is {
                        FollowUpFrom.IsEmpty: true,
                        FollowUpTo.IsEmpty: true,
                        PlanFrom.IsEmpty: true,
                        PlanTo.IsEmpty: true,
                        DpoReportYear.IsEmpty: true
                    };
            try
            {
                return ReviewYears.Of(order.Year, evidence.Rows.Typed([]).Setting, request) == evidence.YearsOf();
            }
            catch (ReviewYearsException e)
            {
                throw new SiteFaultException(e.Message);
            }
        }
    }

    private async Task UploadAsync(
        DocumentLibrary library,
        DraftPart part,
        Func<CancellationToken, Task> confirm,
        CancellationToken cancellationToken
    )
    {
        if (part.IsThere)
        {
            progress.Say($"the library has it already: {part.Document.FileName}");
            return;
        }
        progress.At(RunStep.Upload, $"uploading {part.Document.FileName}");
        await confirm(cancellationToken);
        await RestrictedLibrary.WriteAsync(
            site,
            library,
            name: part.Document.FileName,
            content: part.File.Content,
            existing: part.Existing,
            columns: LibraryColumns.Of(part.Document.Name, part.File.Content, part.Set, runId),
            comment: $"{part.Part.Title} av samma uppgifter som utkastet, lästa den {Swedish.Long(part.Set.Rows.Today)}.",
            publish: false,
            cancellationToken: cancellationToken
        );
    }

    /// <summary>
    /// Makes the full edition a draft again, into which an approval was written that then came to nothing. The other
    /// parts are made anew in any case.
    /// </summary>
    private async Task TakeBackAsync(
        DocumentLibrary library,
        ReviewDraft draft,
        Func<CancellationToken, Task> confirm,
        CancellationToken cancellationToken
    )
    {
        var set = draft.Evidence.Documents(template: null, []);
        var document = set.Only;
        var file = DocumentFile.Fill(
            DocumentFile.Refillable(draft.Content, document, library.List.Title),
            document,
            DocumentTrace.Of(set, document, draft.Evidence.Stamp)
        );
        progress.Say($"taking an approval that does not hold out of {document.FileName}");
        await confirm(cancellationToken);
        await RestrictedLibrary.WriteAsync(
            site,
            library,
            name: document.FileName,
            content: file.Content,
            existing: draft.File,
            columns: LibraryColumns.Of(document.Name, file.Content, set, runId),
            comment: "Utkast igen: genomgången är inte fastställd.",
            publish: false,
            cancellationToken: cancellationToken
        );
    }
}
