using SpLg.Templates;

namespace SpLg.Approvals;

/// <summary>
/// A review that has been approved becomes unchangeable. Everything is made of the rows that the draft itself was made
/// of; the lists are only asked whether those are still open. Repeating it changes nothing.
/// </summary>
/// <param name="runId">Kept with each file, so that an administrator can tell which run wrote it.</param>
internal sealed class FreezeRun(OpenSite site, string runId, RunProgress progress)
{
    /// <summary>
    /// Writes the approval into all parts, each as a published version, and lays what they were made of beside
    /// them; that file is the last, and says that the rest is there.
    /// </summary>
    /// <exception cref="DraftChangedException">Somebody has saved a draft, and not for the approver to see: it has to
    /// be approved anew.</exception>
    /// <exception cref="ApprovalGapsException">Something is missing for the approval.</exception>
    /// <exception cref="SiteFaultException">Draft and evidence do not belong together, or an approved file has been
    /// changed; in Swedish, with what to do.</exception>
    /// <exception cref="PublicationStoppedException">As for <see cref="HandOverRun"/>.</exception>
    public async Task<ApprovedReview> FreezeAsync(
        ReviewRequest request,
        Approval approval,
        HandOver handOver,
        Func<CancellationToken, Task> confirm,
        CancellationToken cancellationToken
    )
    {
        var order = DocumentOrder.Of(request);
        var library = await RestrictedLibrary.OpenAsync(site, cancellationToken);
        var name = Evidence.ApprovedNameOf(ReviewPart.Full.NameOf(order.Year));
        var existing = await library.FindFreeAsync(name + ".json", cancellationToken);
        // One that a run was cut off from while it wrote it is there, but not yet as a published version.
        if (
            existing is not null
            && site.IsOwn(existing.ModifiedBy)
            && await library.IsPublishedAsync(existing, cancellationToken)
            && Evidence.TryRead(await library.DownloadAsync(existing, cancellationToken), site.Schema) is { } frozen
            && approval.Is(frozen.Approval)
        )
        {
            progress.Say("the review is frozen already");
            return await FrozenAsync(library, approval, frozen, cancellationToken);
        }

        // Two workers may have handed over two rows of one year at once.
        await CheckYearAsync(order, request, cancellationToken);
        progress.At(RunStep.Freeze, "freezing the draft that was approved");
        var draft = await ReviewDraft.ReadAsync(site, library, order.Year, cancellationToken);
        order = order with { HasOneYear = draft.Evidence.Order.HasOneYear };
        await CheckUnchangedAsync(library, draft.File, approval, handOver, cancellationToken);
        if (!handOver.WasPublished)
            await ClosedRows.CheckAsync(site, draft.Evidence.Rows, cancellationToken);
        request = WithReason(order, request, approval, draft);
        var rows = ApprovalInRows.With(draft.Evidence.Rows, request, approval);
        var set = DocumentSet.Build(order, rows, request.Origin.Id, []);
        var document = set.Only;
        var source = await TemplateSource.FindAsync(site, order.Template ?? document.Template, cancellationToken);
        var instructions = Instructions.Of(source.Content);
        var content = instructions.RemoveFrom(draft.Content, DraftParts.NothingWritten);
        var template = DocumentFile.Refillable(content, document, library.List.Title);
        if (template.EditedBlocks.Count > 0)
        {
            throw new DraftChangedException(
                $"I ”{document.FileName}” har delar som programmet fyller i ändrats för hand sedan utkastet lämnades "
                    + $"för fastställande, {template.EditedBlocks.Places()}. Sätt status Uppdatering begärd, och "
                    + "lämna sedan utkastet för fastställande igen."
            );
        }
        var making = new DraftParts(site, library, order, request, draft);
        var parts = await making.MakeAsync(rows, instructions, cancellationToken);
        if (making.Unapprovable(source, template, parts) is { } fault)
            throw new DraftChangedException(fault);
        foreach (var part in parts)
        {
            await CheckUnchangedAsync(
                library,
                part.Existing ?? throw await GoneAsync(part.Document.FileName, cancellationToken),
                approval,
                handOver,
                cancellationToken
            );
        }
        // Another request of the same year may have had a new one made. Its evidence tells, which approval does not
        // write.
        if (draft.MadeOn > handOver.On)
        {
            throw new DraftChangedException(
                "Ett nytt utkast har gjorts efter att genomgången lämnades för fastställande. Därför är den inte fastställd. "
                    + "Läs det nya utkastet, och sätt Fastställd igen om det ska gälla."
            );
        }
        making.CheckReadable(parts);
        var file = DocumentFile
            .Fill(template, document, DocumentTrace.Of(set, document, draft.Evidence.Stamp))
            .Checked(document.FileName, draft.Content);
        // A draft from before there was such a part, or whose part is deleted, has nowhere to say it.
        if (request.GapsReason is { } reason && !Says(file.Content, reason))
        {
            throw new DraftChangedException(
                $"Skälet i Skäl trots brister kommer inte med i ”{document.FileName}”, eftersom delen om "
                    + "ställningstaganden saknas där. Därför är genomgången inte fastställd. "
                    + DraftVerdicts.WhatToDo
            );
        }
        var comment =
            $"Fastställd av {approval.Name} den "
            + $"{Swedish.Long(approval.On)}{(request.RegistryNumber is { } number ? $", diarienummer {number}" : "")}.";

        var approver = await site.PersonAsync(approval.Email, cancellationToken) is { } person
            ? new Reference(person.Id, person.Name)
            : null;
        if (!file.IsSameAs(draft.Content))
            await WriteAsync(draft.File, document.FileName, document.Name, file.Content, set);
        foreach (var part in parts.Where(p => !p.IsThere))
            await WriteAsync(part.Existing, part.Document.FileName, part.Document.Name, part.File.Content, part.Set);
        var evidence = Evidence.Write(
            set,
            file,
            (document.FileName, content),
            (approval, [.. parts.Select(p => (p.Part, Fingerprint.Of(p.Document.Name, p.File.Content)))])
        );
        // It may have been taken while the files were written, which takes seconds.
        await CheckYearAsync(order, request, cancellationToken);
        await WriteAsync(existing, name + ".json", name, evidence, set);
        return new(
            approval,
            [
                .. parts
                    .Where(p => p.Part.IsPublished)
                    .Select(p => new ApprovedPart(p.Part, p.Set.Review, p.File.Content)),
            ]
        );

        async Task WriteAsync(LibraryFile? there, string fileName, string title, byte[] content, DocumentSet of)
        {
            progress.At(RunStep.Freeze, $"uploading {fileName}");
            await confirm(cancellationToken);
            var columns = LibraryColumns.Of(title, content, of, runId);
            columns["ApprovedOn"] = approval.On;
            columns["ApprovedBy"] = approver;
            await RestrictedLibrary.WriteAsync(
                site,
                library,
                name: fileName,
                content: content,
                existing: there,
                columns: columns,
                comment: comment,
                publish: true,
                cancellationToken: cancellationToken
            );
        }
    }

    // Signs and spaces may be written otherwise in a document.
    private static bool Says(byte[] document, string reason) =>
        DocumentContent
            .Read(document)
            .Generated.Any(p => Bare(p.Text).Contains(Bare(reason), StringComparison.Ordinal));

    private static string Bare(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    /// <summary>Sees that no other row has the review of the year approved or published.</summary>
    private async Task CheckYearAsync(
        DocumentOrder order,
        ReviewRequest request,
        CancellationToken cancellationToken
    ) =>
        order.CheckFree(
            (await RequestRows.ConfirmedBesideAsync(site, request, cancellationToken)).Where(r =>
                !StatusTable.AwaitsApprover(r.Status.Value)
            )
        );

    /// <summary>The request as it is approved: where nothing is missing, no reason is told.</summary>
    /// <exception cref="ApprovalGapsException">Something is missing, and the one who approved has not said why the
    /// review is approved all the same.</exception>
    private static ReviewRequest WithReason(
        DocumentOrder order,
        ReviewRequest request,
        Approval approval,
        ReviewDraft draft
    )
    {
        var rows = ApprovalInRows.With(draft.Evidence.Rows, request, approval: null);
        var gaps = ApprovalGaps.Of(request, DocumentSet.Build(order, rows, request.Origin.Id, []).Review);
        if (gaps.IsNone)
            return request with { GapsReason = null };
        if (!approval.IsDespiteGaps)
            throw new ApprovalGapsException($"Genomgången är inte fastställd. {gaps.Told()}");
        return request.GapsReason is not null
            ? request
            : throw new ApprovalGapsException(
                "Genomgången är inte fastställd, eftersom det inte står varför i Skäl trots brister. " + gaps.Told()
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
        var published = new List<ApprovedPart>();
        foreach (var part in ReviewPart.All.Where(p => p.IsMadeAtHandOver))
        {
            var content = await ReadAsync(
                frozen.Parts.GetValueOrDefault(part)
                    ?? throw new SiteFaultException(
                        "Underlaget till den fastställda genomgången säger inget om "
                            + $"”{part.NameOf(frozen.Order.Year)}”. Sätt status Uppdatering begärd för ett nytt utkast."
                    )
                    {
                        NeedsNewDraft = true,
                    }
            );
            if (part.IsPublished)
                published.Add(new(part, frozen.DocumentsOf(part).Review, content));
        }
        return new(approval, published);

        async Task<byte[]> ReadAsync(Fingerprint approved)
        {
            if (await library.FindFreeAsync(approved.Name + ".docx", cancellationToken) is not { } there)
                throw new MissingFileException(
                    $"Den fastställda filen ”{approved.Name}.docx” finns inte i biblioteket {library.List.Title}. "
                        + "Återställ den ur papperskorgen."
                );
            var content = await library.OpenAsync(there, cancellationToken);
            return approved.IsOf(content)
                ? content
                : throw new SiteFaultException(
                    $"”{approved.Name}.docx” är inte längre som när genomgången fastställdes. Den "
                        + $"{Saved(there.ModifiedBy, there.LastModified)}. "
                        + "Återställ den fastställda versionen i filens versionshistorik."
                );
        }
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
        if (
            saves.Where(s => !handOver.Covers(s, site.IsOwn(s.ModifiedBy), approval)).MaxBy(s => s.ModifiedOn) is
            { } late
        )
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

    /// <summary>A part that was handed over and is not found.</summary>
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

    private string Saved(Author? by, DateTimeOffset on) =>
        $"sparades av {by?.Name ?? "någon okänd"} "
        + $"{TimeZoneInfo.ConvertTime(on, site.Zone).ToString("yyyy-MM-dd 'kl.' HH.mm", CultureInfo.InvariantCulture)}";
}
