namespace SpLg.LocalSite.Resources;

/// <summary>How an item's number goes on, what is kept of it, and <c>/items/{id}/versions</c>.</summary>
internal static class ItemVersions
{
    /// <summary>
    /// The item one version on: 1.0 to 2.0 in a list, 0.1 to 0.2 in a library with drafts; a checked-out file waits for
    /// its check-in. The eTag grows always.
    /// </summary>
    public static ItemRecord Next(ListRecord list, ItemRecord item)
    {
        var next = item with { ETag = item.ETag + 1 };
        if (!list.Versioning || item.CheckedOutBy is not null)
            return next;
        next = next with { CheckInComment = null };
        return list.MinorVersions
            ? next with
            {
                Minor = item.Minor + 1,
            }
            : next with
            {
                Major = item.Major + 1,
                Minor = 0,
            };
    }

    /// <summary>
    /// The records that make a new or changed item true: itself and, where versions are kept, its version, and the end
    /// of those beyond the list's limit. While checked out the last version stays as it was, so that the check-out can
    /// be discarded.
    /// </summary>
    public static IReadOnlyList<StateRecord> Save(SiteState state, ListRecord list, ItemRecord item)
    {
        if (!list.Versioning || item.CheckedOutBy is not null)
            return [item];
        var version = new VersionRecord(
            ListId: list.Id,
            ItemId: item.Id,
            Major: item.Major,
            Minor: item.Minor,
            ModifiedBy: item.ModifiedBy,
            Modified: item.Modified,
            Fields: item.Fields,
            Content: item.Content
        )
        {
            Comment = item.CheckInComment,
        };
        return [item, version, .. TooMany(list, [version, .. state.Versions(item)])];
    }

    /// <param name="versions">Newest first.</param>
    private static IEnumerable<VersionGone> TooMany(ListRecord list, IReadOnlyList<VersionRecord> versions)
    {
        var majors = versions.Where(v => v.Minor == 0).Select(v => v.Major).Distinct().ToList();
        // What is older than the oldest major version kept goes with it, and drafts go before the versions they led to.
        var oldest = list.VersionLimit is { } most && majors.Count > most ? majors[most - 1] : 0;
        var oldestDrafts = list.MinorVersionLimit is { } drafts && majors.Count >= drafts ? majors[drafts - 1] : 0;
        return versions
            .Where(v => v.Major < oldest || (v.Minor > 0 && v.Major < oldestDrafts))
            .Select(v => new VersionGone(v.ListId, v.ItemId, v.Major, v.Minor));
    }

    public static GraphAnswer Answer(GraphCall call, ListRecord list, ItemRecord item)
    {
        var context = $"lists('{list.Id}')/items('{item.Id}')/versions";
        if (call.Path.AtEnd && call.Method == "GET")
            return GraphAnswer.Ok(
                Shape.Collection(
                    call.SiteContext(context),
                    call.Access.Versions(list, item)
                        .Select(v =>
                            Shape.Select(Full(call, list, item, v), call.Query.Select, call.Query.Expand().Keys)
                        )
                )
            );
        var label = call.Path.Next().Text;
        var version =
            call.Access.Versions(list, item).FirstOrDefault(v => v.Label == label) ?? throw GraphError.NotFound();
        if (!call.Path.AtEnd)
            return Restore(call, list, item, version);
        if (call.Method != "GET")
            throw GraphError.WrongMethod(call.Method);
        return GraphAnswer.Ok(
            Shape.Entity(
                call.SiteContext(context + "/$entity"),
                Shape.Select(Full(call, list, item, version), call.Query.Select, call.Query.Expand().Keys)
            )
        );
    }

    /// <summary>
    /// <c>restoreVersion</c>: what a version held becomes the newest one.
    /// https://learn.microsoft.com/graph/api/driveitemversion-restore
    /// </summary>
    public static GraphAnswer Restore(GraphCall call, ListRecord list, ItemRecord item, VersionRecord version)
    {
        var action = call.Path.Next();
        if (action.Name is not ("restoreversion" or "microsoft.graph.restoreversion"))
            throw GraphError.NotServed("parts of versions");
        if (call.Method != "POST")
            throw GraphError.WrongMethod(call.Method);
        call.Access.RequireEdit(list, item);
        DriveItemResource.RefuseLocked(call, item);
        var restored = Next(list, item) with
        {
            Fields = version.Fields,
            Content = version.Content,
            ContentTag = item.ContentTag + 1,
            ModifiedBy = call.Actor,
            Modified = call.Now,
        };
        call.Site.Store.Commit(Save(call.State, list, restored));
        return GraphAnswer.NoContent();
    }

    public static JsonObject Show(GraphCall call, ListRecord list, VersionRecord version) =>
        new()
        {
            ["id"] = version.Label,
            ["lastModifiedDateTime"] = Shape.Time(version.Modified),
            ["lastModifiedBy"] = Identities.Show(call, list.SiteId, version.ModifiedBy),
        };

    private static JsonObject Full(GraphCall call, ListRecord list, ItemRecord item, VersionRecord version)
    {
        var body = Show(call, list, version);
        if (call.Query.Expand().TryGetValue("fields", out var fields))
        {
            // Nobody holds a version that is past.
            var then = CheckOut.As(item, version) with
            {
                CheckedOutBy = null,
            };
            body["fields"] = FieldJson.Show(call, list, then, fields.Select);
        }
        return body;
    }
}
