using System.Collections.Concurrent;

namespace SpLg.Drafting;

/// <summary>
/// All rows of the site's lists. Nothing is filtered on the server: a review needs last year too, and a full page costs
/// one call.
/// </summary>
internal static class RowsOfSite
{
    /// <summary>More at once only brings the throttling nearer.</summary>
    private const int AtOnce = 4;

    /// <summary>The rows of each list, ordered by id. A list the site lacks is absent.</summary>
    public static async Task<RowsAsRead> ReadAsync(
        OpenSite site,
        IReadOnlyList<ListSchema> lists,
        TimeProvider clock,
        RunProgress progress,
        CancellationToken cancellationToken
    )
    {
        var readOn = clock.GetUtcNow();
        var rows = new ConcurrentDictionary<string, IReadOnlyList<ListRow>>(StringComparer.Ordinal);
        await EachAsync(
            lists,
            cancellationToken,
            async (list, token) =>
            {
                if (site.TryList(list) is not { } header)
                    return;
                var (read, repeated) = await site.Reader.AllRowsAsync(header, list, token);
                rows[list.Name] =
                [
                    .. read.OrderBy(r => int.Parse(r.Id, NumberStyles.None, CultureInfo.InvariantCulture)),
                ];
                progress.Say(Told(list, read.Count, repeated));
            }
        );
        var links = rows
            .Keys.Select(site.Schema.List)
            .ToDictionary(l => l.Title, l => site.TryList(l)!.WebUrl, StringComparer.Ordinal);
        return new(rows, site.Schema, readOn, site.Zone, links);
    }

    /// <summary>Does something with each list, some at a time. Libraries have no rows of their own.</summary>
    public static Task EachAsync(
        IReadOnlyList<ListSchema> lists,
        CancellationToken cancellationToken,
        Func<ListSchema, CancellationToken, ValueTask> read
    ) =>
        Parallel.ForEachAsync(
            lists.Where(l => !l.IsLibrary),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            read
        );

    /// <summary>What is told of a list that has been read.</summary>
    public static string Told(ListSchema list, int count, int repeated)
    {
        var again = repeated switch
        {
            0 => "",
            1 => "; 1 came again while the pages were read, and counts once, as last told",
            _ => $"; {repeated} came again while the pages were read, and count once, as last told",
        };
        return $"{list.Title}: {count} {(count == 1 ? "row" : "rows")}{again}";
    }
}
