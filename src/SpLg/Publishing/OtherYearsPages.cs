using SpLg.Core.Pages;

namespace SpLg.Publishing;

/// <summary>
/// Lets the pages of other years lead to a review that has just been published, or no longer to one that is taken away.
/// Such a page is made again of the evidence that its own approval froze, and only when it says what the program wrote
/// and nothing else: what people have added to a page is theirs.
/// </summary>
internal sealed class OtherYearsPages(
    OpenSite site,
    PublishedLibrary library,
    Func<CancellationToken, Task> confirm,
    RunProgress progress
)
{
    private readonly SitePages pages = new(site.Graph, site.Site);

    /// <summary>All other years' reviews that readers can open, with their pages.</summary>
    public async Task<IReadOnlyList<(OtherReview Review, SitePage? Page)>> ReadAsync(
        int year,
        CancellationToken cancellationToken
    )
    {
        var years = library.Years.Where(y => y != year).ToList();
        var found = await pages.FindAsync([.. years.Select(PublicationRun.PageNameOf)], cancellationToken);
        var others = new List<(OtherReview, SitePage?)>();
        foreach (var other in years)
        {
            var name = PublishedLibrary.NameOf(other) + ".docx";
            var document = await library.HasAsync(name, cancellationToken) ? library.Library.AddressOf(name) : null;
            // A page that leads here already was published once: a run may have been cut off before it did so again.
            var page = found.FirstOrDefault(p =>
                string.Equals(p.Name, PublicationRun.PageNameOf(other), StringComparison.OrdinalIgnoreCase)
                && (p.IsPublished || LeadsTo(p, year))
            );
            if (document is not null || page is not null)
                others.Add((new(other, document, page?.WebUrl), page));
        }
        return others;
    }

    /// <param name="published">The review of the year that has just been published.</param>
    /// <param name="others">All other years that readers can open, with their pages.</param>
    /// <returns>In Swedish, which pages somebody has open and what to do then; null when there are none.</returns>
    public async Task<string?> LeadToAsync(
        OtherReview published,
        IReadOnlyList<(OtherReview Review, SitePage? Page)> others,
        CancellationToken cancellationToken
    )
    {
        var busy = new List<string>();
        foreach (var (other, page) in others)
        {
            var without = Except(others, other.Year);
            var left = await WriteAsync(
                other,
                page,
                without,
                [.. without, published],
                $"leads to {published.Year} too",
                cancellationToken
            );
            // This year's review is published, whoever writes in another year's page.
            if (left.Busy is not null)
                busy.Add(Text(other.Year));
        }
        return busy.Count == 0
            ? null
            : $"Sidan om {Swedish.Join(busy)} var öppen hos någon och leder inte hit än. Sätt "
                + $"{Choice.Text(ReviewStatus.Approved)} igen när den är stängd, så görs det.";
    }

    /// <param name="withdrawn">The review that is taken away, as the pages tell of it.</param>
    /// <returns>In Swedish, which pages may still lead there because they say something else than the program wrote,
    /// null when there are none; and the faults of those that somebody has open.</returns>
    public async Task<(string? StillLeading, IReadOnlyList<GraphException> Busy)> LeadNoLongerToAsync(
        OtherReview withdrawn,
        CancellationToken cancellationToken
    )
    {
        var others = await ReadAsync(withdrawn.Year, cancellationToken);
        var (still, busy) = (new List<string>(), new List<GraphException>());
        foreach (var (other, page) in others.Where(o => o.Page is { } there && LeadsTo(there, withdrawn.Year)))
        {
            var without = Except(others, other.Year);
            var left = await WriteAsync(
                other,
                page,
                [.. without, withdrawn],
                without,
                $"leads to {withdrawn.Year} no longer",
                cancellationToken
            );
            if (left.Busy is { } fault)
                busy.Add(fault);
            else if (!left.IsWritten)
                still.Add(Text(other.Year));
        }
        var told =
            still.Count == 0
                ? null
                : $"Sidan om {Swedish.Join(still)} har ändrats av någon, eller så går underlaget till den inte att använda, och den "
                    + "leder kanske fortfarande till det som är borttaget. Ta bort länken där.";
        return (told, busy);
    }

    /// <summary>True when the page has a link to the page or the document of that year.</summary>
    private static bool LeadsTo(SitePage page, int year) =>
        page.Text is { } text
        && new[] { PublicationRun.PageNameOf(year), Uri.EscapeDataString(PublishedLibrary.NameOf(year) + ".docx") }.Any(
            n => text.Contains(n, StringComparison.OrdinalIgnoreCase)
        );

    private static IReadOnlyList<OtherReview> Except(
        IReadOnlyList<(OtherReview Review, SitePage? Page)> others,
        int year
    ) => [.. others.Select(o => o.Review).Where(o => o.Year != year)];

    /// <summary>
    /// Writes a year's page anew with links to other years, when it says what the program wrote and nothing else.
    /// </summary>
    /// <param name="before">The other years that it leads to now.</param>
    /// <param name="after">Those that it is to lead to.</param>
    /// <returns>Whether it says so now, and the fault when somebody has it open.</returns>
    private async Task<(bool IsWritten, GraphException? Busy)> WriteAsync(
        OtherReview other,
        SitePage? page,
        IReadOnlyList<OtherReview> before,
        IReadOnlyList<OtherReview> after,
        string what,
        CancellationToken cancellationToken
    )
    {
        if (page is null || other.Document is not { } document)
            return (false, null);
        var name = PublicationRun.PageNameOf(other.Year);
        if (page.Text is not { } text || await TryReviewAsync(other.Year, cancellationToken) is not { } review)
        {
            progress.Say($"the page {name} is left as it is: the evidence of its approval cannot be used");
            return (false, null);
        }
        var pdf = PublishedLibrary.NameOf(other.Year) + ".pdf";
        var links = new ReviewLinks(
            document,
            await library.HasAsync(pdf, cancellationToken) ? library.Library.AddressOf(pdf) : null,
            library.Library.List.WebUrl,
            before
        );
        var wanted = ReviewPage.Of(review, links with { Others = after });
        var isWritten = wanted.IsWholeOf(text);
        if (isWritten && page.IsPublished)
            return (true, null);
        // One that is not published, and not by a run that was cut off here, is a person's to finish.
        if (!isWritten && !(page.IsPublished && ReviewPage.Of(review, links).IsWholeOf(text)))
        {
            progress.Say($"the page {name} is left as it is: it says something else than the program wrote");
            return (false, null);
        }
        await confirm(cancellationToken);
        progress.At(RunStep.WritePage, $"the page {name} {what}");
        try
        {
            await pages.PublishAsync(
                isWritten
                    ? page
                    : await pages.UpdateAsync(
                        page,
                        new(wanted.Title, wanted.Description, wanted.Sections),
                        cancellationToken
                    ),
                cancellationToken
            );
            return (true, null);
        }
        catch (GraphException e) when (FaultText.IsBusy(e))
        {
            progress.Say($"the page {name} is left as it is: {e.Message}");
            return (false, e);
        }
    }

    private static string Text(int year) => year.ToString(CultureInfo.InvariantCulture);

    /// <summary>The open edition of a year's review, of the rows its approval froze.</summary>
    /// <returns>Null when they are not there or cannot be used.</returns>
    private async Task<BuiltReview?> TryReviewAsync(int year, CancellationToken cancellationToken)
    {
        var drafts = await site.LibraryAsync(LibraryColumns.Library, cancellationToken);
        var name = Evidence.ApprovedNameOf(PlannedDocument.ReviewOf(year)) + ".json";
        if (await drafts.FindAsync(name, cancellationToken) is not { } file || !site.IsOwn(file.ModifiedBy))
            return null;
        if (
            Evidence.TryRead(await drafts.DownloadAsync(file, cancellationToken), site.Schema)
            is not { Approval: not null } evidence
        )
            return null;
        try
        {
            return evidence.DocumentsOf(ReviewPart.Open).Review;
        }
        catch (PublicationStoppedException)
        {
            return null;
        }
    }
}
