using SpLg.Core.Choices;
using SpLg.Core.Lists;
using SpLg.Core.Rows;
using SpLg.Running;
using SpLg.Settings;
using SpLg.SharePoint;

namespace SpLg.Worker;

/// <summary>
/// Makes the documents that are asked for in the list Genomgångar. It may be killed at any moment: what it had begun stands
/// on its name in the list and is taken up again when it starts, and every step may be done twice. A fault that may pass
/// leaves the request as it stands, to be taken up again after a wait that doubles.
/// </summary>
/// <param name="log">Told what happens, in English, a line each.</param>
internal sealed class RequestWorker(OpenSite site, WorkerSettings settings, TimeProvider clock, IProgress<string> log)
{
    /// <summary>With waits of 15 s that double up to the longest, this is more than an hour.</summary>
    public const int MostTries = 20;

    /// <summary>What a text column of SharePoint takes.</summary>
    private const int LongestAddress = 255;

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    /// <summary>A stop must be over before the process is ended by force.</summary>
    private static readonly TimeSpan HandBackLimit = TimeSpan.FromSeconds(5);

    private readonly string process = $"{settings.Name}/{Guid.NewGuid().ToString("N")[..8]}-";
    private readonly DateTimeOffset startedOn = clock.GetUtcNow();

    /// <summary>Requests whose last tries met only faults that may pass: how many, and when the next one is due.</summary>
    private readonly Dictionary<string, (int Tries, DateTimeOffset Next)> delayed = new(StringComparer.Ordinal);

    /// <summary>Runs until cancelled.</summary>
    /// <param name="untilIdle">True ends as soon as no request can be taken.</param>
    /// <returns>False when requests had to be left for a later run.</returns>
    public async Task<bool> RunAsync(bool untilIdle, CancellationToken cancellationToken)
    {
        var watch = new RequestWatch(site, settings, clock);
        while (true)
        {
            var taken = 0;
            try
            {
                var open = await watch.LookAsync(cancellationToken);
                foreach (var gone in delayed.Keys.Except(open.Select(r => r.Id)).ToList())
                    delayed.Remove(gone);
                foreach (var row in open)
                {
                    var now = clock.GetUtcNow();
                    if (RequestState.Of(row).ReasonToTake(settings.Name, process, startedOn, settings.Lease, now) is not { } reason
                        || (delayed.TryGetValue(row.Id, out var delay) && now < delay.Next))
                        continue;
                    taken++;
                    await TakeAsync(row, reason, cancellationToken);
                }
            }
            catch (GraphException e) when (!untilIdle)
            {
                // A site that cannot be reached now may be reached at the next look; the worker is meant to stay up.
                log.Report($"will look again in {settings.Poll.TotalSeconds:0.#} s: {e.Message}");
            }
            if (untilIdle && taken == 0)
                return delayed.Count == 0;
            await Task.Delay(settings.Poll, clock, cancellationToken);
        }
    }

    /// <summary>Takes one request and makes its documents; says in the request how it went.</summary>
    /// <returns>What was made; null when somebody else has the request, it was stopped, it failed, or it is left for a later try.</returns>
    public async Task<RunSummary?> TakeAsync(ListRow row, string reason, CancellationToken cancellationToken)
    {
        using var claim = new Claim(site, row, process + Guid.NewGuid().ToString("N"), clock);
        try
        {
            if (!await claim.TryTakeAsync(Announcement(row.Id), cancellationToken))
            {
                log.Report($"request {row.Id}: somebody else was quicker");
                return null;
            }
            log.Report($"request {row.Id}: {reason}; run {claim.RunId}");
            var summary = await MakeKeptAliveAsync(claim, cancellationToken);
            delayed.Remove(row.Id);
            return summary;
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
        catch (GraphException e) when (MayPass(e) && TriesOf(row.Id) < MostTries - 1)
        {
            Delay(row.Id);
            log.Report($"request {row.Id}: will be tried again: {e.Message}");
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            delayed.Remove(row.Id);
            log.Report($"request {row.Id}: failed: {e.Message}");
            await FailAsync(claim, e, cancellationToken);
        }
        return null;
    }

    /// <summary>A document or request that somebody writes in all the time comes to rest too.</summary>
    private static bool MayPass(GraphException fault) => fault.MayPass || fault is ChangedMeanwhileException;

    private int TriesOf(string id) => delayed.GetValueOrDefault(id).Tries;

    private void Delay(string id)
    {
        var wait = Math.Min(LongestWait.TotalSeconds, settings.Poll.TotalSeconds * Math.Pow(2, TriesOf(id)));
        delayed[id] = (TriesOf(id) + 1, clock.GetUtcNow() + TimeSpan.FromSeconds(wait));
    }

    private string Announcement(string id) => TriesOf(id) is var tries and > 0
        ? $"Underlaget läses igen, för SharePoint svarade inte som väntat förra gången. Försök {tries + 1} av {MostTries}."
        : "Underlaget läses. Det tar oftast mindre än en minut.";

    private async Task<RunSummary> MakeKeptAliveAsync(Claim claim, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
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

    private async Task<RunSummary> MakeAsync(Claim claim, CancellationToken cancellationToken)
    {
        var request = ReviewRequest.Read(new RowReader(site.Schema.List(ReviewRequest.List), claim.Row, site.Zone, []));
        var steps = new RequestSteps(claim.Row.Id, log);
        var run = new DocumentRun(site, clock, claim.RunId);
        var set = await run.PrepareAsync(DocumentOrder.Of(request), claim.Row.Id, steps, cancellationToken);
        var summary = await run.PublishAsync(set, claim.ConfirmAsync, steps, cancellationToken);
        var warnings = summary.Documents.SelectMany(d => d.File.TemplateFindings).Where(f => f.Level > FindingLevel.Info).Distinct().ToList();
        foreach (var warning in warnings)
            log.Report($"request {claim.Row.Id}: {Choice.Text(warning.Level)}: {warning}");
        await claim.WriteAsync(
            new(StringComparer.Ordinal)
            {
                ["Status"] = Choice.Text(ReviewStatus.DraftReady),
                ["Document"] = AddressOf(summary),
                ["Findings"] = FindingsText.Report(summary),
                ["Message"] = MessageOf(summary, warnings.Count > 0),
            },
            cancellationToken);
        log.Report($"request {claim.Row.Id}: done, {summary.Documents.Count} {(summary.Documents.Count == 1 ? "document" : "documents")}, {AddressOf(summary)}");
        return summary;
    }

    /// <summary>Where the request leads: to its document, or to the library when there are several or the address does not fit in the column.</summary>
    private static string AddressOf(RunSummary summary) =>
        summary.Documents is [{ Address.AbsoluteUri: { Length: <= LongestAddress } only }] ? only : summary.Library.AbsoluteUri;

    private string MessageOf(RunSummary summary, bool hasWarnings)
    {
        var library = site.List(LibraryColumns.Library).Title;
        var made = summary.Documents.Count == 1
            ? $"Utkastet är klart och ligger i biblioteket {library}"
            : $"{summary.Documents.Count} dokument är klara och ligger i biblioteket {library}, {summary.Documents.Count(d => !d.Unchanged)} av dem nya eller ändrade";
        string[] sentences =
        [
            $"{made}: {summary.RowsRead.Values.Sum()} rader lästa ur {summary.RowsRead.Count} listor, {FindingsText.Counts(summary)}.",
            .. FindingsText.ReplacedWorkbooks(summary) is { } replaced ? new[] { replaced } : [],
            .. FindingsText.TemplateNotUsed(summary) is { } notUsed ? new[] { notUsed } : [],
            .. hasWarnings ? new[] { "Något är fel i mallen eller dokumentet: läs Iakttagelser i underlaget." } : [],
        ];
        return string.Join(' ', sentences);
    }

    private async Task FailAsync(Claim claim, Exception fault, CancellationToken cancellationToken)
    {
        try
        {
            var values = new Dictionary<string, object?>(StringComparer.Ordinal) { ["Status"] = Choice.Text(ReviewStatus.Failed), ["Message"] = FaultText.ForStaff(fault) };
            if (fault is PublicationStoppedException stop)
                values["Findings"] = FindingsText.Stopped(stop);
            await claim.WriteAsync(values, cancellationToken);
        }
        catch (ClaimLostException e)
        {
            log.Report($"request {claim.Row.Id}: the fault is not written: {e.Message}");
        }
    }

    /// <summary>A worker that is told to stop leaves nothing on its name, where others would wait for its lease to run out.</summary>
    private async Task HandBackAsync(Claim claim)
    {
        using var limit = new CancellationTokenSource(HandBackLimit);
        try
        {
            await claim.HandBackAsync("Körningen stoppades innan utkastet var klart. Begäran tas upp igen när SpLg är igång.", limit.Token);
            log.Report($"request {claim.Row.Id}: handed back");
        }
        catch (Exception e) when (e is ClaimLostException or GraphException or OperationCanceledException)
        {
            log.Report($"request {claim.Row.Id}: not handed back: {e.Message}");
        }
    }

    private sealed class RequestSteps(string id, IProgress<string> log) : IProgress<string>
    {
        public void Report(string value) => log.Report($"request {id}: {value}");
    }
}
