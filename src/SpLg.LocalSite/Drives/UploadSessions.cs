namespace SpLg.LocalSite.Drives;

/// <summary>
/// <c>createUploadSession</c>: the address it hands out is on the other host name and carries its own token.
/// </summary>
internal static class UploadSessions
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    /// <summary>https://learn.microsoft.com/graph/api/driveitem-createuploadsession</summary>
    public static GraphAnswer Create(GraphCall call, ListRecord library, DrivePlace place)
    {
        if (call.Method != "POST")
            throw GraphError.WrongMethod(call.Method);
        FileContent.Require(call, library, place);
        if (place.IsRoot || place.Item is { IsFolder: true })
            throw GraphError.Invalid("You cannot write content to a folder");
        var body = call.JsonOrNothing() ?? [];
        var described = body["item"] switch
        {
            null => [],
            JsonObject given => given,
            _ => throw GraphError.Invalid("Invalid request"),
        };
        if (place.Item is { } existing)
        {
            ItemResource.CheckETag(call, existing);
            DriveItemResource.RefuseLocked(call, existing);
        }
        var name = FileName.Checked(GraphCall.Text(described, "name") ?? place.Item?.Name ?? place.Missing[^1]);
        // The clash itself is only told with the last chunk.
        var conflict =
            GraphCall.Text(described, "@microsoft.graph.conflictBehavior") ?? call.Query.ConflictBehavior ?? "fail";
        if (conflict is not ("fail" or "replace" or "rename"))
            throw GraphError.Invalid($"The conflict behavior '{conflict}' is not known.");
        var folders = Folders.Make(call, library, place.Folder, place.Missing.SkipLast(1));
        var session = new UploadRecord(
            Id: Guid.NewGuid(),
            ListId: library.Id,
            Folder: folders.Count > 0 ? folders[^1].Unique : place.Folder?.Unique,
            Name: name,
            Conflict: conflict,
            DeferCommit: GraphCall.Flag(body, "deferCommit") ?? false,
            Actor: call.Actor,
            Expires: call.Now.Add(Lifetime),
            Received: 0,
            Total: null
        );
        call.Site.Store.Commit([.. folders.SelectMany(f => ItemVersions.Save(call.State, library, f)), session]);
        var answer = Status(session);
        answer["uploadUrl"] = Address(call, library, session);
        return GraphAnswer.Ok(Shape.Entity(call.Context("microsoft.graph.uploadSession"), answer));
    }

    /// <summary>The bytes still expected, as the creation and every chunk but the last answer.</summary>
    public static JsonObject Status(UploadRecord session) =>
        new()
        {
            ["expirationDateTime"] = session.Expires.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'"),
            ["nextExpectedRanges"] = session.Received == session.Total ? [] : new JsonArray($"{session.Received}-"),
        };

    public static string Secret(Guid session) => $"upload|{session}";

    private static string Address(GraphCall call, ListRecord library, UploadRecord session)
    {
        var site = call.State.SiteOf(library);
        // The service's uploadUrl is on the SharePoint host: whoever called one name here is sent to the other.
        var host = call.Root.Contains("//" + Site.SharePointHost, StringComparison.OrdinalIgnoreCase)
            ? "127.0.0.1"
            : Site.SharePointHost;
        var tempAuth = call.Site.TempAuth(Secret(session.Id), Lifetime);
        return $"{call.Site.Options.Scheme}://{host}:{call.Site.Port}{site.Path}/_api/v2.0/drives/"
            + $"{Ids.Drive(site, library)}/items/{Ids.Root(library)}/uploadSession"
            + $"?guid='{session.Id}'&overwrite={session.Conflict == "replace"}&rename={session.Conflict == "rename"}"
            + $"&dc={(session.DeferCommit ? 1 : 0)}&tempauth={tempAuth}";
    }
}
