using SpLg.Import;
using SpLg.Templates;

namespace SpLg.Demo;

/// <summary>
/// Plays the organisation's part on the local site: fills the lists, asks for documents, and lets the real worker make
/// them.
/// </summary>
/// <param name="head">Writes as the head of administration, who may approve.</param>
/// <param name="story">Told each state that the request for the review passes through, with the time it did.</param>
internal sealed class DemoRun(
    OpenSite site,
    RowWriter head,
    WorkerSettings worker,
    TimeProvider clock,
    Action<string> story
)
{
    /// <summary>
    /// The open edition of the review is stopped by this incident until somebody has decided about it.
    /// </summary>
    private const string Stopping = "IA-012";

    private static readonly string Review = string.Create(
        CultureInfo.InvariantCulture,
        $"Ledningens genomgång {DemoData.Year}"
    );

    private static readonly IReadOnlyList<(
        string Title,
        DocumentType Type,
        string? Selection,
        Edition Edition
    )> Orders =
    [
        (Review, DocumentType.ManagementReview, null, Edition.Full),
        (Review + ", öppen utgåva", DocumentType.ManagementReview, null, Edition.Open),
        ("Självskattning", DocumentType.SelfAssessment, null, Edition.Full),
        (
            "Checklista för vattenreningen",
            DocumentType.ProcurementChecklist,
            "Styrsystem för vattenrening",
            Edition.Full
        ),
        ("Lathund för chefer", DocumentType.RoleChecklist, "Chefer", Edition.Full),
        ("Handlingsplan för biblioteken", DocumentType.ActionPlan, "Bibliotek", Edition.Full),
    ];

    /// <summary>How many changes of the review's state have been told.</summary>
    private int told;

    /// <returns>The requests as the worker left them, each with its files; the review first.</returns>
    public async Task<
        IReadOnlyList<(ReviewRequest Request, IReadOnlyList<(string Name, byte[] Content)> Files)>
    > RunAsync(RunProgress progress, CancellationToken cancellationToken)
    {
        var findings = new FileFindings();
        await FolderImport.RunAsync(
            site,
            DemoData.Files(site.Schema),
            ColumnMap.None,
            dryRun: false,
            [],
            findings,
            progress,
            cancellationToken
        );
        foreach (var finding in findings.Where(f => f.Level == FindingLevel.Error))
            progress.Say(FindingsText.Line(finding));

        await UploadTemplatesAsync(cancellationToken);
        progress.Say("uploaded the Word templates to the library Mallar");
        using var onlyOne = WorkerLock.Take(worker);
        // What happened on a folder that is used again is an old story.
        told = (await ChangesAsync(cancellationToken)).Count;
        // What is approved and published stays; on a folder that is used again there are the checklists to bring up to
        // date.
        var isPublished = (await RequestsAsync(cancellationToken)).Any(r =>
            r.Title == Review && r.Status.Is(ReviewStatus.Published)
        );
        await WorkAsync(
            await RequestAsync(t => !isPublished || !t.StartsWith(Review, StringComparison.Ordinal), cancellationToken),
            progress,
            cancellationToken
        );

        var stopped = (await RequestsAsync(cancellationToken)).Where(r => r.Status.Is(ReviewStatus.Failed)).ToList();
        if (stopped.Count > 0)
        {
            foreach (var request in stopped)
                progress.Say($"request {request.Origin.Id} ended on '{request.Status}': {request.Message}");
            progress.Say(
                $"the coordinator marks incident {Stopping} '{Choice.Text(Publication.Internal)}' and asks again"
            );
            await DecideAsync(cancellationToken);
            await WorkAsync(
                await RequestAsync(t => t == Review || stopped.Exists(r => r.Title == t), cancellationToken),
                progress,
                cancellationToken
            );
        }
        if (!isPublished)
            await ApproveAsync(progress, cancellationToken);

        var made = new List<(ReviewRequest, IReadOnlyList<(string, byte[])>)>();
        foreach (var request in await RequestsAsync(cancellationToken))
        {
            if (!request.Status.Is(request.Title == Review ? ReviewStatus.Published : ReviewStatus.DraftReady))
                throw new SiteFaultException(
                    $"The request '{request.Title}' ended on '{request.Status}': {request.Message}"
                );
            made.Add((request, await FilesAsync(request, cancellationToken)));
        }
        return made;
    }

    /// <summary>
    /// The coordinator hands the draft over, the head of administration approves it, and the worker does the rest.
    /// </summary>
    private async Task ApproveAsync(RunProgress progress, CancellationToken cancellationToken)
    {
        foreach (
            var (writer, who, change) in new[]
            {
                (site.Writer, "the coordinator", new RequestChange { Status = ReviewStatus.ForApproval }),
                (head, DemoData.Head.Name, DemoData.Decided with { Status = ReviewStatus.ApprovedDespiteGaps }),
            }
        )
        {
            var request = (await RequestsAsync(cancellationToken)).Single(r => r.Title == Review);
            progress.Say($"{who} sets request {request.Origin.Id} to '{Choice.Text(change.Status!.Value)}'");
            await SetAsync(writer, request, change, cancellationToken);
            await WorkAsync(progress, cancellationToken);
        }
    }

    private async Task WorkAsync(int requests, RunProgress progress, CancellationToken cancellationToken)
    {
        progress.Say($"{requests} of the coordinator's requests to make; the worker takes over");
        await WorkAsync(progress, cancellationToken);
    }

    private async Task WorkAsync(RunProgress progress, CancellationToken cancellationToken)
    {
        await new RequestWorker(site, worker, clock, new LineLogger((_, line) => progress.Say(line))).RunAsync(
            untilIdle: true,
            cancellationToken
        );
        var changes = await ChangesAsync(cancellationToken);
        foreach (var change in changes.Skip(told).Where(c => c.Status is not null))
        {
            var at = TimeZoneInfo.ConvertTime(change.At, site.Zone).ToString("HH:mm:ss", CultureInfo.InvariantCulture);
            story(
                $"  {at}  {Review}: {Choice.Text(change.Status!.Value)}{(change.By.IsApplication ? "" : $" (set by {change.By.Name})")}"
            );
        }
        told = changes.Count;
    }

    /// <summary>How the state of the review's request has changed, oldest first; none before it is asked for.</summary>
    private async Task<IReadOnlyList<StatusChange>> ChangesAsync(CancellationToken cancellationToken)
    {
        if ((await RequestsAsync(cancellationToken)).FirstOrDefault(r => r.Title == Review) is not { } request)
            return [];
        return [.. (await RequestHistory.ReadAsync(site, request.Origin.Id, cancellationToken)).Changes.Reverse()];
    }

    /// <summary>
    /// The draft that a request is for with the spreadsheet beside it if there is one; of the review the approved full
    /// edition and its evidence.
    /// </summary>
    private async Task<IReadOnlyList<(string Name, byte[] Content)>> FilesAsync(
        ReviewRequest request,
        CancellationToken cancellationToken
    )
    {
        var library = await site.LibraryAsync(LibraryColumns.Library, cancellationToken);
        var isReview = request.Title == Review;
        var name = isReview
            ? DocumentSet.ReviewName(DemoData.Year, Edition.Full) + ".docx"
            : Uri.UnescapeDataString(new Uri(request.Document!).Segments[^1]);
        var files = new List<(string, byte[])>();
        foreach (
            var wanted in new[]
            {
                name,
                isReview
                    ? Evidence.ApprovedNameOf(Path.GetFileNameWithoutExtension(name)) + ".json"
                    : Path.ChangeExtension(name, ".xlsx"),
            }
        )
        {
            if (await library.FindAsync(wanted, cancellationToken) is { } file)
                files.Add((wanted, await library.DownloadAsync(file, cancellationToken)));
        }
        return files;
    }

    private async Task UploadTemplatesAsync(CancellationToken cancellationToken)
    {
        var library = await site.LibraryAsync(TemplateSource.Library, cancellationToken);
        foreach (var name in ShippedFiles.Templates)
        {
            // A folder that is used again may hold a template somebody has edited.
            if (await library.FindAsync(name + ".docx", cancellationToken) is null)
                await library.UploadAsync(
                    name + ".docx",
                    ShippedFiles.Template(name),
                    ifMatch: null,
                    cancellationToken
                );
        }
    }

    /// <summary>
    /// As a coordinator does: a new row the first time, the status set to "update requested" after that.
    /// </summary>
    /// <param name="wanted">Which of the orders, by title.</param>
    /// <returns>How many there are.</returns>
    private async Task<int> RequestAsync(Func<string, bool> wanted, CancellationToken cancellationToken)
    {
        var there = await RequestsAsync(cancellationToken);
        var orders = Orders.Where(o => wanted(o.Title)).ToList();
        foreach (var order in orders)
        {
            if (there.FirstOrDefault(r => r.Title == order.Title) is { } request)
            {
                await SetAsync(
                    site.Writer,
                    request,
                    new() { Status = ReviewStatus.UpdateRequested },
                    cancellationToken
                );
                continue;
            }
            var asked = new RequestChange
            {
                Status = ReviewStatus.Requested,
                Title = order.Title,
                Year = DemoData.Year,
                DocumentType = order.Type,
                Selection = new(order.Selection),
                Edition = order.Edition,
                RegistryNumber = order.Type == DocumentType.ManagementReview ? "KFN 2026/0117" : null,
            };
            await RequestRows.AskAsync(site, site.Writer, asked, cancellationToken);
        }
        return orders.Count;
    }

    /// <summary>The demo's own requests, in the order of their ids.</summary>
    private async Task<IReadOnlyList<ReviewRequest>> RequestsAsync(CancellationToken cancellationToken)
    {
        var requests = await RequestRows.ReadAsync(site, cancellationToken);
        return [.. requests.Where(r => Orders.Any(o => o.Title == r.Title))];
    }

    /// <summary>The text stays out of the open edition.</summary>
    private async Task DecideAsync(CancellationToken cancellationToken)
    {
        var list = site.List(Incident.List);
        var schema = site.Schema.List(Incident.List);
        await foreach (var row in site.Reader.RowsAsync(list, schema, cancellationToken))
        {
            if (new RowReader(schema, row, site.Zone, []).Origin().ExternalKey == Stopping)
            {
                var values = new Dictionary<string, object?>(StringComparer.Ordinal)
                {
                    ["Publication"] = Choice.Text(Publication.Internal),
                };
                await site.Writer.UpdateAsync(list, schema, row.Id, values, row.ETag, cancellationToken);
            }
        }
    }

    private Task SetAsync(
        RowWriter writer,
        ReviewRequest request,
        RequestChange change,
        CancellationToken cancellationToken
    ) => RequestRows.ChangeAsync(site, writer, request.Origin.Id, change, ifMatch: null, cancellationToken);
}
