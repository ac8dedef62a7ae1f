using System.Collections.Concurrent;
using System.Reflection;
using Xunit.v3;

[assembly: SpLg.Tests.Infra.GraphFaults]

namespace SpLg.Tests.Infra;

/// <summary>
/// Fails a test whose <see cref="GraphScript"/> met something unexpected. It does so after the test and not in the
/// script's own disposal, because an exception from there would take the place of the one that the test ends with,
/// which is the cause: xunit tells both.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly)]
internal sealed class GraphFaultsAttribute : BeforeAfterTestAttribute
{
    private static readonly ConcurrentDictionary<string, IReadOnlyList<string>> ByTest = new(StringComparer.Ordinal);

    /// <summary>Keeps what a script of the test under way has met; a test may have several.</summary>
    public static void Add(IReadOnlyList<string> faults)
    {
        if (faults.Count > 0)
            ByTest.AddOrUpdate(TestContext.Current.Test!.UniqueID, faults, (_, before) => [.. before, .. faults]);
    }

    /// <summary>What the test's scripts have met since it was last asked.</summary>
    public static IReadOnlyList<string> Take(string test) => ByTest.TryRemove(test, out var faults) ? faults : [];

    public override void After(MethodInfo methodUnderTest, IXunitTest test) => Assert.Empty(Take(test.UniqueID));
}
