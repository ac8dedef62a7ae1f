using System.Collections.Concurrent;
using SpLg.Service;

namespace SpLg.Worker;

/// <summary>
/// Does what the requests in the list Genomgångar need, in order of their age. It may be killed at any moment: what it
/// had begun stands on its name in the list and is taken up again when it starts, and every step may be done twice. A
/// fault that may pass leaves the request as it stands, to be taken up again after a wait that doubles.
/// </summary>
/// <param name="ended">Told, after the last write of a run, what the request was when it was taken up and what it is
/// now.</param>
/// <param name="health">Told of each look; null when nobody asks.</param>
internal sealed class RequestWorker(
    OpenSite site,
    WorkerSettings settings,
    TimeProvider clock,
    ILogger log,
    Func<ReviewRequest, ReviewRequest, CancellationToken, Task>? ended = null,
    OrganisationHealth? health = null
)
{
    /// <summary>With waits of 15 s that double up to the longest, this is more than an hour.</summary>
    public const int MostTries = 20;

    /// <summary>Requests that are dealt with beside one another, so that one that takes long holds up no other.</summary>
    private const int AtATime = 2;

    /// <summary>With those that have taken long already.</summary>
    private const int MostAtATime = 6;

    /// <summary>
    /// How often a 404 is retried, because SharePoint may need some seconds before a new item is visible everywhere.
    /// </summary>
    private const int MostLooks = 3;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(5);

    /// <summary>A stop must be over before the process is ended by force.</summary>
    private static readonly TimeSpan HandBackLimit = TimeSpan.FromSeconds(5);

    private readonly WorkerIdentity identity = new(settings.Name, Guid.NewGuid().ToString("N")[..8], clock.GetUtcNow());

    private readonly WaitingRequests waiting = new();

    private readonly DelayedRequests delayed = new(settings.Poll, clock);

    /// <summary>
    /// Cache: run ids and ETags whose version history has been read and shows the application as author. Saves reading
    /// the history at every poll.
    /// </summary>
    private readonly ConcurrentDictionary<string, bool> written = new(StringComparer.Ordinal);

    /// <summary>Runs until cancelled.</summary>
    /// <param name="untilIdle">True ends as soon as no request can be taken.</param>
    /// <returns>False when requests had to be left for a later run.</returns>
    public async Task<bool> RunAsync(bool untilIdle, CancellationToken cancellationToken)
    {
        identity.Remember(settings);
        var watch = new RequestWatch(site, settings, clock, delayed);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var lanes = untilIdle ? new RequestLanes(1, 1, waiting) : new RequestLanes(AtATime, MostAtATime, waiting);
        try
        {
            while (true)
            {
                var taken = 0;
                try
                {
                    taken += await lanes.EndedAsync();
                    var busy = lanes.Ids;
                    var open = await watch.LookAsync(cancellationToken);
                    health?.HasLooked();
                    delayed.Keep(open.Select(r => r.Id));
                    foreach (var row in open.Where(r => !busy.Contains(r.Id)))
                        taken += await lanes.StartAsync(row, () => LookAtAsync(row, stop.Token));
                }
                catch (GraphException e) when (!untilIdle)
                {
                    // A site that cannot be reached now may be reached at the next look; the worker is meant to stay up.
                    health?.HasFailed(e.Message);
                    log.WillLookAgain(settings.Poll.TotalSeconds, e.Message);
                }
                if (untilIdle && taken + await lanes.EndAllAsync() == 0)
                    return delayed.IsEmpty;
                await Task.Delay(settings.Poll, clock, cancellationToken);
            }
        }
        finally
        {
            // All come to rest before the site is let go.
            await stop.CancelAsync();
            await lanes.RestAsync();
        }
    }

    /// <summary>Takes one request and makes its documents; says in the request how it went.</summary>
    /// <returns>What was made; null when somebody else has the request, it was stopped, it failed, or it is left for a
    /// later try.</returns>
    public async Task<RunSummary?> MakeDraftAsync(ListRow row, string reason, CancellationToken cancellationToken)
    {
        using var about = log.BeginRequest(row.Id);
        if (RequestState.Of(RequestRows.Read(site, row)).IsHeld(settings.Lease, clock.GetUtcNow()))
        {
            log.HeldByAnother();
            return null;
        }
        return await TakeAsync(row, StatusTable.WorkOf(RequestStep.MakeDraft)!, reason, cancellationToken);
    }

    /// <returns>Whether there was anything to do now.</returns>
    private async Task<bool> LookAtAsync(ListRow row, CancellationToken cancellationToken)
    {
        using var about = log.BeginRequest(row.Id);
        var request = RequestRows.Read(site, row);
        if (delayed.IsWaiting(request))
            return false;
        var state = RequestState.Of(request);
        if (
            state.Step is RequestStep.Acknowledge or RequestStep.PutBack
            || (
                state.Step == RequestStep.PutBackTyped
                && await IsTypedAsync(row, row.ETag ?? row.Id, history => history.IsTyped(state), cancellationToken)
            )
            || (
                state.Step == RequestStep.PrepareTyped
                && await IsTypedAsync(row, row.ETag ?? row.Id, history => history.IsUnanswered, cancellationToken)
            )
        )
            await AnswerAsync(row, state.Step, cancellationToken);
        else if (await IsHalfWithdrawnAsync(row, request, state, cancellationToken))
            await AnswerAsync(row, RequestStep.PutBack, cancellationToken);
        else if (
            StatusTable.WorkOf(state.Step) is { } work
            && (
                state.ReasonToTake(identity, settings.Lease, clock.GetUtcNow())
                ?? await ReasonOfTypedRunAsync(row, state, cancellationToken)
            )
                is { } reason
        )
            await TakeAsync(row, work, reason, cancellationToken);
        else
            return false;
        return true;
    }

    /// <summary>
    /// True when something else is asked for than the withdrawal that has begun. Asked of the history only where it can
    /// be.
    /// </summary>
    private async Task<bool> IsHalfWithdrawnAsync(
        ListRow row,
        ReviewRequest request,
        RequestState state,
        CancellationToken cancellationToken
    ) =>
        StatusTable.WorkOf(state.Step) is not null
        && state.Step != RequestStep.Withdraw
        // A withdrawal begins with a reason, which stands until it has ended.
        && request.WithdrawalReason is not null
        && (request.Page is not null || state.Last == ReviewStatus.Published)
        && await IsTypedAsync(row, row.ETag ?? row.Id, history => history.HasBegunToWithdraw, cancellationToken);

    private async Task<string?> ReasonOfTypedRunAsync(
        ListRow row,
        RequestState state,
        CancellationToken cancellationToken
    ) =>
        state.RunId is { } run && await IsTypedAsync(row, run, history => history.IsTyped(run), cancellationToken)
            ? "taken: its run was typed by a person"
            : null;

    /// <param name="what">By what it is known again when the application itself has written it.</param>
    private async Task<bool> IsTypedAsync(
        ListRow row,
        string what,
        Predicate<RequestHistory> isTyped,
        CancellationToken cancellationToken
    )
    {
        if (written.ContainsKey(what))
            return false;
        try
        {
            if (isTyped(await RequestHistory.ReadAsync(site, row.Id, cancellationToken)))
                return true;
            written[what] = true;
        }
        catch (GraphException e)
        {
            log.WillLookUpAuthorAgain(e.Message);
        }
        return false;
    }

    private async Task AnswerAsync(ListRow row, RequestStep step, CancellationToken cancellationToken)
    {
        try
        {
            var answers = new StatusAnswers(site, log);
            if (step == RequestStep.Acknowledge)
                await answers.AcknowledgeAsync(row, cancellationToken);
            else if (step == RequestStep.PrepareTyped)
                await answers.AskForExaminationAsync(row, cancellationToken);
            else if (await answers.PutBackAsync(row, cancellationToken) is { } after && ended is not null)
                await ended(RequestRows.Read(site, row), after, cancellationToken);
            delayed.Remove(row.Id);
        }
        catch (Exception e) when (e is GraphException or SiteFaultException)
        {
            // The other requests are looked at all the same.
            delayed.Add(RequestRows.Read(site, row), waited: null);
            log.WillBeAnsweredLater(FaultText.ForLog(e));
        }
    }

    private async Task<RunSummary?> TakeAsync(
        ListRow row,
        WorkRule work,
        string reason,
        CancellationToken cancellationToken
    )
    {
        using var lease = new RequestLease(site, row, work, identity.NewRun(), clock);
        using var run = log.BeginRun(lease.RunId);
        using var trace = Telemetry.StartRun(row.Id, lease.RunId);
        var since = clock.GetTimestamp();
        var before = lease.Read();
        // What it tells people who have a document open stays until it has gone through.
        var begun = delayed.WaitedOf(row.Id) is not null ? null : RequestMessages.Begun(work, delayed.TriesOf(row.Id));
        RunSummary? summary = null;
        try
        {
            if (!await lease.TryTakeAsync(begun, cancellationToken))
            {
                log.SomebodyElseWasQuicker();
                return null;
            }
            log.Taken(reason, lease.RunId);
            summary = await DoKeptAliveAsync(lease, cancellationToken);
            delayed.Remove(row.Id);
        }
        catch (LeaseLostException e)
        {
            delayed.Remove(row.Id);
            log.Stopped(e.Message);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await HandBackAsync(lease);
            throw;
        }
        catch (GraphException e) when ((e.MayPass || FaultText.IsBusy(e)) && delayed.TriesOf(row.Id) < MostTries - 1)
        {
            var asked = (e as ThrottledException)?.Wait ?? TimeSpan.Zero;
            var next = delayed.Add(
                lease.Read(),
                !FaultText.IsBusy(e) ? null : RequestMessages.WaitedOf(work, FaultText.IsOfPage(e)),
                asked
            );
            log.WillBeTriedAgain(FaultText.ForLog(e));
            if (asked > TimeSpan.Zero)
                await SayAsync(lease, () => lease.TellRestAsync(next, cancellationToken));
            else if (FaultText.IsBusy(e))
                await SayAsync(
                    lease,
                    () =>
                        lease.TellAsync(
                            RequestMessages.Waiting(
                                NameOf(lease),
                                FaultText.IsOfPage(e),
                                TimeZoneInfo.ConvertTime(next, site.Zone)
                            ),
                            cancellationToken
                        )
                );
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            delayed.Remove(row.Id);
            log.Failed(FaultText.ForLog(e));
            await SayAsync(lease, () => FailAsync(lease, e, cancellationToken));
        }
        Telemetry.EndedRun(lease.HasEnded ? lease.Read().Status.Text ?? "" : "left", clock.GetElapsedTime(since));
        if (lease.HasEnded && ended is not null)
            await ended(before, lease.Read(), cancellationToken);
        return summary;
    }

    private static string NameOf(RequestLease lease)
    {
        var request = lease.Read();
        return $"{(request.DocumentType.IsEmpty ? Choice.Text(DocumentType.ManagementReview) : request.DocumentType)} "
            + $"{request.Origin.Year}";
    }

    private async Task<RunSummary?> DoKeptAliveAsync(RequestLease lease, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var alive = lease.KeepAliveAsync(settings.Lease, stop.Token);
        var done = DoFindingAsync(lease, stop.Token);
        var rests = lease.TellRestsAsync(log, stop.Token);
        var first = await Task.WhenAny(done, alive);
        await stop.CancelAsync();
        // All come to rest before the lease is let go, whichever ended first.
        await Task.WhenAny(done);
        await Task.WhenAny(alive);
        await Task.WhenAny(rests);
        if (first == alive)
            await alive;
        return await done;
    }

    /// <summary>
    /// Something that is there may not be found for a moment, so it is looked for again before that counts as a fault.
    /// </summary>
    private async Task<RunSummary?> DoFindingAsync(RequestLease lease, CancellationToken cancellationToken)
    {
        for (var look = 1; ; look++)
        {
            try
            {
                return await LargeFiles.TakeTurnsAsync(
                    () => DoAsync(lease, cancellationToken),
                    isWaiting => waiting.Set(lease.Row.Id, isWaiting)
                );
            }
            catch (Exception e) when (look < MostLooks && e is (NotFoundException or MissingFileException))
            {
                log.LookedForAgain(FaultText.ForLog(e));
                await Task.Delay(settings.Poll < BetweenLooks ? settings.Poll : BetweenLooks, clock, cancellationToken);
            }
        }
    }

    private async Task<RunSummary?> DoAsync(RequestLease lease, CancellationToken cancellationToken)
    {
        var waited = delayed.WaitedOf(lease.Row.Id);
        var progress = new RunProgress(
            (step, words) =>
            {
                log.Step(new(step, words));
                // What it tells people who have something open stays, see above.
                if (waited is null && step is { } told)
                    lease.Progress = RequestMessages.Doing(told);
            }
        );
        switch (lease.Work.Step)
        {
            case RequestStep.Prepare:
                await new ApprovalStage(site, log).PrepareAsync(lease, waited, progress, cancellationToken);
                return null;
            case RequestStep.Publish:
                await new ApprovalStage(site, log).PublishAsync(lease, waited, progress, cancellationToken);
                return null;
            case RequestStep.Withdraw:
                await new WithdrawalStage(site, log).RunAsync(lease, waited, progress, cancellationToken);
                return null;
            default:
                return await new DraftStage(site, clock, log).RunAsync(lease, waited, progress, cancellationToken);
        }
    }

    private async Task FailAsync(RequestLease lease, Exception fault, CancellationToken cancellationToken)
    {
        var state = RequestState.Of(lease.Read());
        // Behandlat läge can be written by anybody, so the history is asked, and only where it matters.
        var history =
            state.Last == ReviewStatus.Published
                ? await RequestHistory.ReadAsync(site, lease.Row.Id, cancellationToken)
                : null;
        var isPublished = history is not null && history.Last(state) == state.Last;
        var end = lease.Work.After(fault, isPublished);
        var message = end switch
        {
            { Status: ReviewStatus.Failed } => FaultText.ForStaff(fault, lease.Work.Again),
            { Status: ReviewStatus.Published } =>
                "Genomgången är publicerad som förut, men gick inte att publicera igen. "
                    + FaultText.ForStaff(fault, lease.Work.Again),
            _ when fault is PublicationStoppedException => FaultText.ForStaff(fault, ReviewStatus.UpdateRequested),
            _ => fault.Message,
        };
        var findings = fault is PublicationStoppedException stopped ? FindingsText.Stopped(stopped) : null;
        var change = new RequestChange { Message = message, Findings = findings };
        // A date that somebody typed with the order to publish again is no approval.
        if (isPublished)
            change = change with { ApprovedOn = StatusTable.ApprovedOnAfter(end.Status, history!) };
        await lease.EndAsync(end, change, cancellationToken);
    }

    /// <summary>
    /// Writes what is to be told about a run that did not go through; one that has lost its request keeps quiet.
    /// </summary>
    private async Task SayAsync(RequestLease lease, Func<Task> write)
    {
        try
        {
            await write();
        }
        catch (Exception e) when (e is LeaseLostException or GraphException)
        {
            log.NotWritten(e.Message);
        }
    }

    /// <summary>
    /// A worker that is told to stop leaves nothing on its name, where others would wait for its lease to run out.
    /// </summary>
    private async Task HandBackAsync(RequestLease lease)
    {
        using var limit = new CancellationTokenSource(HandBackLimit);
        try
        {
            await lease.HandBackAsync(
                "Körningen stoppades innan den var klar. Begäran tas upp igen när SpLg är igång.",
                limit.Token
            );
            log.HandedBack();
        }
        catch (Exception e) when (e is LeaseLostException or GraphException or OperationCanceledException)
        {
            log.NotHandedBack(e.Message);
        }
    }
}
