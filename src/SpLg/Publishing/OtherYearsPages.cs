using SpLg.Core.Pages;

namespace SpLg.Publishing;

/// <summary>
/// Lets the pages of other years lead to a review that has just been published. Such a page is made again of the
/// evidence that its own approval froze, and only when it says what the program wrote and nothing else: what people
/// have added to a page is theirs.
/// </summary>
internal sealed class OtherYearsPages(
    OpenSite site,
    PublishedLibrary library,
    Func<CancellationToken, Task> confirm,
    RunProgress progress
)
{
    private readonly SitePages pages = new(site.Graph, site.Site);

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
            if (page is null || other.Document is not { } document)
                continue;
            var name = PublicationRun.PageNameOf(other.Year);
            if (page.Text is not { } text || await TryReviewAsync(other.Year, cancellationToken) is not { } review)
            {
                progress.Say($"the page {name} is left as it is: the evidence of its approval cannot be used");
                continue;
            }
            var pdf = PublishedLibrary.NameOf(other.Year) + ".pdf";
            var links = new ReviewLinks(
                document,
                await library.HasAsync(pdf, cancellationToken) ? library.Library.AddressOf(pdf) : null,
                library.Library.List.WebUrl,
                [.. others.Select(o => o.Review).Where(o => o.Year != other.Year)]
            );
            var wanted = ReviewPage.Of(review, links with { Others = [.. links.Others, published] });
            var isWritten = wanted.IsWholeOf(text);
            if (isWritten && page.IsPublished)
                continue;
            // One that is not published, and not by a run that was cut off here, is a person's to finish.
            if (!isWritten && !(page.IsPublished && ReviewPage.Of(review, links).IsWholeOf(text)))
            {
                progress.Say($"the page {name} is left as it is: it says something else than the program wrote");
                continue;
            }
            await confirm(cancellationToken);
            progress.At(RunStep.WritePage, $"the page {name} leads to {published.Year} too");
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
            }
            catch (GraphException e) when (FaultText.IsBusy(e))
            {
                // This year's review is published, whoever writes in another year's page.
                progress.Say($"the page {name} is left as it is: {e.Message}");
                busy.Add(other.Year.ToString(CultureInfo.InvariantCulture));
            }
        }
        return busy.Count == 0
            ? null
            : $"Sidan om {Swedish.Join(busy)} var öppen hos någon och leder inte hit än. Sätt "
                + $"{Choice.Text(ReviewStatus.Approved)} igen när den är stängd, så görs det.";
    }

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
