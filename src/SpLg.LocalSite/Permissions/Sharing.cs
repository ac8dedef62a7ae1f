namespace SpLg.LocalSite.Permissions;

/// <summary>
/// <c>invite</c> and <c>createLink</c>: how somebody comes to see a file who should not.
/// https://learn.microsoft.com/graph/api/driveitem-invite, https://learn.microsoft.com/graph/api/driveitem-createlink
/// </summary>
internal static class Sharing
{
    /// <summary>
    /// The rights to a library are its owners' to change; a file is shared by whoever edits it, as a site usually lets
    /// its members.
    /// </summary>
    public static void Require(GraphCall call, ListRecord library, ItemRecord? item)
    {
        if (item is null)
            call.Access.RequireManage(library);
        else
            call.Access.RequireEdit(library, item);
    }

    /// <param name="item">Null for the library's root, which thereby gets rights of its own.</param>
    public static GraphAnswer Invite(GraphCall call, ListRecord library, ItemRecord? item)
    {
        var body = call.Json();
        var role = body["roles"] is JsonArray { Count: 1 } roles ? roles[0]?.ToString() : null;
        if (role is not ("read" or "write"))
            throw GraphError.Invalid("The roles must be one of read and write.");
        if (body["recipients"] is not JsonArray { Count: > 0 } recipients)
            throw GraphError.Invalid("There must be at least one recipient.");
        var added = recipients
            .Select(r =>
                Rights.Of(Person(call, library, r as JsonObject ?? throw GraphError.Invalid("Invalid request")), role)
            )
            .ToList();
        Commit(call, library, item, added);
        return GraphAnswer.Ok(
            Shape.Collection(
                call.Context("Collection(permission)"),
                added.Select(g => PermissionJson.Show(call, library, item, g, isInherited: false))
            )
        );
    }

    public static GraphAnswer CreateLink(GraphCall call, ListRecord library, ItemRecord? item)
    {
        // What the service answers for the root is not recorded.
        if (item is null)
            throw GraphError.Invalid("Operation not allowed against the root folder");
        var body = call.Json();
        var role = GraphCall.Text(body, "type") switch
        {
            "view" => "read",
            "edit" => "write",
            var other => throw GraphError.Invalid($"The link type '{other}' is not supported here."),
        };
        var scope = GraphCall.Text(body, "scope") ?? "organization";
        if (scope is not ("anonymous" or "organization" or "users"))
            throw GraphError.Invalid($"The link scope '{scope}' is not known.");
        // Documented: an existing link of the same kind is the answer.
        var existing = item.Grants.FirstOrDefault(g => g.LinkScope == scope && g.Role == role);
        var link = existing ?? Rights.Link(scope, role);
        if (existing is null)
            Commit(call, library, item, [link]);
        var answer = Shape.Entity(
            call.Context("microsoft.graph.permission"),
            PermissionJson.Show(call, library, item, link, isInherited: false)
        );
        return existing is null
            ? GraphAnswer.Created(
                answer,
                $"{call.Site.SharePointRoot}/_api/v2.0/drives('{Ids.Drive(call.State.SiteOf(library), library)}"
                    + $"')/items('{Ids.DriveItem(library, item.Unique)}')/permissions('{link.Id}')"
            )
            : GraphAnswer.Ok(answer);
    }

    private static void Commit(GraphCall call, ListRecord library, ItemRecord? item, IReadOnlyList<Grant> added)
    {
        IReadOnlyList<Grant> With(IEnumerable<Grant> before) =>
            [.. before.Where(g => added.All(a => a.Id != g.Id)), .. added];
        call.Site.Store.Commit(
            item is null
                ? library with
                {
                    Grants = With(Rights.Of(call.State, library)),
                }
                : item with
                {
                    Grants = With(item.Grants),
                }
        );
    }

    /// <summary>By e-mail address or directory id. The error for somebody unknown is not recorded.</summary>
    private static ItemRecord Person(GraphCall call, ListRecord library, JsonObject recipient)
    {
        var (email, id) = (GraphCall.Text(recipient, "email"), GraphCall.Text(recipient, "objectId"));
        return call.State.Items(Identities.UserList(call.State, library.SiteId).Id)
                .FirstOrDefault(p =>
                    string.Equals(p.Text("EMail"), email, StringComparison.OrdinalIgnoreCase)
                    || p.Unique.ToString() == id
                )
            ?? throw GraphError.Invalid($"The recipient '{email ?? id}' could not be resolved.");
    }
}
