namespace SpLg.LocalSite.Drives;

/// <summary>
/// New content for a file, from a small PUT or a finished upload session.
/// https://learn.microsoft.com/graph/api/driveitem-put-content
/// </summary>
internal static class FileContent
{
    public static GraphAnswer Put(GraphCall call, ListRecord library, DrivePlace place)
    {
        Require(call, library, place);
        if (place.IsRoot || place.Item is { IsFolder: true })
            throw GraphError.Invalid("You cannot write content to a folder");
        // Recorded: a stale eTag is notAllowed here, and resourceModified everywhere else.
        if (call.IfMatch is not null && (place.Item is null || !ItemResource.IsCurrent(call.IfMatch, place.Item)))
            throw GraphError.Changed("notAllowed");
        var (item, isNew, records) = Save(call, library, place, call.Query.ConflictBehavior ?? "replace", call.Upload!);
        call.Site.Store.Commit(records);
        var body = Shape.Entity(
            DriveItemResource.Context(call, library),
            DriveItemResource.Show(call, library, item, call.Query)
        );
        return isNew
            ? GraphAnswer.Created(
                body,
                $"{call.Site.SharePointRoot}/_api/v2.0/drives/{Ids.Drive(call.State.SiteOf(library), library)}"
                    + $"/items/{Ids.DriveItem(library, item.Unique)}"
            )
            : GraphAnswer.Ok(body);
    }

    /// <summary>Refuses a caller who may not write what is there, or may not add what is not.</summary>
    public static void Require(GraphCall call, ListRecord library, DrivePlace place)
    {
        if (place.Item is { } existing)
            call.Access.RequireEdit(library, existing);
        else
            RequireNew(call, library, place.Folder);
    }

    /// <param name="folder">Null for the library's root.</param>
    public static void RequireNew(GraphCall call, ListRecord library, ItemRecord? folder)
    {
        if (folder is null)
            call.Access.RequireAdd(library);
        else
            call.Access.RequireEdit(library, folder);
    }

    /// <summary>
    /// The file with its new content and the records that make it true. Folders missing on the way are made, as the
    /// service is believed to do.
    /// </summary>
    /// <param name="conflict">fail, replace or rename.</param>
    public static (ItemRecord Item, bool IsNew, IReadOnlyList<StateRecord> Records) Save(
        GraphCall call,
        ListRecord library,
        DrivePlace place,
        string conflict,
        Blob content
    )
    {
        var folder = place.Folder;
        DrivePlace.RequireShort(call, library, folder, place.Missing);
        var folders = Folders.Make(call, library, folder, place.Missing.SkipLast(1));
        var parent = folders.Count > 0 ? folders[^1].Unique : folder?.Unique;
        if (place.Item is { } existing)
        {
            switch (conflict.ToLowerInvariant())
            {
                case "replace":
                    if (existing.IsFolder)
                        throw GraphError.NameTaken();
                    DriveItemResource.RefuseLocked(call, existing);
                    var changed = ItemVersions.Next(library, existing) with
                    {
                        Content = content,
                        ContentTag = existing.ContentTag + 1,
                        ModifiedBy = call.Actor,
                        Modified = call.Now,
                    };
                    return (changed, false, ItemVersions.Save(call.State, library, changed));
                case "rename":
                    break;
                case "fail":
                    throw GraphError.NameTaken();
                default:
                    throw GraphError.Invalid($"The conflict behavior '{conflict}' is not known.");
            }
        }
        var name = FileName.Checked(place.Item?.Name ?? place.Missing[^1]);
        if (place.Item is not null)
            name = FileName.Free(name, n => DrivePlace.Child(call.State, library, parent, n) is not null);
        var item = new ItemRecord(library.Id, call.State.NextItemId(library.Id) + folders.Count, Guid.NewGuid())
        {
            ContentType = "Document",
            Name = name,
            Folder = parent,
            Content = content,
            // A library with drafts begins at 0.1: nobody but its editors sees it until it is published.
            Major = library.MinorVersions ? 0 : 1,
            Minor = library.MinorVersions ? 1 : 0,
            CreatedBy = call.Actor,
            Created = call.Now,
            ModifiedBy = call.Actor,
            Modified = call.Now,
            Fields = new Dictionary<string, JsonElement>(),
        };
        return (
            item,
            true,
            [
                .. folders.SelectMany(f => ItemVersions.Save(call.State, library, f)),
                .. ItemVersions.Save(call.State, library, item),
            ]
        );
    }
}
