using System.Diagnostics;
using System.Text.Encodings.Web;

namespace SpLg.Tests.Hostile;

/// <summary>
/// The largest files of each kind that ten megabytes hold, given to the program itself in a process of its own. All
/// kinds with <c>SPLG_HOSTILE=1</c>, which takes half an hour and a machine with nothing else to do, for memory and
/// time are measured.
/// </summary>
public sealed class HostileMatrixTests(ITestOutputHelper output)
{
    private const int MostBytes = 10_000_000;
    private const double MostSeconds = 10;
    private const long MostMemory = 400;

    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static TheoryData<string> Kinds =>
        Environment.GetEnvironmentVariable("SPLG_HOSTILE") == "1"
            ? [.. HostileDocx.All.Select(k => k.Name)]
            :
            [
                .. SampleOrAll.OfEvery(
                    2,
                    "plain paragraphs",
                    "nested conditions",
                    "unknown names",
                    "bombs in many parts"
                ),
            ];

    /// <summary>What takes longest to look through for personal data, or to read as formatted text.</summary>
    private static readonly (string Name, string Piece)[] Pieces =
    [
        ("a sign of eighteen letters", "\ufdfa"),
        ("lists in lists", "<ul><li>"),
        ("digits and tabs", "1\t"),
        ("digits and letters like them", "O1 "),
        ("tags that do not end", "<a>1"),
        ("paragraphs", "<p>a</p>"),
        ("line breaks", "1<br>"),
        ("tables", "<table><tr><td>1</td></tr></table>"),
        ("styles", "<b style='color:red;a:b'>x</b>"),
        ("links", "<a href='http://a.se/811228'>x</a>"),
        ("bold in bold", "<b>1"),
        ("addresses without an end", "a@b "),
        ("paths", "/a.se/ "),
        ("entities of entities", "&amp;"),
        ("escapes of escapes", "%2525"),
        ("escaped digits", "\\u0031"),
        ("from the right", "\u202e1"),
        ("quotation marks in tags", "'<a '"),
        ("phones that are none", "+46 7-"),
        ("zeroes and dashes", "0-"),
        ("dates that are none", "12-12-12-1234 "),
        ("letters with marks", "a\u0301\u0316"),
        ("letters of syllables", "\u1100\u1161"),
        ("squared words", "\u3356"),
        ("line separators", "1\u2028"),
        ("words for signs", " punkt a@b"),
    ];

    /// <summary>Places of the shipped template, so that every text is printed.</summary>
    private static readonly string[] Keys =
    [
        "sammanfattning",
        "syfte",
        "lis",
        "omvarld",
        "intressenter",
        "incidenter",
        "upphandling",
        "plan",
        "kompetens",
        "risker",
    ];

    public static TheoryData<string, string> RowKinds =>
        [
            .. Pieces
                .SelectMany(p =>
                    new[] { "Incidenter.csv", "Incidenter.json", "Textblock.csv" }.Select(f => (p.Name, f))
                )
                .Where(k =>
                    Environment.GetEnvironmentVariable("SPLG_HOSTILE") == "1"
                    || k is { f: "Textblock.csv", Name: "lists in lists" }
                    || (
                        SampleOrAll.IsAll
                        && k is { f: "Textblock.csv", Name: "a sign of eighteen letters" or "digits and tabs" }
                    )
                ),
        ];

    [Theory]
    [MemberData(nameof(RowKinds))]
    public async Task Rows_of_ten_megabytes_are_done_or_refused_within_ten_seconds_and_400_MB(string name, string file)
    {
        var folder = Directory.CreateTempSubdirectory("splg-hostile-").FullName;
        try
        {
            await File.WriteAllBytesAsync(
                Path.Combine(folder, file),
                Rows(file, Pieces.First(p => p.Name == name).Piece)
            );
            string[][] verbs =
            [
                ["render", folder, "--year", "2026", "--out", Path.Combine(folder, "ut.docx"), "--json"],
                [
                    "render",
                    folder,
                    "--year",
                    "2026",
                    "--edition",
                    "open",
                    "--out",
                    Path.Combine(folder, "ut.docx"),
                    "--json",
                ],
            ];
            foreach (var verb in verbs)
            {
                var (code, seconds, memory, text) = await RunAsync(verb);
                output.WriteLine($"{name} in {file}: {seconds:0.0} s, {memory} MB, exit {code}");
                Assert.True(code is 0 or 1 or 3, $"{name}: exit {code}\n{text}");
                Assert.DoesNotContain("   at SpLg", text, StringComparison.Ordinal);
                Assert.True(seconds < MostSeconds, $"{name} in {file}: {seconds:0.0} s of processor time");
                Assert.True(memory < MostMemory, $"{name} in {file}: {memory} MB");
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public static TheoryData<string> DraftKinds =>
        [
            .. Pieces
                .Select(p => p.Name)
                .Where(n => Environment.GetEnvironmentVariable("SPLG_HOSTILE") == "1" || n is "digits and tabs"),
        ];

    /// <summary>As much as is read of a draft, which is 20 MB of text in a file of any size.</summary>
    [Theory]
    [MemberData(nameof(DraftKinds))]
    public void What_people_wrote_in_a_draft_is_examined_within_ten_seconds(string name)
    {
        var piece = Pieces.First(p => p.Name == name).Piece;
        var text = string.Concat(Enumerable.Repeat(piece, 900_000 / piece.Length));
        var written = Enumerable
            .Range(0, 20_000_000 / Encoding.UTF8.GetByteCount(text))
            .Select(i => new WrittenText("brödtexten", text))
            .ToList();
        var since = Stopwatch.StartNew();

        var fault = WrittenFault.Of(written, isReviewed: false, OpenLinks.Of([new("https://a.se/sites/x/Lists/y")]));

        output.WriteLine($"{name}: {since.Elapsed.TotalSeconds:0.0} s, {fault}");
        // Other tests run beside it unless all kinds are asked for.
        var most = Environment.GetEnvironmentVariable("SPLG_HOSTILE") == "1" ? MostSeconds : 6 * MostSeconds;
        Assert.True(since.Elapsed.TotalSeconds < most, $"{name}: {since.Elapsed}");
    }

    private static byte[] Rows(string file, string piece)
    {
        // As much in a cell as is read, and as many rows as the file has room for.
        var cell = string.Concat(
            Enumerable.Repeat(
                piece,
                240_000 / piece.Length / (file.EndsWith(".json", StringComparison.Ordinal) ? 3 : 1)
            )
        );
        var column = file.StartsWith("Text", StringComparison.Ordinal) ? "Text" : "Sammanfattning för publicering";
        var room = MostBytes - 1_000;
        var isJson = file.EndsWith(".json", StringComparison.Ordinal);
        Func<int, string> row = isJson
            ? id =>
                JsonSerializer.Serialize(
                    new
                    {
                        id = $"{id}",
                        fields = new Dictionary<string, string>(StringComparer.Ordinal)
                        {
                            ["Title"] = $"R{id}",
                            ["ReportSummary"] = cell,
                            ["Publication"] = "Öppen",
                            ["Year"] = "2026",
                        },
                    },
                    Readable
                ) + ","
            : id =>
                $"R{id},{Keys[(id - 1) % Keys.Length]},{id},Öppen,2026,\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"\n";
        var size = Encoding.UTF8.GetByteCount(row(1));
        var rows = string.Concat(Enumerable.Range(1, Math.Max(1, room / size)).Select(row));
        return Encoding.UTF8.GetBytes(
            isJson ? $"[{rows.TrimEnd(',')}]" : $"Rubrik,Nyckel,ID,Publicering,År,{column}\n{rows}"
        );
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_file_of_ten_megabytes_is_done_or_refused_within_ten_seconds_and_400_MB(string name)
    {
        var kind = HostileDocx.Named(name);
        var folder = Directory.CreateTempSubdirectory("splg-hostile-").FullName;
        try
        {
            var path = Path.Combine(folder, "mall.docx");
            await File.WriteAllBytesAsync(path, Largest(kind), CancellationToken.None);
            var (code, seconds, memory, text) = await RunAsync("template", "check", path);
            output.WriteLine($"{name}: {seconds:0.0} s, {memory} MB, exit {code}");
            Assert.True(code is 0 or 1, $"{kind.Name}: exit {code}\n{text}");
            Assert.DoesNotContain("   at SpLg", text, StringComparison.Ordinal);
            Assert.True(seconds < MostSeconds, $"{kind.Name}: {seconds:0.0} s of processor time");
            // What the memory comes to can be seen on Linux only.
            Assert.True(memory < MostMemory, $"{kind.Name}: {memory} MB");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static byte[] Largest(HostileDocx kind)
    {
        var count = kind.Most;
        var file = kind.Make(count);
        while (file.Length > MostBytes)
            file = kind.Make(count = (int)(count * Math.Min(0.95, 0.98 * MostBytes / file.Length)));
        return file;
    }

    private static async Task<(int Code, double Seconds, long Memory, string Text)> RunAsync(params string[] args)
    {
        using var process = new Process
        {
            StartInfo = new("dotnet", [typeof(DocumentKind).Assembly.Location, .. args])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            },
        };
        process.Start();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var (memory, seconds) = (0L, 0.0);
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!process.HasExited && !limit.IsCancellationRequested)
        {
            memory = Math.Max(memory, Peak(process.Id));
            seconds = Math.Max(seconds, Seconds(process));
            await Task.Delay(20);
        }
        if (!process.HasExited)
            process.Kill();
        await process.WaitForExitAsync();
        return (process.ExitCode, seconds, memory, await output + await error);
    }

    private static double Seconds(Process process)
    {
        try
        {
            return process.TotalProcessorTime.TotalSeconds;
        }
        catch (InvalidOperationException)
        {
            // It has ended meanwhile.
            return 0;
        }
    }

    private static long Peak(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status")
                .FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null
                ? 0
                : long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture)
                    / 1024;
        }
        catch (IOException)
        {
            // It has ended meanwhile.
            return 0;
        }
    }
}
