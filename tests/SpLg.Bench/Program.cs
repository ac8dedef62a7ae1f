using System.Diagnostics;
using SpLg.Bench;
using SpLg.Word;

// The bench, run by hand: dotnet run -c Release --project tests/SpLg.Bench
// With "child <rows>" it fills once and prints its own peak memory, for the parent to show.
var template = Template.Compile(BenchTemplate.Template(), "bench.docx", BenchRow.Fields);
if (args is ["child", var count])
{
    using var output = new CountingStream();
    template.Fill(BenchRow.Make(int.Parse(count)), output);
    using var self = Process.GetCurrentProcess();
    self.Refresh();
    Console.WriteLine(self.PeakWorkingSet64 / (1024 * 1024));
    return;
}
Console.WriteLine($"{"rows",8} {"bare ms",9} {"ours ms",9} {"dom ms",9} {"ours/bare",10} {"dom/ours",9} {"us/row",7}");
foreach (var size in (int[])[1_000, 10_000, 100_000])
{
    var rows = BenchRow.Make(size);
    var repeats = Math.Clamp(100_000 / size, 5, 60);
    Action<Stream>[] writers = [s => BareWriter.Write(rows, s), s => template.Fill(rows, s), s => DomWriter.Write(rows, s)];
    var times = Measure(writers, repeats);
    Console.WriteLine($"{size,8} {times[0],9:F2} {times[1],9:F2} {times[2],9:F2} {times[1] / times[0],9:F2}x {times[2] / times[1],8:F1}x {times[1] * 1000 / size,7:F2}");
}
using var child = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal) ? $"\"{typeof(BenchRow).Assembly.Location}\" child 100000" : "child 100000") { RedirectStandardOutput = true, UseShellExecute = false })!;
Console.WriteLine($"peak memory of a process that fills 100,000 rows: {(await child.StandardOutput.ReadToEndAsync()).Trim()} MB");

// Medians of interleaved runs, so that a noisy moment does not fall on one of them; the first round does not count.
static double[] Measure(Action<Stream>[] writers, int repeats)
{
    var times = writers.Select(_ => new List<double>()).ToArray();
    // The runtime makes code fast in the background after a pause: warm is a matter of time, not of rounds.
    var start = Stopwatch.GetTimestamp();
    while (Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(2))
    {
        writers[0](Stream.Null);
        writers[1](Stream.Null);
    }
    for (var round = -1; round < repeats; round++)
    {
        for (var i = 0; i < writers.Length; i++)
        {
            // The object model is slow and only there for scale.
            if (i == 2 && round > 4)
                continue;
            using var output = new MemoryStream();
            start = Stopwatch.GetTimestamp();
            writers[i](output);
            if (round >= 0)
                times[i].Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
    }
    return [.. times.Select(t => t.Order().ElementAt(t.Count / 2))];
}
