namespace SpLg.Organisations;

/// <summary>Fetches the evidence that each organisation's approval froze, and makes one roll-up of it.</summary>
internal static class RollupSites
{
    /// <param name="all">The organisations' settings.</param>
    /// <param name="expected">Names of further organisations that should be there.</param>
    /// <param name="progress">Told why an organisation could not be read.</param>
    /// <exception cref="SiteFaultException">There is no approved review of the year at all.</exception>
    public static async Task<RollupReview> ReadAsync(
        IReadOnlyList<AppSettings> all,
        int year,
        IEnumerable<string> expected,
        TimeProvider clock,
        RunProgress progress,
        CancellationToken cancellationToken
    )
    {
        var found = await Task.WhenAll(all.Select(s => ReadAsync(s, year, clock, progress, cancellationToken)));
        var organisations = found.Select(f => f.Organisation).OfType<RollupOrganisation>().ToList();
        if (organisations.Count == 0)
            throw new SiteFaultException($"No organisation has an approved review of {year} that can be read.");
        return RollupFiles.Build(
            year,
            organisations,
            [.. found.Where(f => f is { Organisation: null, IsRead: true }).Select(f => f.Name), .. expected],
            found.Where(f => !f.IsRead).Select(f => f.Name)
        );
    }

    /// <summary>
    /// A site that cannot be read is named in the document; the others are compared all the same.
    /// </summary>
    private static async Task<Found> ReadAsync(
        AppSettings settings,
        int year,
        TimeProvider clock,
        RunProgress progress,
        CancellationToken cancellationToken
    )
    {
        var name = settings.Organisation ?? settings.Site!.Address.AbsoluteUri;
        try
        {
            using var site = await OpenSite.OpenAsync(settings, clock, new ShownPauses(progress), cancellationToken);
            name = await NameAsync(site, cancellationToken) ?? name;
            var fileName = Evidence.ApprovedNameOf(PlannedDocument.ReviewOf(year)) + ".json";
            var library = await site.LibraryAsync(LibraryColumns.Library, cancellationToken);
            if (await library.FindAsync(fileName, cancellationToken) is not { } file)
                return new(name, null, IsRead: true);
            // Whoever may write in the library could put another file there; a person's is not what an approval froze.
            if (!site.IsOwn(file.ModifiedBy))
            {
                throw new InvalidDataException(
                    $"{fileName} was last saved by {file.ModifiedBy?.Name ?? "somebody unknown"} and not by the program. "
                        + "Set the approved request to 'Fastställd' again, and the program writes it anew."
                );
            }
            var organisation = RollupEvidence.Read(
                await library.DownloadAsync(file, cancellationToken),
                fileName,
                year
            );
            return new(name, organisation with { Source = $"{name}: {fileName}" }, IsRead: true);
        }
        catch (Exception e)
            when (e
                    is GraphException
                        or SiteFaultException
                        or HttpRequestException
                        or InvalidDataException
                        or PublicationStoppedException
            )
        {
            progress.Say($"{name}: {e.Message}");
            return new(name, null, IsRead: false);
        }
    }

    /// <summary>The organisation's own name; null when it does not say.</summary>
    private static async Task<string?> NameAsync(OpenSite site, CancellationToken cancellationToken)
    {
        var schema = site.Schema.List(Setting.List);
        await foreach (var row in site.Reader.RowsAsync(site.List(Setting.List), schema, cancellationToken))
            return Setting.Read(new RowReader(schema, row, site.Zone, [])).OrganisationName;
        return null;
    }

    /// <param name="Organisation">Null when it has no approved review of the year, or it could not be read.</param>
    private sealed record Found(string Name, RollupOrganisation? Organisation, bool IsRead);
}
