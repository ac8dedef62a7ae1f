using System.Diagnostics;
using System.IO.Compression;
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
    public async Task Three_requests_that_take_long_and_one_that_waits_for_another_hold_up_none()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        var library = await site.LibraryAsync(TemplateSource.Library, CancellationToken.None);
        await library.UploadAsync("seg.docx", HostileDocx.Named("parts").Make(2_000), null, CancellationToken.None);
        test.Server.Faults.Add(new FaultRule("seg.docx", Delay: Long, Count: 100));
        foreach (var year in new[] { 2026, 2025, 2024, 2024 })
            await test.SetAsync(site, await test.RequestAsync(site, year: year), "Template", "seg");
        var other = await test.RequestAsync(site, year: 2023);
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
            Assert.True(watch.Elapsed < Long, "The other request has waited for those that take long.");
            await Task.Delay(100, CancellationToken.None);
        }

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => worker);
    }

    /// <summary>Heavy for the processor, and each of them for the memory.</summary>
    [Fact]
    public async Task A_request_is_made_while_two_with_hostile_templates_are_worked_on()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        var library = await site.LibraryAsync(TemplateSource.Library, CancellationToken.None);
        foreach (var (year, kind) in new[] { (2026, "names of many colons"), (2025, "runs in nested paragraphs") })
        {
            var hostile = HostileDocx.Named(kind);
            await library.UploadAsync($"{year}.docx", hostile.Make(hostile.Most), null, CancellationToken.None);
            await test.SetAsync(site, await test.RequestAsync(site, year: year), "Template", $"{year}");
        }
        var other = await test.RequestAsync(site, year: 2024);
        using var stop = new CancellationTokenSource();
        var lines = new Lines(output);
        var worker = new RequestWorker(
            site,
            test.Worker("one"),
            TimeProvider.System,
            new LineLogger((_, line) => lines.Add(line))
        ).RunAsync(untilIdle: false, stop.Token);

        var watch = Stopwatch.StartNew();
        while (!(await test.ReadRequestAsync(site, other)).Status.Is(ReviewStatus.DraftReady))
        {
            Assert.True(watch.Elapsed < Long, "The other request has waited for the hostile ones.");
            await Task.Delay(100, CancellationToken.None);
        }
        output.WriteLine($"the other is done after {watch.Elapsed.TotalSeconds:0.0} s");

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => worker);
    }

    [Theory]
    [InlineData("noise that begins as a zip", 1_500_000, true)]
    [InlineData("a bomb in a part", 7_000_000, true)]
    [InlineData("not compressed", 500_000, false)]
    [InlineData("a bomb in a part", 1_000_000, false)]
    [InlineData("noise", 500_000, false)]
    public async Task Requests_with_large_files_take_turns_and_others_do_not_wait(string kind, int size, bool isLarge)
    {
        var (working, most) = (0, 0);
        var file = HostileDocx.Named(kind).Make(size);
        var go = new TaskCompletionSource();
        async Task<bool> WorkAsync()
        {
            await LargeFiles.OpenAsync(_ => Task.FromResult(file), CancellationToken.None);
            // What it opens after the first costs no turn.
            await LargeFiles.OpenAsync(_ => Task.FromResult(file), CancellationToken.None);
            most = Math.Max(most, Interlocked.Increment(ref working));
            if (!isLarge && working == 3)
                go.SetResult();
            await Task.WhenAny(go.Task, Task.Delay(isLarge ? 50 : 20_000));
            Interlocked.Decrement(ref working);
            return true;
        }

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => LargeFiles.TakeTurnsAsync(WorkAsync)));

        Assert.Equal(isLarge ? 1 : 3, most);
    }

    [Fact]
    public async Task A_request_is_made_while_six_with_large_templates_wait_for_the_turn_of_another()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        var library = await site.LibraryAsync(TemplateSource.Library, CancellationToken.None);
        var large = HostileDocx.Named("noise that begins as a zip").Make(1_500_000);
        await library.UploadAsync("stor.docx", large, null, CancellationToken.None);
        var waiting = new List<string>();
        foreach (var year in Enumerable.Range(2020, 6))
        {
            waiting.Add(await test.RequestAsync(site, year: year));
            await test.SetAsync(site, waiting[^1], "Template", "stor");
        }
        var other = await test.RequestAsync(site);
        using var stop = new CancellationTokenSource();
        var (hasTurn, isDone) = (new TaskCompletionSource(), new TaskCompletionSource());
        var turn = LargeFiles.TakeTurnsAsync(async () =>
        {
            await LargeFiles.OpenAsync(_ => Task.FromResult(large), CancellationToken.None);
            hasTurn.SetResult();
            await isDone.Task;
            return true;
        });
        await hasTurn.Task;
        var watch = Stopwatch.StartNew();
        var worker = new RequestWorker(
            site,
            test.Worker("one"),
            TimeProvider.System,
            new LineLogger((_, line) => new Lines(output).Add(line))
        ).RunAsync(untilIdle: false, stop.Token);

        while (!(await test.ReadRequestAsync(site, other)).Status.Is(ReviewStatus.DraftReady))
        {
            Assert.True(watch.Elapsed < Long, "The other request has waited for those with large templates.");
            await Task.Delay(100, CancellationToken.None);
        }
        foreach (var id in waiting)
            Assert.True((await test.ReadRequestAsync(site, id)).Status.Is(ReviewStatus.Reading));

        // With the turn they go on, and are told what is wrong with their template.
        isDone.SetResult();
        await turn;
        foreach (var id in waiting)
        {
            while (!(await test.ReadRequestAsync(site, id)).Status.Is(ReviewStatus.Failed))
            {
                Assert.True(watch.Elapsed < Long, "One that waited has not come to its turn.");
                await Task.Delay(100, CancellationToken.None);
            }
        }
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => worker);
    }

    [Fact]
    public async Task One_that_rests_for_SharePoint_lets_one_other_have_its_turn_and_takes_it_back()
    {
        var file = HostileDocx.Named("noise that begins as a zip").Make(1_500_000);
        var said = new List<string>();
        var (rests, restIsOver) = (new TaskCompletionSource(), new TaskCompletionSource());
        var first = LargeFiles.TakeTurnsAsync(async () =>
        {
            await OpenAsync("first");
            await LargeFiles.RestAsync(
                () =>
                {
                    rests.SetResult();
                    return restIsOver.Task;
                },
                CancellationToken.None
            );
            said.Add("first goes on");
            return true;
        });
        await rests.Task;
        var (secondRests, secondGoesOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        var second = LargeFiles.TakeTurnsAsync(async () =>
        {
            await OpenAsync("second");
            // It keeps its turn, because three would need the memory of three.
            await LargeFiles.RestAsync(
                () =>
                {
                    secondRests.SetResult();
                    return secondGoesOn.Task;
                },
                CancellationToken.None
            );
            said.Add("second ends");
            return true;
        });
        await secondRests.Task.WaitAsync(Long);
        var third = LargeFiles.TakeTurnsAsync(async () =>
        {
            await OpenAsync("third");
            return true;
        });
        restIsOver.SetResult();
        await Task.Delay(50);
        Assert.Equal(["first", "second"], said);

        secondGoesOn.SetResult();
        await Task.WhenAll(first, second, third).WaitAsync(Long);

        Assert.Equal(["first", "second", "second ends"], said[..3]);
        Assert.Equal(["first goes on", "third"], said[3..].Order(StringComparer.Ordinal));

        async Task OpenAsync(string who)
        {
            await LargeFiles.OpenAsync(_ => Task.FromResult(file), CancellationToken.None);
            lock (said)
                said.Add(who);
        }
    }

    [Fact]
    public async Task One_that_is_stopped_while_it_rests_holds_no_turn()
    {
        var file = HostileDocx.Named("noise that begins as a zip").Make(1_500_000);
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            LargeFiles.TakeTurnsAsync(async () =>
            {
                await LargeFiles.OpenAsync(_ => Task.FromResult(file), CancellationToken.None);
                await stop.CancelAsync();
                await LargeFiles.RestAsync(() => Task.Delay(Long, stop.Token), stop.Token);
                return true;
            })
        );

        Assert.True(
            await LargeFiles
                .TakeTurnsAsync(async () =>
                {
                    await LargeFiles.OpenAsync(_ => Task.FromResult(file), CancellationToken.None);
                    return true;
                })
                .WaitAsync(Long)
        );
    }

    [Fact]
    public async Task One_that_waits_for_its_turn_holds_no_file_and_fetches_it_when_it_has_the_turn()
    {
        var (fetched, isWaiting) = (0, new List<bool>());
        var done = new TaskCompletionSource();
        var first = LargeFiles.TakeTurnsAsync(async () =>
        {
            await LargeFiles.OpenAsync(FetchAsync, CancellationToken.None);
            await done.Task;
            return true;
        });
        var second = LargeFiles.TakeTurnsAsync(
            async () =>
            {
                await LargeFiles.OpenAsync(FetchAsync, CancellationToken.None);
                return true;
            },
            isWaiting.Add
        );
        Assert.Equal(2, fetched);
        Assert.Equal([true], isWaiting);

        done.SetResult();
        await Task.WhenAll(first, second).WaitAsync(Long);

        Assert.Equal(3, fetched);
        Assert.Equal([true, false], isWaiting);

        Task<byte[]> FetchAsync(CancellationToken cancellationToken)
        {
            fetched++;
            return Task.FromResult(HostileDocx.Named("noise that begins as a zip").Make(1_500_000));
        }
    }

    [Fact]
    public async Task A_file_whose_parts_say_they_are_larger_than_any_number_is_a_large_one()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            // Each in the form for large sizes, which the directory has because the sizes are all said there.
            for (var i = 0; i < 2; i++)
                zip.CreateEntry($"{i}.xml").Open().Dispose();
        }
        var file = WithSizes(stream.ToArray(), 1L << 62);
        using (var zip = new ZipArchive(new MemoryStream(file)))
            Assert.All(zip.Entries, e => Assert.Equal(1L << 62, e.Length));

        var working = 0;
        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => LargeFiles.TakeTurnsAsync(WorkAsync)));

        async Task<bool> WorkAsync()
        {
            await LargeFiles.OpenAsync(_ => Task.FromResult(file), CancellationToken.None);
            Assert.Equal(1, Interlocked.Increment(ref working));
            await Task.Delay(50);
            Interlocked.Decrement(ref working);
            return true;
        }
    }

    /// <summary>The directory says the size of each part in the form for large ones.</summary>
    private static byte[] WithSizes(byte[] zip, long size)
    {
        using var output = new MemoryStream();
        var directory = zip.AsSpan().IndexOf("PK\u0001\u0002"u8);
        output.Write(zip.AsSpan(0, directory));
        var end = zip.AsSpan().IndexOf("PK\u0005\u0006"u8);
        for (var at = directory; at < end; )
        {
            var name = BitConverter.ToUInt16(zip, at + 28);
            var header = zip[at..(at + 46 + name)];
            at += header.Length + BitConverter.ToUInt16(zip, at + 30) + BitConverter.ToUInt16(zip, at + 32);
            BitConverter.TryWriteBytes(header.AsSpan(24), uint.MaxValue);
            BitConverter.TryWriteBytes(header.AsSpan(30), (ushort)12);
            BitConverter.TryWriteBytes(header.AsSpan(32), (ushort)0);
            output.Write(header);
            output.Write([1, 0, 8, 0]);
            output.Write(BitConverter.GetBytes(size));
        }
        var last = zip[end..];
        BitConverter.TryWriteBytes(last.AsSpan(12), (uint)output.Length - (uint)directory);
        output.Write(last);
        return output.ToArray();
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
