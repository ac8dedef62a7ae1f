using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using SpLg.SharePoint.Throttling;

namespace SpLg.Tests.Story;

/// <summary>A worker's log, to be looked at while it runs.</summary>
internal sealed class Lines : ILogger
{
    private readonly ConcurrentQueue<string> all = new();
    private readonly ConcurrentQueue<EventId> events = new();
    private readonly ConcurrentQueue<LogLevel> levels = new();
    private readonly LineLogger logger;

    public Lines()
    {
        logger = new((_, line) => all.Enqueue(line));
        Progress = new((step, words) => this.Step(new(step, words)));
    }

    /// <summary>Told the name of each event, which is its method's, after its line.</summary>
    public Action<string>? OnEvent { get; init; }

    /// <summary>Told what kind of step has begun, after its line.</summary>
    public Action<RunStep>? OnStep { get; init; }

    /// <summary>Told too of all that is logged here.</summary>
    public ILogger? Also { get; init; }

    /// <summary>As its operator sees it.</summary>
    public IReadOnlyList<string> All => [.. all];

    /// <summary>Names of the events, in the order they came.</summary>
    public IReadOnlyList<string> Events => [.. events.Select(e => e.Name!)];

    public IReadOnlyList<(int Id, LogLevel Level)> Levels => [.. events.Select(e => e.Id).Zip(levels)];

    /// <summary>For a run that is made without a worker.</summary>
    public RunProgress Progress { get; }

    public IProgress<GraphPause> Pauses => new LoggedPauses(this);

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => logger.BeginScope(state);

    public bool IsEnabled(LogLevel logLevel) => logger.IsEnabled(logLevel);

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
        events.Enqueue(eventId);
        levels.Enqueue(logLevel);
        logger.Log(logLevel, eventId, state, exception, formatter);
        Also?.Log(logLevel, eventId, state, exception, formatter);
        OnEvent?.Invoke(eventId.Name!);
        if (state is IReadOnlyList<KeyValuePair<string, object?>> values)
        {
            foreach (var step in values.Select(v => v.Value).OfType<LoggedStep>())
            {
                if (step.Kind is { } kind)
                    OnStep?.Invoke(kind);
            }
        }
    }

    public override string ToString() => string.Join('\n', all);
}
