using System.Globalization;
using SpLg.Core.Choices;
using SpLg.Core.Lists;
using SpLg.LocalSite.Faults;
using SpLg.Running;
using SpLg.SharePoint;
using SpLg.Worker;
using Xunit.Abstractions;

namespace SpLg.Tests.EndToEnd;

/// <summary>
/// The whole life of a review, cut off at a request and taken up by a new worker: what is left in the end is what an
/// undisturbed run leaves. With <c>SPLG_KILL_STEP=1</c> at every request, with 2 at every other, without at a few of them; <c>SPLG_KILL_AT</c> names a single one;
/// with <c>SPLG_KILL_PDF=1</c> the PDF is made too, where LibreOffice is installed.
/// </summary>
public class FlowKillTests(ITestOutputHelper told)
{
    private const int Sample = 2;
    private const int Far = 1_000_000;

    private static readonly bool WithPdf = Environment.GetEnvironmentVariable("SPLG_KILL_PDF") == "1";

    [Theory]
    [InlineData(FaultKind.DropBefore)]
    [InlineData(FaultKind.DropAfter)]
    public async Task A_flow_that_is_cut_off_anywhere_ends_as_one_that_was_not(FaultKind kind)
    {
        var (requests, expected) = await RunAsync(kind, null);
        told.WriteLine($"an undisturbed run sends {requests} requests and leaves\n{expected}");
        Assert.Contains("Publicerad", expected, StringComparison.Ordinal);
        var step = int.TryParse(Environment.GetEnvironmentVariable("SPLG_KILL_STEP"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) && asked > 0 ? asked : requests / Sample;
        var differing = new List<string>();

        var only = int.TryParse(Environment.GetEnvironmentVariable("SPLG_KILL_AT"), NumberStyles.None, CultureInfo.InvariantCulture, out var one) ? one : (int?)null;
        for (var n = only ?? Random.Shared.Next(step); n < (only + 1 ?? requests); n += step)
        {
            var (_, actual) = await RunAsync(kind, n);
            if (actual == expected)
                continue;
            differing.Add($"{n}");
            told.WriteLine($"cut off at request {n}:\n{ReviewFlow.Difference(expected, actual)}");
        }

        Assert.True(differing.Count == 0, $"{kind}: {differing.Count} of the runs ended otherwise, cut off at request {string.Join(", ", differing)}.");
    }

    [Fact]
    public async Task Two_workers_at_once_leave_what_one_leaves()
    {
        var (_, expected) = await RunAsync(FaultKind.DropBefore, null);

        var (_, actual) = await RunAsync(FaultKind.DropBefore, null, workers: 2);

        Assert.Equal(expected, actual);
    }

    [Theory]
    [InlineData(ReviewStatus.Cancelled)]
    [InlineData(ReviewStatus.DraftReady)]
    public async Task What_a_killed_run_had_checked_out_is_given_free_when_a_person_stops_it(ReviewStatus stopped)
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var person = await test.OpenAsync();
        var id = await test.RequestAsync(person);
        using (var sites = new Sites(await OpenAsync(test, 1)))
            await WorkAsync(test, sites.All[0], "worker");
        await test.AddIncidentAsync(person, "Förlorad nyckel", "i-2");
        await test.SetStatusAsPersonAsync(person, id, ReviewFlow.Coordinator, Choice.Text(ReviewStatus.UpdateRequested));
        // Killed with a document checked out: it can neither check it in nor give it free.
        test.Server.Faults.Add(new FaultRule("/checkin|/discardCheckout", Kind: FaultKind.DropBefore, Count: int.MaxValue));
        using (var sites = new Sites(await OpenAsync(test, 1)))
            await WorkAsync(test, sites.All[0], "worker");
        test.Server.Faults.Clear();
        Assert.Contains("checkout", await SiteSnapshot.TakeAsync(test, person, id), StringComparison.Ordinal);

        await test.SetStatusAsPersonAsync(person, id, ReviewFlow.Coordinator, Choice.Text(stopped));
        using (var sites = new Sites(await OpenAsync(test, 1)))
            await WorkAsync(test, sites.All[0], "worker");

        Assert.DoesNotContain("checkout", await SiteSnapshot.TakeAsync(test, person, id), StringComparison.Ordinal);
        var request = await test.ReadRequestAsync(person, id);
        Assert.Equal(stopped, request.Status.Value);
        Assert.Contains("avbr", request.Message, StringComparison.Ordinal);
        Assert.Contains("ligger kvar", request.Message, StringComparison.Ordinal);
    }

    /// <param name="cutAt">The worker's request, from 0, with which everything ends for it; null for none.</param>
    /// <returns>How many requests the workers sent, and what is left.</returns>
    private static async Task<(int Requests, string Left)> RunAsync(FaultKind kind, int? cutAt, int workers = 1)
    {
        var requests = 0;
        var left = await ReviewFlow.RunAsync(
            async act =>
            {
                var faults = act.Test.Server.Faults;
                using var sites = new Sites(await OpenAsync(act.Test, workers));
                faults.Add(new FaultRule("", Count: int.MaxValue, Skip: Far));
                if (cutAt is { } cut && cut >= requests)
                {
                    faults.Add(new FaultRule("", Kind: FaultKind.DropBefore, Count: int.MaxValue, Skip: cut - requests + (kind == FaultKind.DropAfter ? 1 : 0)));
                    if (kind == FaultKind.DropAfter)
                        faults.Add(new FaultRule("", Kind: kind, Skip: cut - requests));
                }
                if (!WithPdf)
                    faults.Add(ReviewFlow.NoPdf);
                await Task.WhenAll(sites.All.Select((site, n) => WorkAsync(act.Test, site, $"worker{n}")));
                var wasCut = faults.Active.Any(r => r is { Kind: FaultKind.DropBefore, Skip: 0, Count: < int.MaxValue });
                requests += Far - faults.Active[0].Skip;
                faults.Clear();
                if (!wasCut)
                    return;
                cutAt = null;
                if (!WithPdf)
                    faults.Add(ReviewFlow.NoPdf);
                using var again = new Sites(await OpenAsync(act.Test, workers));
                await Task.WhenAll(again.All.Select((site, n) => WorkAsync(act.Test, site, $"worker{n}")));
                faults.Clear();
            },
            WithPdf);
        return (requests, left);
    }

    private static Task<OpenSite[]> OpenAsync(TestSite test, int count) => Task.WhenAll(Enumerable.Range(0, count).Select(_ => ReviewFlow.OpenAsync(test)));

    private static async Task WorkAsync(TestSite test, OpenSite site, string name)
    {
        try
        {
            await new RequestWorker(site, test.Worker(name), TimeProvider.System, new Lines()).RunAsync(untilIdle: true, CancellationToken.None);
        }
        catch (GraphException e) when (e.MayPass)
        {
            // The site is gone for this worker, which is all it can notice.
        }
    }

    private sealed class Sites(IReadOnlyList<OpenSite> all) : IDisposable
    {
        public IReadOnlyList<OpenSite> All => all;

        public void Dispose()
        {
            foreach (var site in all)
                site.Dispose();
        }
    }
}
