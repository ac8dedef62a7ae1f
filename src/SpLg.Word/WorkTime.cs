using System.Diagnostics;

namespace SpLg.Word;

/// <summary>
/// How long one file may be read and compiled, or filled. What it may hold is bounded too, but not every shape that
/// takes long has been thought of, and a worker has other requests to see to.
/// </summary>
internal sealed class WorkTime
{
    /// <summary>
    /// The largest shipped template takes a tenth of a second, a table of a hundred thousand rows less than one.
    /// </summary>
    public static readonly TimeSpan Most = TimeSpan.FromSeconds(5);

    private readonly long since = Stopwatch.GetTimestamp();
    private readonly TimeSpan processor = Environment.CpuUsage.TotalTime;

    /// <summary>Whether it has taken too long. A machine that had much else to do is no fault of the file.</summary>
    public bool IsOver => Stopwatch.GetElapsedTime(since) > Most && Environment.CpuUsage.TotalTime - processor > Most;

    /// <exception cref="DocumentTooLargeException">It has taken too long.</exception>
    public void Check()
    {
        if (IsOver)
            throw new DocumentTooLargeException("", $"något som tar mer än {Most.TotalSeconds:0} s att gå igenom");
    }

    /// <summary>The same things, as long as there is time.</summary>
    public IEnumerable<T> Watch<T>(IEnumerable<T> things)
    {
        foreach (var thing in things)
        {
            Check();
            yield return thing;
        }
    }
}
