namespace SpLg.SharePoint.Reading;

/// <summary>
/// The way through the pages of one collection. Next links are followed as they are, however many pages are empty, but
/// never twice:
/// what leads in a circle, or on and on, ends with an exception that may pass.
/// </summary>
internal sealed class PageWalk(GraphClient graph, Uri? first = null)
{
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);
    private readonly HashSet<string> alike = new(StringComparer.OrdinalIgnoreCase);
    private Uri? next = first;
    private TimeSpan spent;
    private long bytes;
    private int pages;
    private int idle;
    private int count;

    /// <summary>The page that was read last.</summary>
    public Uri Address { get; private set; } = graph.Address("");

    public bool IsOver { get; private set; }

    /// <summary>How many elements came again after another with their key.</summary>
    public int Repeated { get; private set; }

    /// <summary>
    /// Reads the next page into what has been read before. Of elements with the same key the last is kept, in the first
    /// one's place:
    /// a row may move to a later page while the pages are read.
    /// </summary>
    /// <returns>The page's delta link.</returns>
    public async Task<string?> ReadAsync<T>(
        Func<string?, GraphCall, CancellationToken, Task<PageOf<T>>> read,
        Func<T, string>? key,
        OrderedDictionary<string, T> elements,
        CancellationToken cancellationToken
    )
    {
        var page = await NextAsync(read, cancellationToken);
        var before = elements.Count;
        foreach (var value in page.Elements)
        {
            // Elements without a key are all different.
            var name = key?.Invoke(value) ?? $"{elements.Count}";
            if (!elements.TryAdd(name, value))
            {
                elements[name] = value;
                Repeated++;
            }
        }
        GoOn(page.NextLink, elements.Count - before);
        return page.DeltaLink;
    }

    /// <summary>Reads the next page. Afterwards <see cref="GoOn"/> is told what it has brought.</summary>
    public async Task<PageOf<T>> NextAsync<T>(
        Func<string?, GraphCall, CancellationToken, Task<PageOf<T>>> read,
        CancellationToken cancellationToken
    )
    {
        var since = graph.Clock.GetTimestamp();
        var call = new GraphCall();
        var page = await read(next?.AbsoluteUri, call, cancellationToken);
        spent += graph.Clock.GetElapsedTime(since);
        bytes += call.Bytes;
        Address = call.Address!;
        if (pages++ == 0)
            Remember(Address);
        return page;
    }

    /// <param name="link">The page's next link.</param>
    /// <param name="added">How many elements it has that no page before had.</param>
    /// <exception cref="GraphException">The way does not end.</exception>
    public void GoOn(string? link, int added)
    {
        count += added;
        idle = added > 0 ? 0 : idle + 1;
        next = link is null ? null : graph.Link(link, Address);
        IsOver = next is null;
        if (next is not null)
        {
            LeadsOn(next, added > 0);
            Ends();
        }
    }

    /// <exception cref="GraphException">The link has been followed already.</exception>
    private void LeadsOn(Uri link, bool isNew)
    {
        // A token that differs from an earlier one by case alone may be another one; but not when it follows a page
        // that says nothing new.
        var (isAsked, isAlike) = Remember(link);
        if (isAsked || (isAlike && !isNew))
            throw Endless($"page {pages} names a next page that has been read already, {SafeUrl.Of(link)}");
    }

    private void Ends()
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

    /// <summary>
    /// The same page under another spelling: options in another order, escapes, the case of host, path and option
    /// names.
    /// </summary>
    private (bool IsAsked, bool IsAlike) Remember(Uri link)
    {
        var place = Uri.UnescapeDataString(
            link.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)
        );
        var options = link
            .Query.TrimStart('?')
            .Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(Option)
            .Order(StringComparer.Ordinal);
        var page = $"{place.TrimEnd('/').ToUpperInvariant()}?{string.Join('&', options)}";
        return (!asked.Add(page), !alike.Add(page));
    }

    private static string Option(string option)
    {
        var parts = option.Split('=', 2);
        return $"{Uri.UnescapeDataString(parts[0]).ToUpperInvariant()}={(parts.Length == 2 ? Uri.UnescapeDataString(parts[1]) : "")}";
    }
}
