using SpLg.Terminal;

namespace SpLg.Tests.Infra;

/// <summary>What a command printed and how it ended.</summary>
internal sealed record SplgRun(int Code, string Output, string Error)
{
    /// <summary>Runs the executable's own command line in this process.</summary>
    public static Task<SplgRun> InProcessAsync(params string[] args) =>
        InProcessAsync(new Dictionary<string, string>(), CancellationToken.None, args);

    public static async Task<SplgRun> InProcessAsync(
        IReadOnlyDictionary<string, string> environment,
        CancellationToken cancellationToken,
        params string[] args
    )
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        // Commands write from several threads: progress of parallel reading.
        var screen = new Screen(TextWriter.Synchronized(output), TextWriter.Synchronized(error), interactive: false);
        var code = await new CommandLine(screen, environment, TimeProvider.System).RunAsync(args, cancellationToken);
        return new(code, output.ToString(), error.ToString());
    }

    /// <summary>What is wrong with a command line, without carrying it out.</summary>
    public static IReadOnlyList<string> Errors(params string[] args) =>
        new CommandLine(
            new Screen(TextWriter.Null, TextWriter.Null, interactive: false),
            new Dictionary<string, string>(),
            TimeProvider.System
        ).Errors(args);

    /// <summary>For a failing test's message.</summary>
    public override string ToString() => $"exit {Code}\n--- output\n{Output}\n--- error\n{Error}";
}
