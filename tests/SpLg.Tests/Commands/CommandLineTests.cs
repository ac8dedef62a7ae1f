namespace SpLg.Tests.Commands;

public class CommandLineTests
{
    internal static readonly string[] VerbNames =
    [
        "demo",
        "worker",
        "status",
        "generate",
        "check",
        "read",
        "render",
        "rollup",
        "template",
        "trace",
        "verify",
        "import",
        "provision",
        "site",
        "doctor",
    ];

    public static TheoryData<string> Verbs => [.. VerbNames];

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task Help_of_every_verb_has_examples_that_the_command_line_itself_accepts(string verb)
    {
        var help = await SplgRun.InProcessAsync(verb, "--help");

        Assert.Equal(ExitCode.Ok, help.Code);
        var examples = help
            .Output.ReplaceLineEndings("\n")
            .Split('\n')
            .Select(l => l.Trim())
            .Where(l => l.StartsWith($"splg {verb}", StringComparison.Ordinal) && !l.Contains('['))
            .ToList();
        Assert.True(examples.Count >= 2, help.ToString());
        foreach (var example in examples)
        {
            var words = example.Split('>')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..];
            var errors = SplgRun.Errors(words);
            Assert.True(errors.Count == 0, $"{example}: {string.Join(" ", errors)}");
        }
    }

    [Fact]
    public async Task Help_of_the_local_site_tells_where_faults_are_set() =>
        Assert.Contains("/_faults", (await SplgRun.InProcessAsync("site", "--help")).Output, StringComparison.Ordinal);

    [Theory]
    [InlineData]
    [InlineData("nonsense")]
    [InlineData("check", "--nonsense")]
    [InlineData("generate", "--year", "soon")]
    [InlineData("generate", "--request", "3", "--year", "2026")]
    [InlineData("read", "x", "--format", "xlsx")]
    [InlineData("render")]
    [InlineData("render", "x", "--type", "novel")]
    [InlineData("generate", "--edition", "half")]
    [InlineData("generate", "--request", "3", "--type", "action-plan")]
    [InlineData("template", "check")]
    [InlineData("trace")]
    [InlineData("site", "--organisation", "!")]
    [InlineData("site", "--organisation", "Nämnd A", "--organisation", "nämnd a")]
    public async Task Wrong_usage_ends_with_2_and_says_why(params string[] args)
    {
        var run = await SplgRun.InProcessAsync(args);

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.NotEmpty(run.Error.Trim());
    }

    [Theory]
    [InlineData("check", "--year", "abc")]
    [InlineData("check", "--year", "-5")]
    [InlineData("render", "x", "--year", "0")]
    [InlineData("render", "x", "--year", "1999")]
    [InlineData("generate", "--year", "2101")]
    [InlineData("generate", "--year", "20260")]
    [InlineData("generate", "--request", "0")]
    [InlineData("site", "--port", "many")]
    [InlineData("site", "--port", "99999")]
    [InlineData("demo", "--port", "65536")]
    public async Task A_number_that_cannot_be_used_ends_with_2_and_words_that_say_what_can(params string[] args)
    {
        var run = await SplgRun.InProcessAsync(args);

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains($"{args[^2]} '{args[^1]}': write a whole number from", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_and_the_last_year_are_taken()
    {
        Assert.Empty(SplgRun.Errors("check", "--year", "2000"));
        Assert.Empty(SplgRun.Errors("check", "--year", "2100"));
    }

    [Fact]
    public async Task Settings_that_cannot_be_used_end_with_2()
    {
        var run = await SplgRun.InProcessAsync("worker");

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains("Site:Address: is not set", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_environment_sets_what_the_command_line_does_not()
    {
        var environment = new Dictionary<string, string> { ["SPLG__Worker__PollSeconds"] = "often" };

        var run = await SplgRun.InProcessAsync(environment, CancellationToken.None, "worker");

        Assert.Contains("Worker:PollSeconds: 'often'", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_a_fault_and_no_stack_trace()
    {
        var run = await SplgRun.InProcessAsync("check", "--folder", "no-such-folder");

        Assert.Equal(ExitCode.Fault, run.Code);
        Assert.Equal(
            ["Reading the files", "There is no folder 'no-such-folder'."],
            run.Error.Trim().Split('\n', StringSplitOptions.TrimEntries)
        );
    }

    [Fact]
    public async Task A_site_that_does_not_answer_is_a_fault_that_names_it()
    {
        var run = await SplgRun.InProcessAsync(
            "doctor",
            "--set",
            "Site:Address=http://localhost:9/sites/a",
            "--set",
            "Graph:Address=http://127.0.0.1:9/v1.0/",
            "--set",
            "SignIn:Kind=LocalSite"
        );

        Assert.Equal(ExitCode.Fault, run.Code);
        Assert.Contains("✗ Sign-in and site http://localhost:9/sites/a", run.Output, StringComparison.Ordinal);
    }
}
