namespace SpLg.LocalSite.Faults;

/// <summary>
/// Counts resource units a minute as the service does, refused calls too: 1 for a single item, a download or delta with
/// a token; 2 for listing, creating, changing, deleting, uploading; 5 for anything with permissions.
/// https://learn.microsoft.com/sharepoint/dev/general-development/how-to-avoid-getting-throttled-or-blocked-in-sharepoint-online
/// </summary>
internal sealed class ResourceMeter(int? limit, TimeProvider clock)
{
    private const int Window = 60;
    private readonly Lock gate = new();
    private long windowStart;
    private int used;

    /// <summary>The headers from 80 % of the limit, and whether the call is beyond it.</summary>
    public (IReadOnlyList<(string Name, string Value)> Headers, bool Refused, int Seconds) Count(
        string method,
        string pathAndQuery
    )
    {
        if (limit is not { } most)
            return ([], false, 0);
        lock (gate)
        {
            var now = clock.GetUtcNow().ToUnixTimeSeconds();
            if (now - windowStart >= Window)
                (windowStart, used) = (now, 0);
            used += Cost(method, pathAndQuery);
            var reset = (int)(windowStart + Window - now);
            return (used * 10 >= most * 8 ? Headers(most, Math.Max(0, most - used), reset) : [], used > most, reset);
        }
    }

    /// <summary>In the beta form of draft 03, only sent when the limit is near.</summary>
    public static IReadOnlyList<(string Name, string Value)> Headers(int most, int remaining, int reset) =>
        [("RateLimit-Limit", $"{most}"), ("RateLimit-Remaining", $"{remaining}"), ("RateLimit-Reset", $"{reset}")];

    private static int Cost(string method, string pathAndQuery)
    {
        if (pathAndQuery.Contains("permissions", StringComparison.OrdinalIgnoreCase))
            return 5;
        if (method != "GET")
            return 2;
        var path = pathAndQuery.Split('?')[0].TrimEnd('/');
        var isDelta = path.EndsWith("delta", StringComparison.OrdinalIgnoreCase);
        var isList =
            path.EndsWith("items", StringComparison.OrdinalIgnoreCase)
            || path.EndsWith("lists", StringComparison.OrdinalIgnoreCase)
            || path.EndsWith("children", StringComparison.OrdinalIgnoreCase)
            || path.EndsWith("columns", StringComparison.OrdinalIgnoreCase);
        return isList || (isDelta && !pathAndQuery.Contains("token=", StringComparison.OrdinalIgnoreCase)) ? 2 : 1;
    }
}
