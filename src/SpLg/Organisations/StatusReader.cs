namespace SpLg.Organisations;

/// <summary>
/// Reads how far an organisation is. A site that cannot be read is told as such and is no exception, so that the others
/// are shown.
/// </summary>
internal static class StatusReader
{
    /// <param name="pauses">Told when SharePoint asks to wait.</param>
    public static async Task<OrganisationStatus> ReadAsync(
        AppSettings settings,
        TimeProvider clock,
        RunProgress pauses,
        CancellationToken cancellationToken
    )
    {
        var nothing = new OrganisationStatus(settings.Organisation, settings.Site!.Address, [], null, null);
        try
        {
            return await Patience.WithinLimitAsync(
                clock,
                async limited =>
                {
                    using var site = await OpenSite.OpenAsync(settings, clock, new ShownPauses(pauses), limited);
                    return await ReadAsync(site, nothing, limited);
                },
                cancellationToken
            );
        }
        catch (Exception e) when (e is GraphException or SiteFaultException or HttpRequestException)
        {
            return nothing with { Fault = e.Message };
        }
    }

    private static async Task<OrganisationStatus> ReadAsync(
        OpenSite site,
        OrganisationStatus nothing,
        CancellationToken cancellationToken
    )
    {
        var requests = await RequestRows.ReadAsync(site, cancellationToken);
        var open = new List<OpenRequest>();
        foreach (var request in requests.Where(StatusTable.IsOpen))
        {
            var history = await RequestHistory.ReadAsync(site, request.Origin.Id, cancellationToken);
            open.Add(
                new(
                    request.Origin.Id,
                    request.Title,
                    Year: request.Origin.Year.Value,
                    Type: request.DocumentType.IsEmpty
                        ? Choice.Text(DocumentType.ManagementReview)
                        : request.DocumentType.ToString(),
                    Edition: request.Edition.IsEmpty ? Choice.Text(Edition.Full) : request.Edition.ToString(),
                    Status: request.Status.ToString(),
                    Since: history.Changes.FirstOrDefault()?.At,
                    Message: request.Message,
                    Address: request.Origin.Link
                )
            );
        }
        var published = requests.Where(StatusTable.IsPublished).MaxBy(r => r.Origin.Year.Value ?? 0);
        return nothing with
        {
            Open = open,
            Published = published is null
                ? null
                : new(published.Title, published.Origin.Year.Value, published.ApprovedOn.Value, published.Page),
        };
    }
}
