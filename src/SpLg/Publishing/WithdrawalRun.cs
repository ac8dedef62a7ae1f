using SpLg.Core.Pages;

namespace SpLg.Publishing;

/// <summary>
/// Takes away what employees can read of a year's review: the links from other years' pages, the page, and the files
/// with their versions. What is not there any more counts as done, so a run that was cut off is simply made again. What
/// the approval froze in the restricted library stays.
/// </summary>
internal sealed class WithdrawalRun(OpenSite site, RunProgress progress)
{
    /// <param name="page">The page's address as the request told it, for when the page itself is gone already.</param>
    /// <param name="confirm">Asked before each thing is removed, and throws when the run is to end.</param>
    /// <exception cref="GraphException">Somebody has a page or a file open. All else has been removed.</exception>
    public async Task<Withdrawn> WithdrawAsync(
        int year,
        string? page,
        Func<CancellationToken, Task> confirm,
        CancellationToken cancellationToken
    )
    {
        var library = await PublishedLibrary.OpenAsync(site, cancellationToken);
        var pages = new SitePages(site.Graph, site.Site);
        var name = PublicationRun.PageNameOf(year);
        var own = await pages.FindAsync(name, cancellationToken);
        var busy = new List<GraphException>();
        // First, because only the page itself tells its address for certain.
        var leading = new OtherYearsPages(site, library, confirm, progress);
        var told = new OtherReview(
            year,
            library.Library.AddressOf(PublishedLibrary.NameOf(year) + ".docx"),
            own?.WebUrl ?? (Uri.TryCreate(page, UriKind.Absolute, out var address) ? address : null)
        );
        var (still, held) = await leading.LeadNoLongerToAsync(told, cancellationToken);
        busy.AddRange(held);
        var isPageGone = false;
        if (own is not null)
            isPageGone = await TryAsync(name, () => pages.RemoveAsync(own, cancellationToken));
        var (removed, inBin) = (new List<string>(), new List<string>());
        foreach (var file in Names(year))
        {
            if (await library.Library.FindAsync(file, cancellationToken) is not { } there)
                continue;
            var isForGood = true;
            if (
                await TryAsync(
                    file,
                    async () => isForGood = await library.Library.RemoveAsync(there, cancellationToken)
                )
            )
            {
                removed.Add(file);
                if (!isForGood)
                    inBin.Add(file);
            }
        }
        // A page is waited for first: what the request tells of it is what people can do most about.
        if (busy.OrderByDescending(FaultText.IsOfPage).FirstOrDefault() is { } first)
            throw first;
        return new(removed, inBin, isPageGone ? name : null, still);

        async Task<bool> TryAsync(string what, Func<Task> remove)
        {
            await confirm(cancellationToken);
            progress.At(RunStep.Withdraw, $"removing {what}");
            try
            {
                await remove();
                return true;
            }
            catch (GraphException e) when (FaultText.IsBusy(e))
            {
                progress.Say($"{what} stays for now: {e.Message}");
                busy.Add(e);
                return false;
            }
        }
    }

    /// <summary>All files of a year that employees may read.</summary>
    private static IEnumerable<string> Names(int year) =>
        ReviewPart
            .All.Where(p => p.IsPublished)
            .SelectMany(p => new[] { p.PublishedNameOf(year) + ".docx", p.PublishedNameOf(year) + ".pdf" });
}
