using SpLg.Tracing;

namespace SpLg.Tests.Tracing;

/// <summary>
/// A trace names rows; were each line of a list traced to all of them, a few hundred rows would fill gigabytes.
/// </summary>
public class TraceGrowthTests
{
    [Fact]
    public void Twice_the_rows_give_twice_the_trace()
    {
        var (less, more) = (Size(4), Size(8));

        Assert.True(more < 2.5 * less, $"{less} bytes became {more}");
    }

    /// <summary>Bytes of the review's trace when each row of the demonstration stands so many times.</summary>
    private static int Size(int times)
    {
        var schema = ShippedFiles.Schema();
        var rows = RowFolder
            .Read(ShippedFiles.DemoFolder, schema, [])
            .ToDictionary(l => l.Key, l => Repeated(l.Value, times), StringComparer.Ordinal);
        var set = DocumentSet.Build(
            new(2026),
            new(rows, schema, DateTimeOffset.UnixEpoch.AddYears(56), TimeZoneInfo.Utc, new Dictionary<string, Uri>()),
            request: null,
            []
        );
        return DocumentTrace.Of(set, Assert.Single(set.Documents), new(set.Rows.ReadOn, Run: null)).Xml().Length;
    }

    /// <summary>With ids that do not follow each other, as in a list where rows have been deleted.</summary>
    private static IReadOnlyList<ListRow> Repeated(IReadOnlyList<ListRow> rows, int times) =>
        [.. Enumerable.Range(0, times).SelectMany(_ => rows).Select((row, i) => row with { Id = $"{1001 + (2 * i)}" })];
}
