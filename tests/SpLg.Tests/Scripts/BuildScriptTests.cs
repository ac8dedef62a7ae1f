namespace SpLg.Tests.Scripts;

/// <summary>Each task of build.ps1, run by PowerShell with a stand-in for dotnet that notes what it was asked.</summary>
public sealed class BuildScriptTests
{
    /// <summary>PowerShell takes seconds to start, hence a sample.</summary>
    public static TheoryData<string, string> Tasks =>
        [
            .. SampleOrAll.OfFirst(
                2,
                (
                    "publish",
                    "publish src/SpLg -c Release -o artifacts/splg;tool restore;"
                        + "dotnet-CycloneDX src/SpLg/SpLg.csproj --output artifacts/splg --filename sbom.json "
                        + "--output-format Json"
                ),
                ("format", "tool restore;csharpier check ."),
                ("build", "build SpLg.sln"),
                ("test", "test SpLg.sln"),
                // A function is not given the two hyphens that a program gets.
                ("demo", "run --project src/SpLg demo")
            ),
        ];

    public static TheoryData<string> Failing => [.. SampleOrAll.OfFirst(1, "publish", "build", "format")];

    [Theory]
    [MemberData(nameof(Tasks))]
    public async Task Each_task_calls_dotnet_as_the_README_does(string task, string calls)
    {
        var (code, output) = await RunAsync(task, exit: 0);

        Assert.True(code == 0, output);
        Assert.Equal(calls.Split(';'), Calls(output));
    }

    [Fact]
    public async Task Without_a_task_it_tests()
    {
        var (_, output) = await RunAsync("", exit: 0);

        Assert.Equal(["test SpLg.sln"], Calls(output));
    }

    [Theory]
    [MemberData(nameof(Failing))]
    public async Task What_fails_ends_it_with_the_same_code_and_nothing_after_it_is_called(string task)
    {
        var (code, output) = await RunAsync(task, exit: 7);

        Assert.Equal(7, code);
        Assert.Single(Calls(output));
    }

    [Fact]
    public async Task A_task_there_is_not_is_refused()
    {
        var (code, output) = await RunAsync("deploy", exit: 0);

        Assert.NotEqual(0, code);
        Assert.Empty(Calls(output));
        Assert.Contains("publish", output, StringComparison.Ordinal);
    }

    private static Task<(int Code, string Output)> RunAsync(string task, int exit) =>
        PowerShellRun.CarryOutAsync(
            $$"""
            $ErrorActionPreference = 'Stop'
            function global:dotnet { Write-Output "called: $args"; $global:LASTEXITCODE = {{exit}} }
            ./build.ps1 {{task}}
            if ($?) { exit 0 } else { exit $LASTEXITCODE }
            """
        );

    private static List<string> Calls(string output) =>
        [
            .. output
                .Split('\n')
                .Where(l => l.StartsWith("called: ", StringComparison.Ordinal))
                .Select(l => l["called: ".Length..].Trim()),
        ];
}
