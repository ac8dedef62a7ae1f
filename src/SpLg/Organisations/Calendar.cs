using SpLg.Running;
using SpLg.Schedule;
using SpLg.Settings;
using SpLg.SharePoint;

namespace SpLg.Organisations;

/// <summary>What an organisation's worker does by the calendar and not because somebody asks.</summary>
internal sealed class Calendar(OpenSite site, AppSettings settings, TimeProvider clock, IProgress<string> log)
{
    private static readonly TimeSpan WaitAfterFault = TimeSpan.FromMinutes(1);

    private readonly ScheduledRequests requests = new(
        site, settings.Schedule, new(Path.Combine(settings.Worker.StateFolder, settings.Worker.Name + "-calendar.json"), settings.Zone, clock), log);

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
            await requests.CreateDueAsync(cancellationToken);
            return true;
        }
        catch (GraphException e)
        {
            log.Report($"calendar: what is due will be tried again: {e.Message}");
            return false;
        }
    }
}
