using System.Text.Json.Serialization.Metadata;
using SpLg.SharePoint.Answers;

namespace SpLg.SharePoint.Reading;

/// <summary>Reads whole collections, each page straight from the response stream.</summary>
internal static class PageReader
{
    /// <param name="key">Of two elements with the same key the one that comes last counts, and once; null counts all.</param>
    public static async Task<Collected<T>> AllAsync<TAnswer, T>(
        this GraphClient graph,
        Uri first,
        JsonTypeInfo<Page<TAnswer>> type,
        Func<TAnswer, T> convert,
        Func<T, string>? key,
        CancellationToken cancellationToken)
        where TAnswer : class, IAnswer
    {
        var walk = new PageWalk(graph, first);
        var elements = new OrderedDictionary<string, T>(StringComparer.Ordinal);
        while (!walk.IsOver)
            await walk.ReadAsync(type, convert, key, elements, cancellationToken);
        return new([.. elements.Values], walk.Repeated);
    }
}
