namespace SpLg.LocalSite.Resources;

/// <summary>A list item as Graph shows it. https://learn.microsoft.com/graph/api/resources/listitem</summary>
internal static class ItemJson
{
    /// <summary>Lower case, no braces: a drive item of the same file writes it otherwise.</summary>
    public static string ETag(ItemRecord item) => $"\"{item.Unique},{item.ETag}\"";

    public static JsonObject Show(
        GraphCall call,
        ListRecord list,
        ItemRecord latest,
        QueryOptions query,
        bool withFields = false
    )
    {
        var item = call.Access.See(list, latest) ?? throw GraphError.NotFound();
        var site = call.State.SiteOf(list);
        var expand = query.Expand();
        var body = new JsonObject
        {
            ["@odata.etag"] = ETag(item),
            ["createdDateTime"] = Shape.Time(item.Created),
            ["eTag"] = ETag(item),
            ["id"] = item.Id.ToString(),
            ["lastModifiedDateTime"] = Shape.Time(item.Modified),
            ["webUrl"] = WebUrl(call.Site, list, item),
            ["createdBy"] = Identities.Show(call, site.Id, item.CreatedBy),
            ["lastModifiedBy"] = Identities.Show(call, site.Id, item.ModifiedBy),
            ["parentReference"] = new JsonObject
            {
                ["id"] = (item.Folder ?? list.Id).ToString(),
                ["siteId"] = Site.GraphId(site),
            },
            ["contentType"] = ContentTypes.Info(list, item.ContentType),
        };
        if (Shape.Selects(query.Select, "sharepointIds"))
            body["sharepointIds"] = Ids.SharePoint(call, site, list, item);
        body = Shape.Select(body, query.Select);
        // fields is a navigation property: $select alone does not bring it, but $expand does whatever is selected.
        if (expand.TryGetValue("fields", out var fields) || (withFields && Wanted(query)))
        {
            body["fields@odata.context"] = call.SiteContext($"lists('{list.Id}')/items('{item.Id}')/fields/$entity");
            body["fields"] = FieldJson.Show(call, list, item, fields?.Select);
        }
        foreach (var name in expand.Keys.Where(n => !n.Equals("fields", StringComparison.OrdinalIgnoreCase)))
        {
            if (name.Equals("driveItem", StringComparison.OrdinalIgnoreCase))
            {
                // A navigation property of every listItem; a row of an ordinary list has none to show.
                if (list.Template == ListTemplate.DocumentLibrary)
                    body["driveItem"] = DriveJson.Item(call, list, item, null);
            }
            else if (name.Equals("versions", StringComparison.OrdinalIgnoreCase))
                body["versions"] = new JsonArray([
                    .. call.Access.Versions(list, item).Select(v => ItemVersions.Show(call, list, v)),
                ]);
            else
                throw GraphError.Invalid($"Could not find a property named '{name}' on type 'oneDrive.listItem'.");
        }
        return body;
    }

    /// <summary>As recorded for lists (1_.000); for a file the address it can be opened at.</summary>
    public static string WebUrl(Site site, ListRecord list, ItemRecord item)
    {
        if (item.Name is null)
            return $"{site.WebUrl(list)}/{item.Id}_.000";
        return $"{site.WebUrl(list)}/{Site.Escape(string.Join('/', PathOf(site.Store.State, item)))}";
    }

    /// <summary>The names from the library's root down to the item.</summary>
    public static IReadOnlyList<string> PathOf(SiteState state, ItemRecord item)
    {
        var names = new List<string> { item.Name! };
        for (var folder = item.Folder; folder is { } id && state.Item(id) is { } parent; folder = parent.Folder)
            names.Insert(0, parent.Name!);
        return names;
    }

    private static bool Wanted(QueryOptions query) => query.Select is null || Shape.Selects(query.Select, "fields");
}
