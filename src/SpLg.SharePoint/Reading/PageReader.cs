using Microsoft.Graph.Models;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;

namespace SpLg.SharePoint.Reading;

/// <summary>Reads whole collections, page by page.</summary>
internal static class PageReader
{
    /// <param name="ask">Asks for the page at a link; for the first page where it is null.</param>
    /// <param name="value">The page's elements.</param>
    /// <param name="convert">With a <see cref="JsonException"/> when the element is not what it should be.</param>
    /// <param name="key">Of two elements with the same key the one that comes last counts, and once; null counts
    /// all.</param>
    public static Task<Collected<T>> AllAsync<TPage, TAnswer, T>(
        this GraphClient graph,
        Func<string?, GraphCall, CancellationToken, Task<TPage?>> ask,
        Func<TPage, List<TAnswer>?> value,
        Func<TAnswer, T> convert,
        Func<T, string>? key,
        CancellationToken cancellationToken
    )
        where TPage : BaseCollectionPaginationCountResponse
        where TAnswer : class, IParsable
    {
        return AllAsync(graph, PageAsync, key, cancellationToken);

        Task<PageOf<T>> PageAsync(string? link, GraphCall call, CancellationToken token) =>
            graph.AskAsync(
                (c, t) => ask(link, c, t),
                page => new PageOf<T>(Convert(value(page), convert), page.OdataNextLink, null),
                token,
                call
            );
    }

    /// <summary>Reads the page at a link, or the first one, of rows as they were sent.</summary>
    public static Func<string?, GraphCall, CancellationToken, Task<PageOf<T>>> Pages<T>(
        this GraphClient graph,
        Func<string?, RequestInformation> request,
        RowAnswerReader<T> reader
    ) => (link, call, token) => graph.ReadAsync(() => request(link), reader.Page, token, call);

    /// <param name="page">Reads the page at a link; the first one where it is null.</param>
    /// <inheritdoc cref="AllAsync{TPage, TAnswer, T}"/>
    public static async Task<Collected<T>> AllAsync<T>(
        this GraphClient graph,
        Func<string?, GraphCall, CancellationToken, Task<PageOf<T>>> page,
        Func<T, string>? key,
        CancellationToken cancellationToken
    )
    {
        var walk = new PageWalk(graph);
        var elements = new OrderedDictionary<string, T>(StringComparer.Ordinal);
        while (!walk.IsOver)
            await walk.ReadAsync(page, key, elements, cancellationToken);
        return new([.. elements.Values], walk.Repeated);
    }

    private static List<T> Convert<TAnswer, T>(List<TAnswer>? answers, Func<TAnswer, T> convert)
        where TAnswer : class, IParsable
    {
        if (answers is null)
            throw new JsonException("it is not a collection: value is missing");
        var elements = new List<T>(answers.Count);
        foreach (var answer in answers)
        {
            TypedAnswer.ThrowIfFault(answer);
            try
            {
                elements.Add(convert(answer));
            }
            catch (JsonException odd)
            {
                throw new JsonException($"value[{elements.Count}]: {odd.Message}", odd);
            }
        }
        return elements;
    }
}
