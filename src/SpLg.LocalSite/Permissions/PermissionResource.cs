namespace SpLg.LocalSite.Permissions;

/// <summary>
/// Permissions of sites, lists, libraries and files. Graph neither breaks nor restores the inheritance of a library for
/// groups; <see cref="RightsEndpoint"/> does that here.
/// </summary>
internal static class PermissionResource
{
    /// <summary>The application's grant of the site, as one for Sites.Selected gives it.</summary>
    public static GraphAnswer OfSite(GraphCall call, SiteRecord site)
    {
        call.Access.RequireManage(site);
        RefuseChanges(call);
        return Answer(call, call.SiteContext("permissions"), [Application(site)]);
    }

    /// <summary>
    /// The documentation of this address is that of the beta version and shows the grants of applications only; that
    /// people's and groups' rights stand beside them is believed.
    /// https://learn.microsoft.com/graph/api/list-list-permissions
    /// </summary>
    public static GraphAnswer OfList(GraphCall call, ListRecord list)
    {
        RefuseChanges(call);
        return Answer(
            call,
            call.SiteContext($"lists('{list.Id}')/permissions"),
            [
                .. call.Access.CanManage(list) ? [Application(call.State.SiteOf(list))] : Array.Empty<JsonObject>(),
                .. Effective(call, list, null),
            ]
        );
    }

    /// <summary>
    /// A folder's, file's or row's; the library's root when the item is null.
    /// https://learn.microsoft.com/graph/api/driveitem-list-permissions
    /// </summary>
    public static GraphAnswer OfItem(GraphCall call, ListRecord list, ItemRecord? item)
    {
        var context = list.IsLibrary
            ? call.Context(
                $"drives('{Uri.EscapeDataString(Ids.Drive(call.State.SiteOf(list), list))}')/items('"
                    + $"{(item is null ? Ids.Root(list) : Ids.DriveItem(list, item.Unique))}')/permissions"
            )
            : call.SiteContext($"lists('{list.Id}')/items('{item!.Id}')/permissions");
        if (call.Method != "DELETE")
        {
            RefuseChanges(call);
            return Answer(call, context, Effective(call, list, item));
        }
        var id = call.Path.Next().Text;
        if (!call.Path.AtEnd)
            throw GraphError.UnknownSegment(call.Path.Next().Text);
        Delete(call, list, item, id);
        return GraphAnswer.NoContent();
    }

    /// <summary>
    /// Everything that holds for the item, its own first. Documented: whoever is not an owner is told of what applies
    /// to them and no more.
    /// https://learn.microsoft.com/graph/api/driveitem-list-permissions
    /// </summary>
    public static IReadOnlyList<JsonObject> Effective(GraphCall call, ListRecord list, ItemRecord? item)
    {
        var isOwner = call.Access.CanManage(list);
        bool IsTold(Grant grant) => isOwner || call.Access.Applies(list.SiteId, grant);
        var shown = new List<JsonObject>();
        for (var at = item; at is not null; at = at.Folder is { } above ? call.State.Item(above) : null)
            shown.AddRange(
                at.Grants.Where(IsTold).Select(g => PermissionJson.Show(call, list, at, g, isInherited: at != item))
            );
        var inherits = item is not null || list.Grants is null;
        shown.AddRange(
            Rights.Of(call.State, list).Where(IsTold).Select(g => PermissionJson.Show(call, list, null, g, inherits))
        );
        return shown;
    }

    private static void Delete(GraphCall call, ListRecord list, ItemRecord? item, string id)
    {
        Sharing.Require(call, list, item);
        if (Effective(call, list, item).FirstOrDefault(p => p["id"]!.GetValue<string>() == id) is not { } permission)
            throw GraphError.NotFound();
        // Documented: only one that is not inherited can be deleted; the error's code and text are not.
        if (permission.ContainsKey("inheritedFrom"))
            throw GraphError.Invalid("An inherited permission cannot be deleted here.");
        call.Site.Store.Commit(
            item is null
                ? list with
                {
                    Grants = [.. list.Grants!.Where(g => g.Id != id)],
                }
                : item with
                {
                    Grants = [.. item.Grants.Where(g => g.Id != id)],
                }
        );
    }

    private static GraphAnswer Answer(GraphCall call, string context, IReadOnlyList<JsonObject> permissions)
    {
        if (call.Path.AtEnd)
            return GraphAnswer.Ok(
                Shape.Collection(context, permissions.Select(p => Shape.Select(p, call.Query.Select)))
            );
        var id = call.Path.Next().Text;
        var found = permissions.FirstOrDefault(p => p["id"]!.GetValue<string>() == id) ?? throw GraphError.NotFound();
        return call.Path.AtEnd
            ? GraphAnswer.Ok(Shape.Entity(context + "/$entity", found))
            : throw GraphError.UnknownSegment(call.Path.Next().Text);
    }

    private static JsonObject Application(SiteRecord site)
    {
        var identity = new JsonObject { ["application"] = Identities.Application() };
        return new()
        {
            ["id"] = "aTowaS50fG1zLnNwLmV4dHxsb2NhbA",
            ["roles"] = new JsonArray(site.ApplicationRole),
            ["grantedToIdentities"] = new JsonArray(identity.DeepClone()),
            ["grantedToIdentitiesV2"] = new JsonArray(identity),
        };
    }

    private static void RefuseChanges(GraphCall call)
    {
        if (call.Method != "GET")
            throw GraphError.NotServed("this change of permissions; use invite, createLink or DELETE of one");
    }
}
