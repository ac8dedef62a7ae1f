namespace SpLg.Schedule;

/// <summary>
/// Asks for documents by the calendar (årshjul): a row of Genomgångar on the day. Its key in the column Extern nyckel,
/// which holds each value once, is made of document and day, so that several workers, or one that was killed, make one
/// row of it.
/// </summary>
internal sealed class ScheduledRequests(OpenSite site, ScheduleSettings settings, CronCalendar calendar, ILogger log)
{
    /// <exception cref="GraphException">What is due could not be asked for, and is due still.</exception>
    public async Task CreateDueAsync(CancellationToken cancellationToken)
    {
        foreach (var (type, key) in SettingKeys.Schedules)
        {
            if (settings.Crons.GetValueOrDefault(type) is { } cron)
                await calendar.RunDueAsync(
                    key,
                    cron,
                    due => CreateAsync(type, DateOnly.FromDateTime(due.DateTime), cancellationToken)
                );
        }
    }

    private async Task CreateAsync(DocumentType type, DateOnly day, CancellationToken cancellationToken)
    {
        var order = new DocumentOrder(settings.Year == ScheduledYear.Previous ? day.Year - 1 : day.Year, type);
        var key = string.Create(CultureInfo.InvariantCulture, $"arshjul-{DocumentKind.Of(type).Word}-{day:yyyy-MM-dd}");
        var there = await RequestRows.ReadAsync(site, cancellationToken);
        if (there.Any(r => r.Origin.ExternalKey == key))
            return;
        // Those who work on a document, or have approved it, are not disturbed by a second request for it.
        if (order.Latest(there.Where(StatusTable.IsBusy)) is { } same)
        {
            log.NotAskedFor(order, same.Origin.Id, same.Status.ToString());
            return;
        }
        try
        {
            var asked = new RequestChange
            {
                Title = order.ToString(),
                Year = order.Year,
                DocumentType = type,
                Edition = order.Edition,
                Status = ReviewStatus.Requested,
                Message = "Beställd av årshjulet.",
                ExternalKey = key,
            };
            var row = await RequestRows.AskAsync(site, site.Writer, asked, cancellationToken);
            log.AskedFor(order, row.Id);
        }
        catch (GraphException)
        {
            // Refused because another worker was quicker, or made and only the answer lost: the list tells.
            if (!(await RequestRows.ReadAsync(site, cancellationToken)).Any(r => r.Origin.ExternalKey == key))
                throw;
            log.AskedForAlready(order);
        }
    }
}
