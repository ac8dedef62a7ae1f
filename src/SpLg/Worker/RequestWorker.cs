using System.Collections.Concurrent;

namespace SpLg.Worker;

/// <summary>
/// Does what the requests in the list Genomgångar need, in order of their age. It may be killed at any moment: what it
/// had begun stands on its name in the list and is taken up again when it starts, and every step may be done twice. A
/// fault that may pass leaves the request as it stands, to be taken up again after a wait that doubles.
/// </summary>
/// <param name="log">Told what happens, in English, a line each.</param>
/// <param name="ended">Told, after the last write of a run, what the request was when it was taken up and what it is
/// now.</param>
internal sealed class RequestWorker(
    OpenSite site,
    WorkerSettings settings,
    TimeProvider clock,
    IProgress<string> log,
    Func<ReviewRequest, ReviewRequest, CancellationToken, Task>? ended = null
)
{
    /// <summary>With waits of 15 s that double up to the longest, this is more than an hour.</summary>
    public const int MostTries = 20;

    /// <summary>Requests that are dealt with beside one another, so that one that takes long holds up no other.</summary>
    private const int AtATime = 2;

    /// <summary>
    /// What is missing for good is soon told; what was written a moment ago is seen everywhere by then.
    /// </summary>
    private const int MostLooks = 3;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(5);

    /// <summary>A stop must be over before the process is ended by force.</summary>
    private static readonly TimeSpan HandBackLimit = TimeSpan.FromSeconds(5);

    private readonly WorkerIdentity identity = new(settings.Name, Guid.NewGuid().ToString("N")[..8], clock.GetUtcNow());

    private readonly DelayedRequests delayed = new(settings.Poll, clock);

    /// <summary>
    /// Runs of other workers, and rows at Fel or Publicerad by their ETag, that the application itself has written.
    /// What a person has typed holds nothing.
    /// </summary>
    private readonly ConcurrentDictionary<string, bool> written = new(StringComparer.Ordinal);

    /// <summary>Runs until cancelled.</summary>
    /// <param name="untilIdle">True ends as soon as no request can be taken.</param>
    /// <returns>False when requests had to be left for a later run.</returns>
    public async Task<bool> RunAsync(bool untilIdle, CancellationToken cancellationToken)
    {
        identity.Remember(settings);
        var watch = new RequestWatch(site, settings, clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var lanes = new RequestLanes(untilIdle ? 1 : AtATime);
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
                    delayed.Keep(open.Select(r => r.Id));
                    foreach (var row in open.Where(r => !busy.Contains(r.Id)))
                        taken += await lanes.StartAsync(row, () => LookAtAsync(row, stop.Token));
                }
                catch (GraphException e) when (!untilIdle)
                {
                    // A site that cannot be reached now may be reached at the next look; the worker is meant to stay up.
                    log.Report($"will look again in {settings.Poll.TotalSeconds:0.#} s: {e.Message}");
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
    public Task<RunSummary?> MakeDraftAsync(ListRow row, string reason, CancellationToken cancellationToken) =>
        TakeAsync(row, RequestStep.MakeDraft, reason, cancellationToken);

    /// <returns>Whether there was anything to do now.</returns>
    private async Task<bool> LookAtAsync(ListRow row, CancellationToken cancellationToken)
    {
        if (delayed.IsWaiting(row))
            return false;
        var state = RequestState.Of(row);
        if (
            state.Step is RequestStep.Acknowledge or RequestStep.PutBack
            || (
                state.Step == RequestStep.PutBackTyped
                && await IsTypedAsync(row, row.ETag ?? row.Id, history => history.IsTyped(state), cancellationToken)
            )
        )
            await AnswerAsync(row, state.Step, cancellationToken);
        else if (
            (
                state.ReasonToTake(identity, settings.Lease, clock.GetUtcNow())
                ?? await ReasonOfTypedRunAsync(row, state, cancellationToken)
            ) is
            { } reason
        )
            await TakeAsync(row, state.Step, reason, cancellationToken);
        else
            return false;
        return true;
    }

    private async Task<string?> ReasonOfTypedRunAsync(
        ListRow row,
        RequestState state,
        CancellationToken cancellationToken
    ) =>
        state is { Step: RequestStep.MakeDraft or RequestStep.Prepare or RequestStep.Publish, RunId: { } run }
        && await IsTypedAsync(row, run, history => history.IsTyped(run), cancellationToken)
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
            log.Report($"request {row.Id}: who wrote it will be looked up again: {e.Message}");
        }
        return false;
    }

    private async Task AnswerAsync(ListRow row, RequestStep step, CancellationToken cancellationToken)
    {
        try
        {
            var answering = new Answering(site, log);
            await (
                step == RequestStep.Acknowledge
                    ? answering.AcknowledgeAsync(row, cancellationToken)
                    : answering.PutBackAsync(row, cancellationToken)
            );
            delayed.Remove(row.Id);
        }
        catch (Exception e) when (e is GraphException or SiteFaultException)
        {
            // The other requests are looked at all the same.
            delayed.Add(row, waited: null);
            log.Report($"request {row.Id}: will be answered later: {e.Message}");
        }
    }

    private async Task<RunSummary?> TakeAsync(
        ListRow row,
        RequestStep step,
        string reason,
        CancellationToken cancellationToken
    )
    {
        using var claim = new Claim(site, row, step, identity.NewRun(), clock);
        var before = claim.Read();
        // What it tells people who have a document open stays until it has gone through.
        var begun = delayed.WaitedOf(row.Id) is not null ? null : StageText.Begun(step, delayed.TriesOf(row.Id));
        RunSummary? summary = null;
        try
        {
            if (!await claim.TryTakeAsync(begun, cancellationToken))
            {
                log.Report($"request {row.Id}: somebody else was quicker");
                return null;
            }
            log.Report($"request {row.Id}: {reason}; run {claim.RunId}");
            summary = await DoKeptAliveAsync(claim, step, cancellationToken);
            delayed.Remove(row.Id);
        }
        catch (ClaimLostException e)
        {
            delayed.Remove(row.Id);
            log.Report($"request {row.Id}: stopped, nothing more is written: {e.Message}");
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await HandBackAsync(claim);
            throw;
        }
        catch (GraphException e) when ((e.MayPass || FaultText.IsBusy(e)) && delayed.TriesOf(row.Id) < MostTries - 1)
        {
            var asked = (e as ThrottledException)?.Wait ?? TimeSpan.Zero;
            var next = delayed.Add(
                claim.Row,
                !FaultText.IsBusy(e) ? null : StageText.WaitedOf(step, FaultText.IsOfPage(e)),
                asked
            );
            log.Report($"request {row.Id}: will be tried again: {e.Message}");
            if (asked > TimeSpan.Zero)
                await SayAsync(claim, () => claim.TellRestAsync(next, cancellationToken));
            else if (FaultText.IsBusy(e))
                await SayAsync(
                    claim,
                    () =>
                        claim.TellAsync(
                            StageText.Waiting(
                                NameOf(claim),
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
            log.Report($"request {row.Id}: failed: {e.Message}");
            await SayAsync(claim, () => FailAsync(claim, step, e, cancellationToken));
        }
        if (claim.HasEnded && ended is not null)
            await ended(before, claim.Read(), cancellationToken);
        return summary;
    }

    private static string NameOf(Claim claim)
    {
        var request = claim.Read();
        return $"{(request.DocumentType.IsEmpty ? Choice.Text(DocumentType.ManagementReview) : request.DocumentType)} "
            + $"{request.Origin.Year}";
    }

    private async Task<RunSummary?> DoKeptAliveAsync(Claim claim, RequestStep step, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var alive = claim.KeepAliveAsync(settings.Lease, stop.Token);
        var done = DoFindingAsync(claim, step, stop.Token);
        var rests = claim.TellRestsAsync(log, stop.Token);
        var first = await Task.WhenAny(done, alive);
        await stop.CancelAsync();
        // All come to rest before the claim is let go, whichever ended first.
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
    private async Task<RunSummary?> DoFindingAsync(Claim claim, RequestStep step, CancellationToken cancellationToken)
    {
        for (var look = 1; ; look++)
        {
            try
            {
                return await DoAsync(claim, step, cancellationToken);
            }
            catch (Exception e) when (look < MostLooks && e is (NotFoundException or MissingFileException))
            {
                log.Report($"request {claim.Row.Id}: looked for again: {e.Message}");
                await Task.Delay(settings.Poll < BetweenLooks ? settings.Poll : BetweenLooks, clock, cancellationToken);
            }
        }
    }

    private async Task<RunSummary?> DoAsync(Claim claim, RequestStep step, CancellationToken cancellationToken)
    {
        var waited = delayed.WaitedOf(claim.Row.Id);
        var lines = new RequestLog(claim.Row.Id, log);
        // What it tells people who have something open stays, see above.
        var told = waited is null ? new RequestSteps(claim) : null;
        switch (step)
        {
            case RequestStep.Prepare:
                await new ApprovalStage(site, log).PrepareAsync(claim, waited, lines, told, cancellationToken);
                return null;
            case RequestStep.Publish:
                await new ApprovalStage(site, log).PublishAsync(claim, waited, lines, told, cancellationToken);
                return null;
            default:
                return await new DraftStage(site, clock, log).RunAsync(claim, waited, lines, told, cancellationToken);
        }
    }

    private static Task FailAsync(Claim claim, RequestStep step, Exception fault, CancellationToken cancellationToken)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        if (fault is PublicationStoppedException stopped)
            values["Findings"] = FindingsText.Stopped(stopped);
        return (step, fault) switch
        {
            // Not faults of the run: the draft is a person's to mend, and so is what has been approved.
            (RequestStep.Prepare or RequestStep.Publish, PublicationStoppedException) => claim.EndAsync(
                ReviewStatus.DraftReady,
                ReviewStatus.DraftReady,
                FaultText.ForStaff(fault, ReviewStatus.UpdateRequested),
                values,
                cancellationToken
            ),
            // As after a draft: the newest is examined, and then it can be approved.
            (RequestStep.Publish, DraftChangedException) => claim.EndAsync(
                ReviewStatus.ForApproval,
                ReviewStatus.DraftReady,
                fault.Message,
                values,
                cancellationToken
            ),
            _ => claim.EndAsync(
                ReviewStatus.Failed,
                handled: null,
                FaultText.ForStaff(fault, AgainAfter(step)),
                values,
                cancellationToken
            ),
        };
    }

    /// <summary>What a person sets to have a step tried again.</summary>
    private static ReviewStatus AgainAfter(RequestStep step) =>
        step switch
        {
            RequestStep.Prepare => ReviewStatus.ForApproval,
            RequestStep.Publish => ReviewStatus.Approved,
            _ => ReviewStatus.Requested,
        };

    /// <summary>
    /// Writes what is to be told about a run that did not go through; one that has lost its request keeps quiet.
    /// </summary>
    private async Task SayAsync(Claim claim, Func<Task> write)
    {
        try
        {
            await write();
        }
        catch (Exception e) when (e is ClaimLostException or GraphException)
        {
            log.Report($"request {claim.Row.Id}: that is not written there: {e.Message}");
        }
    }

    /// <summary>
    /// A worker that is told to stop leaves nothing on its name, where others would wait for its lease to run out.
    /// </summary>
    private async Task HandBackAsync(Claim claim)
    {
        using var limit = new CancellationTokenSource(HandBackLimit);
        try
        {
            await claim.HandBackAsync(
                "Körningen stoppades innan den var klar. Begäran tas upp igen när SpLg är igång.",
                limit.Token
            );
            log.Report($"request {claim.Row.Id}: handed back");
        }
        catch (Exception e) when (e is ClaimLostException or GraphException or OperationCanceledException)
        {
            log.Report($"request {claim.Row.Id}: not handed back: {e.Message}");
        }
    }

    private sealed class RequestLog(string id, IProgress<string> log) : IProgress<string>
    {
        public void Report(string value) => log.Report($"request {id}: {value}");
    }

    /// <summary>Tells the request what is being done with it.</summary>
    private sealed class RequestSteps(Claim claim) : IProgress<RunStep>
    {
        public void Report(RunStep value) => claim.Progress = StageText.Doing(value);
    }
}
