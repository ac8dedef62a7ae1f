using System.Collections.Concurrent;

namespace SpLg.Tests.Story;

/// <summary>A worker's log, to be looked at while it runs.</summary>
internal sealed class Lines : IProgress<string>
{
    private readonly ConcurrentQueue<string> all = new();
    private Action<string>? onLine;

    public Lines(Action<string>? onLine = null) => this.onLine = onLine;

    public IReadOnlyList<string> All => [.. all];

    public void Report(string value)
    {
        all.Enqueue(value);
        onLine?.Invoke(value);
    }

    public override string ToString() => string.Join('\n', all);
}
