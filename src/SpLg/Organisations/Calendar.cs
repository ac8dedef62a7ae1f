using SpLg.Mail;
using SpLg.Running;
using SpLg.Schedule;
using SpLg.Settings;
using SpLg.SharePoint;

namespace SpLg.Organisations;

/// <summary>What an organisation's worker does by the calendar and not because somebody asks.</summary>
/// <param name="mailbox">For reminders.</param>
internal sealed class Calendar(OpenSite site, GraphClient mailbox, AppSettings settings, TimeProvider clock, IProgress<string> log)
{
    private static readonly TimeSpan WaitAfterFault = TimeSpan.FromMinutes(1);

    private readonly CronCalendar calendar = new(StatePath(settings, "calendar"), settings.Zone, clock);

    /// <param name="once">True does what is due now and ends.</param>
    /// <returns>False when something that is due had to be left for a later run.</returns>
    public async Task<bool> RunAsync(bool once, CancellationToken cancellationToken)
    {
        while (true)
        {
            var done = await TryAsync(cancellationToken);
            if (once)
                return done;
            await Task.Delay(done ? settings.Worker.Poll : WaitAfterFault, clock, cancellationToken);
        }
    }

    private async Task<bool> TryAsync(CancellationToken cancellationToken)
    {
        try
        {
            await new ScheduledRequests(site, settings.Schedule, calendar, log).CreateDueAsync(cancellationToken);
            if (settings.Mail is { From: { } from, Reminders: { } cron })
            {
                var reminders = new ReminderRun(site, mailbox, from, settings.Mail.Coordinator, StatePath(settings, "reminders"), clock, log);
                await calendar.RunDueAsync(SettingKeys.Reminders, cron, _ => reminders.SendAsync(cancellationToken));
            }
            return true;
        }
        catch (GraphException e)
        {
            log.Report($"calendar: what is due will be tried again: {e.Message}");
            return false;
        }
    }

    private static string StatePath(AppSettings settings, string what) => Path.Combine(settings.Worker.StateFolder, $"{settings.Worker.Name}-{what}.json");
}
