namespace SpLg.Logging;

/// <summary>The log for people: a line for each event with date, time of day here, and level.</summary>
internal sealed class LineLoggerProvider(Screen screen, TimeProvider clock) : ILoggerProvider
{
    private readonly LineLogger logger = new(
        (level, line) =>
            screen.Note(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{clock.GetLocalNow():yyyy-MM-dd HH:mm:ss} {Word(level)} {line}"
                )
            )
    );

    public ILogger CreateLogger(string categoryName) => logger;

    public void Dispose() { }

    /// <summary>Four letters, as the log of .NET's own console has them.</summary>
    private static string Word(LogLevel level) =>
        level switch
        {
            LogLevel.Trace => "trce",
            LogLevel.Debug => "dbug",
            LogLevel.Information => "info",
            LogLevel.Warning => "warn",
            LogLevel.Error => "fail",
            _ => "crit",
        };
}
