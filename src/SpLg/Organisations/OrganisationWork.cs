using SpLg.Mail;
using SpLg.Service;
using SpLg.SharePoint.Throttling;

namespace SpLg.Organisations;

/// <summary>
/// The worker at one organisation's site. A site that is away, a sign-in that is refused and a state folder that cannot
/// be written are waited for, and so is a fault of our own, because a service that ends is only started again, to meet
/// the same.
/// </summary>
/// <param name="quota">Shared by the organisations where the worker signs in as the same application; null when this is
/// the only one.</param>
/// <param name="health">Told how it goes; null when nobody asks.</param>
internal sealed class OrganisationWork(
    AppSettings settings,
    TimeProvider clock,
    ILogger log,
    AppQuota? quota = null,
    OrganisationHealth? health = null
)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    private readonly bool isOneOfSeveral = settings.Organisation is not null;

    /// <summary>How long the site was served, the last time it was found.</summary>
    private TimeSpan worked;

    /// <param name="once">True ends as soon as there is nothing to do, and at the first fault.</param>
    /// <returns>False when something had to be left for a later run.</returns>
    public async Task<bool> RunAsync(bool once, CancellationToken cancellationToken)
    {
        var wait = settings.Worker.Poll;
        while (true)
        {
            worked = TimeSpan.Zero;
            try
            {
                return await ServeAsync(once, cancellationToken);
            }
            catch (Exception e)
                // A fault that comes while it is stopped is told, and then it is stopped.
                when ((isOneOfSeveral || !once)
                    && !(e is OperationCanceledException && cancellationToken.IsCancellationRequested)
                )
            {
                // It has gone well for long: this fault is a new one.
                wait = worked > LongestWait ? settings.Worker.Poll : wait;
                // What is no fault of a site or its lists is ours, and only the whole of it helps.
                var words = e
                    is GraphException
                        or SiteFaultException
                        or HttpRequestException
                        or IOException
                        or UnauthorizedAccessException
                    ? FaultText.ForLog(e)
                    : e.ToString();
                if (once)
                {
                    log.LeftForNextRun(words);
                    return false;
                }
                health?.HasFailed(words);
                log.WillTryAgain(wait.TotalSeconds, words);
            }
            await Task.Delay(wait, clock, cancellationToken);
            wait = wait * 2 < LongestWait ? wait * 2 : LongestWait;
        }
    }

    private async Task<bool> ServeAsync(bool once, CancellationToken cancellationToken)
    {
        using var site = await OpenSite.OpenAsync(settings, clock, new LoggedPauses(log), cancellationToken, quota);
        log.Watches(settings.Worker.Name, site.Site.WebUrl, settings.Worker.Poll.TotalSeconds);
        using var mailbox = OpenSite.Client(settings, clock, new LoggedPauses(log));
        var since = clock.GetTimestamp();
        try
        {
            return await ServeAsync(site, mailbox, once, cancellationToken);
        }
        finally
        {
            worked = clock.GetElapsedTime(since);
        }
    }

    private async Task<bool> ServeAsync(
        OpenSite site,
        GraphClient mailbox,
        bool once,
        CancellationToken cancellationToken
    )
    {
        var worker = new RequestWorker(
            site,
            settings.Worker,
            clock,
            log,
            new RequestMail(site, mailbox, settings.Mail, log).TellAsync,
            health
        );
        var calendar = new Calendar(site, mailbox, settings, clock, log);
        if (once)
        {
            var called = await calendar.RunAsync(once, cancellationToken);
            return await worker.RunAsync(untilIdle: true, cancellationToken) && called;
        }
        // Whichever ends, ends by a fault; the other must come to rest before the site is let go.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task<bool>[] both = [worker.RunAsync(untilIdle: false, stop.Token), calendar.RunAsync(once: false, stop.Token)];
        var first = await Task.WhenAny(both);
        await stop.CancelAsync();
        await Task.WhenAny(both[0]);
        await Task.WhenAny(both[1]);
        return await first;
    }
}
