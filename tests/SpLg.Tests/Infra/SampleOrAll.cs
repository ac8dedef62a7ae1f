namespace SpLg.Tests.Infra;

/// <summary>
/// How much a run tries of what is large: all with <c>SPLG_FULL=1</c>, as <c>.ci/run</c> does; without it a sample, the
/// same each time, because the README's command is to end within minutes.
/// </summary>
internal static class SampleOrAll
{
    public static bool IsAll { get; } = Environment.GetEnvironmentVariable("SPLG_FULL") == "1";

    /// <summary>How many cases of a law are tried: a fifth without <c>SPLG_FULL=1</c>.</summary>
    public static int CountOf(int all) => IsAll ? all : Math.Max(1, all / 5);

    /// <param name="count">How many of the first are tried without <c>SPLG_FULL=1</c>.</param>
    public static IEnumerable<T> OfFirst<T>(int count, params IEnumerable<T> all) => IsAll ? all : all.Take(count);

    /// <param name="step">Every one of this number is tried without <c>SPLG_FULL=1</c>, the first among them.</param>
    public static IEnumerable<T> OfEvery<T>(int step, params IEnumerable<T> all) =>
        IsAll ? all : all.Where((_, i) => i % step == 0);
}
