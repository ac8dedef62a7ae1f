namespace SpLg.Core.Openness;

/// <summary>Which rows have a line of their own in a document: all but those that are only counted.</summary>
internal static class ToldLines
{
    public static IReadOnlyList<T> Of<T>(IReadOnlyList<T> rows)
        where T : class => rows.Any(IsCounted) ? [.. rows.Where(r => !IsCounted(r))] : rows;

    private static bool IsCounted(object row) => row is ISourceRow { Origin.IsCounted: true };
}
