using System.Diagnostics;
using System.Runtime.InteropServices;

namespace SpLg.Tests.Story;

/// <summary>The built executable as a process of its own, for what only a process can show: being killed.</summary>
internal sealed class SplgProcess : IDisposable
{
    private readonly Process process;
    private readonly Task<string> output;
    private readonly Task<string> error;
    private readonly StringBuilder said = new();

    private SplgProcess(Process process)
    {
        this.process = process;
        output = process.StandardOutput.ReadToEndAsync();
        error = ReadErrorAsync();
    }

    public static SplgProcess Start(params IEnumerable<string> args) => Start([], args);

    /// <param name="environment">Variables it gets beside those of this process.</param>
    public static SplgProcess Start(Dictionary<string, string> environment, IEnumerable<string> args) =>
        Start(environment, "dotnet", [Program, .. args]);

    /// <summary>As systemd starts it: the parent is a process of that name, which hands SIGTERM on.</summary>
    /// <param name="folder">Gets a shell under the name of systemd.</param>
    public static SplgProcess StartAsUnit(
        string folder,
        Dictionary<string, string> environment,
        IEnumerable<string> args
    )
    {
        var parent = Path.Combine(folder, "systemd");
        File.Copy("/bin/sh", parent);
        const string Script = "dotnet \"$@\" & trap \"kill $!\" TERM; wait $!; wait $!";
        return Start(environment, parent, ["-c", Script, "sh", Program, .. args]);
    }

    private static string Program => Path.Combine(AppContext.BaseDirectory, "splg.dll");

    private static SplgProcess Start(Dictionary<string, string> environment, string program, IEnumerable<string> args)
    {
        var start = new ProcessStartInfo(program, args)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return new(Process.Start(start)!);
    }

    /// <summary>Waits until it has written this beside its result.</summary>
    public async Task SaidAsync(string words)
    {
        for (var since = Stopwatch.StartNew(); since.Elapsed < TimeSpan.FromSeconds(30); await Task.Delay(5))
        {
            lock (said)
            {
                if (said.ToString().Contains(words, StringComparison.Ordinal))
                    return;
            }
        }
        Assert.Fail($"splg did not say '{words}'.\n{said}");
    }

    /// <summary>SIGKILL: no chance to tidy up.</summary>
    public void Kill() => process.Kill();

    /// <summary>SIGTERM, as a service manager sends it; nothing happens to one that has ended meanwhile.</summary>
    public void Terminate()
    {
        if (SysKill(process.Id, 15) != 0 && !process.WaitForExit(1000))
            throw new InvalidOperationException($"kill failed: {Marshal.GetLastPInvokeErrorMessage()}");
    }

    /// <summary>True when it has ended within the time.</summary>
    public async Task<bool> EndedAsync(TimeSpan within)
    {
        using var limit = new CancellationTokenSource(within);
        try
        {
            await process.WaitForExitAsync(limit.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>Waits for the end; a process that hangs fails the test.</summary>
    public async Task<(int Code, string Output)> EndAsync()
    {
        if (!await EndedAsync(TimeSpan.FromSeconds(90)))
        {
            process.Kill();
            Assert.Fail($"splg did not end.\n{await output}\n{await error}");
        }
        return (process.ExitCode, await output + await error);
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.Dispose();
    }

    private async Task<string> ReadErrorAsync()
    {
        while (await process.StandardError.ReadLineAsync() is { } line)
        {
            lock (said)
                said.AppendLine(line);
        }
        return said.ToString();
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SysKill(int id, int signal);
}
