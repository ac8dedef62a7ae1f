using SpLg.Templates;

namespace SpLg.Approvals;

/// <summary>
/// Makes the parts of a review that are approved together with its draft, of the rows the draft was made of.
/// </summary>
/// <param name="request">A review's, in the full edition.</param>
internal sealed class DraftParts(
    OpenSite site,
    DocumentLibrary library,
    DocumentOrder order,
    ReviewRequest request,
    ReviewDraft draft
)
{
    /// <summary>What an approved document says where nobody has written what its template asks for.</summary>
    public const string NothingWritten = "Inget är skrivet här.";

    /// <summary>The parts that are made at hand-over, each filled around what people have written in its
    /// draft.</summary>
    /// <param name="without">What is to be removed from them; null leaves all.</param>
    public async Task<IReadOnlyList<DraftPart>> MakeAsync(
        RowsAsRead rows,
        Instructions? without,
        CancellationToken cancellationToken
    )
    {
        var parts = new List<DraftPart>();
        foreach (var part in ReviewPart.All.Where(p => p.IsMadeAtHandOver))
            parts.Add(await MakeAsync(part, rows, without, cancellationToken));
        return parts;
    }

    private async Task<DraftPart> MakeAsync(
        ReviewPart part,
        RowsAsRead rows,
        Instructions? without,
        CancellationToken cancellationToken
    )
    {
        var set = SetOf(part, rows);
        var document = set.Only;
        var trace = DocumentTrace.Of(set, document, draft.Evidence.Stamp);
        if (await library.FindFreeAsync(document.FileName, cancellationToken) is not { } existing)
        {
            var (content, name) = await TemplateSource.FindAsync(
                site,
                order.Template ?? document.Template,
                cancellationToken
            );
            var filled = DocumentFile
                .Fill(KnownTemplates.Of.Compile(content, name, document.Kind.Fields), document, trace)
                .Checked(document.FileName, content);
            return new(part, set, document, filled, null, IsThere: false, Refilled: null);
        }
        var there = await library.OpenAsync(existing, cancellationToken);
        var refilled = DocumentFile.Refillable(
            without?.RemoveFrom(there, NothingWritten) ?? there,
            document,
            library.List.Title
        );
        var file = DocumentFile.Fill(refilled, document, trace).Checked(document.FileName, there);
        // One that has just been created, by a run that was cut off then, has no columns yet.
        var columns = await LibraryColumns.ReadAsync(site, cancellationToken);
        return new(
            part,
            set,
            document,
            file,
            existing,
            IsThere: file.IsSameAs(there) && columns.Has(document.Name),
            Refilled: refilled
        );
    }

    /// <summary>Why one of the parts would not say that it is approved; null when all would.</summary>
    /// <param name="source">The template that all are made from.</param>
    /// <param name="full">The full edition's draft, compiled to be filled again.</param>
    public string? Unapprovable((byte[] Content, string Name) source, Template full, IReadOnlyList<DraftPart> parts)
    {
        var approval = new Approval("Namn", "namn", default, draft.Evidence.Rows.Today, Version: null);
        var template = KnownTemplates.Of.Compile(
            source.Content,
            source.Name,
            DocumentKind.Of(DocumentType.ManagementReview).Fields
        );
        return FaultOf(ReviewPart.Full, full)
            ?? parts
                .Where(p => p.Refilled is not null)
                .Select(p => FaultOf(p.Part, p.Refilled!))
                .FirstOrDefault(f => f is not null);

        string? FaultOf(ReviewPart part, Template refilled) =>
            ApprovalParts.FaultOf(template, refilled, Data(part, null), Data(part, approval));

        object Data(ReviewPart part, Approval? by) =>
            SetOf(part, ApprovalInRows.With(draft.Evidence.Rows, request, by)).Only.Data;
    }

    /// <summary>
    /// Every employee will read what is published: what was meant for the one who writes it is not to follow.
    /// </summary>
    /// <exception cref="SiteFaultException">It would; in Swedish, with what to do.</exception>
    public void CheckReadable(IEnumerable<DraftPart> parts)
    {
        foreach (var part in parts.Where(p => p.Part.IsPublished))
            CheckReadable(part);
    }

    private void CheckReadable(DraftPart part)
    {
        var content = DocumentContent.Read(part.File.Content);
        // What comes out of the lists is examined there, where a person decides row by row; what is written by hand is
        // decided on here.
        var isReviewed = request.Origin.PersonalDataReviewed.Is(true);
        if (
            WrittenFault.Of(WrittenText.In(part.File.Content), isReviewed, OpenLinks.Of(part.Set.Rows.Links.Values)) is
            { } fault
        )
            throw new SiteFaultException($"I ”{part.Document.FileName}” har någon skrivit {fault}");
        if (content.Comments == 0 && !content.HasTrackedChanges)
            return;
        var what = (content.Comments, content.HasTrackedChanges) switch
        {
            (0, _) => "spårade ändringar",
            (var count, false) => Swedish.Count(count, "kommentar", "kommentarer"),
            (var count, true) => $"{Swedish.Count(count, "kommentar", "kommentarer")} och spårade ändringar",
        };
        throw new SiteFaultException(
            $"”{part.Document.FileName}” innehåller {what}, som alla medarbetare skulle kunna läsa. "
                + "Ta ställning till dem i dokumentet och ta bort dem."
        );
    }

    private DocumentSet SetOf(ReviewPart part, RowsAsRead rows) =>
        DocumentSet.Build(order with { Edition = part.Edition }, rows, request.Origin.Id, []);
}
