using SpLg.Mail;
using SpLg.Schedule;

namespace SpLg.Organisations;

/// <summary>Work that an organisation's worker does by the calendar and not because somebody asks.</summary>
/// <param name="mailbox">For reminders.</param>
internal sealed class Calendar(
    OpenSite site,
    GraphClient mailbox,
    AppSettings settings,
    TimeProvider clock,
    ILogger log
)
{
    private static readonly TimeSpan WaitAfterFault = TimeSpan.FromMinutes(1);

    private readonly CronCalendar calendar = new(StatePath(settings, "calendar"), settings.Zone, clock);

    /// <param name="once">True does what is due now and ends.</param>
    /// <returns>False when something that is due had to be left for a later run.</returns>
    public async Task<bool> RunAsync(bool once, CancellationToken cancellationToken)
    {
        while (true)
        {
            var done = await DoDueAsync(cancellationToken);
            if (once)
                return done;
            await Task.Delay(done ? settings.Worker.Poll : WaitAfterFault, clock, cancellationToken);
        }
    }

    /// <summary>Scheduled requests and reminders fail independently.</summary>
    private async Task<bool> DoDueAsync(CancellationToken cancellationToken)
    {
        var asked = await TryAsync(() =>
            new ScheduledRequests(site, settings.Schedule, calendar, log).CreateDueAsync(cancellationToken)
        );
        if (settings.Mail is not { From: { } from, Reminders: { } cron })
            return asked;
        var reminders = new ReminderRun(
            site,
            mailbox,
            from,
            settings.Mail.Coordinator,
            worker: settings.Worker.Name,
            statePath: StatePath(settings, "reminders"),
            clock: clock,
            log: log
        );
        return await TryAsync(() =>
                calendar.RunDueAsync(
                    SettingKeys.Reminders,
                    cron,
                    due => reminders.SendAsync(DateOnly.FromDateTime(due.DateTime), cancellationToken)
                )
            ) && asked;
    }

    private async Task<bool> TryAsync(Func<Task> work)
    {
        try
        {
            await work();
            return true;
        }
        catch (Exception e) when (e is GraphException or SiteFaultException or TimeoutException)
        {
            // Requests are worked on all the same.
            log.DueWillBeTriedAgain(
                e is MissingListException
                    ? FaultText.ForLog(e) + " A new list is seen when the worker is started anew."
                    : FaultText.ForLog(e)
            );
            return false;
        }
    }

    private static string StatePath(AppSettings settings, string what) =>
        Path.Combine(settings.Worker.StateFolder, $"{settings.Worker.Name}-{what}.json");
}
