namespace SpLg.Logging;

/// <summary>Writes each event as one line, with the organisation and the request that it is about before it.</summary>
/// <param name="write">Takes a line and its level.</param>
internal sealed class LineLogger(Action<LogLevel, string> write) : ILogger
{
    private readonly LoggerExternalScopeProvider scopes = new();

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => scopes.Push(state);

    public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
        var line = new StringBuilder();
        scopes.ForEachScope((scope, text) => text.Append(LogScopes.PrefixOf(scope)), line);
        line.Append(formatter(state, exception));
        if (exception is not null)
            line.Append(CultureInfo.InvariantCulture, $" ({exception.GetType().Name}: {exception.Message})");
        write(logLevel, line.ToString());
    }
}
