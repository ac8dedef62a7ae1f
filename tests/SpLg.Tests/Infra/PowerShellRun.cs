using System.Diagnostics;

namespace SpLg.Tests.Infra;

/// <summary>PowerShell, which the repository's tool manifest names, so that scripts are run and not only read.</summary>
internal static class PowerShellRun
{
    private static readonly Lazy<Task> Restored = new(async () =>
    {
        var (code, output) = await RunAsync(["tool", "restore"]);
        Assert.True(code == 0, output);
    });

    /// <summary>Carries out a text in a process of its own, with the repository as its folder.</summary>
    public static async Task<(int Code, string Output)> CarryOutAsync(string text)
    {
        await Restored.Value;
        var encoded = Convert.ToBase64String(Encoding.Unicode.GetBytes(text));
        return await RunAsync(["pwsh", "-NoProfile", "-NonInteractive", "-EncodedCommand", encoded]);
    }

    private static async Task<(int, string)> RunAsync(string[] args)
    {
        var start = new ProcessStartInfo("dotnet", args)
        {
            WorkingDirectory = Repository.Root,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // Errors as plain text.
        start.Environment["NO_COLOR"] = "1";
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await error);
    }
}
