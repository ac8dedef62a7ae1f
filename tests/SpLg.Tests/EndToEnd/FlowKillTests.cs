using System.Text.RegularExpressions;

namespace SpLg.Tests.EndToEnd;

/// <summary>
/// The whole life of a review, cut off in every act at the request of the same number and taken up by a new worker:
/// what is left after each act is what an undisturbed run leaves. With <c>SPLG_KILL_STEP=1</c> at every request, with 2
/// at every other, without at a few of them; <c>SPLG_KILL_AT</c> names the first of them and, after a dash, the last,
/// counted from 0 in each act; with <c>SPLG_KILL_PDF=1</c> the PDF is made too, where LibreOffice is installed.
/// </summary>
public partial class FlowKillTests(ITestOutputHelper told)
{
    private static readonly int Cuts = SampleOrAll.IsAll ? 2 : 1;
    private const int Far = 1_000_000;

    private static readonly bool WithPdf = Environment.GetEnvironmentVariable("SPLG_KILL_PDF") == "1";

    /// <summary>What each act of an undisturbed flow leaves.</summary>
    private static readonly Lazy<Task<IReadOnlyList<Done>>> Undisturbed = new(() =>
        RunAsync(FaultKind.DropBefore, null)
    );

    [Theory]
    [InlineData(FaultKind.DropBefore)]
    [InlineData(FaultKind.DropAfter)]
    public async Task A_flow_that_is_cut_off_anywhere_leaves_what_one_that_was_not_leaves(FaultKind kind)
    {
        var expected = await Undisturbed.Value;
        told.WriteLine(
            $"an undisturbed run sends {string.Join(" + ", expected.Select(a => a.Requests))} requests and leaves\n{expected[^1].Left}"
        );
        Assert.Contains("Publicerad", expected[^1].Left, StringComparison.Ordinal);
        var most = expected.Max(a => a.Requests);
        var step = Number(Environment.GetEnvironmentVariable("SPLG_KILL_STEP")) is > 0 and var asked
            ? asked
            : most / Cuts;
        var at = Environment.GetEnvironmentVariable("SPLG_KILL_AT")?.Split('-');
        var differing = new List<string>();

        for (
            var n = Number(at?[0]) ?? Random.Shared.Next(step);
            n <= (Number(at?[^1]) ?? most - 1);
            n += at is null ? step : 1
        )
        {
            var actual = await RunAsync(kind, n);
            told.WriteLine($"cut off at request {n} of {actual.Count(a => a.WasCut)} acts");
            foreach (var (act, i) in actual.Select((a, i) => (a, i)).Where(x => x.a.Left != expected[x.i].Left))
            {
                differing.Add($"{n} of act {i}");
                told.WriteLine($"act {i} ({act.Status}) left\n{ReviewFlow.Difference(expected[i].Left, act.Left)}");
            }
        }

        Assert.True(
            differing.Count == 0,
            $"{kind}: cut off at request {string.Join(", ", differing)} something else was left."
        );

        static int? Number(string? text) =>
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    [Fact]
    public async Task Two_workers_at_once_leave_what_one_leaves()
    {
        var expected = await Undisturbed.Value;

        var actual = await RunAsync(FaultKind.DropBefore, null, workers: 2);

        Assert.Equal(expected.Select(a => a.Left), actual.Select(a => a.Left));
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
        await test.SetStatusAsPersonAsync(
            person,
            id,
            ReviewFlow.Coordinator,
            Choice.Text(ReviewStatus.UpdateRequested)
        );
        // Killed with a document checked out: it can neither check it in nor give it free.
        test.Server.Faults.Add(
            new FaultRule("/checkin|/discardCheckout", Kind: FaultKind.DropBefore, Count: int.MaxValue)
        );
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

    /// <param name="cutAt">The workers' request, from 0 in each act, with which everything ends for them; null for
    /// none.</param>
    private static async Task<IReadOnlyList<Done>> RunAsync(FaultKind kind, int? cutAt, int workers = 1)
    {
        var done = new List<Done>();
        await ReviewFlow.RunAsync(
            async act =>
            {
                var faults = act.Test.Server.Faults;
                using (var sites = new Sites(await OpenAsync(act.Test, workers)))
                {
                    faults.Add(new FaultRule("", Count: int.MaxValue, Skip: Far));
                    if (cutAt is { } cut)
                    {
                        faults.Add(
                            new FaultRule(
                                "",
                                Kind: FaultKind.DropBefore,
                                Count: int.MaxValue,
                                Skip: cut + (kind == FaultKind.DropAfter ? 1 : 0)
                            )
                        );
                        if (kind == FaultKind.DropAfter)
                            faults.Add(new FaultRule("", Kind: kind, Skip: cut));
                    }
                    await WorkAsync(act.Test, sites);
                }
                var requests = Far - faults.Active[0].Skip;
                faults.Clear();
                var wasCut = cutAt < requests;
                if (wasCut)
                {
                    using var again = new Sites(await OpenAsync(act.Test, workers));
                    await WorkAsync(act.Test, again);
                    faults.Clear();
                }
                done.Add(
                    new(
                        act.Status,
                        requests,
                        wasCut,
                        WithoutSince().Replace(await ReviewFlow.LeftAsync(act.Test, act.Person, act.Request), "")
                    )
                );
            },
            WithPdf
        );
        return done;
    }

    private static async Task WorkAsync(TestSite test, Sites sites)
    {
        if (!WithPdf)
            test.Server.Faults.Add(ReviewFlow.NoPdf);
        await Task.WhenAll(sites.All.Select((site, n) => WorkAsync(test, site, $"worker{n}")));
    }

    private static Task<OpenSite[]> OpenAsync(TestSite test, int count) =>
        Task.WhenAll(Enumerable.Range(0, count).Select(_ => ReviewFlow.OpenAsync(test)));

    private static async Task WorkAsync(TestSite test, OpenSite site, string name)
    {
        try
        {
            await new RequestWorker(site, test.Worker(name), TimeProvider.System, new Lines()).RunAsync(
                untilIdle: true,
                CancellationToken.None
            );
        }
        catch (GraphException e) when (e.MayPass)
        {
            // The site is gone for this worker, which is all it can notice.
        }
    }

    /// <summary>
    /// A run that takes up one that was cut off with the document written finds it as it should be, and says so; what
    /// was new stands in the document's history.
    /// </summary>
    [GeneratedRegex(
        @" Sedan förra utkastet: [^.]*\.| Dokumentet stämde redan med listorna och är oförändrat\.",
        RegexOptions.None,
        1000
    )]
    private static partial Regex WithoutSince();

    /// <summary>An act of the flow, and what was left after it.</summary>
    private sealed record Done(ReviewStatus Status, int Requests, bool WasCut, string Left);

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
