using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SpLg.SharePoint.Answers;

namespace SpLg.SharePoint.Reading;

/// <summary>
/// The way through the pages of one collection. Next links are followed as they are, however many pages are empty, but never twice:
/// what leads in a circle, or on and on, ends with an exception that may pass.
/// </summary>
internal sealed class PageWalk(GraphClient graph, Uri first)
{
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);
    private readonly HashSet<string> alike = new(StringComparer.OrdinalIgnoreCase);
    private Uri? next = first;
    private TimeSpan spent;
    private long bytes;
    private int pages;
    private int idle;

    /// <summary>The page that was read last, or is read first.</summary>
    public Uri Address { get; private set; } = first;

    public bool IsOver => next is null;

    /// <summary>How many elements came again after another with their key.</summary>
    public int Repeated { get; private set; }

    /// <summary>
    /// Reads the next page into what has been read before. Of elements with the same key the last is kept, in the first one's place:
    /// a row may move to a later page while the pages are read.
    /// </summary>
    /// <returns>The page's delta link.</returns>
    public async Task<string?> ReadAsync<TAnswer, T>(
        JsonTypeInfo<Page<TAnswer>> type,
        Func<TAnswer, T> convert,
        Func<T, string>? key,
        OrderedDictionary<string, T> elements,
        CancellationToken cancellationToken)
        where TAnswer : class, IAnswer
    {
        Address = next ?? throw new InvalidOperationException("There is no further page.");
        if (pages == 0)
            Remember(Address);
        var since = graph.Clock.GetTimestamp();
        var (page, values) = await graph.SendAsync(
            new(HttpMethod.Get, Address),
            async (response, token) =>
            {
                var answer = await GraphClient.ReadAsync(response, type, token);
                bytes += answer.Bytes;
                return (answer.Value, Convert(answer.Value.Value, convert));
            },
            cancellationToken);
        spent += graph.Clock.GetElapsedTime(since);
        pages++;
        var before = elements.Count;
        foreach (var value in values)
        {
            // Without a key of its own every element is another.
            var name = key?.Invoke(value) ?? $"{elements.Count}";
            if (!elements.TryAdd(name, value))
            {
                elements[name] = value;
                Repeated++;
            }
        }
        var isNew = elements.Count > before;
        idle = isNew ? 0 : idle + 1;
        next = page.NextLink is null ? null : graph.Link(page.NextLink, Address);
        if (next is not null)
        {
            LeadsOn(next, isNew);
            Ends(elements.Count);
        }
        return page.DeltaLink;
    }

    private static List<T> Convert<TAnswer, T>(IReadOnlyList<TAnswer>? answers, Func<TAnswer, T> convert)
        where TAnswer : class, IAnswer
    {
        if (answers is null)
            throw new JsonException("it is not a collection: value is missing");
        var elements = new List<T>(answers.Count);
        foreach (var answer in Expected.Each(answers, "value"))
        {
            GraphClient.ThrowIfFault(answer);
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

    /// <exception cref="GraphException">The link has been followed already.</exception>
    private void LeadsOn(Uri link, bool isNew)
    {
        // A token that differs from an earlier one by case alone may be another one; but not when it follows a page that says nothing new.
        var (isAsked, isAlike) = Remember(link);
        if (isAsked || (isAlike && !isNew))
            throw Endless($"page {pages} names a next page that has been read already, {SafeUrl.Of(link)}");
    }

    private void Ends(int count)
    {
        if (idle >= Limits.IdlePages)
            throw Endless($"{idle} pages on end bring nothing new and name a next one");
        if (pages >= Limits.Pages)
            throw Endless($"there are more than {pages} pages");
        if (count > Limits.Elements)
            throw Endless($"there are more than {Limits.Elements} elements");
        if (bytes > Limits.AllPages)
            throw Endless($"after {pages} pages {Limits.TooLarge(Limits.AllPages)}");
        if (spent > Limits.Reading)
            throw Endless($"after {pages} pages and {spent.TotalMinutes:0} min there is still a next one");
    }

    private GraphException Endless(string what) => GraphFault.Odd(Address, what);

    /// <summary>The same page under another spelling: options in another order, escapes, the case of host, path and option names.</summary>
    private (bool IsAsked, bool IsAlike) Remember(Uri link)
    {
        var place = Uri.UnescapeDataString(link.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped));
        var options = link.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(Option).Order(StringComparer.Ordinal);
        var page = $"{place.TrimEnd('/').ToUpperInvariant()}?{string.Join('&', options)}";
        return (!asked.Add(page), !alike.Add(page));
    }

    private static string Option(string option)
    {
        var parts = option.Split('=', 2);
        return $"{Uri.UnescapeDataString(parts[0]).ToUpperInvariant()}={(parts.Length == 2 ? Uri.UnescapeDataString(parts[1]) : "")}";
    }
}
