using System.Diagnostics;
using SpLg.Bench;
using SpLg.Word;

// The bench, run by hand: dotnet run -c Release --project tests/SpLg.Bench
// It starts itself anew with a word and a number of rows for what only a fresh process can show.
if (args is ["parts"])
{
    Console.WriteLine(
        "What is written with the SDK, in ms of processor time: one, warm, and the first of a fresh process."
    );
    foreach (var name in BenchParts.All.Keys)
        Console.WriteLine($"{name, 16} {Child("part", name), 10}");
    return;
}
if (args is ["part", var part])
{
    var action = BenchParts.All[part]();
    var begun = BenchParts.Used();
    action();
    var first = BenchParts.Used() - begun;
    Console.WriteLine($"warm {BenchParts.Warm(action), 8:F2}  first {first, 6:F0}");
    return;
}
if (args is ["read", var way, var number])
{
    Console.WriteLine(await RowsBench.RunAsync(way, int.Parse(number)));
    return;
}
if (args is ["read"])
{
    ReadRows();
    return;
}
if (args is [var task, var count])
{
    var rows = BenchRow.Make(int.Parse(count));
    Console.WriteLine(
        task switch
        {
            "peak" => Peak(rows),
            "first-bare" => Milliseconds(() => BareWriter.Write(rows, new MemoryStream())),
            "first-compile" => Milliseconds(() =>
                Template.Compile(BenchTemplate.Template(), "bench.docx", BenchRow.Fields)
            ),
            "first-fill" => FirstFill(rows),
            _ => throw new InvalidOperationException($"No such task: {task}"),
        }
    );
    return;
}
var template = Template.Compile(BenchTemplate.Template(), "bench.docx", BenchRow.Fields);
Console.WriteLine("Warm: medians in one process whose code the runtime has made fast.");
Console.WriteLine(
    "bare: constant UTF-8 and escaped values into a zip entry; ours: a compiled template filled; dom: the SDK's object model."
);
Console.WriteLine(
    $"{"rows", 8} {"bare ms", 9} {"ours ms", 9} {"dom ms", 9} {"ours/bare", 10} {"dom/ours", 9} {"us/row", 7}"
);
foreach (var size in (int[])[1_000, 10_000, 100_000])
{
    var rows = BenchRow.Make(size);
    var times = Measure(
        Math.Clamp(200_000 / size, 7, 200),
        o => BareWriter.Write(rows, o),
        o => template.Fill(rows, o)
    );
    // By itself and afterwards: what the object model leaves to collect and to compile would fall on the other two.
    var dom = Measure(Math.Clamp(20_000 / size, 1, 5), o => DomWriter.Write(rows, o))[0];
    Console.WriteLine(
        $"{size, 8} {times[0], 9:F2} {times[1], 9:F2} {dom, 9:F2} {times[1] / times[0], 9:F2}x "
            + $"{dom / times[1], 8:F1}x {times[1] * 1000 / size, 7:F2}"
    );
}
Console.WriteLine();
const int Processes = 7;
Console.WriteLine(
    $"Cold: the first document of a fresh process, 1,000 rows, median of {Processes} processes each; the runtime "
        + "still compiles what runs. Its own start is not counted."
);
var (bare, compile, fill) = (Median("first-bare"), Median("first-compile"), Median("first-fill"));
Console.WriteLine(
    $"bare writer's first write {bare:F0} ms; our template's first compilation {compile:F0} ms; our first fill "
        + $"after it {fill:F0} ms ({fill / bare:F1}x bare, {(compile + fill) / bare:F1}x with the compilation)"
);
Console.WriteLine();
Console.WriteLine($"Memory: peak working set of a process that fills 100,000 rows once: {Child("peak", "100000")} MB");

Console.WriteLine();
ReadRows();

// By itself: dotnet run -c Release --project tests/SpLg.Bench -- read
static void ReadRows()
{
    const int Rows = 100_000;
    Console.WriteLine($"Reading: {Rows:N0} rows in pages of 2,000 from memory, a fresh process each.");
    Console.WriteLine(
        $"{"way", -30} {"first page, CPU s", 18} {"then, CPU s", 12} {"peak MB", 8} {"allocated MB", 13} {"answers MB", 11}"
    );
    foreach (
        var (way, name) in new[]
        {
            ("ours", "ours, rows handed on"),
            ("cells", "ours, every cell looked at"),
            ("sdk", "the SDK's typed page iterator"),
        }
    )
    {
        var figures = Child("read", way, Rows.ToString()).Split(' ');
        Console.WriteLine(
            $"{name, -30} {figures[0], 18} {figures[1], 12} {figures[2], 8} {figures[3], 13} {figures[4], 11}"
        );
    }
}

static double Median(string task) =>
    Enumerable.Range(0, Processes).Select(_ => double.Parse(Child(task, "1000"))).Order().ElementAt(Processes / 2);

static string Child(params string[] task)
{
    var host = Environment.ProcessPath!;
    string[] arguments = host.EndsWith("dotnet", StringComparison.Ordinal)
        ? [typeof(BenchRow).Assembly.Location, .. task]
        : task;
    using var child = Process.Start(
        new ProcessStartInfo(host, arguments) { RedirectStandardOutput = true, UseShellExecute = false }
    )!;
    var printed = child.StandardOutput.ReadToEnd().Trim();
    child.WaitForExit();
    return child.ExitCode == 0
        ? printed
        : throw new InvalidOperationException($"{string.Join(' ', task)} ended with {child.ExitCode}.");
}

static double Milliseconds(Action action)
{
    var start = Stopwatch.GetTimestamp();
    action();
    return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
}

static double FirstFill(IReadOnlyList<BenchRow> rows)
{
    var template = Template.Compile(BenchTemplate.Template(), "bench.docx", BenchRow.Fields);
    return Milliseconds(() => template.Fill(rows, new MemoryStream()));
}

static double Peak(IReadOnlyList<BenchRow> rows)
{
    using var output = new CountingStream();
    Template.Compile(BenchTemplate.Template(), "bench.docx", BenchRow.Fields).Fill(rows, output);
    using var self = Process.GetCurrentProcess();
    self.Refresh();
    return self.PeakWorkingSet64 / (1024 * 1024);
}

// Medians of runs in turn, so that a noisy moment does not fall on one writer alone.
static double[] Measure(int repeats, params Action<Stream>[] writers)
{
    var times = writers.Select(_ => new List<double>()).ToArray();
    void Round(bool counts)
    {
        for (var i = 0; i < writers.Length; i++)
        {
            using var output = new MemoryStream();
            var start = Stopwatch.GetTimestamp();
            writers[i](output);
            if (counts)
                times[i].Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
    }

    // The runtime makes code fast in the background after a pause: warm is a matter of time, not of rounds.
    var begun = Stopwatch.GetTimestamp();
    while (Stopwatch.GetElapsedTime(begun) < TimeSpan.FromSeconds(3))
        Round(counts: false);
    for (var round = 0; round < repeats; round++)
        Round(counts: true);
    return [.. times.Select(t => t.Order().ElementAt(t.Count / 2))];
}
