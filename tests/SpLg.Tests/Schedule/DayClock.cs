namespace SpLg.Tests.Schedule;

/// <summary>A clock that stands where it is put; waits are those of the system.</summary>
internal sealed class DayClock(string now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = At(now);

    public static DateTimeOffset At(string moment) => DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture);

    public override DateTimeOffset GetUtcNow() => Now;
}
