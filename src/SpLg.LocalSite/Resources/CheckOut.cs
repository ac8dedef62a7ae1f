using SpLg.LocalSite.Protocol;
using SpLg.LocalSite.Store;

namespace SpLg.LocalSite.Resources;

/// <summary>
/// <c>checkout</c>, <c>checkin</c> and <c>discardCheckout</c>; checking in as published is Graph's only way to publish a
/// file. https://learn.microsoft.com/graph/api/driveitem-checkin
/// </summary>
internal static class CheckOut
{
    public static GraphAnswer Answer(GraphCall call, ListRecord library, ItemRecord item, string action)
    {
        if (item.IsFolder)
            throw GraphError.Invalid("A folder cannot be checked out.");
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
        return [item with { CheckedOutBy = null, ETag = item.ETag + 1, Fields = last?.Fields ?? item.Fields, Content = last?.Content ?? item.Content, ContentTag = item.ContentTag + 1 }];
    }
}
