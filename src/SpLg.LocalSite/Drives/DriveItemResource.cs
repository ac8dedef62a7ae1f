namespace SpLg.LocalSite.Drives;

/// <summary>
/// A file or folder of a library and what can be done with it.
/// https://learn.microsoft.com/graph/api/resources/driveitem
/// </summary>
internal static class DriveItemResource
{
    public static GraphAnswer OfListItem(GraphCall call, ListRecord list, ItemRecord item)
    {
        var library = DriveResource.Library(list);
        return Answer(call, library, new(item, item.Folder is { } folder ? call.State.Item(folder) : null, []));
    }

    public static GraphAnswer Answer(GraphCall call, ListRecord library, DrivePlace place)
    {
        // What lies in a folder or under a name that the caller does not see is not there for them.
        if (place.Item is { } named && call.Access.See(library, named) is null)
            throw GraphError.NotFound();
        if (call.Path.AtEnd)
            return AnswerSelf(call, library, place);
        var next = call.Path.Next();
        var name = next.Name.StartsWith("microsoft.graph.", StringComparison.Ordinal) ? next.Name[16..] : next.Name;
        switch (name)
        {
            case "content":
                return call.Method switch
                {
                    "GET" => DownloadContent(
                        call,
                        library,
                        place.Existing(),
                        call.Access.See(library, place.Existing())!.Content
                    ),
                    "PUT" => FileContent.Put(call, library, place),
                    _ => throw GraphError.WrongMethod(call.Method),
                };
            case "children":
                return Folders.Answer(call, library, place);
            case "createuploadsession":
                return UploadSessions.Create(call, library, place);
            case "checkout" or "checkin" or "discardcheckout":
                return call.Method == "POST"
                    ? CheckOut.Answer(call, library, place.Existing(), name)
                    : throw GraphError.WrongMethod(call.Method);
            case "listitem":
                return ItemResource.AnswerOne(call, library, place.Existing());
            case "versions":
                return Versions(call, library, place.Existing());
            case "permissions":
                return PermissionResource.OfItem(call, library, place.IsRoot ? null : place.Existing());
            case "invite" or "createlink":
                if (call.Method != "POST")
                    throw GraphError.WrongMethod(call.Method);
                var shared = place.IsRoot ? null : place.Existing();
                Sharing.Require(call, library, shared);
                return name == "invite"
                    ? Sharing.Invite(call, library, shared)
                    : Sharing.CreateLink(call, library, shared);
            case "thumbnails":
                return GraphAnswer.Ok(Shape.Collection(call.Context("Collection(thumbnailSet)"), []));
            case "copy":
                return Copying.Answer(call, library, place.Existing());
            case var _ when DeltaResource.IsDelta(next.Text) && place.IsRoot:
                return DeltaResource.OfDrive(call, library, next.Text);
            // There is no recycle bin here, so both ways of deleting end alike.
            case "permanentdelete":
                return call.Method == "POST" ? Delete(call, library, place) : throw GraphError.WrongMethod(call.Method);
            case "preview" or "delta" or "follow" or "unfollow" or "analytics" or "subscriptions" or "workbook":
                throw GraphError.NotServed($"/items/{{id}}/{next.Text}");
            default:
                throw name.StartsWith("search(", StringComparison.Ordinal)
                    ? GraphError.NotServed("search in drives")
                    : GraphError.UnknownSegment(next.Text);
        }
    }

    /// <summary>
    /// A file somebody else has checked out cannot be changed. The body of this answer is not recorded.
    /// </summary>
    public static void RefuseLocked(GraphCall call, ItemRecord item)
    {
        if (item.CheckedOutBy is { } holder && holder.PersonId != call.Actor.PersonId)
            throw new GraphError(423, "resourceLocked", "The resource you are attempting to access is locked");
    }

    public static JsonObject Show(GraphCall call, ListRecord library, ItemRecord? item, QueryOptions query)
    {
        var expand = query.Expand();
        var body = item is null
            ? DriveJson.Root(call, library, query.Select)
            : DriveJson.Item(call, library, item, query.Select);
        foreach (var (name, options) in expand)
        {
            body[name] = name.ToLowerInvariant() switch
            {
                "listitem" when item is not null => ItemJson.Show(call, library, item, options, withFields: true),
                "children" => new JsonArray([
                    .. Folders
                        .Inside(call, library, item)
                        .Select(i => DriveJson.Item(call, library, i, options.Select)),
                ]),
                "thumbnails" => new JsonArray(),
                "permissions" => new JsonArray([.. PermissionResource.Effective(call, library, item)]),
                _ => throw GraphError.Invalid($"Could not find a property named '{name}' on type 'oneDrive.item'."),
            };
        }
        return body;
    }

    public static string Context(GraphCall call, ListRecord library) =>
        call.Context($"drives('{Uri.EscapeDataString(Ids.Drive(call.State.SiteOf(library), library))}')/items/$entity");

    private static GraphAnswer AnswerSelf(GraphCall call, ListRecord library, DrivePlace place)
    {
        switch (call.Method)
        {
            case "GET":
                return GraphAnswer.Ok(
                    Shape.Entity(
                        Context(call, library),
                        Show(call, library, place.IsRoot ? null : place.Existing(), call.Query)
                    )
                );
            case "PATCH":
                call.Access.RequireEdit(library, place.Existing());
                return Folders.Rename(call, library, place.Existing());
            case "DELETE":
                ItemResource.CheckETag(call, place.Existing());
                return Delete(call, library, place);
            default:
                throw GraphError.WrongMethod(call.Method);
        }
    }

    private static GraphAnswer Delete(GraphCall call, ListRecord library, DrivePlace place)
    {
        call.Access.RequireEdit(library, place.Existing());
        RefuseLocked(call, place.Existing());
        ItemResource.Delete(call, library, place.Existing());
        return GraphAnswer.NoContent();
    }

    private static GraphAnswer DownloadContent(GraphCall call, ListRecord library, ItemRecord item, Blob? content)
    {
        if (content is null)
            throw GraphError.Invalid("You cannot get content for a folder");
        if (call.Query.Format is not { } format)
            return new(302) { Headers = [("Location", Download.Address(call.Site, library, item, content))] };
        // Documented as 406; code and text are not. https://learn.microsoft.com/graph/api/driveitem-get-content-format
        if (format != "pdf" || !PdfConverter.Takes(item.Name!))
            throw new GraphError(406, "notSupported", $"The file '{item.Name}' cannot be converted to {format}.");
        return new(302)
        {
            Headers = [("Location", Download.Address(call.Site, library, item, content, asPdf: true))],
            ToConvert = (content, item.Name!),
        };
    }

    private static GraphAnswer Versions(GraphCall call, ListRecord library, ItemRecord item)
    {
        JsonObject Version(VersionRecord version)
        {
            var body = ItemVersions.Show(call, library, version);
            body["size"] = version.Content?.Size ?? 0;
            return body;
        }

        if (call.Path.AtEnd && call.Method == "GET")
            return GraphAnswer.Ok(
                Shape.Collection(
                    call.Context("Collection(driveItemVersion)"),
                    call.Access.Versions(library, item).Select(Version)
                )
            );
        var label = call.Path.Next().Text;
        var found =
            call.Access.Versions(library, item).FirstOrDefault(v => v.Label == label) ?? throw GraphError.NotFound();
        if (call.Path.AtEnd)
            return GraphAnswer.Ok(Shape.Entity(call.Context("driveItemVersion"), Version(found)));
        if (call.Method != "GET")
            return ItemVersions.Restore(call, library, item, found);
        var next = call.Path.Next();
        return next.Name == "content" && call.Path.AtEnd
            ? DownloadContent(call, library, item, found.Content)
            : throw GraphError.UnknownSegment(next.Text);
    }
}
