using SpLg.Templates;

namespace SpLg.Approvals;

/// <summary>
/// What is done with a review's draft when it goes to the one who approves it, and when it has been approved.
/// Everything is made of the rows that the draft itself was made of; the lists are only asked whether those are still
/// open. Repeating any of it changes nothing.
/// </summary>
/// <param name="runId">Kept with each file, so that an administrator can tell which run wrote it.</param>
/// <param name="told">Told what it is at; null when nobody waits for it.</param>
internal sealed class ApprovalRun(OpenSite site, string runId, IProgress<RunStep>? told = null)
{
    /// <summary>What an approved document says where nobody has written what its template asks for.</summary>
    public const string NothingWritten = "Inget är skrivet här.";

    /// <summary>
    /// Sees that the draft can be approved as it stands, and makes the open edition that is approved together with it.
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
        IProgress<string> progress,
        CancellationToken cancellationToken
    )
    {
        var order = DocumentOrder.Of(request);
        // What another row has had approved would be made a draft again. Of two that are set at once, the first that
        // one worker comes to is handed over.
        order.CheckFree(await OthersAsync(request, cancellationToken));
        var library = await RestrictedLibrary.OpenAsync(site, cancellationToken);
        progress.Report("reading the draft and its evidence");
        told?.Report(RunStep.ReadDraft);
        var draft = await ReviewDraft.ReadAsync(site, library, order.Year, cancellationToken);
        await ClosedRows.CheckAsync(site, draft.Evidence.Rows, cancellationToken);
        var rows = ApprovalInRows.With(draft.Evidence.Rows, request, approval: null);
        var full = DocumentSet.Build(order, rows, request.Origin.Id, []);
        var template = DocumentFile.Refillable(draft.Content, full.Documents[0], library.List.Title);
        if (template.EditedBlocks is { Count: > 0 } edited)
        {
            throw new SiteFaultException(
                $"I ”{full.Documents[0].FileName}” har delar som programmet fyller i ändrats för hand, {Places(edited)}. "
                    + "De skulle skrivas om när genomgången fastställs, så att något annat gällde än det som lästes. "
                    + "Sätt status Uppdatering begärd: då står uppgifterna ur listorna där igen, och din text finns kvar som kommentar."
            );
        }
        var source = await SourceAsync(order, full, cancellationToken);
        if ((await LibraryColumns.ReadAsync(site, cancellationToken)).IsApproved(full.Documents[0].Name))
            await TakeBackAsync(library, draft, confirm, progress, cancellationToken);
        var open = await OpenAsync(
            library,
            order,
            rows,
            request,
            draft.Evidence.Stamp,
            without: null,
            cancellationToken
        );
        if (Unapprovable(order, draft, request, source, template, open) is { } fault)
            throw new SiteFaultException(fault);
        if (open.IsThere)
        {
            progress.Report($"the library has the open edition already: {open.Document.FileName}");
        }
        else
        {
            progress.Report($"uploading {open.Document.FileName}");
            told?.Report(RunStep.Upload);
            await confirm(cancellationToken);
            await RestrictedLibrary.WriteAsync(
                site,
                library,
                open.Document.FileName,
                open.File.Content,
                open.Existing,
                LibraryColumns.Of(open.Document.Name, open.File.Content, open.Set, runId),
                $"Öppen utgåva av samma uppgifter som utkastet, lästa den {Swedish.Long(rows.Today)}.",
                publish: false,
                cancellationToken
            );
        }
        CheckReadable(open, request, rows);
        var instructions = Instructions.Of(source.Content);
        var shape = Template.Compile(source.Content, source.Name, full.Documents[0].Kind.Fields);
        FileHeadings[] unwritten =
        [
            new(full.Documents[0].FileName, instructions.HeadingsIn(draft.Content)),
            new(open.Document.FileName, instructions.HeadingsIn(open.File.Content)),
        ];
        FileHeadings[] removed =
        [
            new(full.Documents[0].FileName, RemovedSections.Of(shape, template, full.Documents[0].Data)),
            new(
                open.Document.FileName,
                open.Refilled is null ? [] : RemovedSections.Of(shape, open.Refilled, open.Document.Data)
            ),
        ];
        return new(
            [.. unwritten.Where(u => u.Headings.Count > 0)],
            [.. removed.Where(r => r.Headings.Count > 0)],
            UndecidedRows.Of(rows.Rows, rows.Schema, rows.Links)
        );
    }

    /// <summary>
    /// Writes the approval into both editions, each as a published version, and lays what they were made of beside
    /// them; that file is the last, and says that the rest is there.
    /// </summary>
    /// <exception cref="DraftChangedException">Somebody has saved a draft, and not for the approver to see: it has to
    /// be approved anew.</exception>
    /// <exception cref="SiteFaultException">Draft and evidence do not belong together, or an approved file has been
    /// changed; in Swedish, with what to do.</exception>
    /// <exception cref="PublicationStoppedException">As for <see cref="PrepareAsync"/>.</exception>
    public async Task<ApprovedReview> FreezeAsync(
        ReviewRequest request,
        Approval approval,
        HandOver handOver,
        Func<CancellationToken, Task> confirm,
        IProgress<string> progress,
        CancellationToken cancellationToken
    )
    {
        var order = DocumentOrder.Of(request);
        var library = await RestrictedLibrary.OpenAsync(site, cancellationToken);
        var name = Evidence.ApprovedNameOf(DocumentSet.ReviewName(order.Year, Edition.Full));
        var existing = await library.FindFreeAsync(name + ".json", cancellationToken);
        // One that a run was cut off from while it wrote it is there, but not yet as a published version.
        if (
            existing is { ModifiedBy.IsApplication: true }
            && await library.IsPublishedAsync(existing, cancellationToken)
            && Evidence.TryRead(await library.DownloadAsync(existing, cancellationToken), site.Schema) is { } frozen
            && approval.Is(frozen.Approval)
        )
        {
            progress.Report("the review is frozen already");
            return await FrozenAsync(library, approval, frozen, cancellationToken);
        }

        // Two workers may have handed over two rows of one year at once.
        order.CheckFree(
            (await OthersAsync(request, cancellationToken)).Where(r => !r.Status.Is(ReviewStatus.ForApproval))
        );
        progress.Report("freezing the draft that was approved");
        told?.Report(RunStep.Freeze);
        var draft = await ReviewDraft.ReadAsync(site, library, order.Year, cancellationToken);
        await CheckUnchangedAsync(library, draft.File, approval, handOver, cancellationToken);
        if (!handOver.WasPublished)
            await ClosedRows.CheckAsync(site, draft.Evidence.Rows, cancellationToken);
        var rows = ApprovalInRows.With(draft.Evidence.Rows, request, approval);
        var set = DocumentSet.Build(order, rows, request.Origin.Id, []);
        var document = set.Documents[0];
        var source = await SourceAsync(order, set, cancellationToken);
        var instructions = Instructions.Of(source.Content);
        var content = instructions.RemoveFrom(draft.Content, NothingWritten);
        var template = DocumentFile.Refillable(content, document, library.List.Title);
        if (template.EditedBlocks.Count > 0)
        {
            throw new DraftChangedException(
                $"I ”{document.FileName}” har delar som programmet fyller i ändrats för hand sedan utkastet lämnades "
                    + $"för fastställande, {Places(template.EditedBlocks)}. Sätt status Uppdatering begärd, och "
                    + "lämna sedan utkastet för fastställande igen."
            );
        }
        var open = await OpenAsync(
            library,
            order,
            rows,
            request,
            draft.Evidence.Stamp,
            instructions,
            cancellationToken
        );
        if (Unapprovable(order, draft, request, source, template, open) is { } fault)
            throw new DraftChangedException(fault);
        await CheckUnchangedAsync(
            library,
            open.Existing ?? throw await GoneAsync(open.Document.FileName, cancellationToken),
            approval,
            handOver,
            cancellationToken
        );
        // Another request of the same year may have had a new one made. Its evidence tells, which approval does not
        // write.
        if (draft.MadeOn > handOver.On)
        {
            throw new DraftChangedException(
                "Ett nytt utkast har gjorts efter att genomgången lämnades för fastställande. Därför är den inte fastställd. "
                    + "Läs det nya utkastet, och sätt Fastställd igen om det ska gälla."
            );
        }
        CheckReadable(open, request, rows);
        var file = DocumentFile
            .Fill(template, document, DocumentTrace.Of(set, document, draft.Evidence.Stamp))
            .Checked(document.FileName, draft.Content);
        var comment =
            $"Fastställd av {approval.Name} den "
            + $"{Swedish.Long(approval.On)}{(request.RegistryNumber is { } number ? $", diarienummer {number}" : "")}.";

        var approver = await site.PersonAsync(approval.Email, cancellationToken) is { } person
            ? new Reference(person.Id, person.Name)
            : null;
        if (!file.IsSameAs(draft.Content))
            await WriteAsync(draft.File, document.FileName, document.Name, file.Content, set);
        if (!open.IsThere)
            await WriteAsync(open.Existing, open.Document.FileName, open.Document.Name, open.File.Content, open.Set);
        var evidence = Evidence.Write(
            set,
            file,
            (document.FileName, content),
            (approval, Fingerprint.Of(open.Document.Name, open.File.Content))
        );
        await WriteAsync(existing, name + ".json", name, evidence, set);
        return new(approval, ReviewIn(open.Set), open.File.Content);

        async Task WriteAsync(LibraryFile? there, string fileName, string title, byte[] content, DocumentSet of)
        {
            progress.Report($"uploading {fileName}");
            await confirm(cancellationToken);
            var columns = LibraryColumns.Of(title, content, of, runId);
            columns["ApprovedOn"] = approval.On;
            columns["ApprovedBy"] = approver;
            await RestrictedLibrary.WriteAsync(
                site,
                library,
                fileName,
                content,
                there,
                columns,
                comment,
                publish: true,
                cancellationToken
            );
        }
    }

    /// <summary>
    /// Makes the full edition a draft again, into which an approval was written that then came to nothing. The open one
    /// is made anew in any case.
    /// </summary>
    private async Task TakeBackAsync(
        DocumentLibrary library,
        ReviewDraft draft,
        Func<CancellationToken, Task> confirm,
        IProgress<string> progress,
        CancellationToken cancellationToken
    )
    {
        var set = draft.Evidence.Documents(template: null, []);
        var document = set.Documents[0];
        var file = DocumentFile.Fill(
            DocumentFile.Refillable(draft.Content, document, library.List.Title),
            document,
            DocumentTrace.Of(set, document, draft.Evidence.Stamp)
        );
        progress.Report($"taking an approval that does not hold out of {document.FileName}");
        await confirm(cancellationToken);
        await RestrictedLibrary.WriteAsync(
            site,
            library,
            document.FileName,
            file.Content,
            draft.File,
            LibraryColumns.Of(document.Name, file.Content, set, runId),
            "Utkast igen: genomgången är inte fastställd.",
            publish: false,
            cancellationToken
        );
    }

    /// <summary>What an earlier run froze, when the files are still as they were.</summary>
    private async Task<ApprovedReview> FrozenAsync(
        DocumentLibrary library,
        Approval approval,
        Evidence frozen,
        CancellationToken cancellationToken
    )
    {
        await ReadAsync(frozen.Document);
        var open = await ReadAsync(
            frozen.Open
                ?? throw new SiteFaultException(
                    "Underlaget till den fastställda genomgången säger inget om den öppna utgåvan. Sätt status "
                        + "Uppdatering begärd för ett nytt utkast."
                )
                {
                    NeedsNewDraft = true,
                }
        );
        return new(approval, ReviewIn(frozen.OpenDocuments()), open);

        async Task<byte[]> ReadAsync(Fingerprint approved)
        {
            if (await library.FindFreeAsync(approved.Name + ".docx", cancellationToken) is not { } there)
                throw new MissingFileException(
                    $"Den fastställda filen ”{approved.Name}.docx” finns inte i biblioteket {library.List.Title}. "
                        + "Återställ den ur papperskorgen."
                );
            var content = await library.DownloadAsync(there, cancellationToken);
            return approved.IsOf(content)
                ? content
                : throw new SiteFaultException(
                    $"”{approved.Name}.docx” är inte längre som när genomgången fastställdes. Den "
                        + $"{Saved(there.ModifiedBy, there.LastModified)}. "
                        + "Återställ den fastställda versionen i filens versionshistorik."
                );
        }
    }

    private Task<(byte[] Content, string Name)> SourceAsync(
        DocumentOrder order,
        DocumentSet set,
        CancellationToken cancellationToken
    ) => TemplateSource.FindAsync(site, order.Template ?? set.Documents[0].Template, cancellationToken);

    /// <summary>Why one of the editions would not say that it is approved; null when both would.</summary>
    private static string? Unapprovable(
        DocumentOrder order,
        ReviewDraft draft,
        ReviewRequest request,
        (byte[] Content, string Name) source,
        Template full,
        OpenDraft open
    )
    {
        var approval = new Approval("Namn", "namn", default, draft.Evidence.Rows.Today, Version: null);
        var template = Template.Compile(source.Content, source.Name, open.Document.Kind.Fields);
        return FaultOf(order, full)
            ?? (open.Refilled is null ? null : FaultOf(order with { Edition = Edition.Open }, open.Refilled));

        string? FaultOf(DocumentOrder edition, Template refilled) =>
            ApprovalParts.FaultOf(template, refilled, Data(edition, null), Data(edition, approval));

        object Data(DocumentOrder edition, Approval? by) =>
            DocumentSet
                .Build(edition, ApprovalInRows.With(draft.Evidence.Rows, request, by), request.Origin.Id, [])
                .Documents[0]
                .Data;
    }

    /// <summary>The open edition of the rows, filled around what the coordinator has written in its draft.</summary>
    /// <param name="without">What is to be removed from it; null leaves all.</param>
    private async Task<OpenDraft> OpenAsync(
        DocumentLibrary library,
        DocumentOrder order,
        RowsAsRead rows,
        ReviewRequest request,
        ReadStamp stamp,
        Instructions? without,
        CancellationToken cancellationToken
    )
    {
        var set = DocumentSet.Build(order with { Edition = Edition.Open }, rows, request.Origin.Id, []);
        var document = set.Documents[0];
        var trace = DocumentTrace.Of(set, document, stamp);
        if (await library.FindFreeAsync(document.FileName, cancellationToken) is not { } existing)
        {
            var (content, name) = await TemplateSource.FindAsync(
                site,
                order.Template ?? document.Template,
                cancellationToken
            );
            var filled = DocumentFile
                .Fill(Template.Compile(content, name, document.Kind.Fields), document, trace)
                .Checked(document.FileName, content);
            return new(set, document, filled, null, IsThere: false, Refilled: null);
        }
        var there = await library.DownloadAsync(existing, cancellationToken);
        var refilled = DocumentFile.Refillable(
            without?.RemoveFrom(there, NothingWritten) ?? there,
            document,
            library.List.Title
        );
        var file = DocumentFile.Fill(refilled, document, trace).Checked(document.FileName, there);
        // One that has just been created, by a run that was cut off then, has no columns yet.
        var columns = await LibraryColumns.ReadAsync(site, cancellationToken);
        return new(set, document, file, existing, file.IsSameAs(there) && columns.Has(document.Name), refilled);
    }

    /// <summary>
    /// What is approved is what is frozen: what others have saved since it was handed over has not been read, nor what
    /// anybody has saved after.
    /// </summary>
    private async Task CheckUnchangedAsync(
        DocumentLibrary library,
        LibraryFile file,
        Approval approval,
        HandOver handOver,
        CancellationToken cancellationToken
    )
    {
        var saves = await library.VersionsAsync(file, cancellationToken);
        if (saves.Where(s => !handOver.Covers(s, approval)).MaxBy(s => s.ModifiedOn) is { } late)
        {
            throw new DraftChangedException(
                $"”{file.Name}” {Saved(late.ModifiedBy, late.ModifiedOn)}, efter att "
                    + (
                        handOver.IsApprover(late.ModifiedBy)
                            ? "genomgången fastställdes"
                            : "utkastet lämnades för fastställande"
                    )
                    + ". Därför är genomgången inte fastställd. Läs dokumentet och sätt Fastställd igen om det ska gälla som det är. "
                    + "Sätt annars Utkast klart, återställ den tidigare versionen i dokumentets versionshistorik "
                    + "och lämna utkastet för fastställande igen."
            );
        }
    }

    /// <summary>An open edition that was handed over and is not found.</summary>
    private async Task<Exception> GoneAsync(string name, CancellationToken cancellationToken)
    {
        var library = site.List(LibraryColumns.Library).Title;
        return (await LibraryColumns.ReadAsync(site, cancellationToken)).HasFile(name)
            ? new MissingFileException(
                $"Filen ”{name}” syns i biblioteket {library} men går inte att hämta. Vänta en stund."
            )
            : new DraftChangedException(
                $"”{name}”, som skulle publiceras, finns inte längre i biblioteket {library}. "
                    + "Därför är genomgången inte fastställd. SpLg gör den öppna utgåvan på nytt. Läs den, och sätt Fastställd igen."
            );
    }

    /// <summary>
    /// Every employee will read the open edition: what was meant for the one who writes it is not to follow.
    /// </summary>
    private static void CheckReadable(OpenDraft open, ReviewRequest request, RowsAsRead rows)
    {
        var content = DocumentContent.Read(open.File.Content);
        // What comes out of the lists is examined there, where a person decides row by row; what is written by hand is
        // decided on here.
        var isReviewed = request.Origin.PersonalDataReviewed.Is(true);
        if (
            WrittenFault.Of(WrittenText.In(open.File.Content), isReviewed, OpenLinks.Of(rows.Links.Values)) is { } fault
        )
            throw new SiteFaultException($"I ”{open.Document.FileName}” har någon skrivit {fault}");
        if (content.Comments == 0 && !content.HasTrackedChanges)
            return;
        var what = (content.Comments, content.HasTrackedChanges) switch
        {
            (0, _) => "spårade ändringar",
            (var count, false) => Swedish.Count(count, "kommentar", "kommentarer"),
            (var count, true) => $"{Swedish.Count(count, "kommentar", "kommentarer")} och spårade ändringar",
        };
        throw new SiteFaultException(
            $"”{open.Document.FileName}” innehåller {what}, som alla medarbetare skulle kunna läsa. "
                + "Ta ställning till dem i dokumentet och ta bort dem."
        );
    }

    private static ManagementReview ReviewIn(DocumentSet set) => (ManagementReview)set.Documents.Single().Data;

    private string Saved(Author? by, DateTimeOffset on) =>
        $"sparades av {by?.Name ?? "någon okänd"} "
        + $"{TimeZoneInfo.ConvertTime(on, site.Zone).ToString("yyyy-MM-dd 'kl.' HH.mm", CultureInfo.InvariantCulture)}";

    /// <summary>The other rows whose approval the worker has confirmed, or that were approved before the program.</summary>
    private async Task<IEnumerable<ReviewRequest>> OthersAsync(
        ReviewRequest request,
        CancellationToken cancellationToken
    ) =>
        (await RequestRows.ReadAsync(site, cancellationToken)).Where(r =>
            r.Origin.Id != request.Origin.Id && StatusTable.IsConfirmed(r)
        );

    private static string Places(IReadOnlyList<EditedBlock> blocks) =>
        Swedish.Join([.. blocks.Select(b => b.Where).Distinct().Take(5)]);

    /// <param name="IsThere">True when the library has it already.</param>
    /// <param name="Refilled">The coordinator's own; null when a new one has been made.</param>
    private sealed record OpenDraft(
        DocumentSet Set,
        PlannedDocument Document,
        DocumentFile File,
        LibraryFile? Existing,
        bool IsThere,
        Template? Refilled
    );
}
