namespace SpLg.Mail;

/// <summary>
/// Decides which of several workers sends a day's reminders: the one that is first to note the day in the list
/// Inställningar, on the condition that nobody has changed the row since it was read. A worker that dies with the day
/// in its hands goes on when it is started again; when it never is, the rest get no mail that day. That is the better
/// fault: the next day's mail tells the same again, while mail that comes twice is mail nobody reads.
/// </summary>
internal sealed class ReminderTurn(OpenSite site)
{
    private const string Column = "Reminders";

    /// <summary>Somebody who edits the row at that moment is no reason to leave the day.</summary>
    private const int Attempts = 5;

    /// <param name="day">The day the reminders were due.</param>
    /// <param name="worker">By what the worker knows itself again.</param>
    /// <returns>Whether the day is this worker's; if not, what the row says.</returns>
    /// <exception cref="SiteFaultException">There is no row to note it in.</exception>
    public async Task<(bool IsOurs, string Noted)> TakeAsync(
        DateOnly day,
        string worker,
        CancellationToken cancellationToken
    )
    {
        var list = site.List(Setting.List);
        var schema = site.Schema.List(Setting.List);
        var ours = string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd} {worker}");
        for (var attempt = 1; ; attempt++)
        {
            var row =
                await FirstRowAsync(cancellationToken)
                ?? throw new SiteFaultException(
                    $"The list {schema.Title} has no row to note in that reminders are sent. Add its one row."
                );
            var noted = Setting.Read(new RowReader(schema, row, site.Zone, [])).Reminders ?? "";
            if (noted == ours)
                return (true, noted);
            if (DayOf(noted) >= day)
                return (false, noted);
            try
            {
                await site.Writer.UpdateAsync(
                    list,
                    schema,
                    row.Id,
                    new Dictionary<string, object?>(StringComparer.Ordinal) { [Column] = ours },
                    row.ETag,
                    cancellationToken
                );
                return (true, ours);
            }
            catch (ChangedMeanwhileException) when (attempt < Attempts)
            {
                // Another worker, a person, or our own write whose answer was lost: the row tells.
            }
        }
    }

    /// <summary>The list has one row; of several, all workers read the same first.</summary>
    private async Task<ListRow?> FirstRowAsync(CancellationToken cancellationToken)
    {
        await foreach (
            var row in site.Reader.RowsAsync(site.List(Setting.List), site.Schema.List(Setting.List), cancellationToken)
        )
            return row;
        return null;
    }

    private static DateOnly? DayOf(string noted) =>
        DateOnly.TryParseExact(
            noted.Split(' ')[0],
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? day
            : null;
}
