using System.Diagnostics;

namespace SpLg.Tests.Service;

/// <summary>The unit file that operators copy, judged by systemd's own tool where it is installed.</summary>
public sealed class UnitFileTests(ITestOutputHelper told)
{
    private static readonly string Unit = Path.Combine(Repository.Root, "provisioning", "splg.service");

    [Fact]
    public async Task Its_exposure_is_under_three()
    {
        if (
            await AnalyzeAsync("security", "--offline=yes", "--no-pager", "--threshold=30", Unit)
            is not
            (var code, var output)
        )
        {
            Assert.Skip("systemd-analyze is not installed.");
            return;
        }
        told.WriteLine(output.Trim().Split('\n')[^1]);
        // A threshold of 30 is an exposure of 3.0.
        Assert.True(code == 0, output);
    }

    [Fact]
    public async Task Systemd_finds_nothing_in_it_to_complain_of()
    {
        if (await AnalyzeAsync("verify", Unit) is not (_, var output))
        {
            Assert.Skip("systemd-analyze is not installed.");
            return;
        }
        // The program is not where it will be installed.
        Assert.All(
            output.Split('\n', StringSplitOptions.RemoveEmptyEntries),
            line => Assert.Contains("/opt/splg/splg is not executable", line, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void It_starts_what_the_README_installs_and_does_not_start_wrong_settings_again()
    {
        var text = File.ReadAllText(Unit);
        Assert.Contains("Type=notify", text, StringComparison.Ordinal);
        Assert.Contains(
            "ExecStart=/opt/splg/splg worker --settings /etc/splg/splg.json",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains($"RestartPreventExitStatus={ExitCode.Usage}\n", text, StringComparison.Ordinal);
    }

    /// <returns>Null where the tool is not installed.</returns>
    private static async Task<(int Code, string Output)?> AnalyzeAsync(params string[] args)
    {
        var start = new ProcessStartInfo("systemd-analyze", args)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
        using (process)
        {
            var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync();
            return (process.ExitCode, await output + await error);
        }
    }
}
