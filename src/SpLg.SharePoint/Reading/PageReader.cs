using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SpLg.SharePoint.Throttling;

namespace SpLg.SharePoint.Reading;

/// <summary>Reads collections page by page, each straight from the response stream.</summary>
internal static class PageReader
{
    /// <summary>Follows the next links as they are, however many pages are empty, until there is none.</summary>
    public static async IAsyncEnumerable<T> AllAsync<TAnswer, T>(
        this GraphClient graph, Uri first, JsonTypeInfo<Page<TAnswer>> type, Func<TAnswer, T> convert, [EnumeratorCancellation] CancellationToken cancellationToken)
        where TAnswer : IPageElement
    {
        for (var address = first; address is not null;)
        {
            var page = await graph.PageAsync(address, type, convert, cancellationToken);
            foreach (var element in page.Value)
                yield return element;
            address = page.NextLink is null ? null : graph.Link(page.NextLink);
        }
    }

    public static Task<Page<T>> PageAsync<TAnswer, T>(
        this GraphClient graph, Uri address, JsonTypeInfo<Page<TAnswer>> type, Func<TAnswer, T> convert, CancellationToken cancellationToken)
        where TAnswer : IPageElement => graph.SendAsync(
            new(HttpMethod.Get, address),
            async (response, token) =>
            {
                var page = await GraphClient.ReadAsync(response, type, token);
                if (page.Value is null)
                    throw new JsonException("The answer is not a collection.");
                if (page.Value.FirstOrDefault(element => element.Error is not null) is { Error: { } error })
                    throw new FaultInAnswerException(error);
                return new Page<T>([.. page.Value.Select(convert)], page.NextLink, page.DeltaLink);
            },
            cancellationToken);
}
