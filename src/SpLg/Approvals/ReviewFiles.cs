namespace SpLg.Approvals;

/// <summary>All files of a year's review that the program writes.</summary>
internal static class ReviewFiles
{
    /// <summary>
    /// Gives free what a run that will not go on has left checked out, so that people are not locked out of it.
    /// </summary>
    public static async Task ReleaseAsync(OpenSite site, int year, CancellationToken cancellationToken)
    {
        var full = ReviewPart.Full.NameOf(year);
        await ReleaseAsync(
            LibraryColumns.Library,
            [
                .. ReviewPart.All.Select(p => p.NameOf(year) + ".docx"),
                Evidence.NameOf(full) + ".json",
                Evidence.ApprovedNameOf(full) + ".json",
            ]
        );
        await ReleaseAsync(
            PublishedLibrary.Name,
            [
                .. ReviewPart
                    .All.Where(p => p.IsPublished)
                    .SelectMany(p => new[] { p.PublishedNameOf(year) + ".docx", p.PublishedNameOf(year) + ".pdf" }),
            ]
        );

        async Task ReleaseAsync(string list, string[] names)
        {
            var library = await site.LibraryAsync(list, cancellationToken);
            foreach (var name in names)
                await library.FindFreeAsync(name, cancellationToken);
        }
    }
}
