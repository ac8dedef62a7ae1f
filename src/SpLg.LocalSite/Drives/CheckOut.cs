namespace SpLg.LocalSite.Drives;

/// <summary>
/// <c>checkout</c>, <c>checkin</c> and <c>discardCheckout</c>; checking in as published is Graph's only way to publish
/// a file. https://learn.microsoft.com/graph/api/driveitem-checkin
/// </summary>
internal static class CheckOut
{
    public static GraphAnswer Answer(GraphCall call, ListRecord library, ItemRecord item, string action)
    {
        if (item.IsFolder)
            throw GraphError.Invalid("A folder cannot be checked out.");
        call.Access.RequireEdit(library, item);
        DriveItemResource.RefuseLocked(call, item);
        // What the service answers to a check-in without check-out is not recorded.
        if (action != "checkout" && item.CheckedOutBy is null)
            throw GraphError.Invalid("The file is not checked out.");
        var records = action switch
        {
            "checkout" => [item with { CheckedOutBy = call.Actor }],
            "checkin" => CheckIn(call, library, item),
            _ => Discard(call, item),
        };
        call.Site.Store.Commit(records);
        return GraphAnswer.NoContent();
    }

    /// <summary>
    /// The item as somebody sees it: while another has it checked out, as it was checked in last. That a file never
    /// checked in is seen at all is not SharePoint's way, but here its first upload is a version.
    /// </summary>
    /// <param name="personId">Null for a reader who is nobody in particular.</param>
    public static ItemRecord Seen(SiteState state, ItemRecord item, int? personId) =>
        item.CheckedOutBy is { } holder
        && holder.PersonId != personId
        && item.Page is null
        && state.Versions(item).FirstOrDefault() is { } last
            ? As(item, last)
            : item;

    /// <summary>The item as it was in one of its versions.</summary>
    public static ItemRecord As(ItemRecord item, VersionRecord version) =>
        item with
        {
            Major = version.Major,
            Minor = version.Minor,
            Fields = version.Fields,
            Modified = version.Modified,
            ModifiedBy = version.ModifiedBy,
            Content = version.Content,
            CheckInComment = version.Comment,
        };

    private static IReadOnlyList<StateRecord> CheckIn(GraphCall call, ListRecord library, ItemRecord item)
    {
        var body = call.JsonOrNothing() ?? [];
        var comment = GraphCall.Text(body, "comment") ?? "";
        var isPublished = GraphCall.Text(body, "checkInAs") switch
        {
            "published" => true,
            null or "" or "unspecified" => false,
            var other => throw GraphError.Invalid($"The value '{other}' of checkInAs is not known."),
        };
        // Without drafts every version is a published one. The check-in changes the eTag.
        var isMajor = isPublished || !library.MinorVersions;
        var changed = item with
        {
            CheckedOutBy = null,
            CheckInComment = comment,
            ETag = item.ETag + 1,
            Major = isMajor ? item.Major + 1 : item.Major,
            Minor = isMajor ? 0 : item.Minor + 1,
            ModifiedBy = call.Actor,
            Modified = call.Now,
        };
        return ItemVersions.Save(call.State, library, changed);
    }

    /// <summary>Back to the last version; what was written while checked out is gone.</summary>
    private static IReadOnlyList<StateRecord> Discard(GraphCall call, ItemRecord item)
    {
        var last = call.State.Versions(item).FirstOrDefault(v => v.Label == item.Version);
        return
        [
            item with
            {
                CheckedOutBy = null,
                ETag = item.ETag + 1,
                Fields = last?.Fields ?? item.Fields,
                Content = last?.Content ?? item.Content,
                ContentTag = item.ContentTag + 1,
            },
        ];
    }
}
