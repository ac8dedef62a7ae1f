namespace SpLg.LocalSite.Resources;

/// <summary>
/// <c>/sites/{id}/lists</c>. https://learn.microsoft.com/graph/api/list-list,
/// https://learn.microsoft.com/graph/api/list-create
/// </summary>
internal static class ListResource
{
    public static GraphAnswer Answer(GraphCall call, SiteRecord site)
    {
        if (call.Path.AtEnd)
        {
            return call.Method switch
            {
                "GET" => All(call, site),
                "POST" => Create(call, site),
                _ => throw GraphError.WrongMethod(call.Method),
            };
        }
        var list = Find(call, site, call.Path.Next().Text);
        call.Access.RequireOpen(list);
        if (call.Path.AtEnd)
            return AnswerOne(call, list);
        var next = call.Path.Next();
        return next.Name switch
        {
            "items" => ItemResource.Answer(call, list),
            "columns" => ColumnResource.Answer(call, list),
            "contenttypes" => ContentTypes.Answer(call, list),
            "permissions" => PermissionResource.OfList(call, list),
            "drive" => DriveResource.Answer(call, DriveResource.Library(list), next),
            "operations" or "subscriptions" => throw GraphError.NotServed($"/lists/{{id}}/{next.Text}"),
            _ => throw GraphError.UnknownSegment(next.Text),
        };
    }

    /// <summary>
    /// The lists of a listing: those with the system facet only when <c>system</c> is selected, hidden ones always.
    /// <c>$filter</c> takes displayName, name and list/template.
    /// </summary>
    public static IEnumerable<ListRecord> Listed(GraphCall call, SiteRecord site, QueryOptions query)
    {
        var lists = call
            .State.Lists(site.Id)
            .Where(call.Access.CanOpen)
            .Where(l => !l.IsSystem || Shape.Selects(query.Select, "system"));
        if (query.Filter is not { } text)
            return lists;
        var filter = Filter.Parse(text);
        return lists.Where(l =>
            filter.Matches(property =>
                property.ToLowerInvariant() switch
                {
                    "displayname" => l.Title,
                    "name" => l.Name,
                    "id" => l.Id.ToString(),
                    "list/template" => l.Template,
                    "list/hidden" => l.Hidden,
                    "createddatetime" => l.Created,
                    "lastmodifieddatetime" => l.Modified,
                    _ => throw GraphError.Invalid(
                        $"Could not find a property named '{property}' on type 'oneDrive.list'."
                    ),
                }
            )
        );
    }

    private static GraphAnswer All(GraphCall call, SiteRecord site)
    {
        call.Query.Refuse("skip", "search", "orderby");
        var lists = Listed(call, site, call.Query).Select((list, i) => (List: list, Number: i + 1)).ToList();
        var (page, nextLink) = Paging.Cut(call, lists, l => l.Number);
        return GraphAnswer.Ok(
            Shape.Collection(call.SiteContext("lists"), page.Select(l => Expanded(call, l.List)), nextLink)
        );
    }

    /// <summary>By GUID or by title; the name in the address is taken too, which is believed, not recorded.</summary>
    public static ListRecord Find(GraphCall call, SiteRecord site, string key)
    {
        var lists = call.State.Lists(site.Id).ToList();
        return (Guid.TryParse(key, out var id) ? lists.Find(l => l.Id == id) : null)
            ?? lists.Find(l => l.Title.Equals(key, StringComparison.OrdinalIgnoreCase))
            ?? lists.Find(l => l.Name.Equals(key, StringComparison.OrdinalIgnoreCase))
            ?? throw GraphError.NotFound("The specified list was not found");
    }

    private static GraphAnswer AnswerOne(GraphCall call, ListRecord list)
    {
        switch (call.Method)
        {
            case "GET":
                return GraphAnswer.Ok(Shape.Entity(call.SiteContext("lists/$entity"), Expanded(call, list)));
            case "PATCH":
                call.Access.RequireManage(list);
                var body = call.Json();
                var changed = list with
                {
                    Title = GraphCall.Text(body, "displayName") ?? list.Title,
                    Description = GraphCall.Text(body, "description") ?? list.Description,
                    ETag = list.ETag + 1,
                    ModifiedBy = call.Actor,
                    Modified = call.Now,
                };
                RefuseTitleClash(call, list.SiteId, changed.Title, list.Id);
                call.Site.Store.Commit(changed);
                return GraphAnswer.Ok(
                    Shape.Entity(call.SiteContext("lists/$entity"), ListJson.Show(call, changed, null))
                );
            case "DELETE":
                call.Access.RequireManage(list);
                if (list.IsSystem)
                    throw new GraphError(403, "accessDenied", "The list is part of every site and cannot be deleted.");
                call.Site.Store.Commit(new ListGone(list.Id));
                return GraphAnswer.NoContent();
            default:
                throw GraphError.WrongMethod(call.Method);
        }
    }

    private static JsonObject Expanded(GraphCall call, ListRecord list)
    {
        var expand = call.Query.Expand();
        var body = ListJson.Show(call, list, call.Query.Select, expand.Keys);
        foreach (var (name, options) in expand)
        {
            JsonNode part = name.ToLowerInvariant() switch
            {
                "columns" => new JsonArray([
                    .. list.Columns.Where(c => !c.Hidden).Select(c => Shape.Select(ColumnJson.Show(c), options.Select)),
                ]),
                "items" => new JsonArray([
                    .. call
                        .Access.Items(list)
                        .Take(Math.Min(options.Top ?? Paging.Usual, Paging.Most))
                        .Select(i => ItemJson.Show(call, list, i, options)),
                ]),
                "contenttypes" => new JsonArray([.. ContentTypes.Of(list).Select(ContentTypes.Show)]),
                "drive" => DriveJson.Drive(call, DriveResource.Library(list), options.Select),
                _ => throw GraphError.Invalid($"Could not find a property named '{name}' on type 'oneDrive.list'."),
            };
            body[name + "@odata.context"] = call.SiteContext($"lists('{list.Id}')/{name}");
            body[name] = part;
        }
        return body;
    }

    private static GraphAnswer Create(GraphCall call, SiteRecord site)
    {
        call.Access.RequireManage(site);
        var body = call.Json();
        if (GraphCall.Text(body, "displayName")?.Trim() is not { Length: > 0 } title)
            throw GraphError.Invalid("Invalid request");
        RefuseTitleClash(call, site.Id, title, null);
        var template = body["list"] is JsonObject info
            ? GraphCall.Text(info, "template") ?? ListTemplate.GenericList
            : ListTemplate.GenericList;
        if (template is not (ListTemplate.GenericList or ListTemplate.DocumentLibrary))
            throw GraphError.NotServed($"lists of the template '{template}'");
        var list = NewList.Make(site, title, LeafName(call, site, title, template), template, call.Actor, call.Now) with
        {
            Description = GraphCall.Text(body, "description") ?? "",
        };
        var columns = body["columns"] switch
        {
            null => [],
            JsonArray array => array,
            _ => throw GraphError.Invalid("Invalid request"),
        };
        foreach (var column in columns)
        {
            var made = ColumnJson.Read(call, list, column as JsonObject ?? throw GraphError.Invalid("Invalid request"));
            list = ListJson.WithColumns(list, [made]) with { ETag = list.ETag + 1 };
        }
        call.Site.Store.Commit(list);
        return GraphAnswer.Created(
            Shape.Entity(call.SiteContext("lists/$entity"), ListJson.Show(call, list, null)),
            $"{call.Site.SharePointRoot}/_api/v2.0/sites/{site.Id}/lists/{list.Id}"
        );
    }

    /// <summary>
    /// Graph's own answer is not recorded; SharePoint's REST interface refuses the title with an error that names it.
    /// </summary>
    private static void RefuseTitleClash(GraphCall call, Guid site, string title, Guid? except)
    {
        if (
            call.State.Lists(site).Any(l => l.Id != except && l.Title.Equals(title, StringComparison.OrdinalIgnoreCase))
        )
            throw new GraphError(
                409,
                "nameAlreadyExists",
                "A list, survey, discussion board, or document library with the specified title already exists "
                    + "in this Web site.  Please choose another title."
            );
    }

    /// <summary>
    /// The address: under Lists/ for a list, at the root for a library, without characters an address cannot hold.
    /// </summary>
    private static string LeafName(GraphCall call, SiteRecord site, string title, string template)
    {
        var leaf = string.Concat(title.Where(c => !"\"#%&*:<>?/\\{|}~".Contains(c))).Trim();
        var folder = template == ListTemplate.GenericList ? "Lists/" : "";
        var taken = call.State.Lists(site.Id).Select(l => l.Url).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var url = folder + (leaf.Length == 0 ? "List" : leaf);
        for (var number = 1; taken.Contains(url); number++)
            url = $"{folder}{leaf}{number}";
        return url;
    }
}
