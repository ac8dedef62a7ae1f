namespace SpLg.Tests.EndToEnd;

/// <summary>A worker that is told to stop, at any moment and once or twice, ends the same way.</summary>
public sealed class StopTests(ITestOutputHelper told)
{
    private static readonly int Times = SampleOrAll.IsAll ? 12 : 2;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_worker_that_is_told_to_stop_at_any_moment_says_so_in_one_line_and_ends_with_0(int signals)
    {
        if (OperatingSystem.IsWindows())
        {
            told.WriteLine("Windows has no SIGTERM: nothing was tested.");
            return;
        }
        await using var test = await TestSite.WithFewRowsAsync();
        var seed = Environment.TickCount;
        told.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (var i = 0; i < Times; i++)
        {
            // Some while a request is made, most while it waits for one.
            if (i % 4 == 1)
            {
                using var site = await test.OpenAsync();
                await test.RequestAsync(site, year: 2010 + i);
            }
            using var worker = SplgProcess.Start([
                "worker",
                "--set",
                "Worker:Name=one",
                "--set",
                "Worker:PollSeconds=0.2",
                .. test.Options,
            ]);
            await worker.SaidAsync("watches");
            Assert.False(
                await worker.EndedAsync(TimeSpan.FromMilliseconds(random.Next(1, 600))),
                "It ended by itself."
            );
            for (var signal = 0; signal < signals; signal++)
            {
                worker.Terminate();
                if (signal + 1 < signals)
                    await Task.Delay(random.Next(0, 60));
            }
            var (code, output) = await worker.EndAsync();
            Assert.True(code == ExitCode.Ok, $"exit code {code}\n{output}");
            Assert.EndsWith("Stopped.", output.TrimEnd(), StringComparison.Ordinal);
            Assert.DoesNotContain("Exception", output, StringComparison.Ordinal);
        }
    }
}
