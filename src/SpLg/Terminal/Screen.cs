using Spectre.Console;

namespace SpLg.Terminal;

/// <summary>
/// Where a command writes: results to the output, progress and faults beside it (so that a script can pipe the
/// result). On a terminal progress is a spinner; elsewhere it is plain lines.
/// </summary>
internal sealed class Screen
{
    private readonly IAnsiConsole side;

    /// <param name="output">The result of the command.</param>
    /// <param name="error">Progress and faults.</param>
    /// <param name="interactive">True when a person watches a terminal; decided by the caller because tests have
    /// none.</param>
    public Screen(TextWriter output, TextWriter error, bool interactive)
    {
        Output = output;
        Error = error;
        Interactive = interactive;
        Result = Create(output);
        side = Create(error);

        IAnsiConsole Create(TextWriter writer)
        {
            var console = AnsiConsole.Create(
                new AnsiConsoleSettings
                {
                    Ansi = interactive ? AnsiSupport.Detect : AnsiSupport.No,
                    Interactive = interactive ? InteractionSupport.Detect : InteractionSupport.No,
                    Out = new AnsiConsoleOutput(writer),
                }
            );
            // In a file or a pipe a line is a line: no wrapping at eighty signs.
            if (!interactive)
                console.Profile.Width = 4000;
            return console;
        }
    }

    public bool Interactive { get; }

    /// <summary>The raw output, for JSON and help.</summary>
    public TextWriter Output { get; }

    /// <summary>The raw side output.</summary>
    public TextWriter Error { get; }

    /// <summary>The output as a console, for tables and styled text.</summary>
    public IAnsiConsole Result { get; }

    /// <summary>
    /// True when the command has given its outcome as JSON; a second object would spoil it for the script that reads
    /// it.
    /// </summary>
    public bool HasJson { get; private set; }

    /// <summary>The whole outcome of a command for a script.</summary>
    public void Json(string text)
    {
        HasJson = true;
        Output.WriteLine(text);
    }

    /// <summary>A line of the result, as it is: no markup and no wrapping.</summary>
    public void Line(string text = "") => Output.WriteLine(text);

    /// <summary>A line beside the result: progress, log, or a fault.</summary>
    public void Note(string text) => side.WriteLine(text);

    /// <summary>Runs work that may take longer than a second, showing each step it reports.</summary>
    public async Task<T> ProgressAsync<T>(string title, Func<RunProgress, Task<T>> work)
    {
        if (!Interactive)
        {
            Note(title);
            return await work(OneAtATime(step => Note("  " + step)));
        }
        return await side.Status()
            .StartAsync(
                Markup.Escape(title),
                context => work(OneAtATime(step => context.Status(Markup.Escape($"{title}: {step}"))))
            );
    }

    public Task ProgressAsync(string title, Func<RunProgress, Task> work) =>
        ProgressAsync(
            title,
            async progress =>
            {
                await work(progress);
                return true;
            }
        );

    private static RunProgress OneAtATime(Action<string> show)
    {
        var oneAtATime = new Lock();
        return new(
            (_, words) =>
            {
                lock (oneAtATime)
                    show(words);
            }
        );
    }
}
