using System.Diagnostics;
using SpLg.Templates;

namespace SpLg.Tests.Hostile;

/// <summary>While one request takes long, the others of the same organisation go on.</summary>
public sealed class MeanwhileTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(40);

    [Fact]
    public async Task A_request_is_made_while_the_file_of_an_older_one_keeps_a_worker_busy()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        var library = await site.LibraryAsync(TemplateSource.Library, CancellationToken.None);
        await library.UploadAsync(
            "fientlig.docx",
            HostileDocx.Named("parts").Make(2_000),
            null,
            CancellationToken.None
        );
        test.Server.Faults.Add(new FaultRule("fientlig.docx", Delay: Long, Count: 100));
        var slow = await test.RequestAsync(site);
        await test.SetAsync(site, slow, "Template", "fientlig");
        var other = await test.RequestAsync(site, year: 2025);
        using var stop = new CancellationTokenSource();
        var watch = Stopwatch.StartNew();
        var worker = new RequestWorker(
            site,
            test.Worker("one"),
            TimeProvider.System,
            new LineLogger((_, line) => new Lines(output).Add(line))
        ).RunAsync(untilIdle: false, stop.Token);

        while (!(await test.ReadRequestAsync(site, other)).Status.Is(ReviewStatus.DraftReady))
        {
            Assert.True(watch.Elapsed < Long, "The other request has waited for the one that takes long.");
            Assert.False(worker.IsCompleted, "The worker ended.");
            await Task.Delay(100, CancellationToken.None);
        }

        output.WriteLine($"the other is done after {watch.Elapsed.TotalSeconds:0.0} s");
        Assert.True((await test.ReadRequestAsync(site, slow)).Status.Is(ReviewStatus.Reading));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => worker);
        // What it had begun is handed back.
        Assert.True((await test.ReadRequestAsync(site, slow)).Status.Is(ReviewStatus.Requested));
    }

    [Fact]
    public async Task Two_requests_for_the_same_document_are_dealt_with_one_after_the_other()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        var rows = new[] { await test.RequestAsync(site), await test.RequestAsync(site) };
        using var stop = new CancellationTokenSource();
        var lines = new Lines(output);
        var worker = new RequestWorker(
            site,
            test.Worker("one"),
            TimeProvider.System,
            new LineLogger((_, line) => lines.Add(line))
        ).RunAsync(untilIdle: false, stop.Token);

        foreach (var id in rows)
        {
            for (var watch = Stopwatch.StartNew(); watch.Elapsed < Long; )
            {
                if ((await test.ReadRequestAsync(site, id)).Status.Is(ReviewStatus.DraftReady))
                    break;
                await Task.Delay(100, CancellationToken.None);
            }
            Assert.True((await test.ReadRequestAsync(site, id)).Status.Is(ReviewStatus.DraftReady));
        }
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => worker);

        Assert.Equal(1, await test.DocumentCountAsync(site));
        var order = lines
            .Said.Where(l =>
                l.Contains("; run ", StringComparison.Ordinal) || l.Contains(": done,", StringComparison.Ordinal)
            )
            .Select(l => l.Split(':')[0])
            .ToList();
        Assert.Equal([$"request {rows[0]}", $"request {rows[0]}", $"request {rows[1]}", $"request {rows[1]}"], order);
    }

    private sealed class Lines(ITestOutputHelper output)
    {
        private readonly Lock oneAtATime = new();
        private readonly List<string> said = [];

        public IReadOnlyList<string> Said
        {
            get
            {
                lock (oneAtATime)
                    return [.. said];
            }
        }

        public void Add(string value)
        {
            lock (oneAtATime)
                said.Add(value);
            output.WriteLine(value);
        }
    }
}
