namespace SpLg.Publishing;

/// <summary>
/// What an approval has left behind, and every employee can read of it, although a person stopped it before it was
/// done.
/// </summary>
internal static class BegunPublication
{
    /// <returns>What lies where and what to do about it, in Swedish; null when nothing does.</returns>
    public static async Task<string?> LeftAsync(
        OpenSite site,
        ReviewRequest request,
        CancellationToken cancellationToken
    )
    {
        if (
            RequestState.Of(request) is not { IsFullReview: true } state
            || !StatusTable.AwaitsApprover(state.Last)
            || request.Origin.WholeYear is not { } year
            || (await RequestHistory.ReadAsync(site, request.Origin.Id, cancellationToken)).BegunOn() is not { } begun
        )
        {
            return null;
        }
        var library = await site.LibraryAsync(PublishedLibrary.Name, cancellationToken);
        var written = new List<string>();
        foreach (
            var name in ReviewPart
                .All.Where(p => p.IsPublished)
                .SelectMany(p => new[] { p.PublishedNameOf(year) + ".docx", p.PublishedNameOf(year) + ".pdf" })
        )
        {
            if (
                await library.FindAsync(name, cancellationToken) is { } file
                && site.IsOwn(file.ModifiedBy)
                && file.LastModified >= begun
                && await library.IsPublishedAsync(file, cancellationToken)
            )
            {
                written.Add($"”{name}”");
            }
        }
        var full = ReviewPart.Full.NameOf(year);
        var approved = (await LibraryColumns.ReadAsync(site, cancellationToken)).IsApproved(full)
            ? $"”{full}.docx” i biblioteket {site.List(LibraryColumns.Library).Title} säger att genomgången är "
                + "fastställd, och det gäller inte. "
                + "Det skrivs om när utkastet uppdateras eller lämnas för fastställande igen."
            : null;
        if (written.Count == 0)
            return approved;
        var page = await new SitePages(site.Graph, site.Site).FindAsync(
            PublicationRun.PageNameOf(year),
            cancellationToken
        )
            is { IsPublished: true } there
            ? there.Name
            : null;
        return (approved is null ? "" : approved + " ")
            + $"Publiceringen hade redan börjat: {Swedish.Join(written)} i biblioteket {library.List.Title} kan läsas av alla medarbetare, "
            + (page is null ? "men ingen sida leder dit. " : $"och sidan ”{page}” leder dit. ")
            + $"Ta bort {(page is null ? "det" : "det, och sidan,")} om ingen ska läsa det. "
            + "Ska det gälla, lämna ett utkast för fastställande och låt det fastställas igen: då skrivs samma filer och sida om.";
    }
}
