namespace SpLg.Tests.Story;

/// <summary>The system's clock, moved ahead; waits last as long as they do.</summary>
internal sealed class ClockAhead : TimeProvider
{
    public TimeSpan Ahead { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
}
