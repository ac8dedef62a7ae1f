using System.Diagnostics;

namespace SpLg.Tests.Hostile;

/// <summary>
/// The largest files of each kind that ten megabytes hold, given to the program itself in a process of its own. All
/// kinds with <c>SPLG_HOSTILE=1</c>, which takes half an hour and a machine with nothing else to do, for memory and
/// time are measured.
/// </summary>
public sealed class HostileMatrixTests
{
    private const int MostBytes = 10_000_000;
    private const double MostSeconds = 10;
    private const long MostMemory = 400;

    public static TheoryData<string> Kinds =>
        Environment.GetEnvironmentVariable("SPLG_HOSTILE") == "1"
            ? [.. HostileDocx.All.Select(k => k.Name)]
            : ["plain paragraphs", "nested conditions", "unknown names", "bombs in many parts"];

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
