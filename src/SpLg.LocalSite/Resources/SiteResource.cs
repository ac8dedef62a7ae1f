namespace SpLg.LocalSite.Resources;

/// <summary>
/// <c>/sites</c>: by path, by id in all its forms, root, search. https://learn.microsoft.com/graph/api/site-get
/// </summary>
internal static class SiteResource
{
    public static GraphAnswer Answer(GraphCall call)
    {
        if (call.Path.AtEnd)
            return Search(call);
        var site = Find(call, call.Path.Next());
        if (call.Path.AtEnd)
            return call.Method == "GET" ? Get(call, site) : throw GraphError.WrongMethod(call.Method);
        var next = call.Path.Next();
        return next.Name switch
        {
            "lists" => ListResource.Answer(call, site),
            "drives" => DriveResource.AnswerAll(call, site),
            "drive" => DriveResource.Answer(call, DriveResource.Default(call, site), next),
            "pages" => PageResource.Answer(call, site),
            "permissions" => PermissionResource.OfSite(call, site),
            "sites" when call.Path.AtEnd => GraphAnswer.Ok(Shape.Collection(call.SiteContext("sites"), [])),
            "columns" or "contenttypes" or "operations" or "termstore" or "analytics" or "items" =>
                throw GraphError.NotServed($"/sites/{{id}}/{next.Text}"),
            _ => throw GraphError.UnknownSegment(next.Text),
        };
    }

    /// <summary>
    /// A site that a path names need not exist: then clients rely on 404 itemNotFound to end their search.
    /// </summary>
    private static SiteRecord Find(GraphCall call, GraphSegment segment)
    {
        var site = segment.Inner is { } path ? ByPath(call, segment.Text, path) : ById(call, segment.Text);
        call.SiteKey = segment.Inner is null ? segment.Text : Site.GraphId(site);
        return site;
    }

    private static SiteRecord ByPath(GraphCall call, string host, IReadOnlyList<string> path)
    {
        // host:port: is split at its last colon, so the port may still be there.
        if (!IsOurHost(call, host))
            throw GraphError.Invalid("Invalid hostname for this tenancy");
        var wanted = string.Concat(path.Select(p => "/" + p));
        return call.State.Sites.FirstOrDefault(s => s.Path.Equals(wanted, StringComparison.OrdinalIgnoreCase))
            ?? throw GraphError.NotFound("The provided path does not exist, or does not represent a site");
    }

    private static SiteRecord ById(GraphCall call, string id)
    {
        if (id.Equals("root", StringComparison.OrdinalIgnoreCase))
            return call.State.Sites.First(s => s.Path.Length == 0);
        var parts = id.Split(',');
        if (parts.Length == 3 && !IsOurHost(call, parts[0]))
            throw GraphError.Invalid("Invalid hostname for this tenancy");
        var guids = (parts.Length == 3 ? parts[1..] : parts)
            .Select(p => Guid.TryParse(p, out var guid) ? guid : (Guid?)null)
            .ToList();
        if (guids.Count > 2 || guids.Contains(null))
        {
            // A bare host name is that host's root site.
            return IsOurHost(call, id)
                ? call.State.Sites.First(s => s.Path.Length == 0)
                : throw GraphError.Invalid("Invalid hostname for this tenancy");
        }
        return call.State.Sites.FirstOrDefault(s => s.Id == guids[0] && (guids.Count == 1 || s.WebId == guids[1]))
            ?? throw GraphError.NotFound("Requested site could not be found");
    }

    private static bool IsOurHost(GraphCall call, string host)
    {
        var (name, port) = host.LastIndexOf(':') is var colon and > 0
            ? (host[..colon], host[(colon + 1)..])
            : (host, null);
        return name.ToLowerInvariant() is Site.SharePointHost or "127.0.0.1"
            && (port is null || port == call.Site.Port.ToString());
    }

    private static GraphAnswer Get(GraphCall call, SiteRecord site)
    {
        var select = call.Query.Select;
        var body = Shape.Select(Show(call, site, select), select, Expand(call, site).Select(e => e.Key));
        foreach (var (name, value) in Expand(call, site))
            body[name] = value;
        var names = select is null ? "" : $"({string.Join(',', select)})";
        return GraphAnswer.Ok(Shape.Entity(call.Context($"sites{names}/$entity"), body));
    }

    private static Dictionary<string, JsonNode> Expand(GraphCall call, SiteRecord site) =>
        call
            .Query.Expand()
            .ToDictionary(
                e => e.Key,
                e =>
                    e.Key.ToLowerInvariant() switch
                    {
                        "lists" => (JsonNode)
                            new JsonArray([
                                .. ListResource
                                    .Listed(call, site, e.Value)
                                    .Select(l => ListJson.Show(call, l, e.Value.Select)),
                            ]),
                        "drives" => new JsonArray([
                            .. DriveResource.Of(call, site).Select(l => DriveJson.Drive(call, l, null)),
                        ]),
                        "drive" => DriveJson.Drive(call, DriveResource.Default(call, site), null),
                        _ => throw GraphError.Invalid(
                            $"Could not find a property named '{e.Key}' on type 'oneDrive.site'."
                        ),
                    },
                StringComparer.OrdinalIgnoreCase
            );

    private static GraphAnswer Search(GraphCall call)
    {
        if (call.Method != "GET")
            throw GraphError.WrongMethod(call.Method);
        var text = call.Query.Search;
        // Without a search text the service answers only with a filter on the site collection; that filter is taken as
        // "all".
        if (text is null && call.Query.Filter is null)
            throw GraphError.Invalid("The sites collection needs a search text.");
        var found = call.State.Sites.Where(s =>
            text is null or "*"
            || s.Title.Contains(text, StringComparison.OrdinalIgnoreCase)
            || s.Path.Contains(text, StringComparison.OrdinalIgnoreCase)
        );
        return GraphAnswer.Ok(
            Shape.Collection(
                call.Context("sites"),
                found.Select(s => Shape.Select(Show(call, s, call.Query.Select), call.Query.Select))
            )
        );
    }

    private static JsonObject Show(GraphCall call, SiteRecord site, IReadOnlyList<string>? select)
    {
        var body = new JsonObject
        {
            ["createdDateTime"] = Shape.Time(site.Created),
            ["description"] = "",
            ["id"] = Site.GraphId(site),
            ["lastModifiedDateTime"] = Shape.Time(
                call.State.Lists(site.Id)
                    .Where(call.Access.CanOpen)
                    .Select(l => l.Modified)
                    .DefaultIfEmpty(site.Created)
                    .Max()
            ),
            ["name"] = site.Path[(site.Path.LastIndexOf('/') + 1)..],
            ["webUrl"] = call.Site.WebUrl(site),
            ["displayName"] = site.Title,
            ["root"] = new JsonObject(),
            ["siteCollection"] = new JsonObject { ["hostname"] = Site.SharePointHost },
        };
        if (Shape.Selects(select, "sharepointIds"))
            body["sharepointIds"] = Ids.SharePoint(call, site);
        return body;
    }
}
