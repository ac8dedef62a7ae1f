using SpLg.Core.Choices;
using SpLg.Core.Lists;
using SpLg.Core.Rows;
using SpLg.Running;
using SpLg.Settings;
using SpLg.SharePoint;

namespace SpLg.Worker;

/// <summary>
/// Makes the reviews that are asked for in the list Genomgångar. It may be killed at any moment: what it had begun stands
/// on its name in the list and is taken up again when it starts, and every step may be done twice.
/// </summary>
/// <param name="log">Told what happens, in English, a line each.</param>
internal sealed class RequestWorker(OpenSite site, WorkerSettings settings, TimeProvider clock, IProgress<string> log)
{
    /// <summary>Runs until cancelled.</summary>
    /// <param name="untilIdle">True ends as soon as no request can be taken.</param>
    public async Task RunAsync(bool untilIdle, CancellationToken cancellationToken)
    {
        var watch = new RequestWatch(site, settings, clock);
        await watch.StartAsync(cancellationToken);
        while (true)
        {
            var taken = 0;
            try
            {
                foreach (var row in await watch.LookAsync(cancellationToken))
                {
                    if (RequestState.Of(row).ReasonToTake(settings.Name, settings.Lease, clock.GetUtcNow()) is not { } reason)
                        continue;
                    taken++;
                    await TakeAsync(row, reason, cancellationToken);
                }
            }
            catch (Exception e) when (!untilIdle && e is GraphException or HttpRequestException)
            {
                // A site that cannot be reached now may be reached at the next look; the worker is meant to stay up.
                log.Report($"will look again in {settings.Poll.TotalSeconds:0.#} s: {e.Message}");
            }
            if (untilIdle && taken == 0)
                return;
            await Task.Delay(settings.Poll, clock, cancellationToken);
        }
    }

    /// <summary>Takes one request and makes its review; says in the request how it went.</summary>
    /// <returns>What was made; null when somebody else has the request, it was stopped, or it failed.</returns>
    public async Task<RunSummary?> TakeAsync(ListRow row, string reason, CancellationToken cancellationToken)
    {
        using var claim = await Claim.TryTakeAsync(site, row, settings, clock, cancellationToken);
        if (claim is null)
        {
            log.Report($"request {row.Id}: somebody else was quicker");
            return null;
        }
        log.Report($"request {row.Id}: {reason}; run {claim.RunId}");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            var alive = claim.KeepAliveAsync(settings.Lease / 3, stop.Token);
            var made = MakeAsync(claim, stop.Token);
            var first = await Task.WhenAny(made, alive);
            await stop.CancelAsync();
            // Both come to rest before the claim is let go, whichever ended first.
            await Task.WhenAny(made);
            await Task.WhenAny(alive);
            if (first == alive)
                await alive;
            return await made;
        }
        catch (ClaimLostException e)
        {
            log.Report($"request {row.Id}: stopped, nothing more is written: {e.Message}");
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.Report($"request {row.Id}: failed: {e.Message}");
            await FailAsync(claim, e, cancellationToken);
        }
        return null;
    }

    private async Task<RunSummary> MakeAsync(Claim claim, CancellationToken cancellationToken)
    {
        var request = ReviewRequest.Read(new RowReader(site.Schema.List(ReviewRequest.List), claim.Row, site.Zone, []));
        if (request.Origin.Year.Value is not { } year)
            throw new SiteFaultException("Begäran saknar år. Fyll i kolumnen År och sätt status Begärd igen.");
        var steps = new RequestSteps(claim.Row.Id, log);
        var run = new ReviewRun(site, clock);
        var draft = await run.PrepareAsync((int)year, request, template: null, steps, cancellationToken);
        await claim.ConfirmAsync(cancellationToken);
        var summary = await run.PublishAsync(draft, claim.RunId, steps, cancellationToken);
        await claim.WriteAsync(
            new(StringComparer.Ordinal)
            {
                ["Status"] = Choice.Text(ReviewStatus.DraftReady),
                ["Document"] = summary.Document.AbsoluteUri,
                ["Findings"] = FindingsText.Report(summary.Findings, summary.File.Overwritten),
                ["Message"] = $"Utkastet är klart och ligger i biblioteket {site.List(LibraryColumns.Library).Title}: {summary.RowsRead.Values.Sum()} rader lästa ur {summary.RowsRead.Count} listor, {FindingsText.Counts(summary.Findings)}.",
            },
            cancellationToken);
        log.Report($"request {claim.Row.Id}: done, {summary.Document.AbsoluteUri}");
        return summary;
    }

    private async Task FailAsync(Claim claim, Exception fault, CancellationToken cancellationToken)
    {
        try
        {
            await claim.WriteAsync(
                new(StringComparer.Ordinal) { ["Status"] = Choice.Text(ReviewStatus.Failed), ["Message"] = FaultText.ForStaff(fault) },
                cancellationToken);
        }
        catch (ClaimLostException e)
        {
            log.Report($"request {claim.Row.Id}: the fault is not written: {e.Message}");
        }
    }

    private sealed class RequestSteps(string id, IProgress<string> log) : IProgress<string>
    {
        public void Report(string value) => log.Report($"request {id}: {value}");
    }
}
